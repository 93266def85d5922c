"""Elements of SVG as text.  Everything from outside is escaped here."""

from __future__ import annotations

from html import escape

Attribute = str | int | float

# From here on (Hangul Jamo) letters are about as wide as they are high.
WIDE = 0x1100


def element(tag: str, content: str = "", /, **attributes: Attribute) -> str:
    """Return an element around *content*, which is SVG already; `_` in a name stands for `-`.

    `class_` is the class; numbers are written with at most one decimal.
    """
    written = "".join(
        f' {_name(name)}="{escape(_value(value))}"' for name, value in attributes.items()
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def text(words: str, /, **attributes: Attribute) -> str:
    """Return *words* as an element of text."""
    return element("text", escape(words), **attributes)


def picture(content: str, *, name: str, width: int, height: int, title: str, text: str) -> str:
    """Return a whole drawing with its title and its description for those who cannot see it."""
    labels = element("title", escape(title), id=f"{name}-title") + element(
        "desc", escape(text), id=f"{name}-desc"
    )
    return element(
        "svg",
        labels + content,
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        class_=f"drawing {name.rstrip('0123456789-')}",
    )


class Room:
    """The room that labels take on a drawing, so that no two are written over one another."""

    def __init__(self) -> None:
        """Begin with an empty drawing."""
        self._taken: list[tuple[float, float, float, float]] = []

    def take(self, x: float, y: float, width: float, height: float) -> bool:
        """Take a box by its left top corner if it is free; tell whether it was."""
        free = all(
            x >= right or x + width <= left or y >= bottom or y + height <= top
            for left, top, right, bottom in self._taken
        )
        if free:
            self.fill(x, y, width, height)
        return free

    def fill(self, x: float, y: float, width: float, height: float) -> None:
        """Take a box whether or not it is free."""
        self._taken.append((x, y, x + width, y + height))


def width_of(words: str, size: float) -> float:
    """Return about how wide *words* are; Korean, Japanese and Chinese letters are square."""
    return sum(size if ord(letter) >= WIDE else size * 0.6 for letter in words)


def _name(name: str) -> str:
    return name.rstrip("_") if name.endswith("_") else name.replace("_", "-")


def _value(value: Attribute) -> str:
    if isinstance(value, float):
        return (
            f"{value:.1f}".removesuffix(".0").replace("-0", "0")
            if abs(value) < 0.05
            else (f"{value:.1f}".removesuffix(".0"))
        )
    return str(value)

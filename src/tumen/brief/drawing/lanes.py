"""Who repeats whom, drawn: a lane for each text, placed by its date; curves run to the repeaters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tumen.brief.dates import day_words
from tumen.brief.drawing.svg import element, picture, text
from tumen.brief.words import Words
from tumen.records import Tree, TreeNode

WIDTH = 720
LABELS = 250  # room for names, left of the lanes
LANE = 26
TOP = 34
NAME_LENGTH = 30
# Wide letters (Korean, Japanese, Chinese) take the room of two.
WIDE = 0x1100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    name: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    parent: str
    child: str
    changes: int


def lanes_of(words: Words, trees: tuple[Tree, ...]) -> str:
    """Return the drawing of all trees with at least two texts; "" when there is none."""
    texts: dict[str, _Text] = {}
    links: dict[tuple[str, str], int] = {}
    for tree in trees:
        if tree.texts > 1:
            for node, parent in _walk(tree.root, None):
                texts[node.report] = _Text(name=node.name, day=node.day)
                if parent is not None and parent.report != node.report:
                    pair = (parent.report, node.report)
                    links[pair] = links.get(pair, 0) + len(node.distortions)
    if not texts:
        return ""
    order = sorted(texts, key=lambda r: (texts[r].day or date.max, texts[r].name, r))
    lanes = {report: number for number, report in enumerate(order)}
    days = [known for report in order if (known := texts[report].day)]
    scale = (min(days), max(days)) if days else None
    made = [_Link(parent=p, child=c, changes=changes) for (p, c), changes in links.items()]
    return picture(
        _axis(words, scale, len(order))
        + "".join(_lane(words, texts[report], lanes[report], scale) for report in order)
        + "".join(_curve(link, texts, lanes, scale) for link in made),
        name="lanes",
        width=WIDTH,
        height=TOP + LANE * len(order) + 10,
        title=words.say("heading.lineage"),
        text=words.say("tree.drawing"),
    )


def _walk(node: TreeNode, parent: TreeNode | None) -> Iterator[tuple[TreeNode, TreeNode | None]]:
    yield node, parent
    for child in node.children:
        yield from _walk(child, node)


def _x(day: date | None, scale: tuple[date, date] | None) -> float:
    """Return where a day is; texts without a date stand at the left edge."""
    left, right = LABELS + 70, WIDTH - 30
    if day is None or scale is None:
        return LABELS + 24
    whole = (scale[1] - scale[0]).days
    return left + (right - left) * ((day - scale[0]).days / whole if whole else 0.5)


def _y(lane: int) -> float:
    return TOP + LANE * lane + LANE / 2


def _axis(words: Words, scale: tuple[date, date] | None, lanes: int) -> str:
    if scale is None:
        return ""
    bottom = TOP + LANE * lanes
    drawn = []
    ends = dict.fromkeys(scale)
    for day in ends:
        x = _x(day, scale)
        anchor = "middle" if len(ends) == 1 else ("start" if day == scale[0] else "end")
        drawn.append(element("line", x1=x, x2=x, y1=TOP - 6, y2=bottom, class_="grid"))
        drawn.append(text(day_words(words, day), x=x, y=18, class_="tick", text_anchor=anchor))
    return "".join(drawn)


def _lane(words: Words, one: _Text, lane: int, scale: tuple[date, date] | None) -> str:
    y = _y(lane)
    name = text(_shortened(one.name), x=0, y=y + 4, class_="name")
    line = element("line", x1=LABELS, x2=WIDTH, y1=y, y2=y, class_="lane")
    when = day_words(words, one.day) if one.day else words.say("tree.undated")
    dot = element(
        "circle",
        element("title", f"{_safe(one.name)}, {when}"),
        cx=_x(one.day, scale),
        cy=y,
        r=5,
        class_="dot",
    )
    return name + line + dot


def _curve(
    link: _Link,
    texts: dict[str, _Text],
    lanes: dict[str, int],
    scale: tuple[date, date] | None,
) -> str:
    """Return the way from a text to the one that repeats it, with the number of its changes."""
    x1, y1 = _x(texts[link.parent].day, scale), _y(lanes[link.parent])
    x2, y2 = _x(texts[link.child].day, scale), _y(lanes[link.child])
    bend = max(28.0, abs(x2 - x1) / 3)
    path = f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    curve = element("path", d=path, class_="link")
    if not link.changes:
        return curve
    x = min(x2 + 16, WIDTH - 10)
    mark = element("circle", cx=x, cy=y2, r=8, class_="changes")
    return (
        curve + mark + text(str(link.changes), x=x, y=y2 + 4, class_="count", text_anchor="middle")
    )


def _safe(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _shortened(name: str) -> str:
    """Return a name that fits left of its lane."""
    room = NAME_LENGTH
    for place, letter in enumerate(name):
        room -= 2 if ord(letter) >= WIDE else 1
        if room < 0:
            return name[:place].rstrip() + "…"
    return name

"""Who repeats whom, drawn: a lane for each text, in the order of dates; curves to the repeaters.

Days with a text stand at equal distances: reports come in bursts months apart, and on a true
scale all texts of a burst would lie on one spot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tumen.brief.dates import day_words
from tumen.brief.drawing.svg import WIDE, element, picture, text
from tumen.brief.words import Words
from tumen.records import Tree, TreeNode

WIDTH = 720
LABELS = 370  # room for names, left of the lanes
LANE = 26
TOP = 6
NAME_LENGTH = 30


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
    days = tuple(sorted({known for report in order if (known := texts[report].day)}))
    made = [_Link(parent=p, child=c, changes=changes) for (p, c), changes in links.items()]
    return picture(
        "".join(_lane(words, texts[report], lanes[report], days) for report in order)
        + "".join(_curve(link, texts, lanes, days) for link in made),
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


def _x(day: date | None, days: tuple[date, ...]) -> float:
    """Return where a day is; texts without a date stand at the left edge."""
    left, right = LABELS + 60, WIDTH - 40
    if day is None:
        return LABELS + 20
    return left + (right - left) * (days.index(day) / (len(days) - 1) if len(days) > 1 else 0.5)


def _y(lane: int) -> float:
    return TOP + LANE * lane + LANE / 2


def _lane(words: Words, one: _Text, lane: int, days: tuple[date, ...]) -> str:
    y = _y(lane)
    when = day_words(words, one.day) if one.day else words.say("tree.undated")
    name = text(_shortened(one.name), x=0, y=y + 4, class_="name")
    name += text(when, x=LABELS - 12, y=y + 4, class_="tick", text_anchor="end")
    line = element("line", x1=LABELS, x2=WIDTH, y1=y, y2=y, class_="lane")
    dot = element(
        "circle",
        element("title", f"{_safe(one.name)}, {when}"),
        cx=_x(one.day, days),
        cy=y,
        r=5,
        class_="dot",
    )
    return name + line + dot


def _curve(
    link: _Link,
    texts: dict[str, _Text],
    lanes: dict[str, int],
    days: tuple[date, ...],
) -> str:
    """Return the way from a text to the one that repeats it, with the number of its changes."""
    x1, y1 = _x(texts[link.parent].day, days), _y(lanes[link.parent])
    x2, y2 = _x(texts[link.child].day, days), _y(lanes[link.child])
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

"""Who repeats whom, drawn: a line for each text in the order of dates, arcs to those that repeat it.

Dates are written and not drawn to scale: reports come in bursts months apart, and all texts of a
burst would lie on one spot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from tumen.brief.dates import day_words
from tumen.brief.drawing.svg import WIDE, element, picture, text
from tumen.brief.words import Words
from tumen.records import Tree, TreeNode

WIDTH = 720
DOTS = 400  # how far from the left the texts stand
LANE = 26
TOP = 6
NAME_LENGTH = 32
# How far an arc to the next line reaches out, and how much further for each line it passes.
REACH, FURTHER = 34.0, 20.0

# Texts from which arcs would lie on one another: then each text that is repeated has a rail of its
# own, and the number of changes stands beside the text that made them.
MANY = 24
RAILS, RAIL = 56.0, 18.0
MARK = 26.0


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
    arcs = (_Link(parent=p, child=c, changes=changes) for (p, c), changes in links.items())
    longest_first = sorted(arcs, key=lambda link: -abs(lanes[link.parent] - lanes[link.child]))
    draw = (
        partial(_elbow, lanes=lanes, rails=_rails(lanes, links))
        if len(order) > MANY
        else partial(_arc, lanes=lanes)
    )
    drawn = [draw(link) for link in longest_first]
    return picture(
        "".join(_lane(words, texts[report], lanes[report]) for report in order)
        + "".join(line for line, _ in drawn)
        + "".join(mark for _, mark in drawn),  # no line runs through a number
        name="lanes",
        width=WIDTH,
        height=TOP + LANE * len(order) + 6,
        title=words.say("heading.lineage"),
        text=words.say("tree.drawing"),
    )


def _walk(node: TreeNode, parent: TreeNode | None) -> Iterator[tuple[TreeNode, TreeNode | None]]:
    yield node, parent
    for child in node.children:
        yield from _walk(child, node)


def _y(lane: int) -> float:
    return TOP + LANE * lane + LANE / 2


def _lane(words: Words, one: _Text, lane: int) -> str:
    """Return the name of a text, its date and its dot."""
    y = _y(lane)
    when = day_words(words, one.day) if one.day else words.say("tree.undated")
    line = element("line", x1=0, x2=DOTS, y1=y + LANE / 2, y2=y + LANE / 2, class_="lane")
    name = text(_shortened(one.name), x=0, y=y + 4, class_="name")
    day = text(when, x=DOTS - 16, y=y + 4, class_="tick", text_anchor="end")
    return line + name + day + element("circle", cx=DOTS, cy=y, r=5, class_="dot")


def _arc(link: _Link, lanes: dict[str, int]) -> tuple[str, str]:
    """Return the arc from a text to the one that repeats it, and the number of its changes."""
    start, end = _y(lanes[link.parent]), _y(lanes[link.child])
    passed = abs(lanes[link.parent] - lanes[link.child]) - 1
    reach = min(REACH + FURTHER * passed, (WIDTH - DOTS - 20) / 0.75)
    left, out = DOTS + 7, DOTS + reach
    path = f"M{left} {start:.1f}C{out:.1f} {start:.1f} {out:.1f} {end:.1f} {left} {end:.1f}"
    middle = left + 0.75 * (out - left), (start + end) / 2
    return element("path", d=path, class_="link") + _head(end), _changes(link, *middle)


def _rails(lanes: dict[str, int], links: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Return how far to the right each text that is repeated has its rail, the first one nearest."""
    parents = sorted({parent for parent, _ in links}, key=lambda parent: lanes[parent])
    apart = min(RAIL, (WIDTH - DOTS - RAILS - 8) / max(len(parents), 1))
    return {parent: DOTS + RAILS + apart * place for place, parent in enumerate(parents)}


def _elbow(link: _Link, lanes: dict[str, int], rails: dict[str, float]) -> tuple[str, str]:
    """Return the way along the parent's rail to the text that repeats it, and what it changed."""
    start, end = _y(lanes[link.parent]), _y(lanes[link.child])
    left, out = DOTS + 7, rails[link.parent]
    path = f"M{left} {start:.1f}H{out:.1f}V{end:.1f}H{left}"
    return element("path", d=path, class_="link") + _head(end), _changes(link, DOTS + MARK, end)


def _head(end: float) -> str:
    """Return the head of an arrow at a text."""
    left = DOTS + 7
    head = f"M{left + 7} {end - 4:.1f}L{left} {end:.1f}L{left + 7} {end + 4:.1f}"
    return element("path", d=head, class_="head")


def _changes(link: _Link, x: float, y: float) -> str:
    """Return how many changes a retelling made, as a mark; "" for none."""
    if not link.changes:
        return ""
    mark = element("circle", cx=x, cy=y, r=9, class_="changes")
    return mark + text(str(link.changes), x=x, y=y + 4, class_="count", text_anchor="middle")


def _shortened(name: str) -> str:
    """Return a name that fits before its date; square letters take the room of two."""
    room = NAME_LENGTH
    for place, letter in enumerate(name):
        room -= 2 if ord(letter) >= WIDE else 1
        if room < 0:
            return name[:place].rstrip() + "…"
    return name

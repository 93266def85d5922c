"""Which claims are worth comparing: blocking, so that the work grows with the number of claims.

Two claims meet when they share a number and one's place holds the other's, when one names the
other's publisher, or when they say one kind of thing at one place and about one time.  Of those that
meet, each looks at the few nearest in time.  Copies do not crowd out their original: of claims that
say exactly the same, all are compared with the few most likely to be first, and only those few
stand in the lists.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from tumen.lineage.direction import root_likeness
from tumen.lineage.evidence import (
    A_YEAR,
    FAR,
    STANDING_PEOPLE,
    are_nested,
    cites,
    days_apart,
    in_words,
)
from tumen.lineage.figures import are_near
from tumen.lineage.sketch import Sketch

# How many claims on either side, in time, each claim looks at in one list.  Doubling all three
# changes no link of the corpus; 10,000 generated claims take twice the time.
NEAR_BY_FIGURE = 12
NEAR_BY_CITATION = 12
NEAR_BY_PLACE = 6

# How many of those that say exactly the same stand for all of them.
HEADS = 4

NOWHERE = ""


def candidate_pairs(sketches: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    """Yield each pair worth comparing once, in an order that follows from the claims alone."""
    ordered = sorted(sketches, key=_when)
    contents = [_content(sketch) for sketch in ordered]
    heads = _heads(ordered, contents)
    lists = _Lists()
    for at, sketch in enumerate(ordered):
        if at in heads[contents[at]]:
            lists.enter(at, sketch)
    met: set[int] = set()
    for at, sketch in enumerate(ordered):
        near = heads[contents[at]] | lists.near(at, sketch)
        for other in sorted(o for o in near if may_be_one(ordered[o], sketch)):
            pair = min(at, other) * len(ordered) + max(at, other)
            if pair not in met:
                met.add(pair)
                yield ordered[other], sketch


def may_be_one(one: Sketch, other: Sketch) -> bool:
    """Tell, at little cost, whether enough could speak for two claims of two reports being one.

    Most that share a place or an outlet lie in other seasons, or have another number and place.
    """
    if one.report.id == other.report.id:
        return False
    gap = days_apart(one, other)
    if gap is not None and gap > FAR:
        return _may_be_told_again(one, other, gap)
    if not one.bases or not other.bases or one.bases & other.bases:
        return True
    if one.leaves and other.leaves and not are_nested(one, other):
        return False
    return one.report.language == other.report.language or _may_be_misquoted(one, other)


def _may_be_told_again(one: Sketch, other: Sketch, gap: int) -> bool:
    """Tell whether a claim of another season may be a large stock, or a copy with a wrong date."""
    common = one.bases & other.bases
    if gap <= A_YEAR and any(base >= STANDING_PEOPLE for base in common):
        return True
    if one.report.language != other.report.language or one.bases != other.bases:
        return False
    return not one.leaves or not other.leaves or are_nested(one, other)


def _may_be_misquoted(one: Sketch, other: Sketch) -> bool:
    """Tell whether one of two claims with two numbers may be the other in another language."""
    if one.figure and other.figure and are_near(one.figure, other.figure):
        return True
    if in_words(one, other) or in_words(other, one):
        return True
    is_quoted = cites(one, other) or cites(other, one) or not one.named.isdisjoint(other.named)
    return is_quoted and one.kind == other.kind


class _Lists:
    """Lists of positions by what claims can share, each in the order of time."""

    def __init__(self) -> None:
        """Start with empty lists."""
        self._lists: dict[Hashable, list[int]] = defaultdict(list)

    def enter(self, at: int, sketch: Sketch) -> None:
        """Enter the claim at position *at* in every list that it belongs to."""
        for key in _keys(sketch):
            self._lists[key].append(at)

    def near(self, at: int, sketch: Sketch) -> set[int]:
        """Return the positions nearest to *at* in the lists where *sketch* looks."""
        found: set[int] = set()
        for key, reach in _looks(sketch):
            positions = self._lists.get(key)
            if positions:
                middle = bisect_left(positions, at)
                found.update(positions[max(0, middle - reach) : middle + reach + 1])
        return found


def _keys(sketch: Sketch) -> Iterator[Hashable]:
    """Yield the lists that a claim stands in."""
    above = sorted(sketch.above) or [NOWHERE]
    for base in sketch.bases:
        yield "anywhere", base
        for place in above:
            yield "figure", base, place
        for place in sketch.leaves or {NOWHERE}:
            yield "figure at", base, place
    if sketch.publisher:
        yield "publisher", sketch.publisher
        yield "publisher", sketch.publisher, sketch.kind
        for base in sketch.bases:
            yield "publisher", sketch.publisher, base
    for place in sketch.districts or {NOWHERE}:
        yield "place", sketch.kind, place


def _looks(sketch: Sketch) -> Iterator[tuple[Hashable, int]]:
    """Yield the lists in which a claim looks, and how far on either side."""
    for base in sketch.bases:
        yield ("figure at", base, NOWHERE), NEAR_BY_FIGURE
        if not sketch.leaves:
            yield ("anywhere", base), NEAR_BY_FIGURE
        for leaf in sketch.leaves:  # places within its own
            yield ("figure", base, leaf), NEAR_BY_FIGURE
        for place in sketch.above - sketch.leaves:  # its own places said less finely
            yield ("figure at", base, place), NEAR_BY_FIGURE
    if sketch.publisher:
        yield ("publisher", sketch.publisher, sketch.kind), NEAR_BY_PLACE
    for outlet in sketch.outlets:
        yield ("publisher", outlet), NEAR_BY_CITATION
        for base in sketch.bases:
            yield ("publisher", outlet, base), NEAR_BY_CITATION
    for place in sketch.districts or {NOWHERE}:
        yield ("place", sketch.kind, place), NEAR_BY_PLACE


def _when(sketch: Sketch) -> tuple[int, str]:
    """Return what orders claims in time: when it happened, else when it was printed."""
    day = next((d for d in (sketch.last, sketch.first, sketch.published) if d is not None), 0)
    return day, sketch.id


def _content(sketch: Sketch) -> Hashable:
    """Return what is equal for claims that say exactly the same."""
    return (
        sketch.kind,
        sketch.shape,
        sketch.bases,
        sketch.leaves,
        sketch.first,
        sketch.last,
        sketch.claim.passage.exact if not sketch.bases else "",
    )


def _heads(
    ordered: Sequence[Sketch], contents: Sequence[Hashable]
) -> dict[Hashable, frozenset[int]]:
    """Return, for each content, the positions of those most likely to be first."""
    same: dict[Hashable, list[int]] = defaultdict(list)
    for at, content in enumerate(contents):
        same[content].append(at)
    return {
        content: frozenset(sorted(at, key=lambda i: root_likeness(ordered[i]))[:HEADS])
        for content, at in same.items()
    }

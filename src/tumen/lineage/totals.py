"""Where the people of a total are: at all places of the groups that add up to it.

"33 were caught" above "12 in Shenyang, seven in Changchun and 11 in Yanji" names no place itself and
is read with one of these.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from tumen.lineage.kinds import Kinds, Likeness
from tumen.lineage.sketch import Sketch

# How near the parts have to come to a total for it to rest on them: sources leave some out, and
# count informers in or out (12 + 18 + 5 for "33").
ADDS_UP = 0.1

# Claims after and before it in the text among which a total looks for its parts.
NEAR = 24


def at_all_places(told: Sequence[Sketch], *, kinds: Kinds) -> Iterator[Sketch]:
    """Yield the claims of one report, each total with the places of its parts."""
    for at, sketch in enumerate(told):
        parts = parts_of(sketch, told[max(0, at - NEAR) : at + NEAR + 1], kinds=kinds)
        yield _with_places(sketch, parts) if parts else sketch


def adds_up(total: Sketch, part: Sketch, told: Sequence[Sketch], *, kinds: Kinds) -> bool:
    """Tell whether *part* is among the groups of *told* that add up to *total*."""
    parts = parts_of(total, (part, *told), kinds=kinds)
    return any(sketch is part for sketch in parts)


def parts_of(total: Sketch, told: Sequence[Sketch], *, kinds: Kinds) -> tuple[Sketch, ...]:
    """Return the groups of several places of *told* that come to about a total, else nothing.

    Of those of one place and day the largest counts: the others are mostly parts of it.
    """
    parts = tuple(sketch for sketch in told if _is_part(sketch, total, kinds=kinds))
    if len({part.leaves for part in parts}) < 2:  # one place is no sum
        return ()
    largest: dict[Hashable, int] = {}
    for part in parts:
        where = part.leaves, part.first
        largest[where] = max(largest.get(where, 0), max(part.bases))
    number = max(total.bases)
    return parts if abs(sum(largest.values()) - number) <= ADDS_UP * number else ()


def _is_part(part: Sketch, total: Sketch, *, kinds: Kinds) -> bool:
    """Tell whether a claim is of fewer people, of one place, in the time of a total."""
    if part.kind != total.kind or not part.bases or not total.bases or len(part.leaves) != 1:
        return False
    if total.first is None or total.last is None or part.first is None or part.last is None:
        return False
    return (
        max(part.bases) < max(total.bases)
        and total.first <= part.first
        and part.last <= total.last
        and kinds.likeness(part.claim.subject, total.claim.subject) is not Likeness.OTHER
    )


def _with_places(total: Sketch, parts: Sequence[Sketch]) -> Sketch:
    """Return a total with the places of its parts as its own."""
    every = (total, *parts)
    return replace(
        total,
        leaves=frozenset().union(*(sketch.leaves for sketch in every)),
        above=frozenset().union(*(sketch.above for sketch in every)),
        districts=frozenset().union(*(sketch.districts for sketch in every)),
        depth=max(sketch.depth for sketch in every),
    )

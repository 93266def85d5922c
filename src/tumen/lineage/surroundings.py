"""What a claim gets from the rest of its report.

When its group began, whom the report cites, and the places of what it adds up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tumen.lineage.kinds import Kinds
from tumen.lineage.sketch import Sketch, days_of
from tumen.lineage.totals import at_all_places
from tumen.lineage.within import by_report

# Days.  Arrests that took longer are not those of one group: such a group has no beginning.
AT_ONCE = 45

_Group = tuple[str, str]


def in_their_reports(sketches: Sequence[Sketch], *, kinds: Kinds) -> tuple[Sketch, ...]:
    """Return *sketches* with what the other claims of their reports tell of them."""
    cited: dict[str, set[str]] = defaultdict(set)
    begun: dict[_Group, set[int]] = defaultdict(set)
    for sketch in sketches:
        cited[sketch.report.id] |= {
            who.id for who in sketch.chain if who.is_outlet and who.id != sketch.publisher
        }
        begun[_group(sketch)].update(_beginnings(sketch, kinds=kinds))
    known = [
        replace(
            sketch,
            beside=frozenset(cited[sketch.report.id]),
            began=min(begun[_group(sketch)], default=None),
        )
        for sketch in sketches
    ]
    placed = {
        sketch.id: sketch
        for told in by_report(known)
        for sketch in at_all_places(told, kinds=kinds)
    }
    return tuple(placed[sketch.id] for sketch in sketches)


def _group(sketch: Sketch) -> _Group:
    """Return the people of one report that a claim is about; its own where nobody else's are."""
    return sketch.report.id, sketch.claim.group or sketch.id


def _beginnings(sketch: Sketch, *, kinds: Kinds) -> Iterator[int]:
    """Yield the day on which the people of a claim came to be held, by "since" or by an arrest."""
    since, _ = days_of(sketch.claim.since)
    is_long = _length(sketch) > AT_ONCE
    is_arrest = kinds.is_flow(sketch.kind) and kinds.comes_in(sketch.kind)
    is_told = (is_arrest and not is_long) or (kinds.is_lasting(sketch.kind) and is_long)
    if since is not None:
        yield since
    elif is_told and sketch.first is not None and sketch.last is not None:
        yield sketch.first


def _length(sketch: Sketch) -> int:
    """Return the days from the first to the last of a period, 0 where one is not known."""
    if sketch.first is None or sketch.last is None:
        return 0
    return sketch.last - sketch.first

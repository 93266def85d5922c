"""Whether two origins that tell of one event could come from one mouth: unknown unless shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tumen.lineage.sketch import Sketch
from tumen.records import HopType, Independence

# Origins that speak of one event and are compared with each other.
MOST_RIVALS = 40
_MONTHS_OF_AN_EVENT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voices:
    """Through whom a group's claims went."""

    tellers: frozenset[str]  # named, and no outlets
    all: frozenset[str]  # publishers and everyone named on the way
    types: frozenset[HopType]  # of the tellers, empty when not all are named


def independence_of(told: Mapping[str, Sequence[Sketch]]) -> dict[str, Independence]:
    """Return for each group whether it stands apart from the others that tell of its events.

    Dependent where one named speaker tells both; independent where all name their speakers, these
    are of other types and no outlet is shared; unknown where nobody else tells of the events or
    nobody says who speaks: two anonymous lines may be one missionary.
    """
    rivals: dict[str, set[str]] = defaultdict(set)
    for groups in _by_event(told).values():
        few = groups[:MOST_RIVALS]
        for group in groups:
            rivals[group].update(other for other in few if other != group)
    voices = {group: _voices_of(members) for group, members in told.items()}
    return {
        group: _independence(voices[group], [voices[rival] for rival in sorted(rivals[group])])
        for group in told
    }


def _independence(own: _Voices, rivals: Sequence[_Voices]) -> Independence:
    """Return how one group stands to its rivals."""
    if any(own.tellers & rival.tellers for rival in rivals):
        return Independence.DEPENDENT
    is_apart = all(
        rival.types and rival.types.isdisjoint(own.types) and rival.all.isdisjoint(own.all)
        for rival in rivals
    )
    return Independence.INDEPENDENT if rivals and own.types and is_apart else Independence.UNKNOWN


def _by_event(told: Mapping[str, Sequence[Sketch]]) -> dict[Hashable, list[str]]:
    """Return the groups that tell of each event: a kind, a place and a quarter of a year."""
    events: dict[Hashable, dict[str, None]] = defaultdict(dict)
    for group, members in sorted(told.items()):
        for sketch in members:
            day = sketch.last if sketch.last is not None else sketch.first
            if day is None or not sketch.figure:
                continue
            quarter = day // (30 * _MONTHS_OF_AN_EVENT)
            for place in sketch.leaves:
                for near in (quarter, quarter + 1):
                    events[sketch.kind, place, near][group] = None
    return {event: list(groups) for event, groups in events.items()}


def _voices_of(members: Iterable[Sketch]) -> _Voices:
    """Return through whom a group's claims went; no types when one teller is not named."""
    tellers, everyone, types = set(), set(), set()
    is_named = True
    for sketch in members:
        everyone |= {*sketch.named, sketch.publisher} - {""}
        if sketch.mouth is None or sketch.mouth.is_outlet:
            continue
        is_named = is_named and sketch.mouth.is_named
        if sketch.mouth.is_named:
            tellers.add(sketch.mouth.id)
            types.add(sketch.mouth.type)
    return _Voices(
        tellers=frozenset(tellers),
        all=frozenset(everyone),
        types=frozenset(types if is_named else ()),
    )

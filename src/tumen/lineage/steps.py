"""The steps of a group: arrested, held, moved, refused, handed over, and what is last known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tumen.lineage.evidence import SLACK, are_nested, days_apart
from tumen.lineage.kinds import Kinds
from tumen.lineage.sketch import Firmness, Sketch
from tumen.records import Outcome, Step

_Told = list[Sketch]


def steps_of(members: Sequence[Sketch], *, kinds: Kinds) -> tuple[Step, ...]:
    """Return what is told of a group, in the order of time; *members* from original to copy."""
    told = sorted(_told(members, kinds=kinds), key=_when)
    steps: list[Step] = []
    before: Sketch | None = None
    for same in told:
        first = same[0]
        is_elsewhere = before is not None and bool(before.leaves and first.leaves)
        moved = is_elsewhere and before is not None and not are_nested(before, first)
        steps.append(_step(same, moved=moved, kinds=kinds))
        before = first if first.leaves else before
    return tuple(steps)


def _told(members: Sequence[Sketch], *, kinds: Kinds) -> Iterator[_Told]:
    """Yield the claims that tell one thing: of one kind, place and time, the original first.

    A state that lasts is one however late it is told of, as long as the place is the same.
    """
    told: list[_Told] = []
    for sketch in members:
        for same in told:
            if _is_one_step(same[0], sketch, kinds=kinds):
                same.append(sketch)
                break
        else:
            told.append([sketch])
    yield from told


def _is_one_step(one: Sketch, other: Sketch, *, kinds: Kinds) -> bool:
    """Tell whether two claims of a group tell of one thing."""
    if one.kind != other.kind or (one.leaves and other.leaves and not are_nested(one, other)):
        return False
    return kinds.is_lasting(one.kind) or (days_apart(one, other) or 0) <= SLACK


def _when(same: _Told) -> tuple[int, int, str]:
    """Return what orders steps: their first day, then their last one; undated ones last."""
    first, last = same[0].first, same[0].last
    start = first if first is not None else last
    return start if start is not None else date.max.toordinal(), last or 0, same[0].id


def _step(same: _Told, *, moved: bool, kinds: Kinds) -> Step:
    """Return claims that tell one thing as a step; a state runs to the last day it is told of."""
    original = same[0]
    last = original.last
    if kinds.is_lasting(original.kind):
        last = max((s.last for s in same if s.last is not None), default=None)
    return Step(
        kind=original.kind,
        claims=tuple(sketch.id for sketch in same),
        first_day=_day(original.first),
        last_day=_day(last),
        places=tuple(sorted(original.leaves)),
        moved=moved,
        expected=all(sketch.firmness is Firmness.EXPECTED for sketch in same),
    )


def ends_of(
    members: Sequence[Sketch], root: Sketch, *, kinds: Kinds
) -> tuple[str, tuple[str, ...]]:
    """Return the state in which all of a group ended, and those that another number of it reached.

    The latest counts; two that are told of one time are disputed.
    """
    ended = [
        sketch
        for sketch in members
        if sketch.firmness is Firmness.ASSERTED
        and not kinds.is_exchange(sketch.kind)
        and kinds.is_end(kinds.leaves_people(sketch.kind))
    ]
    whole = [sketch for sketch in ended if sketch.bases & root.bases]
    partly = {kinds.leaves_people(s.kind) for s in ended if not s.bases & root.bases}
    if not whole:
        return Outcome.UNKNOWN, tuple(sorted(partly))
    latest = max(whole, key=lambda s: (s.last or s.first or 0, s.id))
    ends = {kinds.leaves_people(s.kind) for s in whole if not days_apart(s, latest)}
    outcome = ends.pop() if len(ends) == 1 else Outcome.DISPUTED
    return outcome, tuple(sorted(partly - {outcome}))


def last_news(members: Sequence[Sketch], repeats: set[str]) -> int | None:
    """Return the last day of which something new is told: who repeats another brings no news."""
    days = [day for s in members if s.id not in repeats and (day := _told_day(s)) is not None]
    return max(days, default=None)


def _told_day(sketch: Sketch) -> int | None:
    """Return the last day a claim can know of: that of its words, but none after it was printed."""
    days = [day for day in (sketch.last, sketch.published) if day is not None]
    return min(days, default=sketch.first)


def _day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal is not None else None

"""Conflicts between a claim and its retelling, from what was distorted on the way (§3.8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tumen.reconcile.disagreements import Disagreement
from tumen.reconcile.standing import StandingClaim
from tumen.records import Lineage

# What a distortion makes of the two claims, when both stand.
CONFLICT_OF = MappingProxyType(
    {
        "figure_changed": "count_conflict",
        "kind_swapped": "kind_conflict",
        "date_reanchored": "date_conflict",
        "actor_swapped": "actor_conflict",
        "overlap_double_counted": "arithmetic",
    }
)

WHY = MappingProxyType(
    {
        "count_conflict": "the same people are told with another number",
        "kind_conflict": "the same people are told to be in another state",
        "date_conflict": "the same event is told with another date",
        "actor_conflict": "the same event is told with other actors",
        "arithmetic": "a sum counts people who may have been counted already",
    }
)


def retold_otherwise(claims: Sequence[StandingClaim], lineage: Lineage) -> tuple[Disagreement, ...]:
    """Return the distorted retellings whose two ends cannot both hold, each kind of pair once."""
    stands_for = {claim: s for s in claims for claim in s.repeats}
    found: dict[tuple[object, ...], Disagreement] = {}
    for pair, type_ in _distorted(lineage, stands_for):
        if pair[0] is not pair[1] and _apart(pair, type_):
            key = (type_, *sorted((_told(s) for s in pair), key=repr))
            found.setdefault(key, _disagreement(pair, type_))
    return tuple(found.values())


Pair = tuple[StandingClaim, StandingClaim]


def _distorted(
    lineage: Lineage, stands_for: Mapping[str, StandingClaim]
) -> Iterator[tuple[Pair, str]]:
    for retelling in lineage.retellings:
        parent, child = stands_for.get(retelling.parent), stands_for.get(retelling.child)
        if parent is None or child is None:
            continue
        for distortion in retelling.distortions:
            if distortion.type in CONFLICT_OF:
                yield (parent, child), CONFLICT_OF[distortion.type]


def _apart(pair: Pair, type_: str) -> bool:
    """Tell whether the two ends of a retelling cannot both hold."""
    one, other = pair
    if not (one.asserted and other.asserted):
        return False
    if type_ == "count_conflict":
        return bool(one.people and other.people and not one.people.meets(other.people))
    if type_ == "date_conflict":
        return _dated(one) and _dated(other) and not one.window.overlaps(other.window)
    if type_ == "kind_conflict":
        return one.kind != other.kind and not _status_of(one, other) and not _status_of(other, one)
    return True


def _dated(s: StandingClaim) -> bool:
    """Tell whether words, and not the day of its report, give an act of people its date.

    Only acts have one date: people may be held on many.
    """
    return (
        bool(s.kind.measure == "flow" or s.kind.by)
        and s.claim.period is not None
        and bool(s.claim.period.printed)
    )


def _status_of(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether *one* only tells what became of the people whom *other* counts."""
    taken = other.kind.measure == "stock" or bool(other.kind.into)
    planned = one.kind.planned and (other.kind.planned or taken)
    answered = {one.kind.code, other.kind.code} == {"return_refused", "return_unanswered"}
    return planned and not answered


def _told(s: StandingClaim) -> tuple[object, ...]:
    return (s.origin, s.kind.code, s.places, s.people, s.window.last)


def _disagreement(pair: Pair, type_: str) -> Disagreement:
    one, other = pair
    gap = one.people.distance(other.people) if one.people and other.people else 0
    return Disagreement(
        claims=pair,
        type=type_,
        gap=gap if type_ == "count_conflict" else 0,
        why=WHY[type_],
    )

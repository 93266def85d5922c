"""Conflicts between a claim and its retelling, from what was distorted on the way (§3.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tumen.reconcile.disagreements import Disagreement, holds_words
from tumen.reconcile.standing import StandingClaim
from tumen.records import Lineage

# What a distortion makes of the two claims, when both stand.
CONFLICT_OF = MappingProxyType(
    {
        "kind_swapped": "kind_conflict",
        "actor_swapped": "actor_conflict",
        "overlap_double_counted": "arithmetic",
    }
)

WHY = MappingProxyType(
    {
        "kind_conflict": "the same people are told to be in another state",
        "actor_conflict": "the same event is told with other actors",
        "arithmetic": "a sum counts people who may have been counted already",
    }
)


def retold_otherwise(claims: Sequence[StandingClaim], lineage: Lineage) -> tuple[Disagreement, ...]:
    """Return the distorted retellings whose two ends cannot both hold, each kind of pair once."""
    stands_for = {claim: s for s in claims for claim in s.repeats}
    by_number: dict[int, list[StandingClaim]] = defaultdict(list)
    for s in claims:
        by_number[_number(s)].append(s)
    found: dict[tuple[object, ...], Disagreement] = {}
    for pair, type_ in _distorted(lineage, stands_for):
        if pair[0] is pair[1] or not _apart(pair, type_):
            continue
        if type_ != "kind_conflict" or not _tells_both(pair, by_number[_number(pair[0])]):
            key = (type_, *sorted((_told(s) for s in pair), key=repr))
            found.setdefault(key, _disagreement(pair, type_))
    return tuple(_without_parts(tuple(found.values())))


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
    if type_ == "kind_conflict":
        return one.kind != other.kind and not (one.kind.planned or other.kind.planned)
    return True


def _tells_both(pair: Pair, claims: Sequence[StandingClaim]) -> bool:
    """Tell whether a report of one side tells the other's kind of as many as well.

    They were arrested, and then sent back: one after the other.
    """
    return any(
        s.kind == other.kind
        and s.told_in & one.told_in
        and s.people
        and other.people
        and s.people.meets(other.people)
        for one, other in (pair, pair[::-1])
        for s in claims
    )


def _without_parts(found: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """Yield conflicts without those of a part of the people (children) of a greater one's."""
    ordered = sorted(found, key=lambda d: -max(_number(s) for s in d.claims))
    kept: list[Disagreement] = []
    for conflict in ordered:
        if not any(_is_part(conflict, greater) for greater in kept):
            kept.append(conflict)
    yield from (conflict for conflict in found if conflict in kept)


def _is_part(conflict: Disagreement, greater: Disagreement) -> bool:
    """Tell whether a conflict is of some of the people of a greater one, in the same reports."""
    pairs = list(zip(conflict.claims, greater.claims, strict=False))
    is_alike = conflict.type == greater.type and all(
        s.claim.report == its.claim.report and s.kind == its.kind for s, its in pairs
    )
    return is_alike and any(s.subject != its.subject or holds_words(s, its) for s, its in pairs)


def _number(s: StandingClaim) -> int:
    return s.people.low if s.people else 0


def _told(s: StandingClaim) -> tuple[object, ...]:
    return (s.origin, s.kind.code, s.places, s.people, s.window.last)


def _disagreement(pair: Pair, type_: str) -> Disagreement:
    return Disagreement(claims=pair, type=type_, why=WHY[type_])

"""Conflicts between a claim and its retelling, from what was distorted on the way (§3.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType

from tumen.reconcile.answers import ANSWERED, UNANSWERED
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

ANSWER = "one request is told to be refused, and to be without an answer"

# What lineage says of a retelling whose date another group shows to have moved.
COMPANION = "companion"

# How far apart reports date one arrest without excluding each other.
SLACK = timedelta(days=31)

WHY = MappingProxyType(
    {
        "date_conflict": "a retelling moved the day from which the same people are held",
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
    for pair in _redated(claims, lineage, stands_for):
        key = ("date_conflict", *sorted((_told(s) for s in pair), key=repr))
        found.setdefault(key, _disagreement(pair, "date_conflict"))
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


def _redated(
    claims: Sequence[StandingClaim], lineage: Lineage, stands_for: Mapping[str, StandingClaim]
) -> Iterator[Pair]:
    """Yield the arrest of a group and a retelling that has it held since another day.

    Only where another group beside it shows that the retelling moved the date (`companion`): two
    dates of what may be two groups are none of one.
    """
    by_group: dict[tuple[str, str], list[StandingClaim]] = defaultdict(list)
    for s in claims:
        if s.claim.group is not None:
            by_group[s.claim.report, s.claim.group].append(s)
    for retelling in lineage.retellings:
        parent, child = stands_for.get(retelling.parent), stands_for.get(retelling.child)
        if COMPANION not in retelling.because or parent is None or child is None:
            continue
        group = (parent.claim.report, parent.claim.group or "")
        yield from ((s, child) for s in by_group.get(group, ()) if _excludes(s, child))


def _excludes(arrest: StandingClaim, held: StandingClaim) -> bool:
    """Tell whether people who came in by *arrest* cannot be those *held* since their day."""
    since, first, last = held.window.since, arrest.window.first, arrest.window.last
    if not (since and first and last and arrest.asserted and held.asserted):
        return False
    is_arrest = bool(arrest.kind.into) and arrest.kind.into == held.kind.state
    return is_arrest and not first - SLACK <= since <= last + SLACK


def _apart(pair: Pair, type_: str) -> bool:
    """Tell whether the two ends of a retelling cannot both hold."""
    one, other = pair
    if not (one.asserted and other.asserted):
        return False
    if type_ == "kind_conflict":
        if {one.kind.code, other.kind.code} == {ANSWERED, UNANSWERED}:
            return one.claim.figure is not None and other.claim.figure is not None
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
        s.claim.report == its.claim.report and s.kind == its.kind and s.window.overlaps(its.window)
        for s, its in pairs
    )
    return is_alike and any(s.subject != its.subject or holds_words(s, its) for s, its in pairs)


def _number(s: StandingClaim) -> int:
    return s.people.low if s.people else 0


def _told(s: StandingClaim) -> tuple[object, ...]:
    return (s.origin, s.kind.code, s.places, s.people, s.window.last)


def _disagreement(pair: Pair, type_: str) -> Disagreement:
    is_answer = {s.kind.code for s in pair} == {ANSWERED, UNANSWERED}
    return Disagreement(claims=pair, type=type_, why=ANSWER if is_answer else WHY[type_])

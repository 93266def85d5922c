"""Acts that may be one, told at two places: their people are not added up (§3.7).

One paper has 500 sent back from Tumen, another has 500 sent back from Dandong, the same day.  That
may be a thousand people, or five hundred and one wrong place; a least number must hold in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tumen.reconcile.one_event import NEAR_ELSEWHERE, NEIGHBOURS, TELLING
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.standing import StandingClaim


def may_be_one(claims: Sequence[StandingClaim], tree: PlaceTree) -> Mapping[str, frozenset[str]]:
    """Return, by the id of a claim, the claims of other origins that may tell its people again.

    They count an act of the same kind on days in common, with numbers that are near, at places of
    which none lies in the other.  Not where some report tells both: it knows of two groups.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for alike in _of_one_kind(claims):
        tellers = _Tellers(alike)
        for place, one in enumerate(alike):
            for other in alike[place + 1 : place + 1 + NEIGHBOURS]:
                if not _are_near(one, other):
                    break  # in the order of their numbers: the rest are further off
                if _may_be_one(one, other, tree) and not tellers.of(one) & tellers.of(other):
                    found[one.claim.id].add(other.claim.id)
                    found[other.claim.id].add(one.claim.id)
    return {claim: frozenset(others) for claim, others in found.items()}


class _Tellers:
    """Which reports tell of a group: near its number, at its places."""

    def __init__(self, alike: Sequence[StandingClaim]) -> None:
        """Take claims of one kind and people."""
        self._at: dict[tuple[str, ...], list[StandingClaim]] = defaultdict(list)
        for s in alike:
            self._at[s.places].append(s)

    def of(self, one: StandingClaim) -> frozenset[str]:
        """Return the reports that tell of the group of *one*."""
        there = (s for s in self._at[one.places] if _are_near(s, one))
        return frozenset[str]().union(*(s.told_in for s in there))


def _of_one_kind(claims: Iterable[StandingClaim]) -> Iterable[Sequence[StandingClaim]]:
    """Yield the acts of each kind and people, in the order of their numbers."""
    alike: dict[tuple[str, str | None], list[StandingClaim]] = defaultdict(list)
    for s in claims:
        is_act = s.kind.measure == "flow" and not s.kind.planned
        if is_act and s.asserted and s.countable and _number(s) >= TELLING:
            alike[s.kind.code, s.subject].append(s)
    for group in alike.values():
        yield sorted(group, key=lambda s: (_number(s), s.claim.id))


def _may_be_one(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    apart = not any(tree.related(p, q) for p in one.places for q in other.places)
    return apart and one.origin != other.origin and one.window.overlaps(other.window)


def _are_near(one: StandingClaim, other: StandingClaim) -> bool:
    few, many = sorted((_number(one), _number(other)))
    return few >= NEAR_ELSEWHERE * many


def _number(s: StandingClaim) -> int:
    return s.people.low if s.people else 0

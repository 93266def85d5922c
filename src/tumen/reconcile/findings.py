"""What follows from the claims taken together, and what is only expected (§3.10, §3.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from tumen.ids import content_id
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.standing import StandingClaim
from tumen.records import Finding, Modality

# Groups told of longer before the total than this are not taken for parts of it.
SAME_SITUATION = timedelta(days=365)


def findings_of(claims: Sequence[StandingClaim], tree: PlaceTree) -> tuple[Finding, ...]:
    """Return the unlisted rests of the area's totals, then what is expected."""
    return (*_unlisted_rest(claims, tree), *_forecasts(claims))


# --- of a total, how many are in no listed group ----------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """People told of at a place: one group, however many claims count it."""

    low: int
    high: int | None
    claim: StandingClaim


def _unlisted_rest(claims: Sequence[StandingClaim], tree: PlaceTree) -> tuple[Finding, ...]:
    """Return, for the greatest total told of the area, how many of it are in no listed group.

    The groups are those that a report of the total lists beside it, and separate people, as their
    places tell; otherwise nothing is said.  It holds whether or not the groups are still there: a
    group has as many people as its figure says.
    """
    totals = [
        s
        for s in claims
        if s.places == (tree.area,)
        and _counts_held(s)
        and s.claim.modality is not Modality.DENIED
        and s.people
    ]
    if not totals:
        return ()
    total = max(totals, key=lambda s: (s.asserted, _low(s), s.claim.id))
    groups = _groups(total, claims, tree)
    if not groups or _low(total) <= 0 or _overlap(groups, tree):
        return ()
    return _rest_of(total, groups)


def _overlap(groups: Sequence[_Group], tree: PlaceTree) -> bool:
    """Tell whether some people may be in two of the groups: one place lies in the other."""
    return any(
        tree.related(p, q)
        for one, other in combinations(groups, 2)
        for p in one.claim.places
        for q in other.claim.places
    )


def _rest_of(total: StandingClaim, groups: Sequence[_Group]) -> tuple[Finding, ...]:
    highs = [g.high for g in groups if g.high is not None]
    rest = _low(total) - sum(highs)
    if len(highs) < len(groups) or rest <= 0:
        return ()
    involved = (total.claim.id, *(g.claim.claim.id for g in groups))
    values: Mapping[str, int | str] = {
        "total": _printed(total),
        "total_low": _low(total),
        "state": total.kind.state,
        "modality": total.claim.modality.value,
        "groups": len(groups),
        "listed": sum(_printed(g.claim) for g in groups),
        "listed_low": sum(g.low for g in groups),
        "listed_high": sum(highs),
        "rest": rest,
    }
    return (
        Finding(
            id=content_id("f", "unlisted_rest", *involved),
            code="unlisted_rest",
            claims=involved,
            values=values,
        ),
    )


def _printed(s: StandingClaim) -> int:
    """Return the number that a figure names: 1,000 for "more than 1,000", 20 for "about 20"."""
    figure = s.claim.figure
    if figure is None:
        return 0
    low = figure.low if figure.low is not None else figure.high or 0
    beyond = figure.high is None and low > 1 and (low - 1) % 10 == 0
    return low - 1 if beyond else low


def _counts_held(s: StandingClaim) -> bool:
    return s.kind.measure == "stock" and s.countable and s.subject is None


def _groups(
    total: StandingClaim, claims: Sequence[StandingClaim], tree: PlaceTree
) -> tuple[_Group, ...]:
    """Return the groups told of at places inside the area, each once, of the total's state."""
    listed = [
        s
        for s in claims
        if s.asserted
        and s.countable
        and s.people
        and s.people.low > 0
        and s.kind.state == total.kind.state
        and (s.kind.measure == "stock" or s.kind.by)
        and s.told_in & total.told_in
        and s.places != (tree.area,)
        and all(tree.area in tree.line(place) for place in s.places)
        and _same_situation(s, total)
    ]
    groups: list[_Group] = []
    for s in sorted(listed, key=lambda s: (s.kind.measure != "stock", s.claim.id)):
        if s.people and not any(_same_group(s, g.claim, tree) for g in groups):
            groups.append(_Group(low=s.people.low, high=s.people.high, claim=s))
    return tuple(sorted(groups, key=lambda g: (-g.low, g.claim.claim.id)))


def _same_situation(s: StandingClaim, total: StandingClaim) -> bool:
    day, then = s.window.last, total.window.last or date.max
    return day is None or then == date.max or timedelta(0) <= then - day <= SAME_SITUATION


def _same_group(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    """Tell whether two claims count one group: of one report or origin, with figures that meet."""
    if one.claim.report == other.claim.report and one.claim.group and other.claim.group:
        return one.claim.group == other.claim.group
    return (
        (one.origin == other.origin or one.claim.report == other.claim.report)
        and any(tree.related(p, q) for p in one.places for q in other.places)
        and bool(one.people and other.people and one.people.meets(other.people))
    )


# --- what is only expected --------------------------------------------------------------


def _forecasts(claims: Sequence[StandingClaim]) -> tuple[Finding, ...]:
    """Return what is expected, each once: it sets no state and bounds nothing."""
    found = []
    for s in claims:
        if s.claim.modality is Modality.EXPECTED:
            values: dict[str, int | str] = {"kind": s.kind.code, "place": s.places[0]}
            if s.kind.indicator:
                values |= {"indicator": s.kind.indicator, "condition": s.kind.condition}
            if s.people:
                values["low"] = s.people.low
                if s.people.high is not None:
                    values["high"] = s.people.high
            if s.window.last:
                values["day"] = s.window.last.isoformat()
            found.append(
                Finding(
                    id=content_id("f", "forecast", s.claim.id),
                    code="forecast",
                    claims=s.repeats,
                    values=values,
                )
            )
    return tuple(found)


def _low(s: StandingClaim) -> int:
    return s.people.low if s.people else 0

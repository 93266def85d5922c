"""The board: the state of each indicator, since when, and whether it is disputed (§4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tumen.codebook import Codebook, Indicator
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.standing import StandingClaim
from tumen.records import Condition, Period, Precision

UNKNOWN = "unknown"


def conditions_of(
    claims: Sequence[StandingClaim], codebook: Codebook, tree: PlaceTree
) -> tuple[Condition, ...]:
    """Return the state of every indicator of the codebook, in the codebook's order.

    The newest word wins; of several equally new ones the worst state.  What is denied or only
    expected sets no state.
    """
    return tuple(
        _condition(
            indicator,
            [s for s in claims if s.kind.indicator == indicator.code and s.asserted],
            tree,
        )
        for indicator in codebook.indicators.values()
    )


def _condition(indicator: Indicator, claims: Sequence[StandingClaim], tree: PlaceTree) -> Condition:
    if not claims:
        return Condition(indicator=indicator.code, state=UNKNOWN, since="", claims=())
    rank = {state: i for i, state in enumerate(indicator.states)}
    newest = max(claims, key=lambda s: (_last(s), -rank.get(s.kind.condition, 0), s.claim.id))
    alike = _unbroken(newest, claims)
    return Condition(
        indicator=indicator.code,
        state=newest.kind.condition,
        since=_since(alike),
        claims=tuple(s.claim.id for s in alike),
        disputed=any(_disputes(s, alike, tree) for s in claims),
    )


def _last(s: StandingClaim) -> tuple[date, date]:
    """Return the last day a claim speaks of, and when it was published; undated words come first."""
    return (s.window.last or date.min, s.published or date.min)


def _first(s: StandingClaim) -> date | None:
    return s.window.since or s.window.first or s.window.last


def _unbroken(newest: StandingClaim, claims: Sequence[StandingClaim]) -> list[StandingClaim]:
    """Return the claims of the newest state since another state was last told, newest first."""
    state, start = newest.kind.condition, _first(newest) or date.min
    others = [_last(s)[0] for s in claims if s.kind.condition != state]
    broken = max((day for day in others if day < start), default=date.min)
    same = [s for s in claims if s.kind.condition == state and _last(s)[0] >= broken]
    return sorted(same, key=lambda s: (_last(s), s.claim.id), reverse=True)


def _disputes(s: StandingClaim, alike: Sequence[StandingClaim], tree: PlaceTree) -> bool:
    """Tell whether a claim tells another state of the same place and time."""
    return any(
        s.kind.condition != other.kind.condition
        and any(tree.related(p, q) for p in s.places for q in other.places)
        and _same_time(s, other)
        for other in alike
    )


def _same_time(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether two claims surely speak of a common day; open starts count as their last day."""
    starts, ends = (_first(one), _first(other)), (one.window.last, other.window.last)
    if None in starts or None in ends:
        return False
    return max(d for d in starts if d) <= min(d for d in ends if d)


def _since(claims: Sequence[StandingClaim]) -> str:
    """Return the earliest start that the claims give, as finely as they give it."""
    told = [s.claim.since or s.claim.period for s in claims]
    starts = [p for p in told if p is not None and p.first_day is not None]
    if not starts:
        return ""
    return _as_told(min(starts, key=lambda p: p.first_day or date.max))


def _as_told(period: Period) -> str:
    first = period.first_day
    if first is None:
        return ""
    if period.precision is Precision.YEAR:
        return f"{first:%Y}"
    return f"{first:%Y-%m}" if period.precision is Precision.MONTH else first.isoformat()

"""The board: which states of each indicator stand, since when, and whether disputed (§4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from tumen.codebook import Codebook, Indicator
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.standing import StandingClaim
from tumen.records import Condition, Contradiction, Period, Precision

UNKNOWN = "unknown"

# A state last told of this long before the newest word on its indicator no longer stands.  Half a
# year: seasons of crackdown and the yearly opening of the border are shorter.
STALE = timedelta(days=183)
_RIGHT_AFTER = 20  # characters between two states told in one breath


def conditions_of(
    claims: Sequence[StandingClaim],
    contradictions: Iterable[Contradiction],
    codebook: Codebook,
    tree: PlaceTree,
) -> tuple[Condition, ...]:
    """Return the states that stand, indicator by indicator as in the codebook, worst first.

    What is denied or only expected sets no state; an indicator of which nothing is said is
    unknown.
    """
    at_odds = [frozenset(c.claims) for c in contradictions if c.type == "kind_conflict"]
    found: list[Condition] = []
    for indicator in codebook.indicators.values():
        own = [s for s in claims if s.kind.indicator == indicator.code and s.asserted]
        if own:
            found.extend(_standing(indicator, own, at_odds, tree))
        else:
            found.append(Condition(indicator=indicator.code, state=UNKNOWN, since="", claims=()))
    return tuple(found)


def _standing(
    indicator: Indicator,
    claims: Sequence[StandingClaim],
    at_odds: Sequence[frozenset[str]],
    tree: PlaceTree,
) -> Iterator[Condition]:
    """Yield the states of an indicator that stand, from worst to best."""
    claims = [s for s in claims if not any(_gave_way(s, other, indicator) for other in claims)]
    newest = max(_last(s) for s in claims)
    for state in indicator.states:
        own = [s for s in claims if s.kind.condition == state and not _of_room(s)]
        against = [s for s in claims if s.kind.condition in _opposites(state, indicator)]
        if not own or _over(own, against, newest):
            continue
        alike = _unbroken(own, against)
        yield Condition(
            indicator=indicator.code,
            state=state,
            since=_since(alike),
            claims=tuple(s.claim.id for s in alike),
            disputed=_contradicted(alike, claims, at_odds)
            or any(_at_odds(s, other, tree) for s in alike for other in against),
        )


def _opposites(state: str, indicator: Indicator) -> frozenset[str]:
    """Return the states that *state* rules out: worst and best rule each other out.

    Those between may stand beside any: a border may be closed, and trade banned, at once.
    """
    states = list(indicator.states)
    extremes = frozenset({states[0], states[-1]})
    return extremes - {state} if state in extremes and len(extremes) > 1 else frozenset()


def _gave_way(one: StandingClaim, other: StandingClaim, indicator: Indicator) -> bool:
    """Tell whether the words right after a claim tell that its state gave way, and since when.

    "It had been closed since January 2020 and was reopened in August 2023": the report ends the
    first state itself, whatever day its verb makes it last to.
    """
    if other.kind.condition not in _opposites(one.kind.condition or "", indicator):
        return False
    said, next_said = one.claim.passage, other.claim.passage
    starts = _first(one), _first(other)
    if said.report != next_said.report or starts[0] is None or starts[1] is None:
        return False
    return 0 <= next_said.span.start - said.span.end <= _RIGHT_AFTER and starts[0] < starts[1]


def _over(own: Sequence[StandingClaim], against: Sequence[StandingClaim], newest: date) -> bool:
    """Tell whether a state has given way to a newer word, or has not been told of for long."""
    last = max(_last(s) for s in own)
    if any(_last(s) > last for s in against):
        return True
    return last != date.min and newest - last > STALE


def _last(s: StandingClaim) -> date:
    """Return the last day a claim speaks of; a claim without one comes before all others."""
    return s.window.last or date.min


def _first(s: StandingClaim) -> date | None:
    return s.window.since or s.window.first or s.window.last


def _unbroken(
    own: Sequence[StandingClaim], against: Sequence[StandingClaim]
) -> list[StandingClaim]:
    """Return the claims of a state since its opposite was last told of, newest first."""
    newest = max(own, key=lambda s: (_last(s), s.claim.id))
    start = _first(newest) or date.min
    broken = max((_last(s) for s in against if _last(s) < start), default=date.min)
    same = [s for s in own if _last(s) >= broken]
    return sorted(same, key=lambda s: (_last(s), s.claim.id), reverse=True)


def _contradicted(
    own: Sequence[StandingClaim],
    claims: Sequence[StandingClaim],
    at_odds: Sequence[frozenset[str]],
) -> bool:
    """Tell whether a claim of the state contradicts one of another state of the indicator."""
    mine = {s.claim.id for s in own}
    others = {s.claim.id for s in claims if s.kind.condition != own[0].kind.condition}
    return any(pair & mine and pair & others for pair in at_odds)


def _at_odds(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    """Tell whether two claims of opposite states speak of one place on a common day."""
    starts, ends = (_first(one), _first(other)), (one.window.last, other.window.last)
    if None in starts or None in ends:
        return False
    common = max(d for d in starts if d) <= min(d for d in ends if d)
    return common and any(tree.related(p, q) for p in one.places for q in other.places)


def _since(claims: Sequence[StandingClaim]) -> str:
    """Return the earliest start that the claims give, as finely as they give it."""
    told = [s.claim.since or s.claim.period for s in claims]
    starts = [p for p in told if p is not None and p.first_day is not None]
    return _as_told(min(starts, key=lambda p: p.first_day or date.max)) if starts else ""


def _as_told(period: Period) -> str:
    first = period.first_day
    if first is None:
        return ""
    if period.precision is Precision.YEAR:
        return f"{first:%Y}"
    return f"{first:%Y-%m}" if period.precision is Precision.MONTH else first.isoformat()


def _of_room(standing: StandingClaim) -> bool:
    """Tell whether a claim says how many there is room for, and so not that room is short."""
    return standing.kind.limits and standing.claim.figure is not None

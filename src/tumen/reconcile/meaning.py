"""What one claim says of the model, by its kind: limits on people in states and on flows (§3.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tumen.codebook import Codebook
from tumen.reconcile.assumptions import CLOSED_BORDER, EXHAUSTIVE, STILL_HELD
from tumen.reconcile.people import People
from tumen.reconcile.standing import StandingClaim
from tumen.records import Ground, Measure, Quantity, Term

DAY = timedelta(days=1)
LONG = timedelta(days=93)

# What a kind says of the border, in the words of the board, and whom a closed border keeps.
BORDER, CLOSED, SENT_BACK = "border", "closed", "returned"

DAY_RULE, WINDOW_RULE, FLOW_RULE, CLOSED_RULE = "3.4.1", "3.4.2", "3.4.3", "3.4.4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """lower <= sum(terms) <= upper, as one claim has it if its assumptions hold."""

    terms: tuple[Term, ...]
    lower: int = 0
    upper: int | None = None
    rule: str
    assumptions: tuple[str, ...] = ()
    ground: Ground = Ground.REPORTED


def limits_of_stock(
    s: StandingClaim, people: People, *, whole: bool, since_counts_all: bool = False
) -> Iterator[Limit]:
    """Yield what a number of people in a state says; *whole*: it may be read as everybody there.

    Told of one day it holds on that day.  Told of a stretch of time, or of those in the state
    since a day, it holds on the last day only if they are still there; what is certain is that so
    many were in the state at some time in it.  With *since_counts_all* the latter is all that
    "since" says.
    """
    last = s.window.last
    at_end = tuple(Term(1, _stock(s, place, last)) for place in s.places)
    certain = last is None or (s.window.one_day and s.window.since is None)
    still = () if certain else (STILL_HELD,)
    upper = people.high if people.capped else None
    if not certain:
        yield Limit(terms=_ever(s), lower=people.low, rule=WINDOW_RULE)
        if (s.window.since and since_counts_all) or _long(s):
            return
        if people.capped and s.window.first and s.window.since is None:
            yield Limit(terms=_throughout(s, s.window.first), upper=people.high, rule=WINDOW_RULE)
    yield Limit(terms=at_end, lower=people.low, upper=upper, rule=DAY_RULE, assumptions=still)
    if whole and not people.capped:
        yield Limit(
            terms=at_end, upper=people.high, rule=DAY_RULE, assumptions=(EXHAUSTIVE, *still)
        )


def _long(s: StandingClaim) -> bool:
    """Tell whether a window is too long for its last day to say much: "over the last four years".

    Those who came and went in it were never there together.
    """
    first, last = s.window.first, s.window.last
    if s.window.since is not None or first is None or last is None:
        return False
    return last - first > LONG


def limits_of_flow(s: StandingClaim, people: People, codebook: Codebook) -> Iterator[Limit]:
    """Yield what a number of people who came into a state, or left it, says.

    Whoever comes into a place may have been moved there: "at most 20 were arrested" does not cap
    those who came in.  Nor does a cap on a time that begins nobody knows when.
    """
    bounded = people.capped and not s.kind.into and (s.window.since or s.window.first)
    upper = people.high if bounded else None
    yield Limit(terms=flow_terms(s, codebook), lower=people.low, upper=upper, rule=FLOW_RULE)


def limits_of_closure(s: StandingClaim, codebook: Codebook) -> Iterator[Limit]:
    """Yield that nobody is sent back while the border is closed, if that is assumed."""
    if s.kind.indicator != BORDER or s.kind.condition != CLOSED or s.window.last is None:
        return
    if any(kind.by == SENT_BACK for kind in codebook.kinds.values()):
        gone = Quantity(
            measure=Measure.FLOW,
            by=SENT_BACK,
            state=state_left_by(SENT_BACK, codebook),
            place=codebook.area,
            start=s.window.since or s.window.first,
            end=s.window.last,
        )
        yield Limit(
            terms=(Term(1, gone),),
            upper=0,
            rule=CLOSED_RULE,
            assumptions=(CLOSED_BORDER,),
            ground=Ground.CONDITION,
        )


def flow_terms(s: StandingClaim, codebook: Codebook) -> tuple[Term, ...]:
    """Return the flow that the kind of a claim counts, at each of its places."""
    start = s.window.since or s.window.first
    if s.kind.into:
        return tuple(Term(1, _came_in(s, s.kind.into, place, start)) for place in s.places)
    state = state_left_by(s.kind.by, codebook)
    return tuple(
        Term(
            1,
            Quantity(
                measure=Measure.FLOW,
                by=s.kind.by,
                state=state,
                place=place,
                start=start,
                end=s.window.last,
                subject=s.subject,
            ),
        )
        for place in s.places
    )


def state_left_by(exit_: str, codebook: Codebook) -> str:
    """Return the state that people leave by *exit_*; the first state where none names it."""
    leaving = (state.code for state in codebook.states.values() if exit_ in state.exits)
    return next(leaving, next(iter(codebook.states), exit_))


def _stock(s: StandingClaim, place: str, day: date | None) -> Quantity:
    return Quantity(
        measure=Measure.STOCK, state=s.kind.state, place=place, day=day, subject=s.subject
    )


def _came_in(s: StandingClaim, state: str, place: str, start: date | None) -> Quantity:
    return Quantity(
        measure=Measure.FLOW,
        into=state,
        place=place,
        start=start,
        end=s.window.last,
        subject=s.subject,
    )


def _ever(s: StandingClaim) -> tuple[Term, ...]:
    """Return those in the state at some time in the window: there before it, or come in it."""
    first = s.window.first
    came = [Term(1, _came_in(s, s.kind.state, p, s.window.since or first)) for p in s.places]
    if s.window.since is not None or first is None:
        return tuple(came)
    return (*(Term(1, _stock(s, p, first - DAY)) for p in s.places), *came)


def _throughout(s: StandingClaim, first: date) -> tuple[Term, ...]:
    """Return those in the state all through the window: there before it, and not gone in it."""
    there = [Term(1, _stock(s, place, first - DAY)) for place in s.places]
    gone = [
        Quantity(
            measure=Measure.FLOW,
            out_of=s.kind.state,
            place=place,
            start=first,
            end=s.window.last,
            subject=s.subject,
        )
        for place in s.places
    ]
    return (*there, *(Term(-1, quantity) for quantity in gone))

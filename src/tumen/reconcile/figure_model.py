"""Figures without texts as constraints and standing limits (§3.11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from tumen.codebook import Codebook
from tumen.reconcile.asked import without_days
from tumen.reconcile.atoms import Atom
from tumen.reconcile.figures import Ask, FigureClaim, FigureLimit, Figures, Sort
from tumen.reconcile.program import DAY, StandingLimit
from tumen.records import Constraint, Ground, Measure, Quantity, Term

CLAIM_RULE, LIMIT_RULE = "3.11.1", "3.11.3"

# What a closed flow may be called, beside the name of one exit.
INTO = frozenset({"into", "arrivals", "in"})
OUT_OF = frozenset({"out_of", "departures", "out"})

# StandingLimit knowledge gives way only where as many origins speak against it.  Overridden by `weight`.
LIMIT_WEIGHT = Fraction(3)


def with_states(figures: Figures, codebook: Codebook) -> Figures:
    """Return *figures* with the state that every exit leads out of.

    That of the codebook, where it is spoken of; else the only state that is spoken of.
    """
    states = states_of(figures)
    known = {exit_: s.code for s in codebook.states.values() for exit_ in s.exits}
    first = next(iter(states), next(iter(codebook.states), ""))

    def filled(q: Quantity) -> Quantity:
        if q.by is None or q.state is not None:
            return q
        state = known.get(q.by, first)
        return replace(q, state=state if state in states or not states else first)

    return replace(
        figures,
        claims=tuple(replace(c, quantity=filled(c.quantity)) for c in figures.claims),
        asked=None
        if figures.asked is None
        else tuple(replace(a, quantity=filled(a.quantity)) for a in figures.asked),
    )


def states_of(figures: Figures) -> tuple[str, ...]:
    """Return the states spoken of, in the order of the claims."""
    quantities = [*(c.quantity for c in figures.claims), *(a.quantity for a in figures.asked or ())]
    return tuple(dict.fromkeys(q.state_meant for q in quantities if q.state_meant))


def constraints_of_figures(figures: Figures) -> tuple[Constraint, ...]:
    """Return what the claims and the closures say."""
    states = states_of(figures)
    claims = [_constraint(c) for c in figures.claims if c.low or c.high is not None]
    closed = [
        _limited(limit, quantity, 0.0)
        for limit in figures.limits
        if limit.sort is Sort.CLOSED
        for quantity in _closed(limit, states)
    ]
    return (*claims, *closed)


def standing_of(figures: Figures) -> tuple[StandingLimit, ...]:
    """Return what holds at all times: capacities, arrival and departure curves."""
    states = states_of(figures)
    return tuple(
        StandingLimit(constraint=_limited(limit, quantity, limit.most), pace=limit.pace)
        for limit in figures.limits
        if limit.sort is not Sort.CLOSED
        for quantity in _limited_at_all_times(limit, states)
    )


def asked_of(figures: Figures) -> tuple[Quantity, ...]:
    """Return what is asked: without a question every stock of a place on every date of it.

    The dates of a place are those on which something is claimed of it or of a place below.
    """
    if figures.asked is not None:
        return tuple(ask.quantity for ask in figures.asked)
    dates: dict[tuple[str, str], set[date]] = defaultdict(set)
    for claim in figures.claims:
        q = claim.quantity
        days = dates_of(q)
        for place in figures.tree.line(q.place):
            dates[place, q.state_meant].update(days)
    return tuple(
        Quantity(measure=Measure.STOCK, state=state, place=place, day=day)
        for (place, state), days in sorted(dates.items())
        for day in sorted(days)
    )


def asks_of(figures: Figures) -> tuple[Ask, ...]:
    """Return what is asked with the ids of the answers, numbered where nobody asked."""
    if figures.asked is not None:
        return figures.asked
    return tuple(Ask(id=f"a{i}", quantity=q) for i, q in enumerate(asked_of(figures), start=1))


def dates_of(q: Quantity) -> tuple[date, ...]:
    """Return the ends of days at which a quantity touches the history of its place."""
    if q.day is not None:
        return (q.day,)
    start, end = q.start or date.min + DAY, q.end or date.max
    return (start - DAY, end)


def weights_of(figures: Figures) -> Mapping[Atom, Fraction]:
    """Return what setting each claim aside costs: one vote, shared by the claims of its stream.

    A stream is what one origin says of one quantity at one place, day after day (§3.9).
    """
    streams: dict[tuple[object, ...], int] = defaultdict(int)
    for claim in figures.claims:
        streams[_stream(claim)] += 1
    votes = {
        Atom(c.id): c.weight if c.weight is not None else Fraction(1, streams[_stream(c)])
        for c in figures.claims
    }
    limits = {
        Atom(limit.id): limit.weight if limit.weight is not None else LIMIT_WEIGHT
        for limit in figures.limits
    }
    return votes | limits


def origins_of(figures: Figures) -> dict[str, str]:
    """Return the origin of each claim, and of the limits that somebody vouches for."""
    limits = {limit.id: limit.origin for limit in figures.limits if limit.origin}
    return {claim.id: claim.origin for claim in figures.claims} | limits


def _stream(claim: FigureClaim) -> tuple[object, ...]:
    return (claim.origin, without_days(claim.quantity))


def _constraint(claim: FigureClaim) -> Constraint:
    return Constraint(
        id=claim.id,
        terms=(Term(1, claim.quantity),),
        lower=claim.low or None,
        upper=claim.high,
        ground=Ground.REPORTED,
        claims=(claim.id,),
        rule=CLAIM_RULE,
    )


def _limited(limit: FigureLimit, quantity: Quantity, upper: float) -> Constraint:
    return Constraint(
        id=limit.id,
        terms=(Term(1, quantity),),
        lower=None,
        upper=upper,
        ground=Ground.CONDITION,
        claims=(limit.id,),
        rule=LIMIT_RULE,
    )


def _limited_at_all_times(limit: FigureLimit, states: Sequence[str]) -> Iterator[Quantity]:
    for state in (limit.state,) if limit.state else states:
        if limit.sort is Sort.CAPACITY:
            yield Quantity(measure=Measure.STOCK, state=state, place=limit.place)
        elif limit.sort is Sort.ARRIVALS:
            yield Quantity(measure=Measure.FLOW, into=state, place=limit.place)
        else:
            yield Quantity(measure=Measure.FLOW, out_of=state, place=limit.place)


def _closed(limit: FigureLimit, states: Sequence[str]) -> Iterator[Quantity]:
    """Yield the flows of a closure; without `by` nobody comes and nobody goes."""
    flow = Quantity(measure=Measure.FLOW, place=limit.place, start=limit.start, end=limit.end)
    for state in (limit.state,) if limit.state else states:
        if limit.by is None or limit.by in INTO:
            yield replace(flow, into=state)
        if limit.by is None or limit.by in OUT_OF:
            yield replace(flow, out_of=state)
        if limit.by is not None and limit.by not in INTO | OUT_OF:
            yield replace(flow, by=limit.by, state=state)

"""From standing claims to the constraints they put on the model (§3.4, §3.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tumen.codebook import Codebook
from tumen.ids import content_id
from tumen.reconcile.assumptions import (
    EXHAUSTIVE,
    ONLY_NAMED_PLACES,
    SINCE_COUNTS_ALL,
    holds,
    said_of_one,
)
from tumen.reconcile.meaning import Limit, limits_of_closure, limits_of_flow, limits_of_stock
from tumen.reconcile.standing import StandingClaim
from tumen.reconcile.subjects import part_of_all
from tumen.records import UNLISTED, Constraint, Ground, Measure, Quantity, Term


def constraints_of(
    claims: Sequence[StandingClaim], codebook: Codebook, assumptions: frozenset[str]
) -> tuple[Constraint, ...]:
    """Return the constraints that *claims* put on the model if *assumptions* hold.

    What is denied or only expected, and what counts no people, gives none.  Nor does a status
    ("refused") whose people the same report already counts in their state.
    """
    found: list[Constraint] = []
    counted, groups = _counted_groups(claims), _groups_at(claims)
    for s in claims:
        if not s.asserted or not s.countable:
            continue
        found.extend(
            c for limit in limits_of_closure(s, codebook) for c in _made(s, limit, codebook)
        )
        if s.people is None:
            continue
        if s.kind.measure == "flow" and not s.kind.planned:
            limits = limits_of_flow(s, s.people, codebook)
        elif _counts_a_state(s, counted):
            limits = limits_of_stock(
                s,
                s.people,
                whole=groups[_scope(s)] == 1
                or bool(said_of_one(EXHAUSTIVE, s.repeats, assumptions)),
                since_counts_all=holds(SINCE_COUNTS_ALL, s.repeats, assumptions),
            )
        else:
            continue
        found.extend(c for limit in limits for c in _made(s, limit, codebook))
    found.extend(_only_named_places(found, codebook))
    repeats = {s.claim.id: s.repeats for s in claims}
    return tuple(
        c
        for c in found
        if all(
            holds(a, [r for claim in c.claims for r in repeats[claim]], assumptions)
            for a in c.assumptions
        )
    )


Group = tuple[str, str]
Scope = tuple[object, ...]


def _counts_a_state(s: StandingClaim, counted: frozenset[Group]) -> bool:
    """Tell whether the number of a claim counts people in a state.

    A planned return that is refused, asked for or unanswered counts people who are held, unless
    the same report already counts that group.
    """
    if s.kind.measure == "stock":
        return True
    return bool(s.kind.state and s.kind.by and s.kind.measure == "") and _group(s) not in counted


def _group(s: StandingClaim) -> Group:
    return (s.claim.report, s.claim.group or s.claim.id)


def _counted_groups(claims: Iterable[StandingClaim]) -> frozenset[Group]:
    """Return the groups that some claim counts in a state."""
    return frozenset(
        _group(s) for s in claims if s.kind.measure == "stock" and s.people and s.asserted
    )


def _scope(s: StandingClaim) -> Scope:
    return (s.claim.report, s.kind.state, s.subject, s.places)


def _groups_at(claims: Iterable[StandingClaim]) -> Counter[Scope]:
    """Count the groups that one report has in one state at one place.

    Two groups there cannot each be everybody: then none of them is read as exhaustive.
    """
    groups = {(_scope(s), _group(s)) for s in claims if s.people and s.kind.state}
    return Counter(scope for scope, _ in groups)


def _made(s: StandingClaim, limit: Limit, codebook: Codebook) -> Iterator[Constraint]:
    """Yield the constraint on the claim's own subject, and on the people it is a part of.

    Twenty women held are at least twenty people held; at most twenty women say nothing of all.
    """
    if not limit.terms or (limit.lower <= 0 and limit.upper is None):
        return
    yield _constraint(s, limit)
    if s.subject is not None and limit.lower > 0 and part_of_all(s.subject, codebook):
        everybody = tuple(
            Term(t.coefficient, replace(t.quantity, subject=None)) for t in limit.terms
        )
        yield _constraint(s, replace(limit, terms=everybody, upper=None))


def _constraint(s: StandingClaim, limit: Limit) -> Constraint:
    return Constraint(
        id=content_id("k", s.claim.id, limit.terms, limit.lower, limit.upper, limit.assumptions),
        terms=limit.terms,
        lower=limit.lower if limit.lower > 0 else None,
        upper=limit.upper,
        ground=limit.ground,
        claims=(s.claim.id,),
        assumptions=limit.assumptions,
        rule=limit.rule,
    )


def _only_named_places(
    constraints: Sequence[Constraint], codebook: Codebook
) -> Iterator[Constraint]:
    """Yield that nobody is in the unlisted rest of the area, for each state spoken of."""
    rest = codebook.area + UNLISTED
    spoken_of = [t.quantity for c in constraints for t in c.terms]
    undated = {q.state for q in spoken_of if q.measure is Measure.STOCK and q.day is None}
    for state in sorted({q.state_meant for q in spoken_of}):
        yield _nobody(Quantity(measure=Measure.FLOW, into=state, place=rest))
        if state in undated:
            yield _nobody(Quantity(measure=Measure.STOCK, state=state, place=rest))


def _nobody(quantity: Quantity) -> Constraint:
    return Constraint(
        id=content_id("k", ONLY_NAMED_PLACES, quantity),
        terms=(Term(1, quantity),),
        lower=None,
        upper=0,
        ground=Ground.CONDITION,
        assumptions=(ONLY_NAMED_PLACES,),
        rule="3.4.5",
    )

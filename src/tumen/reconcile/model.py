"""The model of one case: its constraints, its programs at the solver, and its bounds (§3.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tumen.reconcile.asked import asked_flows, asked_stocks
from tumen.reconcile.assumptions import OFF, PERSISTENCE
from tumen.reconcile.atoms import Atom, atom_of, with_readings
from tumen.reconcile.bounds import Bounding, Support
from tumen.reconcile.one_group import may_be_one
from tumen.reconcile.parts import Parts
from tumen.reconcile.persistence import persistence_of
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.program import Row, program_of
from tumen.reconcile.standing import StandingClaim
from tumen.records import Bound, Constraint, Quantity

# Stocks that are bounded a second time, with nobody leaving unreported.  That ties all dates of a
# place together: 1,000 such bounds take six seconds, 300 take one.
MOST_BESIDE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Constraints and what is asked of them, held by a solver.

    `lasting` is the same with nobody leaving unreported, where that is not assumed anyway; it is
    asked for the stocks of every day alike.
    """

    constraints: tuple[Constraint, ...]
    asked: tuple[Quantity, ...]
    tree: PlaceTree
    parts: Parts
    row_of: Callable[[Quantity], Row]
    lasting: Model | None = None

    def bounds(
        self, dropped: frozenset[Atom], claims: Sequence[StandingClaim], disputed: frozenset[str]
    ) -> tuple[Bound, ...]:
        """Return the bound of everything asked, each once, without what is *dropped*.

        With it goes the bound if nobody leaves unreported, where that is narrower.
        """
        support = Support(
            origin_of={s.claim.id: s.origin for s in claims},
            voice_of={s.claim.id: s.voice for s in claims},
            named_by=_named_by(self.constraints),
            disputed=disputed,
            again=may_be_one(claims, self.tree),
        )
        lasting = self.lasting if self.lasting and self.lasting.stands_without(dropped) else None
        return tuple(self._bounds(dropped, support, lasting))

    def stands_without(self, dropped: frozenset[Atom]) -> bool:
        """Tell whether what is left without *dropped* can hold together."""
        self.parts.switch_off(with_readings(dropped, self.parts.atoms))
        return self.parts.conflict() is None

    def only(self, atoms: frozenset[Atom], quantity: Quantity) -> tuple[Parts, Row]:
        """Return a solver for the constraints of *atoms* alone, and *quantity* in it.

        It has only the event dates of these: exact, and much smaller (§3.6).
        """
        own = [c for c in self.constraints if atom_of(c) in atoms]
        program, row_of = program_of(own, [quantity], self.tree)
        return Parts(program), row_of(quantity)

    def _bounds(
        self, dropped: frozenset[Atom], support: Support, lasting: Model | None
    ) -> Iterator[Bound]:
        plain = Bounding(self.parts, dropped, support, only=self.only)
        after = Bounding(lasting.parts, dropped, support, only=lasting.only) if lasting else None
        for quantity in self.asked:
            bound = plain.bound(quantity, self.row_of(quantity))
            if lasting and after and quantity in lasting.asked:
                narrower = after.bound(quantity, lasting.row_of(quantity))
                if (narrower.low, narrower.high) != (bound.low, bound.high):
                    bound = replace(bound, if_persistence=narrower)
            yield bound


def model_of(
    claims: Sequence[StandingClaim],
    constraints: tuple[Constraint, ...],
    tree: PlaceTree,
    assumptions: frozenset[str],
    as_of: date | None,
) -> Model:
    """Return the model of *constraints*, with the stocks and flows that a brief needs asked."""
    parts = _parts_of_all(constraints)
    asked = (*asked_stocks(constraints, tree, as_of), *asked_flows(constraints))
    asked = tuple(q for q in asked if q.subject not in parts)
    lasting = _lasting(claims, constraints, asked, tree, as_of)
    if PERSISTENCE in assumptions:
        return _model((*constraints, *lasting), asked, tree)
    beside = OFF + PERSISTENCE not in assumptions
    stocks = tuple(q for q in asked if q.day is not None and beside)
    if len(stocks) > MOST_BESIDE:
        stocks = tuple(q for q in stocks if q.day == as_of)
    after = _model((*constraints, *lasting), stocks, tree) if stocks else None
    return _model(constraints, asked, tree, after)


def _model(
    constraints: tuple[Constraint, ...],
    asked: tuple[Quantity, ...],
    tree: PlaceTree,
    lasting: Model | None = None,
) -> Model:
    program, row_of = program_of(constraints, asked, tree)
    return Model(
        constraints=constraints,
        asked=asked,
        tree=tree,
        parts=Parts(program),
        row_of=row_of,
        lasting=lasting,
    )


def _lasting(
    claims: Sequence[StandingClaim],
    constraints: Iterable[Constraint],
    asked: Iterable[Quantity],
    tree: PlaceTree,
    as_of: date | None,
) -> tuple[Constraint, ...]:
    spoken_of = [*(t.quantity for c in constraints for t in c.terms), *asked]
    last = max((q.day for q in spoken_of if q.day), default=None)
    return persistence_of(claims, spoken_of, tree, as_of or last)


def _parts_of_all(constraints: Iterable[Constraint]) -> frozenset[str]:
    """Return the subjects whose people are counted among all: the bounds of all show them."""
    subjects: dict[str, set[str | None]] = defaultdict(set)
    for constraint in constraints:
        for claim in constraint.claims:
            subjects[claim].update(t.quantity.subject for t in constraint.terms)
    return frozenset(s for own in subjects.values() if None in own for s in own if s is not None)


def _named_by(constraints: Iterable[Constraint]) -> dict[str, frozenset[Quantity]]:
    """Return the quantities that each claim gives a number for, and nothing else with it."""
    named: dict[str, set[Quantity]] = defaultdict(set)
    for constraint in constraints:
        if len(constraint.terms) == 1:
            for claim in constraint.claims:
                named[claim].add(constraint.terms[0].quantity)
    return {claim: frozenset(quantities) for claim, quantities in named.items()}

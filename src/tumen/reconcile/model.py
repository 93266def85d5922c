"""The model of one case: its constraints, its program at the solver, and its bounds (§3.6, §3.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tumen.reconcile.asked import asked_flows, asked_stocks
from tumen.reconcile.assumptions import PERSISTENCE
from tumen.reconcile.atoms import Atom, atom_of, with_readings
from tumen.reconcile.bounds import Bounding, Support
from tumen.reconcile.persistence import persistence_of
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.program import program_of
from tumen.reconcile.solver import Solver
from tumen.reconcile.standing import StandingClaim
from tumen.records import Bound, Constraint, Quantity

NOBODY_LEAVES = Atom("", (PERSISTENCE,))


class Model:
    """Constraints and what is asked of them, held by a solver.

    `atoms` are what holds; persistence is in the program too, and is off where it does not hold.
    """

    def __init__(
        self,
        constraints: tuple[Constraint, ...],
        asked: tuple[Quantity, ...],
        tree: PlaceTree,
        *,
        lasting: tuple[Constraint, ...],
        persistence: bool,
        as_of: date | None,
    ) -> None:
        """Hand everything to the solver; without constraints there is nothing to solve."""
        self.constraints = (*constraints, *lasting) if persistence else constraints
        self._asked = asked
        self._as_of = as_of
        self._persistence = persistence
        self._program = program_of((*constraints, *lasting), asked, tree)
        self.solver = Solver(self._program) if constraints else None

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Return the atoms that hold, in the order of their constraints."""
        return tuple(dict.fromkeys(atom_of(c) for c in self.constraints))

    def bounds(
        self,
        dropped: frozenset[Atom],
        claims: Sequence[StandingClaim],
        disputed: frozenset[str],
    ) -> tuple[Bound, ...]:
        """Return the bound of everything asked, without what is *dropped*.

        As of the day of the reconciliation a second bound follows where it is narrower if nobody
        has left unreported since.
        """
        if self.solver is None:
            return ()
        support = Support(
            origin_of={s.claim.id: s.origin for s in claims},
            voice_of={s.claim.id: s.voice for s in claims},
            named_by=_named_by(self.constraints),
            disputed=disputed,
        )
        off = dropped if self._persistence else dropped | {NOBODY_LEAVES}
        plain = Bounding(self.solver, off, support)
        lasting = None
        if not self._persistence and self._stands_without(dropped):
            lasting = Bounding(self.solver, dropped, support)
        return tuple(
            bound for quantity in self._asked for bound in self._both(quantity, plain, lasting)
        )

    def _both(
        self, quantity: Quantity, plain: Bounding, lasting: Bounding | None
    ) -> Iterator[Bound]:
        row = self._program.row_of(quantity)
        bound = plain.bound(quantity, row)
        yield bound
        if lasting is not None and quantity.day is not None and quantity.day == self._as_of:
            narrower = lasting.bound(quantity, row)
            if (narrower.low, narrower.high) != (bound.low, bound.high):
                yield narrower

    def _stands_without(self, dropped: frozenset[Atom]) -> bool:
        """Tell whether what is left can hold together with persistence."""
        if self.solver is None:
            return False
        self.solver.switch_off(with_readings(dropped, self.solver.atoms))
        return self.solver.conflict() is None


def model_of(
    claims: Sequence[StandingClaim],
    constraints: tuple[Constraint, ...],
    tree: PlaceTree,
    assumptions: frozenset[str],
    as_of: date | None,
) -> Model:
    """Return the model of *constraints*, with the stocks and flows that a brief needs asked."""
    asked = (*asked_stocks(constraints, tree, as_of), *asked_flows(constraints))
    parts = _parts_of_all(constraints)
    asked = tuple(q for q in asked if q.subject not in parts)
    spoken_of = [*(t.quantity for c in constraints for t in c.terms), *asked]
    lasting = persistence_of(claims, spoken_of, tree, as_of or _last_day(spoken_of))
    return Model(
        constraints,
        asked,
        tree,
        lasting=lasting,
        persistence=PERSISTENCE in assumptions,
        as_of=as_of,
    )


def _parts_of_all(constraints: Iterable[Constraint]) -> frozenset[str]:
    """Return the subjects whose people are counted among all: the bounds of all show them."""
    subjects: dict[str, set[str | None]] = defaultdict(set)
    for constraint in constraints:
        for claim in constraint.claims:
            subjects[claim].update(t.quantity.subject for t in constraint.terms)
    return frozenset(s for own in subjects.values() if None in own for s in own if s is not None)


def _last_day(spoken_of: Iterable[Quantity]) -> date | None:
    return max((q.day for q in spoken_of if q.day), default=None)


def _named_by(constraints: Iterable[Constraint]) -> dict[str, frozenset[Quantity]]:
    """Return the quantities that each claim gives a number for, and nothing else with it."""
    named: dict[str, set[Quantity]] = defaultdict(set)
    for constraint in constraints:
        if len(constraint.terms) == 1:
            for claim in constraint.claims:
                named[claim].add(constraint.terms[0].quantity)
    return {claim: frozenset(quantities) for claim, quantities in named.items()}

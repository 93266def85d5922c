"""Figures held together: exactly where the case is small, place by place where it is large (§3.12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol

from tumen.reconcile.atoms import Atom, atom_of
from tumen.reconcile.bounds import Bounding, Support
from tumen.reconcile.cores import Conflicts, Core, conflicts_of
from tumen.reconcile.figure_model import (
    asked_of,
    constraints_of_figures,
    origins_of,
    standing_of,
)
from tumen.reconcile.figures import Figures
from tumen.reconcile.lightest import lightest_of
from tumen.reconcile.parts import Parts
from tumen.reconcile.place_by_place import PlaceByPlace
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.program import Program, Row, StandingLimit, program_of
from tumen.records import Bound, Constraint, Quantity

# Claims, and claims times what is asked, up to which one program of all of them is solved for
# every bound: some seconds of work.  Beyond it each bound is that of its place (§3.12).
MOST_CLAIMS = 300
MOST_WORK = 12_000

Weights = Mapping[Atom, Fraction]


class Engine(Protocol):
    """What finds conflicts and bounds."""

    def conflicts(self, weights: Weights) -> Conflicts:
        """Return what cannot hold together, and the lightest corrections."""

    def bounds(self, dropped: frozenset[Atom], disputed: frozenset[str]) -> tuple[Bound, ...]:
        """Return the bound of everything asked, without what is *dropped*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTogether:
    """The constraints of figures, and the engine that fits their number."""

    constraints: tuple[Constraint, ...]
    standing: tuple[StandingLimit, ...]
    by_atom: Mapping[Atom, Sequence[Constraint]]
    quantity_of: Mapping[str, Quantity]  # by claim or limit
    tree: PlaceTree
    engine: Engine

    def conflicts(self, weights: Weights) -> Conflicts:
        """Return what cannot hold together, and the lightest corrections."""
        return self.engine.conflicts(weights)

    def bounds(self, dropped: frozenset[Atom], disputed: frozenset[str]) -> tuple[Bound, ...]:
        """Return the bound of everything asked, without what is *dropped*."""
        return self.engine.bounds(dropped, disputed)

    def only(self, core: Core) -> Program:
        """Return a program of the claims in *core* alone, with their dates only."""
        own = [c for atom in sorted(core) for c in self.by_atom.get(atom, ())]
        return _only(core, own, self.standing, (), self.tree)[0]


def held_together(figures: Figures, *, exact: bool | None = None) -> HeldTogether:
    """Return the constraints of *figures* and the engine for them; *exact* overrides their number."""
    constraints, standing = constraints_of_figures(figures), standing_of(figures)
    asked = asked_of(figures)
    # Before the claims are left out that limit nothing, so that everything has a name.
    quantity_of = {c.id: c.quantity for c in figures.claims} | {
        s.constraint.id: s.quantity for s in standing
    }
    for constraint in constraints:
        quantity_of.setdefault(constraint.id, constraint.terms[0].quantity)
    by_atom: dict[Atom, list[Constraint]] = defaultdict(list)
    for constraint in constraints:
        by_atom[atom_of(constraint)].append(constraint)
    support = Support(
        origin_of=origins_of(figures),
        voice_of=origins_of(figures),
        named_by=_named_by(constraints),
        disputed=frozenset(),
    )
    small = len(constraints) <= MOST_CLAIMS and len(constraints) * len(asked) <= MOST_WORK
    engine: Engine = (
        _AllTogether(constraints, standing, asked, figures.tree, support)
        if (small if exact is None else exact)
        else PlaceByPlace(constraints, standing, asked, figures.tree, support)
    )
    return HeldTogether(
        constraints=constraints,
        standing=standing,
        by_atom=by_atom,
        quantity_of=quantity_of,
        tree=figures.tree,
        engine=engine,
    )


class _AllTogether:
    """One program of all claims: every bound is the sharpest there is."""

    def __init__(
        self,
        constraints: tuple[Constraint, ...],
        standing: tuple[StandingLimit, ...],
        asked: Sequence[Quantity],
        tree: PlaceTree,
        support: Support,
    ) -> None:
        """Hand the program to the solver."""
        self._constraints, self._standing = constraints, standing
        self._asked, self._tree, self._support = tuple(asked), tree, support
        program, self._row_of = program_of(constraints, asked, tree, standing=standing)
        self._parts = Parts(program)

    def conflicts(self, weights: Weights) -> Conflicts:
        """Return what cannot hold together, and the lightest corrections."""
        found = lightest_of(self._parts, self._parts.atoms, weights)
        if len(found.cores) > MOST_LISTED:
            return found
        # So few that all of them can be listed, and every tie.
        complete = conflicts_of(self._parts, self._parts.atoms, weights, known=found.cores)
        return complete if complete.complete else found

    def bounds(self, dropped: frozenset[Atom], disputed: frozenset[str]) -> tuple[Bound, ...]:
        """Return the bound of everything asked, without what is *dropped*."""
        support = replace(self._support, disputed=disputed)
        bounding = Bounding(self._parts, dropped, support, only=self._only)
        return tuple(bounding.bound(q, self._row_of(q)) for q in self._asked)

    def _only(self, atoms: frozenset[Atom], quantity: Quantity) -> tuple[Parts, Row]:
        program, row = _only(atoms, self._constraints, self._standing, (quantity,), self._tree)
        return Parts(program), row


# Contradictions up to which all of them are looked for, not only those that settle the case.
MOST_LISTED = 12


def _only(
    atoms: Iterable[Atom],
    constraints: Iterable[Constraint],
    standing: Iterable[StandingLimit],
    asked: Sequence[Quantity],
    tree: PlaceTree,
) -> tuple[Program, Row]:
    wanted = frozenset(atoms)
    program, row_of = program_of(
        [c for c in constraints if atom_of(c) in wanted],
        asked,
        tree,
        standing=[s for s in standing if atom_of(s.constraint) in wanted],
    )
    return program, row_of(asked[0]) if asked else ()


def _named_by(constraints: Iterable[Constraint]) -> dict[str, frozenset[Quantity]]:
    """Return the quantity that each claim gives a number for."""
    return {c.id: frozenset({c.terms[0].quantity}) for c in constraints}

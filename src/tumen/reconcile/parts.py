"""A program in the parts it falls into: each is solved on its own, and only once (§3.6).

Places and times that no claim ties together do not meet in the program.  The least value of a sum
is then the sum of the least values of its parts, and what holds in each part holds in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set as AbstractSet
from dataclasses import dataclass

from tumen.reconcile.atoms import Atom, atom_of
from tumen.reconcile.program import Program, Row
from tumen.reconcile.solver import Answer, Solver

NOTHING = Answer(value=0.0)
OPEN = Answer(value=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Rows that share columns, as a program of their own."""

    program: Program
    column_of: dict[int, int]
    atoms: frozenset[Atom]

    def capped_without(self, off: frozenset[Atom]) -> bool:
        """Tell whether any constraint caps something, with *off* off.

        Where none does, everybody may be twice as many as in any solution, and again.
        """
        return any(
            c.upper is not None and (not off or atom_of(c) not in off)
            for c in self.program.constraints
        )


class Parts:
    """A program whose parts are solved apart, with the interface of a solver.

    Answers are remembered: a bound of the whole asks again what a bound of a place has asked.
    """

    def __init__(self, program: Program) -> None:
        """Take *program* apart; nothing is solved yet."""
        self._atoms = tuple(dict.fromkeys(atom_of(c) for c in program.constraints))
        self._parts = _apart(program)
        self._part_of = {column: i for i, p in enumerate(self._parts) for column in p.column_of}
        self._off: frozenset[Atom] = frozenset()
        self._solvers: dict[int, Solver] = {}
        self._answers: dict[tuple[int, Row, bool, frozenset[Atom]], Answer] = {}
        self._conflicts: dict[tuple[int, frozenset[Atom]], frozenset[Atom] | None] = {}

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Return the atoms, in the order of their first constraint."""
        return self._atoms

    def switch_off(self, atoms: AbstractSet[Atom]) -> None:
        """Switch *atoms* off and all others on."""
        self._off = frozenset(atoms)

    def least(self, row: Row) -> Answer:
        """Return the least value of *row*.  What is on must be able to hold together."""
        return self._optimum(row, greatest=False)

    def greatest(self, row: Row) -> Answer:
        """Return the greatest value of *row*.  What is on must be able to hold together."""
        return self._optimum(row, greatest=True)

    def conflict(self) -> frozenset[Atom] | None:
        """Return None if what is on can hold together, else atoms of one part that cannot."""
        for i, part in enumerate(self._parts):
            key = (i, self._off & part.atoms)
            if key not in self._conflicts:
                self._conflicts[key] = self._solver(i, key[1]).conflict()
            found = self._conflicts[key]
            if found is not None:
                return found
        return None

    def _optimum(self, row: Row, *, greatest: bool) -> Answer:
        split: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for column, coefficient in row:
            part = self._part_of.get(column)
            if part is not None:
                split[part].append((self._parts[part].column_of[column], coefficient))
            elif greatest:
                return OPEN  # a column in no row: nothing limits it
        total, atoms = 0.0, frozenset[Atom]()
        for part, own in split.items():
            answer = self._answer(part, tuple(own), greatest=greatest)
            if answer.value is None:
                return OPEN
            total += answer.value
            atoms |= answer.atoms
        return Answer(value=total, atoms=atoms) if split else NOTHING

    def _answer(self, number: int, row: Row, *, greatest: bool) -> Answer:
        part = self._parts[number]
        key = (number, row, greatest, self._off & part.atoms)
        if greatest and not part.capped_without(key[3]):
            return OPEN
        if key not in self._answers:
            solver = self._solver(number, key[3])
            self._answers[key] = solver.greatest(row) if greatest else solver.least(row)
        return self._answers[key]

    def _solver(self, number: int, off: frozenset[Atom]) -> Solver:
        """Return the solver of a part, made when first needed, with *off* off."""
        if number not in self._solvers:
            self._solvers[number] = Solver(self._parts[number].program)
        self._solvers[number].switch_off(off)
        return self._solvers[number]


def _apart(program: Program) -> tuple[_Part, ...]:
    """Return the parts of *program*, in the order of their first row."""
    rows: dict[int, list[int]] = defaultdict(list)
    leader = _leaders(program.rows)
    for i, row in enumerate(program.rows):
        if row:
            rows[leader[row[0][0]]].append(i)
    return tuple(_part(program, own) for own in rows.values())


def _part(program: Program, rows: Sequence[int]) -> _Part:
    columns = sorted({column for i in rows for column, _ in program.rows[i]})
    column_of = {column: number for number, column in enumerate(columns)}
    tied = len(program.structure)
    constraints = tuple(program.constraints[i - tied] for i in rows if i >= tied)
    own = Program(
        columns=len(columns),
        structure=tuple(program.structure[i] for i in rows if i < tied),
        rows=tuple(tuple((column_of[c], v) for c, v in program.rows[i]) for i in rows),
        constraints=constraints,
    )
    return _Part(program=own, column_of=column_of, atoms=frozenset(map(atom_of, constraints)))


def _leaders(rows: Iterable[Row]) -> dict[int, int]:
    """Return, for each column, one column that stands for all that rows tie it to."""
    above: dict[int, int] = {}

    def top(column: int) -> int:
        while above.setdefault(column, column) != column:
            above[column] = above[above[column]]
            column = above[column]
        return column

    for row in rows:
        for column, _ in row[1:]:
            above[top(column)] = top(row[0][0])
    return {column: top(column) for column in [*above, *(r[0][0] for r in rows if r)]}

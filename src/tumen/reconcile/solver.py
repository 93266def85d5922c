"""The only file that knows HiGHS: least and greatest values of a program, and proof of conflict.

The solver is kept warm: constraints are switched and objectives changed in place.  Presolve is
off, because rays and warm starts need the rows as they are.  A stop for any reason but an answer
is a SolverError.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence, Set as AbstractSet
from dataclasses import dataclass
from importlib.metadata import version
from types import ModuleType

from tumen.errors import SolverError
from tumen.reconcile.atoms import Atom, atom_of
from tumen.reconcile.program import Program, Row

# A model of a few thousand claims solves in milliseconds to seconds; after this long something
# is wrong with it, and half an answer would be worse than none.
TIME_LIMIT = 60.0

# Below this a dual value is noise: HiGHS works to 1e-7.
SILENT = 1e-7

# HiGHS: 1 is the dual simplex (a conflict comes with a ray), 4 the primal one (after a change of
# objective the last point is still feasible).
DUAL, PRIMAL = 1, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An optimum, None where nothing limits it, and the atoms that prove it."""

    value: float | None
    atoms: frozenset[Atom] = frozenset()


def solver_version() -> str:
    """Return the solver's name and version, for the record."""
    return f"HiGHS {version('highspy')}"


def _highspy() -> ModuleType:
    # Here and not above: it brings numpy along, which would cost `tumen --help` 60 ms.
    return importlib.import_module("highspy")


class Solver:
    """A program held by HiGHS, whose atoms can be switched off and on."""

    def __init__(
        self, program: Program, *, elastic: bool = False, seconds: float = TIME_LIMIT
    ) -> None:
        """Hand *program* to HiGHS with every atom on.

        With *elastic* every constraint may give way, at a cost of 1 for each person.
        """
        self._program = program
        self._lib = _highspy()
        self._atom_of: tuple[Atom | None, ...] = (
            *([None] * len(program.structure)),
            *(atom_of(constraint) for constraint in program.constraints),
        )
        self._off: frozenset[Atom] = frozenset()
        self._objective: frozenset[int] = frozenset()
        # The plain class: the one around it prints a banner as soon as it is made.
        self._highs = getattr(self._lib, "_Highs", self._lib.Highs)()
        for option, value in (
            *(("output_flag", False), ("presolve", "off"), ("threads", 1)),
            ("time_limit", seconds),
        ):
            self._highs.setOptionValue(option, value)
        self._hand_over(program.rows if not elastic else _giving_way(program))

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Return the atoms, in the order of their first constraint."""
        return tuple(dict.fromkeys(atom for atom in self._atom_of if atom))

    def switch_off(self, atoms: AbstractSet[Atom]) -> None:
        """Switch *atoms* off and all others on."""
        changed = atoms ^ self._off
        rows = [i for i, atom in enumerate(self._atom_of) if atom in changed]
        self._off = frozenset(atoms)
        if rows:
            limits = [self._limits(row) for row in rows]
            self._highs.changeRowsBounds(
                len(rows), rows, [low for low, _ in limits], [high for _, high in limits]
            )

    def least(self, row: Row) -> Answer:
        """Return the least value of *row*.  What is on must be able to hold together."""
        return self._optimum(row, self._lib.ObjSense.kMinimize)

    def greatest(self, row: Row) -> Answer:
        """Return the greatest value of *row*.  What is on must be able to hold together."""
        return self._optimum(row, self._lib.ObjSense.kMaximize)

    def conflict(self) -> frozenset[Atom] | None:
        """Return None if what is on can hold together, else atoms that cannot (Farkas ray)."""
        self._aim(())
        self._highs.setOptionValue("simplex_strategy", DUAL)
        if self._solve() is not self._lib.HighsModelStatus.kInfeasible:
            return None
        _, there, ray = self._highs.getDualRay()
        on = frozenset(self.atoms) - self._off
        return self._used(ray) if there else on

    def least_give(self) -> float:
        """Return the least number of people by which the elastic constraints must give way."""
        extra = range(self._program.columns, self._highs.getNumCol())
        return self.least(tuple((column, 1.0) for column in extra)).value or 0.0

    # --- talking to HiGHS ---------------------------------------------------------------

    def _hand_over(self, rows: Sequence[Row]) -> None:
        columns = max((c + 1 for row in rows for c, _ in row), default=0)
        columns = max(columns, self._program.columns)
        model = self._lib.HighsLp()
        model.num_col_, model.num_row_ = columns, len(rows)
        model.col_cost_ = [0.0] * columns
        model.col_lower_, model.col_upper_ = [0.0] * columns, [self._lib.kHighsInf] * columns
        limits = [self._limits(i) for i in range(len(rows))]
        model.row_lower_ = [low for low, _ in limits]
        model.row_upper_ = [high for _, high in limits]
        starts = [0]
        for row in rows:
            starts.append(starts[-1] + len(row))
        model.a_matrix_.format_ = self._lib.MatrixFormat.kRowwise
        model.a_matrix_.start_ = starts
        model.a_matrix_.index_ = [column for row in rows for column, _ in row]
        model.a_matrix_.value_ = [value for row in rows for _, value in row]
        self._highs.passModel(model)

    def _limits(self, row: int) -> tuple[float, float]:
        infinity = self._lib.kHighsInf
        low, high = self._program.limits(row)
        off = self._atom_of[row] in self._off
        return (
            -infinity if low is None or off else low,
            infinity if high is None or off else high,
        )

    def _aim(self, row: Row) -> None:
        """Make *row* the objective."""
        costs = dict.fromkeys(self._objective, 0.0) | dict(row)
        if costs:
            self._highs.changeColsCost(len(costs), list(costs), list(costs.values()))
        self._objective = frozenset(column for column, _ in row)

    def _optimum(self, row: Row, sense: object) -> Answer:
        self._aim(row)
        self._highs.changeObjectiveSense(sense)
        self._highs.setOptionValue("simplex_strategy", PRIMAL)
        if self._solve() is self._lib.HighsModelStatus.kInfeasible:
            raise SolverError(
                "The claims cannot hold together, so they have no bounds. "
                "Set the lightest correction aside first."
            )
        if self._highs.getModelStatus() == self._lib.HighsModelStatus.kUnbounded:
            return Answer(value=None)
        value = self._highs.getInfo().objective_function_value
        return Answer(value=value, atoms=self._used(self._highs.getSolution().row_dual))

    def _solve(self) -> object:
        """Run HiGHS and return its status; anything but an answer is a SolverError."""
        self._highs.run()
        status = self._highs.getModelStatus()
        known = self._lib.HighsModelStatus
        for answer in (known.kOptimal, known.kInfeasible, known.kUnbounded):
            if status == answer:
                return answer
        raise SolverError(
            f"HiGHS stopped without an answer: {self._highs.modelStatusToString(status)!r} on "
            f"{len(self._program.rows)} rows. Give it fewer claims at a time, or more time."
        )

    def _used(self, values: Sequence[float]) -> frozenset[Atom]:
        """Return the atoms whose rows carry weight in a dual solution or a ray."""
        return frozenset(
            atom
            for atom, value in zip(self._atom_of, values, strict=False)
            if atom and abs(value) > SILENT
        )


def lightest_cover(
    groups: Sequence[Sequence[int]], costs: Sequence[int], *, seconds: float
) -> frozenset[int] | None:
    """Return a lightest set of columns with one of every group, None if not proved in *seconds*.

    The one place where a time-out is no error: the caller says that its answer is unproved.
    """
    lib = _highspy()
    highs = getattr(lib, "_Highs", lib.Highs)()
    for option, value in (("output_flag", False), ("threads", 1), ("time_limit", seconds)):
        highs.setOptionValue(option, value)
    highs.setOptionValue("mip_rel_gap", 0.0)
    model = lib.HighsLp()
    model.num_col_, model.num_row_ = len(costs), len(groups)
    model.col_cost_ = [float(cost) for cost in costs]
    model.col_lower_, model.col_upper_ = [0.0] * len(costs), [1.0] * len(costs)
    model.integrality_ = [lib.HighsVarType.kInteger] * len(costs)
    model.row_lower_, model.row_upper_ = [1.0] * len(groups), [lib.kHighsInf] * len(groups)
    starts = [0]
    for group in groups:
        starts.append(starts[-1] + len(group))
    model.a_matrix_.format_ = lib.MatrixFormat.kRowwise
    model.a_matrix_.start_ = starts
    model.a_matrix_.index_ = [column for group in groups for column in group]
    model.a_matrix_.value_ = [1.0] * starts[-1]
    highs.passModel(model)
    highs.run()
    if highs.getModelStatus() != lib.HighsModelStatus.kOptimal:
        return None
    chosen = highs.getSolution().col_value
    return frozenset(i for i, value in enumerate(chosen) if value > 0.5)


def _giving_way(program: Program) -> tuple[Row, ...]:
    """Return the rows with a column for each way in which a constraint may give way."""
    column = program.columns
    tied = len(program.structure)
    rows = list(program.rows[:tied])
    for row in program.rows[tied:]:
        rows.append((*row, (column, 1.0), (column + 1, -1.0)))
        column += 2
    return tuple(rows)

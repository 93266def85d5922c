import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.reconcile.test_program import TREE, at_least, came, stock
from tumen.errors import SolverError
from tumen.reconcile.atoms import Atom
from tumen.reconcile.program import Program, Row, program_of
from tumen.reconcile.solver import Solver, solver_version
from tumen.records import Constraint, Ground, Quantity, Term

JILIN = stock("CN-JL", "2020-10-01")
CHINA = stock("CN", "2020-10-01")


def at_most(number: int, quantity: Quantity) -> Constraint:
    return Constraint(
        id=f"k-most-{number}",
        terms=(Term(1, quantity),),
        lower=None,
        upper=number,
        ground=Ground.REPORTED,
        claims=(f"c-most-{number}",),
    )


RowOf = Callable[[Quantity], Row]


def program(*constraints: Constraint) -> tuple[Program, RowOf]:
    return program_of(constraints, [JILIN, CHINA], TREE)


def test_least_and_greatest_come_with_the_claims_that_prove_them():
    p, row_of = program(at_least(200, JILIN), at_most(1000, CHINA))
    solver = Solver(p)

    assert solver.least(row_of(CHINA)).atoms == {Atom("c-200")}
    assert solver.greatest(row_of(JILIN)).value == 1000
    assert solver.greatest(row_of(JILIN)).atoms == {Atom("c-most-1000")}


def test_what_nothing_limits_is_open():
    p, row_of = program(at_least(200, JILIN))

    assert Solver(p).greatest(row_of(JILIN)).value is None


def test_a_conflict_comes_with_the_claims_in_it():
    solver = Solver(program(at_least(200, JILIN), at_least(5, CHINA), at_most(100, CHINA))[0])

    assert solver.conflict() == frozenset({Atom("c-200"), Atom("c-most-100")})


def test_atoms_can_be_switched_off_and_on_again():
    p, row_of = program(at_least(200, JILIN), at_most(100, CHINA))
    solver = Solver(p)

    solver.switch_off({Atom("c-200")})
    assert solver.conflict() is None
    assert solver.greatest(row_of(JILIN)).value == 100
    solver.switch_off(frozenset())
    assert solver.conflict() is not None


def test_claims_that_cannot_hold_together_have_no_bounds():
    p, row_of = program(at_least(200, JILIN), at_most(100, CHINA))

    with pytest.raises(SolverError, match="cannot hold together"):
        Solver(p).least(row_of(JILIN))


def test_constraints_that_may_give_way_tell_by_how_much_they_must():
    p, _ = program(at_least(200, JILIN), at_most(150, CHINA))

    assert Solver(p, elastic=True).least_give() == pytest.approx(50)


def test_a_solver_out_of_time_is_an_error_and_never_an_answer():
    many = [
        at_least(i, came("CN", f"20{i % 20 + 10}-01-02", f"20{i % 20 + 11}-01-01"))
        for i in range(1, 200)
    ]
    p, row_of = program_of(many, [JILIN], TREE)

    with pytest.raises(SolverError, match="stopped without an answer"):
        Solver(p, seconds=0.0).least(row_of(JILIN))


def test_the_room_is_imported_without_the_solver():
    code = "import sys, tumen.reconcile; print('highspy' in sys.modules, 'numpy' in sys.modules)"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603

    assert run.stdout.split() == ["False", "False"]


def test_the_solver_keeps_quiet():
    code = (
        "from tests.reconcile.test_solver import *;"
        "p, row_of = program(at_least(200, JILIN));"
        "Solver(p).least(row_of(JILIN))"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603

    assert run.stdout + run.stderr == ""


def test_the_record_names_the_solver():
    assert solver_version().startswith("HiGHS 1.")

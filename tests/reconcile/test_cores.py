from fractions import Fraction

from tests.reconcile.test_program import TREE, at_least, stock
from tests.reconcile.test_solver import at_most
from tumen.reconcile.atoms import Atom
from tumen.reconcile.cores import Conflicts, conflicts_of, smallest_core
from tumen.reconcile.parts import Parts
from tumen.reconcile.program import program_of
from tumen.records import Constraint

JILIN = stock("CN-JL", "2020-10-01")
LIAONING = stock("CN-LN", "2020-10-01")
CHINA = stock("CN", "2020-10-01")


def solver_of(*constraints: Constraint) -> Parts:
    return Parts(program_of(constraints, [CHINA], TREE)[0])


def atoms(*names: str) -> frozenset[Atom]:
    return frozenset(Atom(name) for name in names)


def conflicts(*constraints: Constraint, work: int = 1000, **weights: Fraction) -> Conflicts:
    solver = solver_of(*constraints)
    weighed = {Atom(name.replace("_", "-")): weight for name, weight in weights.items()}
    return conflicts_of(solver, solver.atoms, weighed, work=work)


def test_claims_that_can_hold_together_have_no_core():
    found = conflicts(at_least(200, JILIN), at_most(1000, CHINA))

    assert found == Conflicts()


def test_a_core_needs_every_one_of_its_claims():
    # §3.8: 200 and 150 are both needed against 300; 20 is not
    parts = (at_least(200, JILIN), at_least(150, LIAONING), at_least(20, JILIN))

    found = conflicts(*parts, at_most(300, CHINA))

    assert found.cores == (atoms("c-200", "c-150", "c-most-300"),)
    assert set(found.corrections) == {atoms("c-200"), atoms("c-150"), atoms("c-most-300")}


def test_every_core_is_found():
    found = conflicts(
        at_least(200, JILIN), at_least(250, JILIN), at_most(100, CHINA), at_most(90, JILIN)
    )

    assert found.complete
    assert set(found.cores) == {
        atoms(low, high) for low in ("c-200", "c-250") for high in ("c-most-100", "c-most-90")
    }
    assert set(found.corrections) == {
        atoms("c-200", "c-250"),
        atoms("c-most-100", "c-most-90"),
    }


def test_the_lightest_correction_is_by_weight_and_not_by_number():
    # §3.9: two claims of a stream weigh less than one claim of another
    found = conflicts(
        at_least(200, JILIN),
        at_least(250, JILIN),
        at_most(100, CHINA),
        c_200=Fraction(1, 3),
        c_250=Fraction(1, 3),
    )

    assert found.corrections == (atoms("c-200", "c-250"),)


def test_cores_from_elsewhere_are_settled_too():
    solver = solver_of(at_least(200, JILIN))

    found = conflicts_of(solver, solver.atoms, {}, known=[atoms("c-200", "c-expected")])

    assert found.corrections == (atoms("c-200"), atoms("c-expected"))


def test_a_reading_can_be_given_up_without_its_claim():
    reading = Atom("c-200", ("exhaustive",))
    solver = solver_of(at_least(300, JILIN))

    found = conflicts_of(
        solver, solver.atoms, {reading: Fraction(1, 2)}, known=[frozenset({reading, Atom("c-300")})]
    )

    assert found.corrections == (frozenset({reading}),)


def test_a_bound_on_work_still_gives_a_correction_that_settles_everything():
    lows = [at_least(n, JILIN) for n in range(200, 206)]
    highs = [at_most(n, JILIN) for n in range(90, 96)]

    found = conflicts(*lows, *highs, work=3)

    (correction,) = found.corrections
    solver = solver_of(*lows, *highs)
    assert not found.complete
    assert smallest_core(solver, frozenset(solver.atoms) - correction) is None


def test_suspects_that_can_hold_together_are_cleared():
    solver = solver_of(at_least(200, JILIN), at_most(100, CHINA))

    assert smallest_core(solver, atoms("c-200")) is None
    assert smallest_core(solver, solver.atoms) == atoms("c-200", "c-most-100")

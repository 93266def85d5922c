from tests.reconcile.test_program import TREE, at_least, came, stock
from tests.reconcile.test_solver import at_most
from tumen.reconcile.atoms import Atom
from tumen.reconcile.parts import Parts
from tumen.reconcile.program import Row, program_of
from tumen.reconcile.solver import Solver
from tumen.records import Constraint, Quantity

EARLY, LATE = stock("CN-JL", "2020-02-01"), stock("CN-JL", "2020-10-01")
LIAONING = stock("CN-LN", "2020-10-01")
CHINA = stock("CN", "2020-10-01")
ASKED = (EARLY, LATE, LIAONING, CHINA)


def parts_of(*constraints: Constraint) -> tuple[Parts, dict[Quantity, Row]]:
    program, row_of = program_of(constraints, ASKED, TREE)
    return Parts(program), {q: row_of(q) for q in ASKED}


def test_the_least_of_a_sum_is_the_sum_of_the_least() -> None:
    parts, row = parts_of(at_least(200, LATE), at_least(20, LIAONING))

    answer = parts.least(row[CHINA])

    assert answer.value == 220
    assert answer.atoms == {Atom("c-200"), Atom("c-20")}


def test_places_that_no_claim_ties_together_do_not_limit_each_other() -> None:
    parts, row = parts_of(at_most(100, LATE), at_least(5, LIAONING))

    assert parts.greatest(row[LATE]).value == 100
    assert parts.greatest(row[LIAONING]).value is None
    assert parts.greatest(row[CHINA]).value is None


def test_a_column_in_no_row_is_nobody_or_anybody() -> None:
    parts, row = parts_of(at_least(200, LATE))

    assert parts.least(row[EARLY]).value == 0
    assert parts.greatest(row[EARLY]).value is None


def test_a_flow_ties_the_dates_that_it_runs_between() -> None:
    few_came = at_most(5, came("CN-JL", "2020-02-02", "2020-10-01"))
    parts, row = parts_of(at_least(200, LATE), few_came)

    assert parts.least(row[EARLY]).value == 195


def test_it_answers_as_one_program_does() -> None:
    constraints = [
        at_least(200, LATE),
        at_most(1000, CHINA),
        at_least(20, LIAONING),
        at_most(5, came("CN-JL", "2020-02-02", "2020-10-01")),
    ]
    program, row_of = program_of(constraints, ASKED, TREE)
    whole, parts = Solver(program), Parts(program)

    for quantity in ASKED:
        row = row_of(quantity)
        assert parts.least(row).value == whole.least(row).value
        assert parts.greatest(row).value == whole.greatest(row).value


def test_what_is_switched_off_is_off_in_its_part_only() -> None:
    parts, row = parts_of(at_least(200, LATE), at_least(20, LIAONING))

    parts.switch_off({Atom("c-200")})

    assert parts.least(row[CHINA]).value == 20
    parts.switch_off(frozenset())
    assert parts.least(row[CHINA]).value == 220


def test_a_conflict_is_found_in_whichever_part_it_is() -> None:
    parts, _ = parts_of(at_least(20, EARLY), at_least(200, LATE), at_most(100, LATE))

    assert parts.conflict() == frozenset({Atom("c-200"), Atom("c-most-100")})
    parts.switch_off({Atom("c-200")})
    assert parts.conflict() is None


def test_a_cap_that_is_off_caps_nothing() -> None:
    parts, row = parts_of(at_most(100, LATE))

    parts.switch_off({Atom("c-most-100")})

    assert parts.greatest(row[LATE]).value is None

from tests.reconcile.situation import GAZETTEER, day
from tumen.reconcile.place_tree import place_tree
from tumen.reconcile.program import program_of
from tumen.reconcile.solver import Solver
from tumen.records import Constraint, Ground, Measure, Quantity, Term

TREE = place_tree(["CN-JL", "CN-LN"], "CN", GAZETTEER)


def stock(place: str, on: str | None) -> Quantity:
    return Quantity(
        measure=Measure.STOCK, state="detained", place=place, day=day(on) if on else None
    )


def came(place: str, start: str | None, end: str | None) -> Quantity:
    return Quantity(
        measure=Measure.FLOW,
        into="detained",
        place=place,
        start=day(start) if start else None,
        end=day(end) if end else None,
    )


def at_least(number: int, quantity: Quantity) -> Constraint:
    return Constraint(
        id=f"k-{number}-{quantity.place}",
        terms=(Term(1, quantity),),
        lower=number,
        upper=None,
        ground=Ground.REPORTED,
        claims=(f"c-{number}",),
    )


def test_a_place_is_the_sum_of_its_cells():
    _, row_of = program_of([], [stock("CN", "2020-10-28")], TREE)

    assert len(row_of(stock("CN", "2020-10-28"))) == 3
    assert {value for _, value in row_of(stock("CN", "2020-10-28"))} == {1.0}


def test_a_cell_has_columns_only_at_its_own_event_dates():
    one, _ = program_of([at_least(5, stock("CN-JL", "2020-10-01"))], [], TREE)
    both, _ = program_of(
        [at_least(5, stock("CN-JL", "2020-10-01")), at_least(5, stock("CN-LN", "2020-10-02"))],
        [],
        TREE,
    )

    assert both.columns == 2 * one.columns


def test_whoever_is_held_came_in():
    asked = came("CN-JL", None, "2020-10-28")
    program, row_of = program_of([at_least(5, stock("CN-JL", "2020-10-01"))], [asked], TREE)

    assert Solver(program).least(row_of(asked)).value == 5


def test_a_flow_counts_whole_days_from_start_to_end():
    before, on = stock("CN-JL", "2020-09-30"), stock("CN-JL", "2020-10-01")
    first = came("CN-JL", "2020-10-01", "2020-10-01")
    capped = Constraint(
        id="k", terms=(Term(1, before),), lower=None, upper=3, ground=Ground.REPORTED
    )
    program, row_of = program_of([at_least(10, on), capped], [first], TREE)

    assert Solver(program).least(row_of(first)).value == 7


def test_an_undated_moment_is_apart_from_all_dates():
    undated = stock("CN-JL", None)
    program, row_of = program_of([at_least(5, undated)], [stock("CN-JL", "2020-10-28")], TREE)
    solver = Solver(program)

    assert solver.least(row_of(undated)).value == 5
    assert solver.least(row_of(stock("CN-JL", "2020-10-28"))).value == 0


def test_all_who_left_are_the_sum_of_the_ways_out():
    def left(by: str | None) -> Quantity:
        return Quantity(
            measure=Measure.FLOW,
            by=by,
            out_of=None if by else "detained",
            state="detained" if by else None,
            place="CN-JL",
            end=day("2020-10-28"),
        )

    program, row_of = program_of([at_least(5, left("returned"))], [left(None)], TREE)

    assert Solver(program).least(row_of(left(None))).value == 5

from __future__ import annotations

from datetime import date

from tests.lineage.world import gazetteer
from tumen.cli.bounds_table import Rows, rows_of, says_something
from tumen.records import Bound, Measure, Quantity

AS_OF = date(2020, 11, 5)


def held(
    low: int | None,
    day: int,
    *,
    at: str = "CN-JL",
    claim: str = "c-1",
    high: int | None = None,
    lasting: Bound | None = None,
) -> Bound:
    stock = Quantity(measure=Measure.STOCK, state="detained", place=at, day=date(2020, 11, day))
    return Bound(quantity=stock, low=low, high=high, low_claims=(claim,), if_persistence=lasting)


def came(low: int, first: int, last: int) -> Bound:
    flow = Quantity(
        measure=Measure.FLOW,
        into="detained",
        place="CN-JL",
        start=date(2020, 10, first),
        end=date(2020, 10, last),
    )
    return Bound(quantity=flow, low=low, high=None)


def rows(*bounds: Bound, every: bool = False) -> Rows:
    return rows_of(bounds, as_of=AS_OF, gazetteer=gazetteer(), every=every)


def test_days_on_which_nothing_changes_are_left_for_those_who_ask():
    days = [held(5, 1), held(5, 2), held(7, 3), held(7, 4), held(7, 5)]

    assert rows(*days) == Rows(shown=(days[0], days[2], days[4]), left=2)
    assert rows(*days, every=True) == Rows(shown=tuple(days), left=0)


def test_a_change_of_those_who_stayed_is_a_change():
    days = [held(5, 1), held(5, 2, lasting=held(8, 2))]

    assert rows(*days).shown == tuple(days)


def test_a_bound_that_comes_back_is_news_again():
    days = [held(5, 1), held(3, 2), held(5, 3)]

    assert rows(*days).shown == tuple(days)


def test_a_place_that_repeats_a_place_within_it_is_left_out():
    inner, outer = held(5, 1, at="CN-JL-yanbian"), held(5, 1)

    assert rows(outer, inner) == Rows(shown=(inner,), left=1)


def test_a_place_with_other_claims_or_numbers_stays_beside_the_place_within():
    inner = held(5, 1, at="CN-JL-yanbian")

    assert rows(held(5, 1, claim="c-2"), inner).left == 0
    assert rows(held(6, 1), inner).left == 0


def test_a_longer_time_that_says_no_more_is_left_out():
    short, long, more = came(5, 1, 10), came(5, 1, 31), came(9, 1, 31)

    assert rows(short, long) == Rows(shown=(short,), left=1)
    assert rows(short, more).left == 0


def test_nobody_or_more_is_no_row_but_for_those_who_stayed():
    assert not says_something(held(0, 1))
    assert says_something(held(0, 1, high=9))
    assert says_something(held(0, 1, lasting=held(5, 1)))
    assert rows(held(0, 1)) == Rows(shown=(), left=0)

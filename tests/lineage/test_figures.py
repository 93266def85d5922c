from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.lineage.world import about, at_least, exactly, more_than, up_to, yeo
from tumen.lineage.figures import (
    Shape,
    are_near,
    bases_of,
    is_range,
    numbers_in,
    shape_of,
    shared_base,
    telling,
)
from tumen.records import Figure

HUNDREDS = Figure(low=200, high=999, approximate=True, wording="수백", printed="수백")
A_RANGE = Figure(low=600, high=2000, wording="", printed="600 to 2,000")


@pytest.mark.parametrize(
    ("figure", "shape"),
    [
        (None, Shape.NONE),
        (exactly(200), Shape.EXACT),
        (about(200), Shape.ABOUT),
        (more_than(200), Shape.MORE),
        (at_least(200), Shape.MORE),
        (yeo(200, 100), Shape.MORE),
        (up_to(200), Shape.MOST),
        (A_RANGE, Shape.RANGE),
        (HUNDREDS, Shape.VAGUE),
    ],
)
def test_a_figure_shows_on_which_side_it_is_open(figure: Figure | None, shape: Shape) -> None:
    assert shape_of(figure) is shape


def test_bounds_show_the_shape_where_the_wording_is_in_no_list():
    unknown = Figure(low=201, high=None, wording="ponad", printed="ponad 200")

    assert shape_of(unknown) is Shape.MORE


@pytest.mark.parametrize(
    "figure", [exactly(200), about(200), more_than(200), at_least(200), yeo(200, 100), up_to(200)]
)
def test_every_way_of_saying_200_is_built_on_200(figure: Figure) -> None:
    assert bases_of(figure) == {200}


def test_spelt_numbers_keep_both_readings_of_an_open_bound():
    figure = Figure(low=1001, high=None, wording="over", printed="over a thousand")

    assert bases_of(figure) == {1000, 1001}


def test_thirty_odd_is_built_on_thirty():
    assert bases_of(Figure(low=31, high=39, wording="数", printed="30数人")) == {30}


def test_dozens_have_nothing_to_do_with_twenty():
    dozens = Figure(low=20, high=99, approximate=True, wording="dozens", printed="dozens")

    assert not bases_of(dozens) & bases_of(about(20))
    assert bases_of(dozens) == bases_of(dozens)


def test_a_range_shares_its_end_with_the_bound_on_that_side_only():
    assert is_range(A_RANGE)
    assert 0 < shared_base(A_RANGE, up_to(2000)) < 1
    assert shared_base(A_RANGE, at_least(2000)) == 0
    assert shared_base(A_RANGE, A_RANGE) == 1
    assert shared_base(exactly(5), exactly(6)) == 0


def test_an_uncommon_number_tells_more_than_a_small_round_one():
    told = [telling(frozenset({number})) for number in (5, 20, 29, 200, 135)]

    assert told == sorted(told)
    assert told[0] < told[-1]


def test_figures_within_half_of_each_other_are_near():
    assert are_near(exactly(31), exactly(33))
    assert not are_near(exactly(20), exactly(60))


def test_numbers_are_read_from_words_in_full_width_and_with_commas():
    assert numbers_in("각각 7명, １１명, 1,160") == (7, 11, 1160)


@given(low=st.none() | st.integers(0, 10**9), more=st.none() | st.integers(0, 10**9))
def test_any_figure_has_a_shape_and_a_base(low: int | None, more: int | None) -> None:
    high = more if low is None or more is None else low + more
    figure = Figure(low=low, high=high, printed="")

    assert (shape_of(figure) is Shape.NONE) == (low is None and high is None)
    assert bool(bases_of(figure)) == (low is not None or high is not None)
    assert shared_base(figure, figure) == bool(bases_of(figure))

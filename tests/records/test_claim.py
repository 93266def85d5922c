from __future__ import annotations

import pytest

from tumen.records import Figure


def test_a_figure_may_be_open_at_either_end():
    more_than = Figure(low=21, high=None, printed="more than 20")
    up_to = Figure(low=None, high=20, printed="up to 20")

    assert (more_than.low, more_than.high) == (21, None)
    assert (up_to.low, up_to.high) == (None, 20)


def test_nobody_is_a_figure_too():
    assert Figure(low=0, high=0, printed="none").high == 0


def test_fewer_than_no_people_are_refused():
    with pytest.raises(ValueError, match="cannot start at -1"):
        Figure(low=-1, high=3, printed="-1 to 3")


def test_a_figure_that_runs_backwards_is_refused():
    with pytest.raises(ValueError, match="cannot run from 30 down to 20"):
        Figure(low=30, high=20, printed="30 to 20")

from datetime import date

import pytest

from tests.build import a_day, a_period
from tumen.reading.day_said import DaySaid, NoAnchorError, has_year


def test_a_year_is_named_in_full_short_by_era_or_by_distance() -> None:
    said = DaySaid(a_day("2016-11-07"), to_the_day=False)

    assert said.year_of({"year": 1998}) == 1998
    assert [said.year_of({"short_year": y}) for y in (71, 27, 7)] == [1971, 2027, 2007]
    assert said.year_of({"era": 1989, "era_year": 22}) == 2010
    assert said.year_of({"month": 5}) is None
    assert has_year({"ry": 0})
    assert not has_year({"month": 5})


def test_using_the_day_is_noted() -> None:
    said = DaySaid(a_day("2016-11-07"), to_the_day=False)
    said.year_of({"year": 1998})

    assert not said.used
    assert said.year_of({"ry": -1}) == 2015
    assert said.used


def test_a_month_is_no_day_but_has_a_last_one() -> None:
    said = DaySaid(a_period("2020-10-01", "2020-10-31"), to_the_day=False)

    assert said.anchored() == date(2020, 10, 31)
    with pytest.raises(NoAnchorError):
        said.day()


def test_an_unknown_day_is_not_guessed() -> None:
    with pytest.raises(NoAnchorError):
        DaySaid(None, to_the_day=False).anchored()

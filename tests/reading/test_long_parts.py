from datetime import date

import pytest

from tests.build import a_day
from tumen.reading.day_said import DaySaid
from tumen.reading.days import NoSuchDayError
from tumen.reading.long_parts import longer

MONDAY = DaySaid(a_day("2020-11-09"), to_the_day=False)


@pytest.mark.parametrize(
    ("parts", "first", "last"),
    [
        ({"year": 2018}, "2018-01-01", "2018-12-31"),
        ({"ry": -1, "part": 3}, "2019-10-01", "2019-12-31"),
        ({"q": 1, "ry": 0}, "2020-01-01", "2020-03-31"),
        ({"half": 2, "year": 2016}, "2016-07-01", "2016-12-31"),
        ({"season": 4, "year": 2019}, "2019-12-01", "2020-02-29"),
        ({"season": 4}, "2019-12-01", "2020-02-29"),  # this winter has not begun
        ({"decade": 70}, "1970-01-01", "1979-12-31"),
        ({"decade": 90, "century": 19}, "1890-01-01", "1899-12-31"),
        ({"century": 21}, "2000-01-01", "2099-12-31"),
        ({"rel_unit": 90, "rel": -1}, "2020-07-01", "2020-09-30"),
        ({"rel_unit": 2}, "2020-11-07", "2020-11-08"),  # "over the weekend", said on Monday
        ({"rel_unit": 2, "rel": 0}, "2020-11-14", "2020-11-15"),
        ({"holiday": 1225}, "2019-12-25", "2019-12-25"),
        ({"ry": 0, "part": 9}, "2020-11-09", "2020-12-31"),  # the rest of the year
    ],
)
def test_long_periods_are_those_of_the_calendar(
    parts: dict[str, int], first: str, last: str
) -> None:
    assert longer(MONDAY, parts)[:2] == (date.fromisoformat(first), date.fromisoformat(last))


def test_there_is_no_fifth_quarter() -> None:
    with pytest.raises(NoSuchDayError):
        longer(MONDAY, {"q": 5})

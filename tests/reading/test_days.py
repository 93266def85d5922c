from datetime import date

import pytest
from hypothesis import given, strategies as st

from tumen.reading import days as calendar
from tumen.reading.days import NoSuchDayError


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (-2, calendar.MONTH, "2020-08-31"),
        (-1, calendar.YEAR, "2019-10-31"),
        (4, calendar.MONTH, "2021-02-28"),  # no 31st in February
        (1, calendar.FORTNIGHT, "2020-11-14"),
        (3, calendar.WORKDAY, "2020-11-04"),
        (-1, calendar.WORKDAY, "2020-10-30"),
        (1, calendar.CENTURY, "2120-10-31"),
    ],
)
def test_units_are_counted_by_the_calendar(count: int, unit: int, day: str) -> None:
    assert calendar.plus(date(2020, 10, 31), count, unit) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        (calendar.WEEK, "2020-11-02", "2020-11-08"),
        (calendar.WEEKEND, "2020-11-07", "2020-11-08"),
        (calendar.MONTH, "2020-11-01", "2020-11-30"),
        (calendar.QUARTER, "2020-10-01", "2020-12-31"),
        (calendar.DECADE, "2020-01-01", "2029-12-31"),
        (calendar.CENTURY, "2000-01-01", "2099-12-31"),
    ],
)
def test_a_day_lies_in_a_unit_of_each_size(unit: int, first: str, last: str) -> None:
    assert calendar.unit_around(date(2020, 11, 5), unit) == (
        date.fromisoformat(first),
        date.fromisoformat(last),
    )


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    october = (date(2016, 10, 1), date(2016, 10, 31))  # the 1st is a Saturday

    assert calendar.nth_week(*october, 1) == date(2016, 10, 3)
    assert calendar.nth_week(*october, -1) == date(2016, 10, 24)
    assert calendar.week_of(2019, 10) == date(2019, 3, 4)


def test_weekdays_of_a_month_are_counted_from_either_end() -> None:
    november = (date(2020, 11, 1), date(2020, 11, 30))

    assert calendar.nth_weekday(*november, 4, 1) == date(2020, 11, 6)
    assert calendar.nth_weekday(*november, 0, -1) == date(2020, 11, 30)
    with pytest.raises(NoSuchDayError):
        calendar.nth_weekday(*november, 4, 5)


@pytest.mark.parametrize(("year", "month", "day"), [(2019, 2, 29), (2020, 13, 1), (0, 1, 1)])
def test_a_day_that_does_not_exist_is_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(NoSuchDayError):
        calendar.day_of(year, month, day)


@given(
    st.dates(),
    st.integers(-(10**9), 10**9),
    st.sampled_from([1, 2, 5, 7, 14, 30, 90, 180, 365, 3650, 36500]),
)
def test_any_count_gives_a_day_or_says_that_there_is_none(day: date, count: int, unit: int) -> None:
    try:
        found = calendar.plus(day, count, unit)
    except NoSuchDayError:
        return

    assert (found >= day) if count >= 0 else (found <= day)

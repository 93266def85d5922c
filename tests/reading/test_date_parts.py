from datetime import date

import pytest

from tests.build import a_day
from tumen.reading.date_parts import around, month_or_day, part_of_week, weekday
from tumen.reading.day_said import DaySaid
from tumen.reading.days import NoSuchDayError

THURSDAY = DaySaid(a_day("2020-11-05"), to_the_day=False)


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        ({"weekday": 4}, "2020-10-30"),  # Friday has not come yet
        ({"weekday": 3}, "2020-11-05"),
        ({"weekday": 3, "rel": -1}, "2020-10-29"),
        ({"weekday": 0, "rel": -1}, "2020-11-02"),  # last Monday
        ({"weekday": 0, "rel": -1, "back": 1}, "2020-10-26"),  # 上周一
        ({"weekday": 4, "rel": 1}, "2020-11-13"),  # next Friday is next week's
        ({"weekday": 4, "rel": 1, "near": 1}, "2020-11-06"),  # this coming Friday
    ],
)
def test_weekdays_lie_as_news_means_them(parts: dict[str, int], day: str) -> None:
    assert weekday(THURSDAY, parts)[0] == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        ({"day": 5}, "2020-11-05"),
        ({"day": 9}, "2020-10-09"),
        ({"day": 9, "ahead": 1}, "2020-11-09"),
        ({"day": 31}, "2020-10-31"),
        ({"day": 3, "weekday": 1}, "2020-11-03"),
        ({"day": 11, "weekday": 4}, "2020-12-11"),  # the nearest Friday the 11th
        ({"month": 12, "day": 1}, "2020-12-01"),  # announced, soon
        ({"month": 12, "day": 31}, "2019-12-31"),
        ({"month": 2, "day": 29}, "2020-02-29"),
        ({"rm": -1, "day": 25}, "2020-10-25"),
    ],
)
def test_days_lie_in_the_nearest_past_or_come_soon(parts: dict[str, int], day: str) -> None:
    assert month_or_day(THURSDAY, parts)[0] == date.fromisoformat(day)


def test_a_weekday_that_never_fits_the_day_is_no_day() -> None:
    with pytest.raises(NoSuchDayError):
        month_or_day(THURSDAY, {"day": 32, "weekday": 1})


def test_a_month_alone_has_begun_and_its_thirds_are_those_of_monitors() -> None:
    assert month_or_day(THURSDAY, {"month": 12})[:2] == (date(2019, 12, 1), date(2019, 12, 31))
    assert month_or_day(THURSDAY, {"month": 10, "part": 3})[:2] == (
        date(2020, 10, 21),
        date(2020, 10, 31),
    )
    assert month_or_day(THURSDAY, {"rm": 0, "part": 8})[:2] == (
        date(2020, 11, 1),
        date(2020, 11, 5),
    )


def test_the_late_part_of_a_week_begins_on_thursday() -> None:
    assert part_of_week(THURSDAY, date(2020, 11, 2), 3)[:2] == (
        date(2020, 11, 5),
        date(2020, 11, 8),
    )


def test_what_has_no_month_and_no_year_is_counted_in_this_month() -> None:
    assert around(THURSDAY, {"nth": 1}) == (date(2020, 11, 1), date(2020, 11, 30))
    assert around(THURSDAY, {"ry": -1}) == (date(2019, 1, 1), date(2019, 12, 31))

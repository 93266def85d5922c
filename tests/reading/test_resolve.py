from datetime import date

import pytest

from tests.build import a_day
from tumen.reading.day_said import DaySaid
from tumen.reading.resolve import Resolver
from tumen.reading.time_grammar import Phrase
from tumen.records import Precision


def a_phrase(make: str = "", /, **parts: int) -> Phrase:
    return Phrase(rule="r", parts=parts, make=make)


def days(phrase: Phrase, said: str = "2020-11-05", to_the_day: bool = False):
    return Resolver(DaySaid(a_day(said), to_the_day=to_the_day)).days(phrase)


@pytest.mark.parametrize(
    ("make", "first", "last"),
    [
        ("since", "2020-10-01", None),
        ("until", None, "2020-10-31"),
        ("before", None, "2020-09-30"),
        ("after", "2020-11-01", None),
        ("in", "2020-10-01", "2020-10-31"),
    ],
)
def test_a_joining_word_opens_an_end(make: str, first: str | None, last: str | None) -> None:
    found = days(a_phrase(make, month=10))

    assert found[:2] == (
        first and date.fromisoformat(first),
        last and date.fromisoformat(last),
    )


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ({"day": 8}, {"month": 2, "day": 12}, "2020-02-08", "2020-02-12"),
        ({"month": 2, "day": 8}, {"day": 12}, "2020-02-08", "2020-02-12"),
        ({"month": 11}, {"month": 2, "year": 2019}, "2018-11-01", "2019-02-28"),
        ({"year": 2014}, {"year": 2018}, "2014-01-01", "2018-12-31"),
        ({"rw": -1, "weekday": 1}, {"weekday": 3}, "2020-10-27", "2020-10-29"),
        ({"month": 10, "day": 25}, {"month": 1, "day": 25}, "2020-10-25", "2021-01-25"),
    ],
)
def test_each_end_of_a_range_lends_what_the_other_lacks(
    start: dict[str, int], end: dict[str, int], first: str, last: str
) -> None:
    phrase = Phrase(
        rule="r", parts={}, make="range", ends=(a_phrase("", **start), a_phrase("", **end))
    )

    assert days(phrase)[:2] == (date.fromisoformat(first), date.fromisoformat(last))


def test_two_months_ago_is_a_month_unless_the_day_is_asked_for() -> None:
    ago = a_phrase(sign=-1, n=2, unit=30)

    assert days(ago) == (date(2020, 9, 1), date(2020, 9, 30), Precision.MONTH)
    assert days(ago, to_the_day=True)[:2] == (date(2020, 9, 5), date(2020, 9, 5))


def test_units_are_counted_from_another_time() -> None:
    tomorrow = Phrase(rule="r", parts={"sign": 1, "n": 2, "unit": 7}, base=a_phrase(off=1))

    assert days(tomorrow)[:2] == (date(2020, 11, 20), date(2020, 11, 20))


def test_a_day_that_is_awaited_lies_ahead() -> None:
    assert days(a_phrase("until", day=18))[1] == date(2020, 11, 18)


def test_a_lunar_day_is_not_converted_and_not_guessed() -> None:
    lunar = a_phrase("lunar", month=10, day=1)

    assert days(lunar) == (None, None, Precision.UNRESOLVED)
    assert days(lunar, to_the_day=True)[0] == date(2020, 10, 1)

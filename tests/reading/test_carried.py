from datetime import date

import pytest

from tests.build import a_day
from tumen.reading.fold import fold
from tumen.reading.times import find_times


def last_day(text: str, language: str, said: str = "2020-12-30") -> date | None:
    return find_times(fold(text), language, a_day(said))[-1].first


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ja", "9月12日に瀋陽を出発し、13日に拘束された", "2020-09-13"),
        ("ko", "지난달 25일 체포됐고 26일 북송됐다", "2020-11-26"),
        ("zh", "9月12日離開瀋陽,13日被捕", "2020-09-13"),
        ("ja", "先月29日に3人、15日に2人", "2020-12-15"),  # before it in the month: this month's
        ("ko", "지난달 25일 체포됐다고 29일 보도했다", "2020-12-29"),  # the day it was reported
        (
            "ko",
            "지난달 25일 7명, 지난 3일 4명, 5일에는 3명이 체포됐다",
            "2020-12-05",
        ),  # then this month
        ("ja", "9月12日に出発した。13日に拘束された", "2020-12-13"),  # another sentence
    ],
)
def test_a_bare_day_is_of_the_month_named_before_it(language: str, text: str, day: str) -> None:
    assert last_day(text, language) == date.fromisoformat(day)


def test_without_a_report_day_the_month_is_still_carried() -> None:
    *_, last = find_times(fold("2019年9月12日に出発し、13日に拘束された"), "ja", None)

    assert last.first == date(2019, 9, 13)

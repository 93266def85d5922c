from datetime import date
from time import process_time

import pytest
from hypothesis import given, strategies as st

from tumen.reading import find_expressions
from tumen.reading.pack import LANGUAGES

SAID = date(2020, 11, 5)


def spans(text: str, language: str) -> list[tuple[str, str, str]]:
    found = find_expressions(text, language=language, said=SAID)
    return [(text[t.start : t.end], str(t.first), str(t.last)) for t in found.times]


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "two weeks from tomorrow", "2020-11-20", "2020-11-20"),
        ("en", "the last week of September", "2020-09-21", "2020-09-27"),
        ("en", "1 year and 3 months ago", "2019-08-05", "2019-08-05"),
        ("en", "the first Monday of next month", "2020-12-07", "2020-12-07"),
        ("en", "from 4 to 22 January, 1995", "1995-01-04", "1995-01-22"),
        ("en", "Tuesday of last week", "2020-10-27", "2020-10-27"),
        ("ko", "지지난달 셋째 주 수요일", "2020-09-16", "2020-09-16"),
        ("ko", "사흘 전", "2020-11-02", "2020-11-02"),
        ("ko", "2019년 하반기", "2019-07-01", "2019-12-31"),
        ("ko", "오월 십오일", "2020-05-15", "2020-05-15"),
        ("ja", "再来月の最初の金曜日", "2021-01-01", "2021-01-01"),
        ("ja", "令和元年5月", "2019-05-01", "2019-05-31"),
        ("ja", "おとといから3日以内", "2020-11-03", "2020-11-06"),
        ("ja", "第3四半期", "2020-07-01", "2020-09-30"),
        ("zh", "上上个星期三", "2020-10-21", "2020-10-21"),
        ("zh", "二零一九年十二月三日", "2019-12-03", "2019-12-03"),
        ("zh", "20世纪80年代", "1980-01-01", "1989-12-31"),
        ("zh", "大前天", "2020-11-02", "2020-11-02"),
    ],
)
def test_a_text_that_is_a_time_is_read_whole(
    language: str, text: str, first: str, last: str
) -> None:
    assert spans(text, language) == [(text, first, last)]


def test_relative_words_without_a_day_stay_open() -> None:
    (time,) = find_expressions("last month", language="en", said=None).times

    assert not time.resolved


def test_a_lunar_day_is_given_as_printed_and_says_so() -> None:
    (time,) = find_expressions("农历十月初一", language="zh", said=SAID).times

    assert (time.first, time.calendar) == (date(2020, 10, 1), "lunar")


@given(st.text(max_size=80), st.sampled_from(LANGUAGES), st.none() | st.dates())
def test_any_text_gives_expressions_inside_it(text: str, language: str, said: date | None) -> None:
    found = find_expressions(text, language=language, said=said)

    assert all(0 <= time.start < time.end <= len(text) for time in found.times)
    assert all(0 <= number.start < number.end <= len(text) for number in found.numbers)
    assert all(t.first is None or t.last is None or t.first <= t.last for t in found.times)


@pytest.mark.parametrize(
    ("unit", "language"),
    [
        ("9", "en"),
        ("1,", "en"),
        ("1/", "en"),
        ("two and ", "en"),
        ("분의 일 ", "ko"),
        ("分之", "zh"),
    ],
)
def test_endless_rows_cost_no_more_than_they_are_long(unit: str, language: str) -> None:
    def seconds(count: int) -> float:
        spent = []
        for _ in range(3):
            start = process_time()
            find_expressions(unit * count, language=language, said=SAID)
            spent.append(process_time() - start)
        return min(spent)

    seconds(10)  # the grammars are made when first used

    assert seconds(4_000) < 50 * max(seconds(400), 0.005)


def test_a_count_behind_the_year_is_no_year() -> None:
    first = find_expressions("In the first half of the year 99 arrived.", language="en", said=SAID)
    whole = find_expressions("the year 99", language="en", said=SAID)

    assert [str(time.last) for time in first.times] == ["2020-06-30"]
    assert [str(time.last) for time in whole.times] == ["0099-12-31"]

from datetime import date
from time import process_time

import pytest
from hypothesis import given, strategies as st

from tests.build import a_day, a_period
from tumen.reading.fold import fold
from tumen.reading.pack import LANGUAGES
from tumen.reading.times import Time, find_times
from tumen.records import Period, Precision


def times(text: str, language: str, said: str | None = "2020-11-05") -> tuple[Time, ...]:
    return find_times(fold(text), language, a_day(said) if said else None)


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "in early October", "2020-10-01", "2020-10-10"),
        ("en", "early this month", "2020-11-01", "2020-11-10"),
        ("en", "since January", "2020-01-01", None),
        ("en", "since February this year", "2020-02-01", None),
        ("en", "on Tuesday", "2020-11-03", "2020-11-03"),
        ("en", "last Friday", "2020-10-30", "2020-10-30"),
        ("en", "on Sept. 13", "2020-09-13", "2020-09-13"),
        ("en", "October 9, 2023", "2023-10-09", "2023-10-09"),
        ("en", "on 9 October 2023", "2023-10-09", "2023-10-09"),
        ("en", "last month", "2020-10-01", "2020-10-31"),
        ("en", "late last year", "2019-10-01", "2019-12-31"),
        ("en", "as of the end of last year", "2019-12-31", "2019-12-31"),
        ("en", "in the first quarter of this year", "2020-01-01", "2020-03-31"),
        ("en", "between July 2016 and June 2017", "2016-07-01", "2017-06-30"),
        ("en", "July 15-17", "2020-07-15", "2020-07-17"),
        ("en", "over the past two months", "2020-09-05", "2020-11-05"),
        ("en", "12 last month", "2020-10-01", "2020-10-31"),
        ("en", "the last quarter of 2018", "2018-10-01", "2018-12-31"),
        ("en", "the last six months of 2019", "2019-07-01", "2019-12-31"),
        ("ko", "오는 12월", "2020-12-01", "2020-12-31"),
        ("ko", "지난 여름", "2020-06-01", "2020-08-31"),
        ("ko", "이달 초", "2020-11-01", "2020-11-10"),
        ("ko", "지난 3일", "2020-11-03", "2020-11-03"),
        ("ko", "지난달 25일", "2020-10-25", "2020-10-25"),
        ("ko", "9일", "2020-10-09", "2020-10-09"),  # the 9th of November has not come
        ("ko", "오는 18일까지", None, "2020-11-18"),
        ("ko", "올해 1월부터", "2020-01-01", None),
        ("ko", "2012년 2월 8일", "2012-02-08", "2012-02-08"),
        ("ja", "10月初旬", "2020-10-01", "2020-10-10"),
        ("ja", "今年1月から", "2020-01-01", None),
        ("ja", "先月31日", "2020-10-31", "2020-10-31"),
        ("ja", "1日", "2020-11-01", "2020-11-01"),
        ("ja", "昨年末", "2019-10-01", "2019-12-31"),
        ("ja", "2016年7月~2017年6月", "2016-07-01", "2017-06-30"),
        ("ja", "8~12日", "2020-10-08", "2020-10-12"),
        ("ja", "10月上旬から中旬", "2020-10-01", "2020-10-20"),
        ("ja", "7日夜から8日", "2020-10-07", "2020-10-08"),
        ("zh", "前三季度", "2020-01-01", "2020-09-30"),
        ("zh", "本月底前", None, "2020-11-30"),
        ("zh", "从今年1月", "2020-01-01", None),
        ("zh", "今年6月", "2020-06-01", "2020-06-30"),
        ("zh", "上个月", "2020-10-01", "2020-10-31"),
        ("zh", "2019年4月28日", "2019-04-28", "2019-04-28"),
        ("zh", "7月到8月", "2020-07-01", "2020-08-31"),
        ("zh", "星期三", "2020-11-04", "2020-11-04"),
    ],
)
def test_time_words_are_resolved_against_the_day_they_were_said(
    language: str, text: str, first: str | None, last: str | None
) -> None:
    (time,) = times(text, language)

    assert (time.first, time.last) == (
        first and date.fromisoformat(first),
        last and date.fromisoformat(last),
    )


@pytest.mark.parametrize("text", ["early this month", "on Tuesday", "since January", "last year"])
def test_without_a_day_relative_words_stay_unresolved(text: str) -> None:
    (time,) = times(text, "en", said=None)

    assert (time.first, time.last) == (None, None)
    assert time.precision is Precision.UNRESOLVED


def test_without_a_day_a_full_date_is_still_a_date() -> None:
    (time,) = times("on 9 October 2023", "en", said=None)

    assert time.first == date(2023, 10, 9)
    assert not time.anchored


def test_a_month_is_enough_to_resolve_a_year_but_not_a_weekday() -> None:
    october = a_period("2020-10-01", "2020-10-31")
    year, weekday = find_times(fold("last year, on Tuesday"), "en", october)

    assert year.first == date(2019, 1, 1)
    assert weekday.precision is Precision.UNRESOLVED


def test_a_day_that_does_not_exist_is_no_time() -> None:
    assert times("31 February 2020", "en") == () or times("31 February 2020", "en")[
        0
    ].first != date(2020, 2, 29)


def test_an_announced_day_may_lie_a_little_ahead() -> None:
    (time,) = times("on March 21", "en", said="2022-03-18")

    assert time.first == date(2022, 3, 21)


@given(st.text(max_size=120), st.sampled_from(LANGUAGES), st.dates(date(1990, 1, 1)))
def test_any_text_gives_times_in_order_and_never_an_error(
    text: str, language: str, said: date
) -> None:
    anchor = Period(first_day=said, last_day=said)
    found = find_times(fold(text), language, anchor)

    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(t.first is None or t.last is None or t.first <= t.last for t in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "this may or may not be so; they march on"),
        ("en", "a second group, one of them held for two weeks"),
        ("en", "seven were held and five on Sunday's list of 15"),
        ("ko", "물가가 올라 걱정이라고 9일간 말했다"),
        ("ja", "一日も早く、その間に"),
        ("zh", "几天来一日三餐"),
        ("ko", "3일 뒤 풀려나 5일 연속"),
        ("ja", "3日後に、5日連続で、2日目に"),
        ("zh", "三日后、5日后"),
    ],
)
def test_ordinary_words_of_news_are_no_dates(language: str, text: str) -> None:
    found = times(text, language)

    assert [fold(text)[t.start : t.end] for t in found if t.rule != "time:weekday"] == [] or [
        fold(text)[t.start : t.end] for t in found
    ] == ["on sunday"]


@pytest.mark.parametrize(
    ("unit", "language"),
    [
        ("9", "en"),
        ("may ", "en"),
        ("to 5 ", "en"),
        ("여", "ko"),
        ("9일", "ko"),
        ("年", "zh"),
        ("から", "ja"),
    ],
)
def test_endless_rows_cost_no_more_than_they_are_long(unit: str, language: str) -> None:
    def seconds(count: int) -> float:
        spent = []
        for _ in range(3):
            start = process_time()
            times(unit * count, language)
            spent.append(process_time() - start)
        return min(spent)

    seconds(100)  # the patterns are made when first used

    assert seconds(20_000) < 50 * max(seconds(2_000), 0.005)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "On Sept. 13 five were caught. The next day they were moved.", ("2020-09-14",) * 2),
        ("en", "In 2019, 12 came, against 20 a year earlier.", ("2018-01-01", "2018-12-31")),
        ("en", "On Sept. 13 five were caught. Two days later one died.", ("2020-09-15",) * 2),
        ("ko", "9월 13일 체포됐고 이튿날 옮겨졌다.", ("2020-09-14",) * 2),
        ("ko", "2019년 1047명으로, 전년 1137명보다 줄었다.", ("2018-01-01", "2018-12-31")),
        ("ko", "9월 13일 체포됐다. 사흘 뒤 북송됐다.", ("2020-09-16",) * 2),
        ("ja", "9月13日に拘束され、翌日移送された。", ("2020-09-14",) * 2),
        ("ja", "9月に拘束され、翌月送還された。", ("2020-10-01", "2020-10-31")),
        ("zh", "9月13日被捕,两天后被遣返。", ("2020-09-15",) * 2),
        ("zh", "2019年9月被捕,翌年獲釋。", ("2020-01-01", "2020-12-31")),
    ],
)
def test_what_points_back_is_counted_from_the_time_before(
    language: str, text: str, days: tuple[str, str]
) -> None:
    last = times(text, language)[-1]

    assert (last.first, last.last) == tuple(map(date.fromisoformat, days))
    assert last.counted_from is not None


def test_what_points_back_to_nothing_is_no_time() -> None:
    assert times("The next day they were moved. Two days later one died.", "en") == ()


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("zh", "今年上半年105人,去年同期为99人", ("2019-01-01", "2019-06-30")),
        ("ja", "今年上半期は105人、前年同期は99人", ("2019-01-01", "2019-06-30")),
        ("ko", "올해 1분기 38명, 지난해 같은 기간 43명", ("2019-01-01", "2019-03-31")),
        ("en", "135 came in the first quarter of this year, more than in the same months of last year",
         ("2019-01-01", "2019-03-31")),
        ("en", "In the first seven months of 2016 369 came, up from 261 a year earlier",
         ("2015-01-01", "2015-07-31")),
        ("ko", "지난해 1127명이라고 통일부가 5일 밝혔다. 전년은 1418명", ("2018-01-01", "2018-12-31")),
        ("zh", "今年3月闯馆,三天后抵达", ("2020-03-01", "2020-04-03")),
    ],
)  # fmt: skip
def test_what_points_back_keeps_the_months_it_points_to(
    language: str, text: str, days: tuple[str, str]
) -> None:
    last = times(text, language)[-1]

    assert (last.first, last.last) == tuple(map(date.fromisoformat, days))


def test_a_number_after_a_day_is_no_short_year():
    said = "on may 5, 30 on may 6 and two on may 7."

    found = times(said, "en")

    assert [said[time.start : time.end] for time in found] == ["on may 5", "on may 6", "on may 7"]

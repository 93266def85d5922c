from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, strategies as st

from tumen.archive import parse_published
from tumen.records import Precision


@pytest.mark.parametrize(
    ("printed", "first", "last", "precision"),
    [
        ("2020-10-16", "2020-10-16", "2020-10-16", Precision.DAY),
        ("20201016", "2020-10-16", "2020-10-16", Precision.DAY),
        ("2020-10-16 (about; said on Tuesday)", "2020-10-16", "2020-10-16", Precision.DAY),
        ("2020-10-16（約）", "2020-10-16", "2020-10-16", Precision.DAY),
        ("2020-10-16T23:30:00+09:00", "2020-10-16", "2020-10-16", Precision.DAY),
        ("2020-10-16 06:42", "2020-10-16", "2020-10-16", Precision.DAY),
        ("2020-10", "2020-10-01", "2020-10-31", Precision.MONTH),
        ("2020-02", "2020-02-01", "2020-02-29", Precision.MONTH),
        ("2020", "2020-01-01", "2020-12-31", Precision.YEAR),
        ("2022-08/09 (about)", "2022-08-01", "2022-09-30", Precision.MONTH),
        ("2022-12/2023-01", "2022-12-01", "2023-01-31", Precision.MONTH),
        ("2021/2022", "2021-01-01", "2022-12-31", Precision.YEAR),
        ("2020-10-16/18", "2020-10-16", "2020-10-18", Precision.DAY),
        ("2020-10-30/11-02", "2020-10-30", "2020-11-02", Precision.DAY),
        ("2020.11.04.", "2020-11-04", "2020-11-04", Precision.DAY),
        ("2020. 11. 4", "2020-11-04", "2020-11-04", Precision.DAY),
        ("2020/11/04 09:30", "2020-11-04", "2020-11-04", Precision.DAY),
        ("2020年11月4日", "2020-11-04", "2020-11-04", Precision.DAY),
        ("2020년 11월 4일", "2020-11-04", "2020-11-04", Precision.DAY),
        ("2020年11月", "2020-11-01", "2020-11-30", Precision.MONTH),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(printed, first, last, precision):
    period = parse_published(printed)

    assert period.first_day == date.fromisoformat(first)
    assert period.last_day == date.fromisoformat(last)
    assert period.precision is precision
    assert period.anchor is None


def test_the_words_are_kept_without_the_remark():
    assert parse_published(" 2022-08/09 (about; see below)").printed == "2022-08/09"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2012-02-14 (06:42)", "2012-02-14 06:42"),
        ("2012-02-14（06:42）", "2012-02-14 06:42"),
        ("2012-02-14T06:42 (about)", "2012-02-14T06:42"),
        ("2012-02-14 (6 reports)", "2012-02-14"),
    ],
)
def test_a_time_of_day_is_kept_among_the_words(written: str, printed: str) -> None:
    period = parse_published(written)

    assert (period.printed, period.first_day) == (printed, date(2012, 2, 14))


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "(about)",
        "soon",
        "2020-13",
        "2020-00",
        "2020-02-30",
        "0000",
        "20-10-16",
        "16.10.2020",
        "10/11/2020",
        "2022/2021",
        "2020-10/21",
        "2020-10/2021",
        "2020-10-16/",
        "2020-10-16/x",
        "2020/10-16",
        "２０２０",
    ],
)
def test_what_is_no_date_is_refused_with_the_forms_that_are(printed):
    with pytest.raises(ValueError, match=r"is no date.*write it as 2020-10-16, 2020-10, 2020"):
        parse_published(printed)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["", "-", "."]))
def test_every_day_can_be_said(day: date, between: str) -> None:
    period = parse_published(day.strftime(f"%Y{between}%m{between}%d"))

    assert (period.first_day, period.last_day) == (day, day)


@given(st.text())
def test_any_words_give_a_period_or_a_refusal(words: str) -> None:
    with suppress(ValueError):
        assert parse_published(words).resolved

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from tests.build import a_day, a_period
from tumen.brief.dates import (
    day_words,
    iso_words,
    period_phrase,
    period_words,
    short_day_words,
    start_words,
)
from tumen.brief.words import LANGUAGES, load_words
from tumen.records import Period, Precision

DAYS = st.dates(date(1990, 1, 1), date(2035, 12, 31))
UNRESOLVED = Period(
    first_day=None, last_day=None, precision=Precision.UNRESOLVED, printed="last month"
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "5 November 2020"),
        ("ko", "2020년 11월 5일"),
        ("ja", "2020年11月5日"),
        ("zh", "2020年11月5日"),
    ],
)
def test_a_day_is_written_as_its_language_writes_it(language, words):
    assert day_words(load_words(language), date(2020, 11, 5)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2020-10-01", "2020-10-10", "early October 2020"),
        ("2020-10-11", "2020-10-20", "mid-October 2020"),
        ("2020-02-21", "2020-02-29", "late February 2020"),
        ("2020-02-01", "2020-02-29", "February 2020"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2020-10-03", "2020-10-09", "3–9 October 2020"),
        ("2020-01-01", "2020-10-16", "January 2020 to 16 October 2020"),
        ("2020-01-01", None, "since January 2020"),
        (None, "2020-10-16", "until 16 October 2020"),
    ],
)
def test_stretches_that_have_a_name_are_called_by_it(english, first, last, words):
    assert period_words(english, a_period(first, last)) == words


def test_a_period_in_a_sentence_brings_its_preposition(english):
    assert period_phrase(english, a_day("2020-11-05")) == " on 5 November 2020"
    assert period_phrase(english, a_period("2020-10-01", "2020-10-10")) == " in early October 2020"
    assert (
        period_phrase(english, a_period("2020-10-03", "2020-10-09"))
        == " between 3 and 9 October 2020"
    )
    assert period_phrase(english, a_period("2020-01-01", None)) == " since January 2020"
    assert period_phrase(english, None) == ""


def test_words_that_could_not_be_dated_are_kept_and_said_to_be_so(english):
    assert period_words(english, UNRESOLVED) == "“last month” (date not worked out)"
    assert "last month" in period_phrase(english, UNRESOLVED)
    assert start_words(english, UNRESOLVED) == "“last month”"


def test_no_period_is_undated(english):
    assert period_words(english, None) == "undated"
    assert start_words(english, None) == ""


def test_dates_may_be_as_coarse_as_they_are_known(english):
    assert iso_words(english, "") == ""
    assert iso_words(english, "2020") == "2020"
    assert iso_words(english, "2020-01") == "January 2020"
    assert iso_words(english, "2020-01-05") == "5 January 2020"


def test_an_axis_has_short_days(english):
    assert short_day_words(english, date(2020, 11, 5)) == "5 Nov"


@given(day=DAYS, more=st.integers(0, 900), language=st.sampled_from(LANGUAGES))
def test_every_period_has_words_that_name_its_first_year(day, more, language):
    period = Period(first_day=day, last_day=date.fromordinal(day.toordinal() + more))

    assert str(day.year) in period_words(load_words(language), period)

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tumen.brief.figures import cell_words, figure_words, interval_words
from tumen.brief.words import LANGUAGES, load_words
from tumen.records import Figure

PEOPLE = st.integers(0, 10**7)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "more than 1,000"),
        ("ko", "1,000명을 넘는 인원"),
        ("ja", "1,000人超"),
        ("zh", "超过1,000人"),
    ],
)
def test_more_than_keeps_the_number_that_was_printed(language, words):
    figure = Figure(low=1001, high=None, printed="more than 1,000")

    assert figure_words(load_words(language), figure) == words


def test_a_lowest_number_nobody_printed_is_an_at_least(english):
    assert (
        figure_words(english, Figure(low=1000, high=None, printed="1000人以上")) == "at least 1,000"
    )


def test_fewer_than_keeps_the_number_that_was_printed(english):
    figure = Figure(low=None, high=99, printed="fewer than 100")

    assert figure_words(english, figure) == "fewer than 100"


def test_about_is_said_of_approximate_figures_only(english):
    assert (
        figure_words(english, Figure(low=20, high=20, printed="20", approximate=True)) == "about 20"
    )
    assert figure_words(english, Figure(low=20, high=20, printed="20")) == "20"


def test_an_open_end_is_never_a_number(english):
    assert interval_words(english, None, None) == "any number of people"
    assert interval_words(english, 5, None) == "at least 5"
    assert interval_words(english, None, 5) == "at most 5"
    assert cell_words(english, None) == "—"


def test_nobody_is_a_number(english):
    assert interval_words(english, 0, 0) == "0"
    assert cell_words(english, 0) == "0"


@given(low=PEOPLE, more=PEOPLE, language=st.sampled_from(LANGUAGES))
def test_both_ends_of_an_interval_are_printed(low, more, language):
    words = interval_words(load_words(language), low, low + more)

    assert f"{low:,}" in words
    assert f"{low + more:,}" in words

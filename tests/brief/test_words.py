from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from tumen.brief.words import LANGUAGES, fill, load_words
from tumen.errors import BriefError
from tumen.reading.pack import load_pack

NAMES = re.compile(r"\{(\w+)")
# What only some languages need: the number of a month, or its name.
OF_DATES = {"m", "month", "c", "above"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words(language):
    english, other = load_words("en"), load_words(language)

    assert set(other.entries) == set(english.entries)
    assert {k: len(v) for k, v in other.lists.items()} == {
        k: len(v) for k, v in english.lists.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_leaves_out_what_another_fills_in(language):
    english, other = load_words("en"), load_words(language)

    differing = {
        key
        for key, words in english.entries.items()
        if set(NAMES.findall(words)) - OF_DATES != set(NAMES.findall(other.entries[key])) - OF_DATES
    }
    assert differing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_but_the_counter(language):
    empty = {key for key, words in load_words(language).entries.items() if not words.strip()}

    assert empty <= {"number.counter", "part.counter"}


def test_a_language_without_words_is_refused():
    with pytest.raises(BriefError, match="'fr'"):
        load_words("fr")


def test_an_optional_part_needs_all_its_values():
    template = "Held[: {people}][, {place}]."

    assert fill(template, {"people": "20 women"}) == "Held: 20 women."
    assert fill(template, {"people": "", "place": "Jilin"}) == "Held, Jilin."


def test_a_counted_word_follows_its_number():
    assert fill("{n#text|texts}", {"n": 1}) == "1 text"
    assert fill("{n#text|texts}", {"n": 1200}) == "1,200 texts"


@given(st.text())
def test_what_is_filled_in_is_never_read_as_a_template(words):
    assert fill("<{a}|{b}>", {"a": words, "b": "{a}[x]"}) == f"<{words}|{{a}}[x]>"


def test_lists_end_with_their_own_word(english):
    assert english.joined([]) == ""
    assert english.joined(["a"]) == "a"
    assert english.joined(["a", "b", "c"]) == "a, b and c"


def test_an_unknown_code_is_shown_as_it_is(english):
    assert english.label("set_aside", "shoe_size") == "shoe size"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_for_setting_a_number_aside_has_its_words(language: str) -> None:
    words = load_words(language)
    for pack in map(load_pack, LANGUAGES):
        for reason in {*pack.units.values(), *pack.before_units.values()}:
            assert f"set_aside.{reason}" in words.entries

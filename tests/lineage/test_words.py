from __future__ import annotations

import pytest

from tumen.lineage.words import family_of, fold, stands_in


def test_folding_takes_off_width_case_quotes_and_double_spaces():
    assert fold("『ＤＡＩＬＹ　 NK』") == "daily nk"


@pytest.mark.parametrize(
    ("wording", "family"),
    [
        ("more than", "more"),
        ("At least", "more"),
        ("여", "more"),
        ("余り", "more"),
        ("多", "more"),
        ("이상", "more"),
        ("about", "about"),
        ("약", "about"),
        ("約", "about"),
        ("as many as", "most"),
        ("최대", "most"),
        ("多达", "most"),
        ("", ""),
        ("only", ""),
    ],
)
def test_approximators_of_four_languages_fall_into_three_families(
    wording: str, family: str
) -> None:
    assert family_of(wording) == family


def test_a_word_that_sets_a_bound_outweighs_one_that_only_blurs():
    assert family_of("at least about") == "more"


def test_latin_words_are_found_whole_and_others_anywhere():
    assert stands_in("rfa", "rfa's korean service")
    assert stands_in("afp", "afp통신")
    assert not stands_in("ap", "japan")
    assert stands_in("연합뉴스", "서울연합뉴스가")

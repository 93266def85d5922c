"""What the codebook of deportations must hold, beyond what the loader checks of any."""

import pytest

from tumen.codebook import load_codebook
from tumen.places import load_gazetteer

CODEBOOK = load_codebook("pushback-generic")
LANGUAGES = ("en", "ko", "ja", "zh")


def test_its_area_is_all_countries():
    assert load_gazetteer(CODEBOOK.gazetteer).place(CODEBOOK.area).name == "all countries"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_but_other_has_cues_in_every_language(language: str) -> None:
    without = [code for code, kind in CODEBOOK.kinds.items() if not kind.cues[language]]

    assert without == ["other"]


def test_its_kinds_are_those_of_dprk_china_and_two_of_its_own():
    own = set(CODEBOOK.kinds) - set(load_codebook("dprk-china").kinds)

    assert own == {"gone_back", "returns_suspended"}


def test_every_subject_has_nouns_in_four_languages_that_name_nobody_else():
    for language in LANGUAGES:
        nouns = [n for s in CODEBOOK.subjects.values() for n in s.nouns[language]]

        assert all(s.nouns[language] for s in CODEBOOK.subjects.values())
        assert len(nouns) == len(set(nouns))


def test_every_state_of_the_board_is_reached_by_some_kind():
    reached = {(kind.indicator, kind.condition) for kind in CODEBOOK.kinds.values()}
    states = {(i.code, state) for i in CODEBOOK.indicators.values() for state in i.states}

    assert states - reached == set()


def test_it_takes_for_granted_what_dprk_china_does():
    both = [load_codebook(name).assumptions for name in ("dprk-china", "pushback-generic")]

    assert {a: x.on for a, x in both[0].items()} == {a: x.on for a, x in both[1].items()}

import pytest

from tests.reconcile.situation import a_codebook
from tumen.reconcile.people import People, people_of
from tumen.records import Figure

TABLE = a_codebook().vagueness


def people(low: int | None, high: int | None, wording: str = "", *, about: bool = False) -> People:
    figure = Figure(low=low, high=high, wording=wording, approximate=about, printed="n")
    return people_of(figure, "en", TABLE)


def test_a_bare_number_is_itself_and_caps_nothing():
    assert people(200, 200) == People(low=200, high=200, capped=False)


def test_more_than_is_open_above():
    assert people(1001, None, "more than") == People(low=1001, high=None, capped=False)


def test_up_to_caps_and_gives_no_least():
    assert people(None, 20, "up to") == People(low=0, high=20, capped=True)


@pytest.mark.parametrize("wording", ["about", "About", "or thereabouts"])
def test_about_twenty_is_17_to_23_whatever_the_word(wording):
    assert people(20, 20, wording, about=True) == People(low=17, high=23, capped=False)


def test_nearly_200_has_a_least_from_the_table():
    assert people(None, 200, "nearly") == People(low=180, high=200, capped=True)


def test_a_word_of_the_reports_own_language_comes_first():
    from dataclasses import replace

    other = [replace(v, language="ja", low=0.5, high=2.0) for v in TABLE]
    figure = Figure(low=20, high=20, wording="about", approximate=True, printed="20")

    assert people_of(figure, "en-GB", [*other, *TABLE]).low == 17
    assert people_of(figure, "ja", [*TABLE, *other]).low == 10


def test_two_figures_meet_or_lie_apart():
    assert people(200, 200).meets(people(150, None))
    assert people(1001, None).distance(people(None, 900)) == 101
    assert people(None, 900).distance(people(1001, None)) == 101
    assert people(20, 20).distance(people(20, 30)) == 0

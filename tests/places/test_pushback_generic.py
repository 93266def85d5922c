"""What the gazetteer of deportations says, checked against itself."""

from itertools import pairwise

import pytest

from tumen.places import load_gazetteer
from tumen.records import Place

GAZETTEER = load_gazetteer("pushback-generic")
OWN = [GAZETTEER.places[id_] for id_ in GAZETTEER.own]


def forms(place: Place) -> set[str]:
    return {form for printed in place.names.values() for form in printed}


def test_every_country_and_city_of_the_world_lies_in_all_countries():
    outside = [id_ for id_ in GAZETTEER.places if not GAZETTEER.within(id_, "001")]

    assert outside == []


@pytest.mark.parametrize("place", OWN, ids=GAZETTEER.own)
def test_every_place_has_names_in_four_languages_and_a_source(place):
    assert all(place.names[language] for language in ("en", "ko", "ja", "zh"))
    assert place.source


def test_no_form_names_two_places_outright():
    outright = [form for place in OWN for form in forms(place) - set(place.ambiguous)]

    assert {form for form in outright if outright.count(form) > 1} == set()


def test_no_two_places_are_called_the_same_in_english():
    names = sorted(place.name for place in OWN)

    assert [one for one, other in pairwise(names) if one == other] == []


def test_no_place_of_detention_is_listed():
    assert [place.id for place in OWN if place.type == "detention"] == []

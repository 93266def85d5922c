"""Finding one's way in a gazetteer: parents, names, points."""

import pytest
from hypothesis import given, strategies as st

from tumen.errors import PlacesError
from tumen.places import load_gazetteer

GAZETTEER = load_gazetteer("dprk-china")
ids = st.sampled_from(sorted(GAZETTEER.places))
own_ids = st.sampled_from(GAZETTEER.own)
languages = st.sampled_from(["en", "ko", "ja", "zh"])


def test_ancestors_come_widest_first_and_without_the_place_itself():
    names = [place.name for place in GAZETTEER.ancestors("CN-JL-tumen")]

    assert names == ["China", "Northeast China", "Jilin", "Yanbian"]


def test_a_country_has_no_ancestors():
    assert GAZETTEER.ancestors("CN") == ()


def test_an_unknown_place_is_refused_by_name():
    with pytest.raises(PlacesError, match="'CN-XX'"):
        GAZETTEER.place("CN-XX")


def test_an_unknown_ancestor_is_refused_by_name():
    with pytest.raises(PlacesError, match="'CN-XX'"):
        GAZETTEER.within("CN-JL", "CN-XX")


@given(ids)
def test_every_place_lies_in_itself_and_in_each_of_its_ancestors(place):
    assert GAZETTEER.within(place, place)
    assert all(GAZETTEER.within(place, above.id) for above in GAZETTEER.ancestors(place))


@given(own_ids, own_ids, own_ids)
def test_within_is_transitive(inner, middle, outer):
    if GAZETTEER.within(inner, middle) and GAZETTEER.within(middle, outer):
        assert GAZETTEER.within(inner, outer)


@given(own_ids, own_ids)
def test_two_places_lie_in_each_other_only_when_they_are_one(one, other):
    both = GAZETTEER.within(one, other) and GAZETTEER.within(other, one)

    assert both == (one == other)


@given(ids, languages)
def test_every_name_leads_back_to_its_place(place, language):
    index = GAZETTEER.names(language)

    for form in GAZETTEER.place(place).names.get(language, ()):
        assert place in index[form]


@given(ids)
def test_a_text_in_any_language_may_print_the_latin_name(place):
    form = GAZETTEER.place(place).name

    assert all(place in GAZETTEER.names(language)[form] for language in ("en", "ko", "ja", "zh"))


@given(languages)
def test_the_places_of_the_case_come_before_those_of_the_world(language):
    own = set(GAZETTEER.own)

    for found in GAZETTEER.names(language).values():
        is_world = [id_ not in own for id_ in found]
        assert is_world == sorted(is_world)


def test_both_chinese_scripts_are_found_under_any_tag_of_chinese():
    assert GAZETTEER.names("zh-Hans")["图们"] == ("CN-JL-tumen",)
    assert GAZETTEER.names("zh-Hant")["圖們"] == ("CN-JL-tumen",)


def test_an_unknown_language_has_the_latin_names():
    assert "Tumen" in GAZETTEER.names("fr")
    assert "図們" not in GAZETTEER.names("fr")


def test_names_are_made_once():
    assert GAZETTEER.names("ko") is GAZETTEER.names("ko")


def test_a_place_without_a_point_is_drawn_where_the_nearest_one_above_it_is():
    assert GAZETTEER.place("detention-tumen").point is None
    assert GAZETTEER.point_of("detention-tumen") == GAZETTEER.place("CN-JL-tumen").point


def test_a_place_with_no_point_above_it_has_nowhere_to_be_drawn():
    assert GAZETTEER.point_of("CN") is None

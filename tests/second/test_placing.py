from __future__ import annotations

import pytest

from tests.build import a_report
from tests.second.build import TEXT, a_claim_said, background, heard
from tumen.records import Located, Role, Span
from tumen.second.placing import places_of


def placed(
    *said: tuple[str, str], text: str, language: str = "en"
) -> tuple[tuple[Located, ...], tuple[tuple[str, str], ...]]:
    report = a_report(text, language=language)
    return places_of(said, report, background().gazetteer, Span(0, len(text)))


def test_places_come_from_the_gazetteer_widest_first_with_those_above():
    places, left_out = placed(("Dandong", "held"), text="In Dandong")

    assert left_out == ()
    assert [(place.id, place.passage is not None) for place in places] == [
        ("CN", False),
        ("CN-LN", False),
        (places[-1].id, True),
    ]
    assert places[-1].name == "Dandong"
    assert {place.role for place in places} == {Role.HELD}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [("ko", "지린성 투먼", "투먼"), ("ja", "吉林省図們", "図們"), ("zh", "吉林省图们", "图们")],
)
def test_places_are_known_in_every_language(language, text, words):
    places, _ = placed((words, "held"), text=text, language=language)

    assert places[-1].name == "Tumen"


def test_a_name_that_several_places_share_is_left_out_unless_another_place_tells():
    text = "In Nanping, in Jilin"
    alone, left_out = placed(("Nanping", "where"), text=text)
    both, none = placed(("Nanping", "where"), ("Jilin", "where"), text=text)

    assert alone == ()
    assert left_out == (("ambiguous_place", "Nanping"),)
    assert none == ()
    assert "CN-JL-nanping" in [place.id for place in both]


def test_a_place_the_gazetteer_lacks_is_listed_and_the_claim_stands():
    (claim,), refused = heard(a_claim_said(places=[{"words": "a source", "role": "where"}]))

    assert claim.places == ()
    assert [(one.reason, one.words, one.whole) for one in refused] == [
        ("unknown_place", "a source", False)
    ]
    assert "a source" in TEXT

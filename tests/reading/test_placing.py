"""Where the people of a claim are."""

from __future__ import annotations

from tests.build import a_report
from tests.reading.reader import claims_in
from tumen.codebook import load_codebook
from tumen.places import load_gazetteer
from tumen.reading import read

PUSHBACKS = load_codebook("pushback-generic")
COUNTRIES = load_gazetteer("pushback-generic")


def places_of(text: str, kind: str, language: str = "en") -> list[str]:
    claim = next(c for c in claims_in(text, language) if c.kind == kind)
    return [place.name for place in claim.places]


def test_people_taken_outside_the_area_are_not_counted_in_it():
    assert places_of("Two defectors were arrested in Laos.", "arrested") == ["Laos"]


def test_where_speakers_live_is_not_where_people_are_held():
    assert places_of("Activists in South Korea say 20 defectors are held.", "detained") == ["China"]


def test_deaths_have_the_place_that_is_named_on_either_side_of_the_border():
    assert "Hyesan" in places_of("Two women were shot dead near Hyesan.", "died")


def test_those_who_arrived_are_in_south_korea_unless_another_country_is_named():
    assert places_of("탈북민 11명이 국내에 입국했다.", "arrived", "ko") == ["South Korea"]
    assert "Thailand" in places_of("Four escapees reached safety in Thailand.", "arrived")


def test_a_place_is_carried_from_the_sentence_before_that_tells_of_such_people():
    text = "31 defectors were held in Tumen. By June 54 defectors were held."
    claim = next(c for c in claims_in(text) if c.figure and c.figure.low == 54)

    assert "Tumen" in {place.name for place in claim.places}


def deported(text: str, kind: str, language: str = "en") -> list[tuple[str, str]]:
    report = a_report(text, language=language, published="2025-04-14")
    claims = read(report, codebook=PUSHBACKS, gazetteer=COUNTRIES).claims
    claim = next(c for c in claims if c.kind == kind)
    return [(place.name, place.role.value) for place in claim.places]


def test_where_the_area_is_many_countries_nothing_is_placed_that_names_no_place():
    assert deported("At least 300 migrants were deported last week.", "returned") == []


def test_where_the_area_is_many_countries_the_country_that_acts_is_where_people_were():
    assert deported("Iranian police expelled 400 Afghans.", "returned") == [("Iran", "where")]
    assert deported("Poland pushed 45 people back into Belarus.", "returned") == [
        ("Poland", "where"),
        ("Belarus", "destination"),
    ]
    assert deported("파키스탄이 아프간 난민 300명을 추방했다.", "returned", "ko") == [
        ("Pakistan", "where")
    ]
    assert deported("イランがアフガン難民400人を送還した。", "returned", "ja") == [
        ("Iran", "where")
    ]
    assert deported("伊朗驱逐了400名阿富汗难民。", "returned", "zh") == [("Iran", "where")]


def test_the_country_that_acts_is_the_one_nearest_to_the_act():
    text = "Belarus said Poland pushed back 45 people."

    assert deported(text, "returned") == [("Poland", "where")]


def test_the_country_that_people_are_of_does_not_act():
    assert deported("320 Pakistani migrants were deported last week.", "returned") == []


def test_a_place_that_a_speaker_is_in_gives_way_to_the_country_that_acts():
    text = "Iran expelled 400 Afghans in March, officials in Herat said."

    assert deported(text, "returned") == [("Iran", "where")]


def test_what_lies_above_a_place_that_people_were_sent_to_is_where_they_were_sent():
    assert deported("400 people were sent back from Iran to Herat.", "returned") == [
        ("Iran", "origin"),
        ("Afghanistan", "destination"),
        ("Herat province", "destination"),
        ("Herat", "destination"),
    ]

"""Where the people of a claim are."""

from __future__ import annotations

from tests.reading.reader import claims_in


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


def test_another_country_that_takes_people_is_where_they_are() -> None:
    assert places_of("Vietnam arrested 13 North Koreans last week.", "arrested") == ["Vietnam"]
    assert places_of("China arrested 13 North Koreans last week.", "arrested") == ["China"]


def test_where_others_of_a_sentence_are_taken_is_no_place_of_those_told_before() -> None:
    freed = next(
        c
        for c in claims_in(
            "In Hunchun, 21 women were arrested in a raid; five were released after paying fines, "
            "and the other sixteen were moved to Tumen last week."
        )
        if c.kind == "released"
    )

    assert freed.places[-1].name == "Hunchun"


def test_a_country_that_acts_leaves_the_towns_of_its_sentence_to_those_taken() -> None:
    claims = claims_in(
        "中国当局逮捕了二十九名北朝鲜逃亡者,七月十五日至十七日在山东青岛和云南昆明等地。",
        "zh",
        published="2014-07-22",
    )

    assert {"Qingdao", "Kunming"} <= {place.name for place in claims[0].places}


def test_what_a_claim_names_abroad_comes_before_what_its_group_was_told_of():
    text = "Nine defectors were sent back from Beijing. They had been caught in Laos on May 10."

    assert places_of(text, "arrested") == ["Laos"]


def test_a_place_abroad_is_of_the_count_beside_it():
    text = "탈북자 12명이 몽골 국경수비대에 체포되고 7명은 네이멍구에서 중국 공안에 붙잡혔다."

    assert places_of(text, "arrested", "ko") == ["Mongolia"]


def test_a_report_is_not_set_where_only_a_letter_went():
    text = "About 2,000 defectors are held. The group sent Beijing a list. Nobody answered."

    assert places_of(text, "detained") == ["China"]


def test_the_clause_of_an_act_comes_before_where_people_went_on_to():
    text = "九名朝鲜人被送回朝鲜。他们本月10日在老挝北部被捕,次日乘机经北京飞往平壤。"

    assert places_of(text, "arrested", "zh") == ["Laos"]


def test_a_border_that_people_went_towards_is_not_where_they_were_caught():
    text = "内モンゴル自治区の列車内で、モンゴル国境へ向かっていた脱北者5人が拘束された。"

    assert places_of(text, "arrested", "ja")[-1] == "Inner Mongolia"


def test_a_river_that_people_crossed_does_not_hold_them():
    text = "They crossed the Yalu River. Campaigners fear seven defectors could be sent back."

    assert places_of(text, "at_risk") == ["China"]

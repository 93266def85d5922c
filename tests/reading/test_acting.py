"""The country that acts, in a situation of many countries."""

from __future__ import annotations

from tests.reading.reader import deported


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


def test_a_country_that_people_came_from_themselves_is_not_where_they_were_taken():
    text = "Lithuania turned back 62 migrants who had crossed from Belarus."

    assert deported(text, "returned") == [("Lithuania", "where")]
    text = "폴란드는 벨라루스에서 넘어온 이주민 62명을 돌려보냈다."
    assert deported(text, "returned", "ko") == [("Poland", "where")]
    text = "ポーランドはベラルーシから越境した移民62人を送り返した。"
    assert deported(text, "returned", "ja") == [("Poland", "where")]
    text = "波兰将62名从白俄罗斯入境的移民推回。"
    assert deported(text, "returned", "zh") == [("Poland", "where")]


def test_a_country_of_whose_people_a_text_tells_is_not_where_they_were_taken():
    text = "ドミニカ共和国はハイチ人300人を送還した。"
    assert deported(text, "returned", "ja") == [("Dominican Republic", "where")]
    text = "多米尼加共和国驱逐了300名海地人。"
    assert deported(text, "returned", "zh") == [("Dominican Republic", "where")]
    text = "도미니카공화국은 아이티인 300명을 추방했다."
    assert deported(text, "returned", "ko") == [("Dominican Republic", "where")]


def test_a_country_whose_office_speaks_is_where_it_acts():
    text = "ポーランド国境警備隊は17日、移民100人を送り返したと明らかにした。"

    assert deported(text, "returned", "ja") == [("Poland", "where")]


def test_a_country_that_acts_has_the_measures_it_takes():
    assert deported("Lebanon has suspended deportations.", "returns_suspended") == [
        ("Lebanon", "where")
    ]

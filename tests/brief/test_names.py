from __future__ import annotations

from dataclasses import replace

from tests.brief.case import DAILY_NK, FULL, GOSPEL, HELD, UNDATED, WOMEN
from tests.build import a_claim, a_figure, a_report
from tumen.brief.names import (
    base_language,
    chain_words,
    kind_words,
    leaves,
    people_words,
    place_words,
    places_words,
    publisher_words,
    source_phrase,
    speaker_phrase,
    subject_words,
)
from tumen.records import Hop, HopType


def test_a_known_outlet_is_called_by_its_name_in_the_language_of_the_brief(seen):
    hop = Hop(name="데일리NK", type=HopType.MEDIA)

    assert speaker_phrase(seen(), hop, GOSPEL).text == "Daily NK"
    assert speaker_phrase(seen(language="zh"), hop, GOSPEL).text == "每日朝鲜"


def test_an_unnamed_source_in_another_language_is_described_and_quoted(view):
    phrase = speaker_phrase(view, Hop(name="소식통", type=HopType.ANONYMOUS), GOSPEL)

    assert phrase.text == "an unnamed source (“소식통”)"
    assert [(q.text, q.language) for q in phrase.quoted] == [("소식통", "ko")]


def test_the_article_of_a_speaker_stands_inside_the_sentence(view):
    hop = Hop(name="The source", type=HopType.ANONYMOUS)

    assert speaker_phrase(view, hop, a_report()).text == "the source"


def test_hearsay_without_a_speaker_says_so(view):
    hop = Hop(name="", type=HopType.NONE)

    assert speaker_phrase(view, hop, a_report()).text == "hearsay, no speaker named"


def test_the_innermost_speaker_comes_first_and_the_way_is_named(view):
    assert source_phrase(view, HELD).text == (
        "the Jilin authorities via NEWS Post Seven, Life Funds for North Korean Refugees"
    )


def test_the_chain_runs_from_the_outside_inwards(view):
    assert chain_words(view, FULL) == "Gospel Prayer Newspaper < an unnamed source (“소식통”)"


def test_a_report_of_nobody_is_named_by_its_file_and_always_in_the_same_way(view):
    hop = Hop(name=UNDATED.name, type=HopType.NONE)

    assert publisher_words(view, UNDATED) == "unnamed publisher of undated.txt"
    assert speaker_phrase(view, hop, UNDATED).text == publisher_words(view, UNDATED)
    assert publisher_words(view, a_report(publisher="Some Paper")) == "Some Paper"


def test_places_are_named_as_closely_as_the_claim_does(view):
    assert leaves(view, WOMEN) == ("CN-LN",)
    assert places_words(view, leaves(view, WOMEN)) == "Liaoning"


def test_two_places_of_one_claim_are_both_named(seen):
    claim = a_claim(places=(("CN", "China"), ("CN-JL", "Jilin"), ("CN-LN", "Liaoning")))

    assert places_words(seen(), leaves(seen(), claim)) == "Jilin and Liaoning"


def test_a_small_place_is_named_with_its_province(seen):
    assert place_words(seen(), "CN-LN-dandong") == "Dandong, Liaoning"
    assert place_words(seen(), "CN-LN-dandong", full=False) == "Dandong"
    assert place_words(seen(language="ko"), "CN-LN-dandong") == "랴오닝 단둥"


def test_the_rest_of_a_place_is_elsewhere_in_it(view):
    assert place_words(view, "CN-JL/unlisted") == "elsewhere in Jilin"


def test_what_the_codebook_does_not_know_keeps_its_own_code(view):
    assert place_words(view, "XX-nowhere") == "XX-nowhere"
    assert subject_words(view, "bus_loads") == "bus loads"
    assert kind_words(view, "sent_to_the_moon") == "Sent to the moon"


def test_a_script_is_no_language_of_its_own():
    assert base_language("zh-Hant") == "zh"


def test_hearsay_behind_a_named_speaker_is_left_to_the_note(view):
    heard = a_claim(
        GOSPEL,
        words=GOSPEL.text[:10],
        speakers=(("복음기도신문", HopType.MEDIA), ("데일리NK", HopType.MEDIA), ("", HopType.NONE)),
    )

    assert source_phrase(view, heard).text == "Daily NK via Gospel Prayer Newspaper"
    assert chain_words(view, heard).endswith("Daily NK < hearsay, no speaker named")


def test_an_office_has_its_article_and_a_name_has_none(view):
    names = ["Chinese government", "Jilin authorities", "its government", "South Korea's ministry"]
    said = [speaker_phrase(view, Hop(name=n, type=HopType.STATE), DAILY_NK).text for n in names]

    assert said == ["the Chinese government", *names[1:]]


def test_one_person_is_one(view):
    one = a_figure(1, 1)

    assert subject_words(view, "defectors", one) == "North Korean defector"
    assert subject_words(view, "defectors;women", one) == "North Korean woman"
    assert subject_words(view, "defectors") == "North Korean defectors"


def test_a_report_that_does_not_say_is_published_by_the_host_of_its_address(view):
    silent = replace(UNDATED, url="https://www.example.org/news/1")

    assert publisher_words(view, silent) == "example.org"
    assert publisher_words(view, replace(silent, url="file:///etc/x")) == (
        "unnamed publisher of undated.txt"
    )


def test_an_outlet_known_by_its_address_is_named_in_the_same_way_in_every_language(view):
    page = replace(UNDATED, url="https://www.example.org/news/1", language="ko")
    hop = Hop(name="example.org", type=HopType.MEDIA)

    assert speaker_phrase(view, hop, page).text == publisher_words(view, page) == "example.org"


def test_one_person_is_not_several_whatever_the_end_of_the_number(view):
    assert subject_words(view, "defectors", a_figure(1, None)) == "North Korean defector"
    assert subject_words(view, "defectors", a_figure(1, 2)) == "North Korean defectors"


def test_people_of_no_known_sort_are_people_and_leave_no_gap(view):
    assert people_words(view, "", "90", a_figure(90, 90)) == "90 people"
    assert people_words(view, "", "at least 1", a_figure(1, None)) == "at least 1 person"
    assert people_words(view, "", "", None) == ""


def test_a_publisher_has_its_name_in_every_language(view):
    report = a_report(publisher="데일리", language="ko")
    phrase = speaker_phrase(view, Hop(name="데일리", type=HopType.MEDIA), report)

    assert (phrase.text, phrase.quoted) == ("데일리", ())


def test_an_organisation_is_one_with_or_without_its_article(view):
    names = ["Database Center for North Korean Human Rights"]
    names.append(f"the {names[0]}")
    said = [speaker_phrase(view, Hop(name=n, type=HopType.NGO), DAILY_NK).text for n in names]

    assert said == ["NKDB", "NKDB"]

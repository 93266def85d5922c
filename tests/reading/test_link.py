from tests.reading.reader import a_page, claims_in
from tumen.reading.headlines import find_headlines
from tumen.reading.link import link
from tumen.reading.people import find_people


def links(text: str, language: str = "en") -> list[tuple[str, float | None]]:
    page = a_page(text, language)
    found = link(page, find_people(page).mentions, find_headlines(page))
    return [
        (one.kind, one.mention.number.low if one.mention and one.mention.number else None)
        for one in found
    ]


def test_a_passive_takes_the_people_before_it_and_an_active_verb_those_after() -> None:
    text = "About 20 women were arrested in Dandong, while police in Jilin arrested 30 men."

    assert [pair for pair in links(text) if pair[0] == "arrested"] == [
        ("arrested", 20),
        ("arrested", 30),
    ]


def test_one_group_can_be_in_several_claims() -> None:
    text = "Jilin notified the North that it would hand over 200 defectors who had been detained."

    assert ("return_notified", 200) in links(text)
    assert ("detained", 200) in links(text)


def test_people_that_no_cue_took_take_the_nearest() -> None:
    text = "20 defectors were arrested in Qingdao and nine others in Kunming."

    assert ("arrested", 9) in links(text)


def test_clauses_of_a_headline_do_not_share_their_verbs() -> None:
    text = (
        "North Korea refuses the return of defectors; more than 1,000 people already\n\nIt is so."
    )

    assert ("return_refused", 1001) not in links(text)


def test_a_verb_at_the_end_takes_the_people_before_it() -> None:
    assert ("arrested", 5) in links("탈북자 5명이 선양에서 체포됐다.", "ko")
    assert ("arrested", 5) in links("脱北者5人が瀋陽で逮捕された。", "ja")


def test_a_relative_clause_is_about_the_people_after_it() -> None:
    assert ("detained", 20) in links(
        "今年2月から拘束している約20人の北朝鮮国籍者に返事はない。", "ja"
    )


def test_nobody_is_held_by_the_number_that_a_place_can_hold() -> None:
    found = claims_in("정원이 90명인 화룡의 구류장에 지금 탈북민 140명이 있다.", "ko")

    assert [(c.kind, c.figure.low) for c in found if c.figure] == [
        ("capacity", 90),
        ("detained", 140),
    ]


def test_an_aside_between_people_and_their_verb_is_no_distance() -> None:
    text = (
        "Five refugees were seen in June. According to the letter the group, which includes a "
        "14-year-old girl and a woman six months pregnant, was arrested in Qingdao."
    )

    assert ("arrested", 5) in [(c.kind, c.figure and c.figure.low) for c in claims_in(text)]
    assert ("arrested", 5) in links(
        "Five refugees, among them a girl and a pregnant woman, may be sent back by force after "
        "their arrest in September."
    )


def test_people_who_were_sent_back_are_those_of_that_verb_though_a_part_is_taken_of_them() -> None:
    claims = claims_in("It has the names of 212 of the more than 500 people who were sent back.")

    assert [c.figure.low for c in claims if c.kind == "returned" and c.figure][-1] == 501


def test_a_word_that_points_back_takes_no_verb_of_the_clause_before_it() -> None:
    text = "七名脫北者在瀋陽被捕。女孩的父母已在韓國定居,他們向外交部求助。"

    assert ("arrived", 7) not in [(c.kind, c.figure.low) for c in claims_in(text, "zh") if c.figure]

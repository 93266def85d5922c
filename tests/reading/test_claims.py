import tomllib
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.build import a_report
from tests.reading.reader import claims_in, reading_of
from tumen.reading.pack import LANGUAGES
from tumen.records import Modality, Part

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def cases() -> list[object]:
    return [
        pytest.param(path.stem.split("-")[0], case, id=f"{path.stem}: {case['why']}")
        for path in CASES
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Taken together, at least 38 defectors were arrested in China in two months."),
        ("ko", "종합하면 두 달 동안 중국에서 최소 38명의 탈북자가 체포됐다."),
        ("ja", "総合するとこの2か月に中国で少なくとも38人の脱北者が逮捕された計算になる。"),
        ("zh", "加起来，两个月内至少有38名脱北者在中国被捕。"),
    ],
)
def test_a_sum_of_the_publishers_own_is_its_own_count(language: str, text: str) -> None:
    arrested = [c for c in claims_in(text, language) if c.kind == "arrested"]

    assert [c.modality for c in arrested] == [Modality.OWN_COUNT]


@pytest.mark.parametrize(("language", "case"), cases())
def test_a_text_gives_the_claims_a_careful_reader_finds(
    language: str, case: dict[str, object]
) -> None:
    published = str(case.get("published", "2020-11-05"))
    found = claims_in(str(case["text"]), language, published=published)
    said = {
        (c.kind, c.figure.low if c.figure else None, c.figure.high if c.figure else None)
        for c in found
    }
    wanted = case["claims"]
    assert isinstance(wanted, list)

    expected = {(w["kind"], w.get("low"), w.get("high")) for w in wanted}
    assert expected <= said
    if case.get("only"):
        counted = {claim for claim in said if claim[1:] != (None, None) and claim[0] != "other"}
        assert counted == expected


@given(st.text(max_size=400), st.sampled_from(LANGUAGES))
def test_any_text_gives_a_reading_whose_passages_are_its_words(text: str, language: str) -> None:
    if not text:
        return
    reading = reading_of(a_report(text, language=language))

    for claim in (*reading.claims, *reading.statements):
        passages = [claim.passage, *(e.passage for e in claim.evidence)]
        passages += [h.passage for h in claim.attribution if h.passage]
        for passage in passages:
            assert text[passage.span.start : passage.span.end] == passage.exact


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "about 20 North Korean defectors", "were arrested", "in Dandong", "early this month",
            "according to a source", "탈북민 200여 명", "북송", "체포됐다", "소식통은", "말했다",
            "1000人以上", "拘束された", "によると", "先月末", "7名脱北者", "被捕", "据", ". ", ", ",
            "\n\n", "(", ")", "\"", "여여여여", "3만3981", "the 20", "them", "refused", "「", "」",
        ]
    ),
    max_size=25,
)  # fmt: skip


@given(FRAGMENTS, st.sampled_from(LANGUAGES))
def test_any_jumble_of_the_words_it_knows_is_read_without_an_error(
    words: list[str], language: str
) -> None:
    text = " ".join(words).strip() or "x"
    reading = reading_of(a_report(text, language=language))

    assert reading == reading_of(a_report(text, language=language))


def test_a_sentence_in_front_moves_the_passages_and_changes_nothing_else() -> None:
    text = "About 20 women were arrested in Dandong early this month, a source said."
    front = "It rained. "
    plain, moved = claims_in(text), claims_in(front + text)

    assert [c.kind for c in moved] == [c.kind for c in plain]
    assert [c.passage.span.start - len(front) for c in moved] == [
        c.passage.span.start for c in plain
    ]
    assert [c.passage.exact for c in moved] == [c.passage.exact for c in plain]


def test_a_plan_is_expected_and_a_denial_denied() -> None:
    expected = claims_in("The 20 women may be sent back from Dandong.")
    denied = claims_in("China denied that 20 women were arrested in Dandong.")

    assert [c.modality for c in expected if c.kind == "at_risk"] == [Modality.EXPECTED]
    assert [c.modality for c in denied if c.kind == "arrested"] == [Modality.DENIED]


def test_the_bare_figure_of_a_headline_counts_the_people_in_question() -> None:
    text = "Border closed; more than 1,000 people already\n\nThe border is closed. It is."
    (claim,) = (c for c in claims_in(text) if c.figure)

    assert (claim.kind, claim.part) == ("detained", Part.HEADLINE)


def test_every_field_says_which_words_gave_it() -> None:
    (claim,) = claims_in("About 20 women were arrested in Dandong early this month, a source said.")

    assert {e.field for e in claim.evidence} == {
        "kind",
        "figure",
        "places",
        "period",
        "attribution",
    }


def test_what_officials_say_unofficially_is_unofficial_and_keeps_its_reasons() -> None:
    text = (
        "North Korean officials are unofficially telling Chinese authorities that they are "
        "refusing to take over defectors because of the risk of infection. "
        "They also said they were busy with the 80-day struggle."
    )
    (claim,) = (c for c in claims_in(text) if c.kind == "return_refused")

    assert claim.modality is Modality.UNOFFICIAL
    assert [r.code for r in claim.reasons] == ["infection", "production_campaign"]


def test_the_month_of_may_says_nothing_of_what_may_be():
    (claim,) = claims_in("Since 7 May at least 30 defectors have been sent back.")

    assert (claim.kind, claim.modality) == ("returned", Modality.REPORTED)


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        (
            "There are no North Korean defectors in detention in Hunchun, the ministry said.",
            "en",
            "detained",
        ),
        ("China denied that 50 defectors had been repatriated.", "en", "returned"),
        ("中國外交部發言人說,中國遣返600名脫北者一事「並無此事」。", "zh", "returned"),
    ],
)
def test_a_denial_is_told_as_one(text: str, language: str, kind: str):
    denied = [c for c in claims_in(text, language) if c.modality is Modality.DENIED]

    assert kind in {c.kind for c in denied}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("首尔一名官员说,中国不愿释放20名脱北者。", "zh"),
        ("首尔正努力使20名脱北者获释。", "zh"),
        ("Seoul is trying to free 20 defectors.", "en"),
        ("公安当局は40人を送還すると北朝鮮側に伝えた。", "ja"),
        ("중국은 탈북민 40명을 북송하겠다고 알렸다.", "ko"),
    ],
)
def test_what_is_planned_unwanted_or_tried_has_not_happened(text: str, language: str):
    assert not {c.kind for c in claims_in(text, language)} & {"released", "returned"}


def test_who_speaks_is_not_who_is_counted():
    claim = next(c for c in claims_in("维权人士指出,只有46人仍被中国拘押。", "zh") if c.figure)

    assert claim.subject == "defectors"


def test_so_many_a_year_are_no_total():
    text = "Before the pandemic more than 1,000 defectors reached South Korea every year."
    claim = next(c for c in claims_in(text) if c.kind == "arrived")

    assert claim.yearly


def test_how_those_held_lived_before_is_no_second_count():
    text = "脱北者200人が拘禁されている。その大半は潜伏していた。"

    assert {c.kind for c in claims_in(text, "ja") if c.figure} == {"detained"}


def test_a_number_far_from_the_only_verb_of_its_sentence_still_has_it():
    text = (
        "Most defectors are held in border detention centers and prisons run by the police of the "
        "provinces, but those facilities are full by now and are expected to exceed 1,000 people."
    )

    assert ("detained", 1001) in {(c.kind, c.figure.low) for c in claims_in(text) if c.figure}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("200 Syrian refugees were sent back to Syria last month.", "en"),
        ("시리아 난민 200명이 송환됐다.", "ko"),
        ("ウイグル人200人が拘束された。", "ja"),
        ("200名罗兴亚难民被遣返。", "zh"),
        ("China sent back 300 Chinese nationals.", "en"),
        ("Were 200 defectors sent back?", "en"),
        ("200 defectors were not sent back.", "en"),
        ("200名脱北者没有被遣返。", "zh"),
        ("脱北者200人は送還されていない。", "ja"),
    ],
)
def test_people_of_other_countries_questions_and_what_did_not_happen_are_no_returns(
    text: str, language: str
):
    kinds = {c.kind for c in claims_in(text, language) if c.modality is not Modality.DENIED}

    assert not kinds & {"returned", "at_risk", "arrested", "detained"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Not 200 but 20 defectors were arrested in Dandong.", "en"),
        ("탈북민 200명이 아니라 20명이 체포됐다.", "ko"),
        ("脱北者200人ではなく20人が逮捕された。", "ja"),
        ("被捕的不是200名而是20名脱北者。", "zh"),
    ],
)
def test_what_is_ruled_out_is_not_counted(text: str, language: str):
    figures = {c.figure.low for c in claims_in(text, language) if c.figure}

    assert 200 not in figures
    assert 20 in figures


def test_reports_that_proved_false_are_denials():
    claims = claims_in("Reports that 200 defectors were sent back proved false.")

    assert {c.modality for c in claims if c.figure} == {Modality.DENIED}


def test_what_a_number_is_thought_to_reach_is_an_estimate_whatever_stands_between():
    text = (
        "脱北者は拘置所に入れられているが、施設はすでに満杯で、その数は1000人以上に上るとみられる。"
    )
    held = next(c for c in claims_in(text, "ja") if c.kind == "detained")

    assert held.modality is Modality.ESTIMATED


def test_claims_that_were_rejected_are_denials():
    text = "The ministry rejected claims that 200 defectors were sent back."

    assert {c.modality for c in claims_in(text) if c.figure} == {Modality.DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "Had China repatriated 500 defectors, Seoul would have protested.",
        "No one has sent back the 200 defectors.",
        "All but 20 of the 60 defectors were sent back.",
    ],
)
def test_what_nobody_did_and_all_but_some_are_no_returns_of_so_many(text: str):
    assert "returned" not in {c.kind for c in claims_in(text)}


def test_parts_of_a_whole_do_not_add_to_it():
    text = "Of 1,000 defectors detained, 200 were women and 30 children."

    assert 1230 not in {c.figure.low for c in claims_in(text) if c.figure}


def test_a_number_told_by_a_second_speaker_is_that_speakers():
    text = "Daily NK said 50 defectors were arrested in Dandong, while RFA put the number at 80."
    speakers = {c.figure.low: c.attribution[-1].name for c in claims_in(text) if c.figure}

    assert speakers == {50: "Daily NK", 80: "RFA"}


def test_what_people_tell_a_paper_is_no_notice_to_the_north() -> None:
    text = "North Korea has refused to take back 58 defectors, two activists told NK News."

    assert [claim.kind for claim in claims_in(text)] == ["return_refused"]


def test_what_is_denied_in_answer_to_a_report_is_a_denial() -> None:
    text = "针对有关中国将600名脱北者遣送回朝鲜的报道,外交部发言人表示,中国不存在所谓的脱北者。"

    assert [claim.modality for claim in claims_in(text, "zh")] == [Modality.DENIED]

from __future__ import annotations

from dataclasses import replace

from tests.build import a_claim, a_day, a_report
from tumen.cli.page import Page
from tumen.cli.show_claims import show_report
from tumen.cli.words import Words, words_in
from tumen.records import Claim, Doubt, Reading, Report, SetAside, Unread

REPORT = a_report(
    "About 200 defectors are held in Jilin on the 70th anniversary. Box 77. Page 12.", title="Held"
)


def shown(
    reading: Reading, words: Words, report: Report = REPORT, *, statements: bool = False
) -> str:
    page = Page(terminal=False)
    show_report(page, report, reading, words, statements=statements)
    return page.text


def a_reading(*claims: Claim) -> Reading:
    return Reading(report=REPORT.id, read_by="test/1", claims=claims)


def test_a_claim_is_shown_with_number_words_place_day_and_speaker(english):
    claim = a_claim(REPORT, words="About 200 defectors are held", period=a_day("2020-11-01"))
    text = shown(a_reading(claim), english)

    for part in (
        "a.txt",
        "Held",
        "A Paper · en · 2020-11-05",
        "200",
        "“About 200 defectors are held”",
        "Jilin, China",
        "2020-11-01",
    ):
        assert part in text


def test_a_report_without_claims_says_so(english):
    assert "No figures of people found in a.txt." in shown(a_reading(), english)


def test_a_report_with_claims_but_no_number_says_that(english):
    claim = a_claim(REPORT, words="held", low=None, high=None)

    assert "what it says without a number is listed above" in shown(a_reading(claim), english)


def test_a_report_without_a_date_says_how_to_give_one(english):
    undated = replace(REPORT, published=None)

    assert "give one with --published" in shown(a_reading(), english, undated)


def test_numbers_that_became_no_claim_are_listed_not_dropped(english):
    box, page = REPORT.text.index("77"), REPORT.text.index("12")
    reading = replace(
        a_reading(),
        unread=(
            Unread(passage=REPORT.passage(box, box + 2), reason="what is counted is not said"),
        ),
        set_aside=(SetAside(passage=REPORT.passage(page, page + 2), reason="list_number"),),
    )
    text = shown(reading, english)

    assert "Numbers not understood (1)" in text
    assert "Box ⟦77⟧. Page 12." in text
    assert "(what is counted is not said)" in text
    assert "number in a list 1" in text


def test_a_doubt_is_shown_with_what_is_known(english):
    at = REPORT.text.index("70th")
    doubt = Doubt(
        code="anniversary",
        passage=REPORT.passage(at, at + 16),
        said="70",
        known="75",
        about="party",
    )
    text = shown(replace(a_reading(), doubts=(doubt,)), english)

    assert "“70”, where 75 is known: “70th anniversary”" in text


def test_statements_are_shown_only_when_asked_for(english):
    said = a_claim(REPORT, words="Box 77", kind="other", low=None, high=None)
    reading = replace(a_reading(), statements=(said,))

    assert "“Box 77”" not in shown(reading, english)
    assert "“Box 77”" in shown(reading, english, statements=True)


def test_headings_and_places_follow_the_language(background):
    claim = a_claim(REPORT, words="About 200 defectors are held")
    text = shown(a_reading(claim), words_in("ko", background))

    assert "사람 수" in text
    assert "지린" in text or "길림" in text

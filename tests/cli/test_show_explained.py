from __future__ import annotations

from dataclasses import replace

from tests.build import a_claim, a_report
from tumen.cli.page import Page
from tumen.cli.show_explained import show_explained
from tumen.cli.words import Words
from tumen.records import Claim, Evidence, Reading

REPORT = a_report("In Jilin about 200 defectors are held, and \x1b[31m20 more wait.")


def explained(claims: tuple[Claim, ...], words: Words, *, terminal: bool = False) -> str:
    page = Page(terminal=terminal)
    reading = Reading(report=REPORT.id, read_by="test/1", claims=claims)
    show_explained(page, REPORT, reading, words)
    return page.text


def two_claims() -> tuple[Claim, Claim]:
    first = a_claim(REPORT, words="about 200 defectors are held")
    at = REPORT.text.index("Jilin")
    evidence = Evidence(
        field="places", passage=REPORT.passage(at, at + 5), rule="place/nearest-before"
    )
    return replace(first, evidence=(evidence,)), a_claim(REPORT, words="20 more wait", low=20)


def test_the_text_stands_with_the_number_of_each_claim_before_its_words(english):
    text = explained(two_claims(), english)

    assert "In Jilin ⟨1⟩about 200 defectors are held, and" in text
    assert "⟨2⟩20 more wait." in text


def test_each_field_has_its_words_and_its_rule(english):
    text = explained(two_claims(), english)
    row = next(line for line in text.splitlines() if "place/nearest-before" in line)

    assert row.split() == ["places", "“Jilin”", "place/nearest-before"]


def test_on_a_terminal_words_are_underlined_and_the_report_cannot_steer_it(english, monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = explained(two_claims(), english, terminal=True)

    assert "\x1b[4m" in text
    assert "�[31m" in text


def test_a_text_without_claims_is_still_shown(english):
    text = explained((), english)

    assert "In Jilin about 200" in text
    assert "No figures of people found in a.txt." in text

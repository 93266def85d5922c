from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.brief.case import ARRIVED, DAILY_NK, UNDATED, a_situation
from tests.build import a_claim
from tumen.brief.accounts import (
    doubt_statements,
    report_entries,
    unresolved_periods,
    unresolved_statements,
)
from tumen.records import Retrieval


def test_numbers_that_became_no_claim_are_listed_with_the_reason(view):
    entry = report_entries(view)[-1]

    assert [(r.passage.exact, r.reason) for r in entry.set_aside] == [
        ("3,000", "money"),
        ("40", "distance"),
    ]
    assert [r.passage.exact for r in entry.unread] == ["12"]


def test_an_anniversary_is_doubted_and_not_corrected(view):
    (doubt,) = doubt_statements(view)

    assert doubt.text == (
        "“70th anniversary”: the report counts 70 years; by the codebook's calendar it is 75 "
        "(Workers' Party of Korea, 10 October 1945). A doubt, not a correction."
    )


def test_a_report_without_a_date_says_what_stays_open_and_what_would_help(view):
    (open_,) = unresolved_statements(view)

    assert open_.text == (
        "The report undated.txt has no date: “Last month” could not be turned into days. "
        "Give the date with --published."
    )
    assert open_.claims == (ARRIVED.id,)


def test_a_report_is_listed_with_when_it_was_taken_in(seen):
    situation = replace(
        a_situation(),
        retrievals={DAILY_NK.id: Retrieval(at=datetime(2026, 5, 1, 9, 30, tzinfo=UTC), by="ana")},
    )
    entries = {e.report.id: e for e in report_entries(seen(situation))}

    assert entries[DAILY_NK.id].retrieved == "1 May 2026, 09:30 UTC, by ana"
    assert entries[UNDATED.id].retrieved == "handed over as a file; no time recorded"
    assert entries[UNDATED.id].published == "no date"


def test_statements_no_claim_was_made_of_are_kept(seen):
    situation = a_situation()
    said = a_claim(UNDATED, words="It spent 3,000 dollars", kind="other", low=None, high=None)
    told = a_claim(UNDATED, words="15 defectors", kind="other", low=None, high=None)
    readings = list(situation.readings)
    readings[5] = replace(readings[5], statements=(said, told))

    entry = report_entries(seen(replace(situation, readings=tuple(readings))))[-1]
    assert [s.claims for s in entry.statements] == [(said.id,)]


def test_a_period_is_listed_once(view):
    reading = view.situation.readings[-1]
    twice = replace(reading, claims=(*reading.claims, replace(ARRIVED, id="c-twin")))

    assert len(unresolved_periods(twice)) == 1

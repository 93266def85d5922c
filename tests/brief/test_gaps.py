from __future__ import annotations

from dataclasses import replace

from tests.brief.case import HELD, LIFE_FUNDS, RECONCILIATION, a_situation
from tumen.brief.gaps import gap_statements
from tumen.brief.people import people_rows
from tumen.brief.view import View
from tumen.records import Finding, Lineage


def texts(view: View) -> list[str]:
    return [s.text for s in gap_statements(view, people_rows(view), ())]


def test_people_in_no_listed_group_are_counted(view):
    assert texts(view)[0] == (
        "The listed groups (2) add up to 217 to 223; of the at least 1,000 named in all, at least "
        "777 are in no listed group."
    )


def test_an_open_end_is_told_once_for_all_places(view):
    assert (
        "How many at most is not known: no claim sets an upper limit on people in detention in "
        "China, Liaoning and elsewhere in China." in texts(view)
    )


def test_a_finding_without_words_is_shown_by_its_values(view):
    assert "never confirmed: texts 4." in texts(view)


def test_what_is_expected_is_told_under_its_own_heading(seen):
    forecast = Finding(id="f", code="forecast", claims=(HELD.id,), values={"day": "2020-11-05"})
    reconciliation = replace(RECONCILIATION, findings=(forecast,))

    assert not any(
        "forecast" in t for t in texts(seen(replace(a_situation(), reconciliation=reconciliation)))
    )


def test_dates_and_numbers_that_were_not_understood_are_counted(view):
    assert "1 date could not be worked out; see “What was not read”." in texts(view)
    assert "1 number in the reports could not be read; see “What was not read”." in texts(view)


def test_one_origin_cannot_depend_on_another(seen):
    situation = a_situation()
    one = Lineage(retellings=(), origins=situation.lineage.origins[:1])

    assert any("independently" in t for t in texts(seen(situation)))
    assert not any("independently" in t for t in texts(seen(replace(situation, lineage=one))))


def test_nothing_open_is_nothing_said(seen):
    situation = a_situation()
    bare = replace(
        situation,
        reports=(LIFE_FUNDS,),
        readings=(replace(situation.readings[3], claims=(), doubts=()),),
        lineage=Lineage(retellings=(), origins=()),
        reconciliation=replace(RECONCILIATION, bounds=(), findings=()),
    )

    assert texts(seen(bare)) == []

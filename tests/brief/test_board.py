from __future__ import annotations

from dataclasses import replace

from tests.brief.case import CLOSED, RECONCILIATION, REFUSED, UNANSWERED, a_situation
from tumen.brief.board import board_of, silent_statements
from tumen.brief.clusters import by_claim, clusters_of
from tumen.brief.view import View
from tumen.records import BoardRow, Condition


def rows(view: View) -> dict[str, BoardRow]:
    return {row.indicator: row for row in board_of(view, by_claim(clusters_of(view)))}


def test_every_question_of_the_codebook_has_a_row(view, codebook):
    assert list(rows(view)) == list(codebook.indicators)


def test_a_row_says_since_when_and_who_says_so(view):
    border = rows(view)["border"]

    assert (border.state_label, border.rank, border.since) == ("closed", "worst", "January 2020")
    assert border.speakers == "Gospel Prayer Newspaper"
    assert border.statements[0].claims == (CLOSED.id,)


def test_states_that_disagree_are_all_named_the_worst_first(view):
    returns = rows(view)["returns"]

    assert returns.state_label == "requested, no answer; refused by North Korea"
    assert returns.disputed
    assert {c for s in returns.statements for c in s.claims} == {REFUSED.id, UNANSWERED.id}


def test_what_no_report_tells_is_silent_and_asked_for(view):
    board = board_of(view, by_claim(clusters_of(view)))
    silent = silent_statements(view, board)

    assert rows(view)["rescue"].state == ""
    assert "Are rescues being carried out? Nothing in the reports tells." in {
        s.text for s in silent
    }


def test_a_state_said_to_be_unknown_is_silent(seen):
    unknown = Condition(indicator="border", state="unknown", since="", claims=())
    reconciliation = replace(RECONCILIATION, conditions=(unknown,))
    view = seen(replace(a_situation(), reconciliation=reconciliation))

    assert rows(view)["border"].state_label == "Not reported"


def test_a_state_the_codebook_does_not_rank_is_shown_by_its_code(seen):
    odd = Condition(indicator="border", state="half_open", since="", claims=(CLOSED.id,))
    reconciliation = replace(RECONCILIATION, conditions=(odd,))
    view = seen(replace(a_situation(), reconciliation=reconciliation))

    assert (rows(view)["border"].state_label, rows(view)["border"].rank) == ("half open", "unknown")

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.brief.case import CLOSED, RECONCILIATION, REFUSED, UNANSWERED, a_situation
from tumen.brief import LANGUAGES
from tumen.brief.board import answer_words, board_of, silent_statements
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


def a_row(label, state="closed", rank="worst", *, disputed=False):
    return BoardRow(
        indicator=label,
        label=label,
        question="",
        state=state,
        state_label=state,
        rank=rank,
        since="",
        speakers="",
        disputed=disputed,
        statements=(),
    )


SILENT = a_row("Returns", "", "")


def test_one_worst_state_that_nobody_disputes_answers_no(view):
    board = (a_row("Border", "closed; trade banned"), a_row("Rescues", "resumed", "best"), SILENT)

    assert answer_words(view, board) == ("By these reports, no: border: closed, trade banned.")


def test_a_disputed_state_and_a_question_nobody_answers_are_not_clear(view):
    board = (a_row("Border", disputed=True), a_row("Rescues", "resumed", "best"), SILENT)

    assert answer_words(view, board) == (
        "By these reports, not clear: border: closed (disputed); rescues: resumed; "
        "not reported: Returns."
    )


def test_the_best_of_all_states_stands_against_nothing_and_is_no_advice(view):
    told = answer_words(view, (a_row("Border", "reopened", "best"),))

    assert told.startswith("By these reports, nothing stands against it: border: reopened.")
    assert told.endswith("no advice to go.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_board_of_which_nothing_is_told_is_not_clear_in_every_language(seen, language):
    view = seen(language=language)

    assert answer_words(view, (SILENT,)) == view.words.say("board.answer_untold")
    assert answer_words(view, (a_row("B"),)) != answer_words(view, (a_row("B", rank="best"),))

from __future__ import annotations

from tests.brief.case import HELD, UNDATED
from tests.build import a_report
from tumen.brief.notes import notes_for, statements_of
from tumen.records import Statement


def test_a_note_has_the_words_the_chain_and_the_proof(view):
    (note,) = notes_for(view, [Statement(text="x", citations=(HELD.passage, HELD.passage))])

    assert note.passage == HELD.passage
    assert note.speakers == (
        "Life Funds for North Korean Refugees < NEWS Post Seven < the Jilin authorities"
    )
    assert (note.number, note.file, note.digest) == (
        1,
        "life-funds.txt",
        view.reports[HELD.report].digest,
    )


def test_words_that_no_claim_was_made_of_are_the_publishers(view):
    note = notes_for(view, [Statement(text="x", citations=(UNDATED.passage(0, 4),))])[0]

    assert note.speakers == "unnamed publisher of undated.txt"


def test_every_sentence_of_the_page_is_met(brief):
    met = list(statements_of(brief))

    assert set(brief.known) | set(brief.disputed) | set(brief.unknown) <= set(met)
    assert all(entry.statement in met for entry in brief.timeline)
    assert a_report().id not in {p.report for s in met for p in s.citations}

"""Number the cited passages in the order in which the page meets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tumen.brief.names import chain_words, publisher_words
from tumen.brief.view import View
from tumen.records import Brief, Claim, Note, Passage, Statement, TreeNode


def statements_of(brief: Brief) -> Iterator[Statement]:
    """Yield every sentence of the brief, in the order of the page."""
    yield from brief.warnings
    yield from brief.lead
    yield from brief.known
    yield from brief.disputed
    yield from brief.unknown
    yield from (row.statement for row in brief.people)
    for board_row in brief.board:
        yield from board_row.statements
    yield from brief.forecast
    yield from (entry.statement for entry in brief.timeline)
    for tree in brief.trees:
        yield from _of_node(tree.root)
    yield from brief.doubts
    yield from brief.unread
    yield from brief.unresolved
    for entry in brief.reports:
        yield from entry.statements


def notes_for(view: View, statements: Iterable[Statement]) -> tuple[Note, ...]:
    """Return one note for each cited passage, numbered from 1."""
    passages = dict.fromkeys(p for statement in statements for p in statement.citations)
    tellers = _tellers(view)
    return tuple(
        _note(view, number, passage, tellers.get((passage.report, passage.span)))
        for number, passage in enumerate(passages, start=1)
    )


def _note(view: View, number: int, passage: Passage, claim: Claim | None) -> Note:
    report = view.reports[passage.report]
    publisher = publisher_words(view, report)
    return Note(
        number=number,
        passage=passage,
        speakers=chain_words(view, claim) if claim else publisher,
        language=report.language,
        publisher=publisher,
        file=report.name,
        digest=report.digest,
    )


def _tellers(view: View) -> dict[tuple[str, object], Claim]:
    """Return the first claim made with exactly these words, by report and span."""
    found: dict[tuple[str, object], Claim] = {}
    for reading in view.situation.readings:
        for claim in (*reading.claims, *reading.statements):
            found.setdefault((claim.report, claim.passage.span), claim)
            for evidence in claim.evidence:
                found.setdefault((claim.report, evidence.passage.span), claim)
    return found


def _of_node(node: TreeNode) -> Iterator[Statement]:
    yield node.statement
    yield from node.distortions
    for child in node.children:
        yield from _of_node(child)

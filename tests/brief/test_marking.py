from __future__ import annotations

from hypothesis import given, strategies as st

from tests.build import a_report
from tumen.brief.marking import mark
from tumen.records import Note, Report


def notes_on(report: Report, *spans: tuple[int, int]) -> list[Note]:
    return [
        Note(
            number=number,
            passage=report.passage(start, end),
            speakers="A Paper",
            language="en",
            publisher="A Paper",
            file="a.txt",
            digest="0",
        )
        for number, (start, end) in enumerate(spans, start=1)
    ]


def test_a_passage_is_one_piece():
    report = a_report("About 200 are held.")

    (paragraph,) = mark(report.text, notes_on(report, (6, 9))).paragraphs
    assert [(p.text, p.notes) for p in paragraph] == [
        ("About ", ()),
        ("200", (1,)),
        (" are held.", ()),
    ]


def test_passages_that_cross_are_cut_where_they_cross():
    report = a_report("abcdef")

    marked = mark(report.text, notes_on(report, (0, 4), (2, 6)))
    assert [(p.text, p.notes, p.begins, p.ends) for p in marked.paragraphs[0]] == [
        ("ab", (1,), (1,), ()),
        ("cd", (1, 2), (2,), (1,)),
        ("ef", (2,), (), (2,)),
    ]
    assert marked.split == (1, 2)


def test_a_passage_inside_another_keeps_its_own_anchor():
    report = a_report("abcdef")

    marked = mark(report.text, notes_on(report, (0, 6), (0, 3)))
    assert marked.paragraphs[0][0].begins == (1, 2)
    assert marked.split == (1, 2)


def test_a_passage_over_paragraphs_is_marked_in_both():
    report = a_report("ab\n\ncd")

    marked = mark(report.text, notes_on(report, (1, 5)))
    assert [[(p.text, p.notes) for p in line] for line in marked.paragraphs] == [
        [("a", ()), ("b", (1,))],
        [("c", (1,)), ("d", ())],
    ]
    assert marked.split == (1,)


@given(st.text(alphabet="ab\n탈 ", min_size=1, max_size=30), st.data())
def test_the_text_stays_whole_and_every_passage_has_one_anchor(text, data):
    report = a_report(text)
    edges = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(edges, edges), max_size=6))
    spans = [(a, b) for a, b in pairs if a < b and text[a:b].strip("\n")]

    marked = mark(text, notes_on(report, *spans))
    pieces = [piece for line in marked.paragraphs for piece in line]
    lines = ["".join(piece.text for piece in line) for line in marked.paragraphs]

    assert lines == [line for line in text.split("\n") if line]
    for number, (start, end) in enumerate(spans, start=1):
        covered = "".join(piece.text for piece in pieces if number in piece.notes)
        assert covered == text[start:end].replace("\n", "")
        assert sum(number in piece.begins for piece in pieces) == 1
        assert sum(number in piece.ends for piece in pieces) == 1

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from tumen.brief import LANGUAGES
from tumen.brief.as_markdown import markdown, plain
from tumen.brief.notes import statements_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_the_sentences_of_the_page(written, language):
    brief = written(language)
    page = markdown(brief).decode()

    for statement in (*brief.lead, *brief.known, *brief.disputed, *brief.unknown):
        assert plain(statement.text) in page
    assert all(row.name in page.replace("\\", "") for row in brief.people)


def test_every_mark_has_its_note_and_every_note_its_words(brief):
    page = markdown(brief).decode()
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", page, re.MULTILINE))

    assert set(re.findall(r"\[\^(\d+)\](?!:)", page)) == set(notes)
    assert all(plain(n.passage.exact) in notes[str(n.number)] for n in brief.notes)
    assert len(notes) == len({p for s in statements_of(brief) for p in s.citations})


@given(st.text())
def test_words_from_outside_are_never_markup(words):
    escaped = re.sub(r"\\[\\`*_{}\[\]<>#|~&$!]", "", plain(words))

    assert not set(escaped) & set("\\`*_{}[]<>#|~&$!\n\r")

"""Words of saying that are none where they stand."""

from __future__ import annotations

import pytest

from tests.reading.reader import a_page
from tumen.reading.verb_or_noun import is_noun
from tumen.reading.vocabulary import SAY


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("In his final report the rapporteur warned of it.", "report", True),
        ("Yonhap News reports that mines were laid.", "reports", False),
        ("Sky News reports that mines were laid.", "reports", False),
        ("Local news reports had it first.", "reports", True),
    ],
)
def test_a_noun_that_is_written_like_a_verb_says_nothing(text: str, word: str, noun: bool) -> None:
    page = a_page(text)
    hits = [h for h in page.hits.get(SAY, ()) if page.folded[h.start : h.end] == word]

    assert [is_noun(page, hit) for hit in hits] == [noun]

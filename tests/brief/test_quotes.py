from __future__ import annotations

from tests.brief.case import HAND_OVER_JA, HELD
from tumen.brief.quotes import quoted_if_foreign, shortened


def test_long_words_are_cut_between_words_and_short_ones_are_not():
    assert shortened("a  b\nc.") == "a b c"
    cut = shortened("word " * 60)
    assert cut.endswith("word…")
    assert len(cut) <= 121


def test_words_without_spaces_are_cut_anywhere():
    assert shortened("字" * 200) == "字" * 120 + "…"


def test_only_words_of_another_language_are_marked_as_such(view):
    assert quoted_if_foreign(view, HELD, "x") == ()
    assert quoted_if_foreign(view, HAND_OVER_JA, "x")[0].language == "ja"

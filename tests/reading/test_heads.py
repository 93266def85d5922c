"""What may be the head of a speaker, and which of several is the subject."""

from __future__ import annotations

import pytest

from tests.reading.reader import a_page
from tumen.reading.heads import heads_in, subjects_in


def words_of(text: str, language: str, *, subjects: bool) -> list[str]:
    page = a_page(text, language)
    found = (subjects_in if subjects else heads_in)(page, 0, len(text))
    return [text[start:end] for start, end in found]


def test_heads_are_nouns_names_and_pronouns():
    text = "An activist told Kim Min-ji that he had met them"

    assert words_of(text, "en", subjects=False) == ["activist", "Kim Min-ji", "he"]


@pytest.mark.parametrize(
    ("text", "language", "subject"),
    [
        ("소식통이 전한 말을 당국자는 부인", "ko", "당국자"),
        ("住民が話した内容を活動家は", "ja", "活動家"),
    ],
)
def test_a_topic_comes_before_a_subject(text: str, language: str, subject: str):
    assert words_of(text, language, subjects=True) == [subject]


def test_without_a_topic_the_subject_is_it():
    assert words_of("住民が話した内容を", "ja", subjects=True) == ["住民"]


def test_what_has_no_mark_is_no_subject():
    assert words_of("住民を", "ja", subjects=True) == []

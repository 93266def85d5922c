"""Texts without any word of the situation are passed over, and no others."""

from __future__ import annotations

import pytest

from tests.build import a_report
from tests.reading.reader import codebook, reading_of
from tumen.reading.relevance import concerns

FARMING = {
    "en": "The committee reviewed the farm bill, and wheat growers hoped for rain in 2021.",
    "ko": "농림부는 오늘 밀 가격이 가을 전에는 오르지 않을 것이라고 했다.",
    "ja": "農林水産省は本日、小麦の価格が秋までに上がることはないとした。",
    "zh": "农业部今天宣布小麦价格在秋天之前不会上涨。",
}


@pytest.mark.parametrize(("language", "text"), FARMING.items())
def test_other_news_is_passed_over_and_the_reading_says_so(language: str, text: str) -> None:
    reading = reading_of(a_report(text, language=language))

    assert reading.passed_over
    assert reading.claims == ()
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "DEFECTORS"),
        ("en", "Repatriated"),
        ("ko", "탈북민"),
        ("ja", "脱北者"),
        ("zh", "遣返"),
    ],
)
def test_one_word_is_enough_to_be_read(language: str, word: str) -> None:
    text = f"{FARMING[language]} {word} {FARMING[language]}"

    assert concerns(text, language=language, codebook=codebook())
    assert not reading_of(a_report(text, language=language)).passed_over

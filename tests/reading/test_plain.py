import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from tests.build import a_report
from tests.reading.reader import claims_in, reading_of
from tumen.reading.plain import plain


@pytest.mark.parametrize(
    "hidden",
    [
        "\u200b",
        "\u200c",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\u034f",
        "\ufe0f",
        "\u200e",
        "\u0332",
    ],
)
def test_what_nobody_sees_cuts_no_number_and_no_word(hidden: str) -> None:
    text = f"2{hidden}00 defec{hidden}tors were arres{hidden}ted in Dan{hidden}dong."

    (claim,) = claims_in(text)

    assert claim.figure is not None
    assert (claim.figure.low, claim.figure.high) == (200, 200)
    assert claim.figure.printed == f"2{hidden}00"
    assert [place.name for place in claim.places if place.name == "Dandong"] == ["Dandong"]
    assert claim.passage.exact == text[claim.passage.span.start : claim.passage.span.end]


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009", "\u2007", "'", "’", "٬", "_"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "12{}500 defectors were arrested."),
        ("ko", "탈북민 12{}500명이 체포됐다."),
        ("ja", "脱北者12{}500人が逮捕された。"),
        ("zh", "12{}500名脱北者在中国被捕。"),
    ],
)
def test_digits_parted_in_threes_are_one_number(blank: str, language: str, text: str) -> None:
    (claim,) = claims_in(text.format(blank), language)

    assert claim.figure is not None
    assert (claim.figure.low, claim.figure.high) == (12_500, 12_500)
    assert claim.figure.printed == f"12{blank}500"


def test_letters_printed_in_pieces_are_whole_letters() -> None:
    korean = unicodedata.normalize("NFD", "탈북민 200명이 중국에서 체포됐다.")
    japanese = unicodedata.normalize("NFD", "中国で脱北者200人がブローカーとともに逮捕された。")

    found = [*claims_in(korean, "ko"), *claims_in(japanese, "ja")]

    assert {c.figure.low for c in found if c.figure} == {200}
    assert len({c.passage.report for c in found}) == 2


def test_footnote_marks_and_colours_are_no_digits() -> None:
    (claim,) = claims_in("\x1b[31m200² defectors¹²\x1b[0m were arrested.")

    assert claim.figure is not None
    assert (claim.figure.low, claim.figure.printed) == (200, "200")


def test_a_report_without_hidden_characters_stays_itself() -> None:
    report = a_report("Café, 200 people. 脱北者")

    assert plain(report).report is report


@given(
    st.text(
        alphabet="1 0aé\u200b\u0301\u00ad\u1112\u1161\u11ab\uff8c\uff9e\x1b[m'\u00a0 人",
        max_size=40,
    )
)
def test_every_character_left_knows_where_it_was_printed(text: str) -> None:
    seen = plain(a_report(text or "x"))

    spans = [seen.passage(at, at + 1).span for at in range(len(seen.report.text))]

    assert all(one.end <= two.start for one, two in pairwise(spans))


@given(st.text(max_size=60))
def test_passages_of_any_text_are_its_own_words(text: str) -> None:
    report = a_report(text + " 20 defectors\u200b were arrested in Dandong.")

    reading = reading_of(report)

    assert all(
        claim.passage.exact == report.text[claim.passage.span.start : claim.passage.span.end]
        for claim in reading.claims
    )
    assert not reading.passed_over

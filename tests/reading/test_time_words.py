import pytest

from tumen.reading.fold import fold
from tumen.reading.time_pack import load_time_pack
from tumen.reading.time_words import GAP, Token, number_values


def cut(text: str, language: str) -> list[Token]:
    return load_time_pack(language).words.cut(fold(text))


def words(text: str, language: str) -> list[str]:
    folded = fold(text)
    return [folded[t.start : t.end] for t in cut(text, language) if GAP not in t.values]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "two weeks after next Friday", ["two", "weeks", "after", "next", "friday"]),
        ("en", "dismayed marching Sundays", []),  # words inside words
        ("en", "october2", ["october", "2"]),
        ("ko", "지난달 9일부터", ["지난달", "9", "일", "부터"]),
        ("ko", "중국과 국경", []),  # 주, 년, 말 inside words are none
        ("ja", "先月末", ["先月", "末"]),
        ("zh", "上上个月", ["上上个", "月"]),
    ],
)
def test_words_of_time_are_cut_out_longest_first(
    language: str, text: str, found: list[str]
) -> None:
    assert words(text, language) == found


def test_what_lies_between_keeps_times_apart() -> None:
    assert [GAP in t.values for t in cut("May, he said, 5", "en")] == [
        False,
        False,
        True,
        False,
        False,
    ]
    assert GAP in cut("May\n5", "en")[1].values  # a new line is a gap


def test_a_guard_tells_a_word_from_the_same_letters_elsewhere() -> None:
    assert "올" not in words("물가가 올라", "ko")
    assert "전" in words("이틀 전에", "ko")


@pytest.mark.parametrize(
    ("value", "length", "classes"),
    [
        (9, 1, {"num", "day", "digit_day", "month_number"}),
        (2020, 4, {"year"}),
        (71, 2, {"num", "short_year"}),
        (7, 2, {"day", "digit_day", "month_number", "short_year"}),
        (5000, 4, {GAP}),
    ],
)
def test_a_number_may_be_what_its_size_allows(value: int, length: int, classes: set[str]) -> None:
    assert set(number_values(value, length=length)) == classes

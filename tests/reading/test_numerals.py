import pytest

from tumen.reading.numerals import ordinal_value, word_value, year_value
from tumen.reading.time_pack import load_time_pack

WORDS = load_time_pack("en").words.numerals


@pytest.mark.parametrize(
    ("printed", "value"),
    [("twenty-nine", 29), ("two thousand and eighteen", 2018), ("two hundred", 200)],
)
def test_english_words_in_a_row_are_worth_what_they_say(printed: str, value: int) -> None:
    assert word_value(printed, WORDS) == value


def test_an_ordinal_ends_a_row() -> None:
    assert ordinal_value("twenty - first", WORDS) == 21
    assert ordinal_value("the first", WORDS) is None


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("nineteen seventy-eight", 1978),
        ("twenty twenty", 2020),
        ("nineteen hundred", 1900),
        ("two hundred", None),
        ("twenty two", None),
    ],
)
def test_a_year_is_said_in_two_halves(printed: str, year: int | None) -> None:
    assert year_value(printed, WORDS) == year

import pytest
from hypothesis import given, strategies as st

from tumen.reading.numerals import MAX_DIGITS, digit_value, east_value, word_value
from tumen.reading.pack import load_pack


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3만3981", 33981),  # Korean unit between digits
        ("1천76", 1076),
        ("2万5千", 25000),
        ("二十九", 29),
        ("十", 10),
        ("百二十", 120),
        ("三千", 3000),
        ("一億二千万", 120_000_000),
        ("1,500", 1500),
    ],
)
def test_units_of_the_east_are_worth_what_they_say(printed: str, value: int) -> None:
    assert east_value(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("twenty-nine", 29),
        ("two thousand", 2000),
        ("15-hundred", 1500),
        ("two dozen", 24),
        ("a hundred and five", 105),
        ("three hundred thousand", 300_000),
    ],
)
def test_english_words_in_a_row_are_worth_what_they_say(printed: str, value: int) -> None:
    assert word_value(printed, load_pack("en").number_words) == value


def test_a_serial_number_is_no_count() -> None:
    assert digit_value("9" * (MAX_DIGITS + 1)) is None


@given(st.integers(min_value=0, max_value=99_999_999))
def test_digits_mean_themselves_however_they_are_grouped(value: int) -> None:
    assert digit_value(f"{value:,}") == value
    assert east_value(str(value)) == value

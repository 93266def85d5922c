import pytest
from hypothesis import given, strategies as st

from tumen.reading import digit_numbers as digits
from tumen.reading.digit_numbers import MAX_DIGITS, Numeral


def values(found: object) -> list[float | None]:
    assert isinstance(found, list)
    return [numeral.value for numeral in found if isinstance(numeral, Numeral)]


@pytest.mark.parametrize(
    ("text", "bare", "found"),
    [
        ("1,047 people", False, [1047]),
        ("-200 people", False, [-200]),
        ("he said - 200 people", False, [200]),  # a dash between clauses
        ("- 200", True, [-200]),
        ("covid-19", False, [19]),
        ("15-17", False, [15, 17]),
        ("192.168.1.2", True, [192, 168, 1, 2]),
        ("2.5", False, [2.5]),
    ],
)
def test_digits_mean_themselves(text: str, bare: bool, found: list[float]) -> None:
    assert values(list(digits.find_plain(text, bare=bare))) == found


def test_too_many_digits_are_found_and_worth_nothing() -> None:
    assert values(list(digits.find_plain("9" * (MAX_DIGITS + 1), bare=False))) == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [("12e+2", 1200), ("1.5x10^3", 1500), ("2^-1", 0.5), ("-1.1^--2", -1.21), ("0^-1", None)],
)
def test_powers_are_raised(text: str, value: float | None) -> None:
    (found,) = values(list(digits.find_powers(text)))

    assert found == (None if value is None else pytest.approx(value))


def test_a_power_too_great_to_hold_is_worth_nothing() -> None:
    assert values(list(digits.find_powers("9e9999 9^299"))) == [None, pytest.approx(9.0**299)]


def test_fractions_stand_alone_or_behind_a_whole_number() -> None:
    assert values(list(digits.find_fractions("3/4, 1 4/5, -1/2"))) == [0.75, 1.8, -0.5]
    assert values(list(digits.find_fractions("5/17/2018 1/0"))) == []
    assert values(list(digits.find_vulgar("¾ 1½"))) == [0.75, 1.5]


def test_spaces_group_and_letters_multiply() -> None:
    assert values(list(digits.find_spaced("1 234 567.5 and .25"))) == [1234567.5, 0.25]
    assert values(list(digits.find_lettered("10k 1.2m 5km", {"k": 1000, "m": 10**6}))) == [
        10_000,
        1_200_000,
    ]


@given(st.integers(min_value=0, max_value=10**12))
def test_grouping_changes_nothing(value: int) -> None:
    assert values(list(digits.find_plain(f"{value:,}", bare=False))) == [value]

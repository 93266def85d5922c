import pytest
from hypothesis import given, strategies as st

from tumen.reading.number_pack import west_words
from tumen.reading.west_numbers import find_west

WORDS = west_words("en")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("twenty-nine women", [29]),
        ("15-hundred", [1500]),
        ("two dozen", [24]),
        ("a hundred and five", [105]),
        ("three hundred thousand", [300_000]),
        ("two million four hundred thousand and six", [2_400_006]),
        ("4 thousand 3 hundred and 21", [4321]),
        ("200 trillion trillion", [200 * 10**24]),  # no one's count, but one number
        ("five or six", [5, 6]),
        ("a man and a woman", []),
    ],
)
def test_words_in_a_report_are_worth_what_they_say(text: str, found: list[int]) -> None:
    assert [n.value for n in find_west(text, WORDS, bare=False)] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two thirds", 2 / 3),
        ("one and a half", 1.5),
        ("three million and a half", 3_500_000),
        ("half million", 500_000),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("two and a half million", 2_500_000),
        ("one billion and a half million", 1_000_500_000),
        ("one hundred thirty fifths", 100 / 35),
        ("one hundred thirty-two fifths", 132 / 5),
        ("nine point nought four", 9.04),
        ("minus five point five", -5.5),
        ("one over twenty", 0.05),
        ("two out of five hundred", 0.004),
        ("three lakh crore", 3_000_000_000_000),
        ("2mil", 2_000_000),
    ],
)
def test_numbers_in_words_are_composed(text: str, value: float) -> None:
    (numeral,) = find_west(text, WORDS, bare=True)

    assert (numeral.start, numeral.end) == (0, len(text))
    assert numeral.value == pytest.approx(value)


WORD = st.sampled_from(
    [
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "and",
        "a",
        "an",
        "half",
        "third",
        "thirds",
        "point",
        "over",
        "out",
        "of",
        "minus",
        "-",
        "5",
        "2.5",
        "dozen",
        "trillion",
        "trillionths",
    ]
)


@given(st.lists(WORD, max_size=40).map(" ".join), st.booleans())
def test_any_row_of_number_words_gives_numbers_in_it(text: str, bare: bool) -> None:
    for numeral in find_west(text, WORDS, bare=bare):
        assert 0 <= numeral.start < numeral.end <= len(text)
        assert numeral.value is None or abs(numeral.value) < float("inf")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("more than half a million afghans", [500_000]),
        ("two and a half million people", [2_500_000]),
        ("half of the 200 and half a day", []),
    ],
)
def test_a_half_counts_people_only_with_a_scale(text: str, found: list[int]) -> None:
    assert [n.value for n in find_west(text, WORDS, bare=False)] == found

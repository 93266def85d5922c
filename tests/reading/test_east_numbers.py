import pytest
from hypothesis import given, strategies as st

from tumen.reading.east_numbers import find_east, whole_value
from tumen.reading.number_pack import east_words


@pytest.mark.parametrize(
    ("language", "printed", "value"),
    [
        ("ko", "3만3981", 33981),
        ("ko", "1천76", 1076),
        ("ko", "1만 2천", 12000),  # spaced as in print
        ("ko", "스물여섯", 26),
        ("ko", "삼백삼십일", 331),
        ("ja", "2万5千", 25000),
        ("ja", "九百九", 909),
        ("ja", "百二十", 120),
        ("zh", "四百五", 450),  # the last digit counts tens
        ("zh", "四百零五", 405),
        ("zh", "一万五千亿", 1_500_000_000_000),
        ("zh", "二〇一六", 2016),
        ("zh", "貳佰零參", 203),
        ("zh", "五百卅四", 534),
        ("zh", "1千零1", 1001),
    ],
)
def test_units_and_scales_are_worth_what_they_say(language: str, printed: str, value: int) -> None:
    assert whole_value(printed, east_words(language)) == value


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("zh", "二百点七一", [200.71]),
        ("zh", "五分之二", [0.4]),
        ("zh", "负一又二分之一", [-1.5]),
        ("zh", "两打", [24]),
        ("zh", "这里一切都好", []),
        ("zh", "百分之三十", [30]),  # a percentage is said in hundredths
        ("ja", "三と4分の1", [3.25]),
        ("ja", "半ダース", [6]),
        ("ja", "二の三乗", [8]),
        ("ja", "さんぜんにひゃく", [3200]),
        ("ja", "あさっては晴れ", []),
        ("ko", "사분의 삼", [0.75]),
        ("ko", "마이너스 오점 이", [-5.2]),
        ("ko", "이 사람은 만일을 몰라", []),
    ],
)
def test_numbers_in_characters_are_composed(language: str, text: str, found: list[float]) -> None:
    numerals = find_east(text, east_words(language), bare=True)

    assert [n.value for n in numerals] == [pytest.approx(value) for value in found]


@given(
    st.text(
        st.sampled_from("0123456789,.-一二十百千万億零点分之の又半多일이십백천만억 여"), max_size=60
    ),
    st.sampled_from(["ko", "ja", "zh"]),
    st.booleans(),
)
def test_any_row_of_numerals_gives_numbers_in_it(text: str, language: str, bare: bool) -> None:
    for numeral in find_east(text, east_words(language), bare=bare):
        assert 0 <= numeral.start < numeral.end <= len(text)
        assert numeral.value is None or abs(numeral.value) < float("inf")

from time import process_time

import pytest
from hypothesis import given, strategies as st

from tumen.reading.fold import fold
from tumen.reading.numbers import Number, find_numbers, step
from tumen.reading.pack import LANGUAGES, load_pack


def numbers(text: str, language: str) -> tuple[Number, ...]:
    return find_numbers(fold(text), load_pack(language))


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "approximate"),
    [
        ("en", "about 20 women", 20, 20, True),
        ("en", "more than 1,000 people", 1001, None, False),
        ("en", "expected to exceed 1,000 people", 1001, None, False),
        ("en", "at least 30 escapees", 30, None, False),
        ("en", "as many as 2,000 North Koreans", None, 2000, False),
        ("en", "nearly 600 people", None, 600, False),
        ("en", "fewer than 50 people", None, 49, False),
        ("en", "dozens of people", 20, 99, True),
        ("en", "several hundred people", 200, 999, True),
        ("en", "tens of thousands of North Koreans", 20000, 99999, True),
        ("en", "around 600 to two-thousand", 600, 2000, True),
        ("en", "between 4,800 and 8,900 defectors", 4800, 8900, False),
        ("en", "most of the 49 people", 25, 49, True),
        ("en", "some of the 13", None, 13, False),
        ("en", "50-odd refugees", 50, 59, True),
        ("en", "Twenty-nine North Korean defectors", 29, 29, False),
        ("ko", "탈북민 200여 명", 200, 299, True),
        ("ko", "탈북민 30여명이", 30, 39, True),
        ("ko", "약 30명", 30, 30, True),
        ("ko", "50명 이상", 50, None, False),
        ("ko", "2천~3천여 명의 탈북민", 2000, 3999, True),
        ("ko", "300-400여 명씩", 300, 499, True),
        ("ko", "수십 명을", 20, 99, True),
        ("ko", "최소 15명", 15, None, False),
        ("ko", "다섯 명이", 5, 5, False),
        ("ja", "約20人の", 20, 20, True),
        ("ja", "1000人以上に", 1000, None, False),
        ("ja", "30人超の脱北者", 31, None, False),
        ("ja", "30数人の脱北者", 31, 39, True),
        ("ja", "50余人", 50, 59, True),
        ("ja", "最大2000人の", None, 2000, False),
        ("ja", "少なくとも600人から2000人", 600, 2000, False),
        ("ja", "数百人を", 200, 999, True),
        ("ja", "5~600人", 500, 600, False),
        ("zh", "600多人", 600, 699, True),
        ("zh", "逾千人", 1001, None, False),
        ("zh", "近百人", None, 100, False),
        ("zh", "至少已有41人被捕", 41, None, False),
        ("zh", "二十九名北朝鲜逃亡者", 29, 29, False),
        ("zh", "上千人", 1000, None, True),
        ("zh", "十多万难民", 100_000, 199_999, True),
        ("zh", "500余万人", 5_000_000, 5_999_999, True),
        ("zh", "三四人", 3, 4, True),
        ("zh", "七八十名", 70, 80, True),
        ("ja", "十二、三人", 12, 13, True),
        ("ja", "2、3人", 2, 3, True),
        ("ko", "두세 명", 2, 3, True),
        ("ko", "5, 6명", 5, 6, True),
        ("ko", "수백만 명", 2_000_000, 9_999_999, True),
        ("en", "300k refugees", 300_000, 300_000, False),
        ("ko", "1만 2천 명", 12_000, 12_000, False),
        ("ko", "스물여섯 명이", 26, 26, False),
        ("en", "-200 people", -200, -200, False),
    ],
)
def test_words_widen_a_number_as_the_contract_says(
    language: str, text: str, low: int | None, high: int | None, approximate: bool
) -> None:
    (number,) = numbers(text, language)

    assert (number.low, number.high, number.approximate) == (low, high, approximate)


NEGATED = [
    *[("en", f"{words} 50 people", 50, None) for words in (
        "Not fewer than", "not less than", "no fewer than", "not under", "not below", ">=", "as few as")],
    *[("en", f"{words} 50 people", None, 50) for words in (
        "not over", "not more than", "does not exceed", "hardly", "barely", "not quite", "≤")],
    *[("en", f"{words} 50 people", None, 49) for words in ("not even", "not as many as", "<")],
    *[("ko", f"탈북민 50명{words}", low, high) for words, low, high in (
        ("을 넘지 않는다", None, 50), ("보다 적지 않다", 50, None), ("이 안 된다", None, 49),
        ("에 못 미친다", None, 49), ("을 밑돈다", None, 49), ("을 웃돈다", 51, None))],
    *[("ja", f"脱北者50人{words}", low, high) for words, low, high in (
        ("を下らない", 50, None), ("を下回らない", 50, None), ("に満たない", None, 49),
        ("を超えない", None, 50), ("足らず", None, 50), ("強が", 50, None), ("強制送還", 50, 50))],
    *[("zh", f"{words}50人", low, high) for words, low, high in (
        ("不下", 50, None), ("不低于", 50, None), ("不少於", 50, None), ("不多于", None, 50),
        ("不高於", None, 50), ("低于", None, 49), ("未满", None, 49), ("不满", None, 49))],
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "low", "high"), NEGATED)
def test_a_negated_bound_is_the_other_bound(
    language: str, text: str, low: int | None, high: int | None
) -> None:
    (number,) = numbers(text, language)

    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "As few as 20 and as many as 200 defectors"),
        ("en", "Up to 200 but no fewer than 20 defectors"),
        ("en", "a minimum of 20 and a maximum of 200 people"),
        ("ko", "적게는 20명에서 많게는 200명"),
        ("ko", "20명 이상 200명 이하"),
        ("ja", "少なくて20人、多くて200人"),
        ("ja", "20人以上200人以下"),
        ("zh", "少则20人、多则200人"),
        ("zh", "至少20人,最多200人"),
    ],
)
def test_a_least_and_a_most_side_by_side_are_one_figure(language: str, text: str) -> None:
    (number,) = numbers(text, language)

    assert (number.low, number.high) == (20, 200)


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Up to 200 were held, at least 20 of them women", 2),
        ("en", "at least 200 women and up to 100 men", 2),
        ("zh", "最多200人,其中至少20人", 2),
    ],
)
def test_bounds_of_different_people_stay_apart(language: str, text: str, count: int) -> None:
    assert len(numbers(text, language)) == count


VAGUE = [
    ("en", "several hundred defectors", 200, 999),
    ("en", "a few dozen defectors", 20, 99),
    ("en", "a couple of hundred defectors", 200, 299),
    ("en", "half a dozen defectors", 6, 6),
    ("en", "a quarter of a million refugees", 250_000, 250_000),
    ("en", "two or three hundred defectors", 200, 300),
    ("en", "two to three dozen defectors", 24, 36),
    ("en", "20 to 30 thousand defectors", 20_000, 30_000),
    ("en", "20-30,000 defectors", 20_000, 30_000),
    ("en", "between 5 and 600 defectors", 5, 600),
    ("en", "five to a hundred defectors", 5, 100),
    ("en", "three score defectors", 60, 60),
    ("en", "a handful of defectors", 2, 9),
    ("en", "a baker's dozen of defectors", 13, 13),
    ("zh", "两三百名", 200, 300),
    ("zh", "二三十名", 20, 30),
    ("zh", "三五名", 3, 5),
    ("zh", "十来名", 10, 19),
    ("zh", "两打", 24, 24),
    ("zh", "数以百计的", 200, 999),
    ("zh", "2至3万名", 20_000, 30_000),
    ("ja", "二三百人", 200, 300),
    ("ja", "二、三十人", 20, 30),
    ("ja", "5、60人", 50, 60),
    ("ja", "半ダース", 6, 6),
    ("ja", "2~3百人", 200, 300),
    ("ko", "이삼십 명", 20, 30),
    ("ko", "오륙십 명", 50, 60),
    ("ko", "십이삼 명", 12, 13),
    ("ko", "5,60명", 50, 60),
    ("ko", "2, 3명", 2, 3),
    ("ko", "서너 명", 3, 4),
    ("ko", "열댓 명", 11, 16),
    ("ko", "여남은 명", 10, 14),
    ("ko", "몇백 명", 200, 999),
]


@pytest.mark.parametrize(("language", "text", "low", "high"), VAGUE)
def test_vague_words_and_pairs_are_one_interval(
    language: str, text: str, low: int, high: int
) -> None:
    (number,) = numbers(text, language)

    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "language"), [("그 일이 명확하다", "ko"), ("十三五规划", "zh"), ("2、5人", "ja")]
)
def test_numerals_side_by_side_that_are_no_pair_make_no_interval(text: str, language: str) -> None:
    assert all(number.low == number.high for number in numbers(text, language))


def test_people_who_come_by_the_hundred_are_not_one_hundred() -> None:
    found = [*numbers("百人単位で", "ja"), *numbers("백 명 단위로", "ko")]

    assert {(n.low, n.high, n.approximate) for n in found} == {(100, 999, True)}


def test_a_figure_that_another_is_compared_with_keeps_its_value() -> None:
    found = [*numbers("前年の200人を下回る", "ja"), *numbers("지난해 200명을 밑돈다", "ko")]

    assert {(n.low, n.high) for n in found} == {(200, 200)}


@pytest.mark.parametrize(
    ("value", "unit"), [(200, 100), (50, 10), (120, 10), (1047, 1), (1000, 1000), (0, 1)]
)
def test_the_next_unit_is_that_of_the_last_digit(value: int, unit: int) -> None:
    assert step(value) == unit


def test_digits_too_many_to_count_with_are_still_a_number() -> None:
    (number,) = numbers("9" * 19, "en")

    assert (number.low, number.high, number.value) == (None, None, None)


def test_a_row_of_dashes_is_no_range() -> None:
    assert [n.value for n in numbers("call 1-222-2222", "en")] == [1, 222, 2222]


@pytest.mark.parametrize(
    ("unit", "language"),
    [
        ("9", "en"),
        ("(", "en"),
        ("여", "ko"),
        ("만", "ko"),
        ("1,", "en"),
        ("万", "zh"),
        ("一", "ja"),
    ],
)
def test_endless_rows_cost_no_more_than_they_are_long(unit: str, language: str) -> None:
    def seconds(count: int) -> float:
        spent = []
        for _ in range(3):
            start = process_time()
            numbers(unit * count, language)
            spent.append(process_time() - start)
        return min(spent)

    seconds(100)  # the patterns are made when first used

    assert seconds(20_000) < 50 * max(seconds(2_000), 0.005)


@pytest.mark.parametrize(
    "text", ["만나다", "이 사람들은", "백두산", "한 소식통", "千葉県", "一行は", "第三国"]
)
def test_numerals_inside_ordinary_words_are_no_numbers(text: str) -> None:
    language = "ko" if "가" <= text[0] <= "힣" else "ja"

    assert numbers(text, language) == ()


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_gives_numbers_in_order_and_never_an_error(text: str, language: str) -> None:
    found = numbers(text, language)

    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert [n.core for n in found] == sorted(n.core for n in found)
    assert all(n.low is None or n.high is None or n.low <= n.high for n in found)

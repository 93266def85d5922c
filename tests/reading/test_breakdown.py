import pytest

from tests.reading.reader import a_page, claims_in
from tumen.reading.breakdown import broken_down
from tumen.reading.people import find_people


def told(text: str, language: str) -> list[tuple[str, int]]:
    return [(c.kind, c.figure.low or 0) for c in claims_in(text, language) if c.figure]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In all 236 defectors reached South Korea last year, 210 women and 26 men."),
        ("ko", "지난해 입국한 탈북민은 236명이다. 성별로는 여성이 210명, 남성이 26명이다."),
        ("ja", "昨年韓国に入国した脱北者は236人だった。内訳は女性が210人、男性が26人だ。"),
        ("zh", "去年入境韩国的脱北者为236人。按性别分,女性210人,男性26人。"),
    ],
)
def test_what_befell_all_befell_each_sort(language: str, text: str) -> None:
    assert told(text, language) == [("arrived", 236), ("arrived", 210), ("arrived", 26)]


def test_a_sort_takes_day_and_place_from_the_whole() -> None:
    text = "昨年韓国に入国した脱北者は236人だった。内訳は女性が210人、男性が26人だ。"
    whole, women, _ = claims_in(text, "ja")

    assert (women.places, women.period, women.part_of) == (whole.places, whole.period, whole.group)


def test_they_are_all_that_the_last_counts_add_up_to() -> None:
    text = "탈북자 12명이 체포됐다. 여성 8명과 남성 4명이다. 이들은 19일 모두 북송됐다."

    assert ("returned", 12) in told(text, "ko")


def test_sorts_of_which_more_is_told_are_told_anew() -> None:
    text = "5人の遺体が見つかった。14日に男性3人、17日に女性2人が川で死亡した。"

    assert told(text, "ja")[-2:] == [("died", 3), ("died", 2)]


def test_counts_that_add_up_to_nothing_are_left_alone() -> None:
    page = a_page("236 defectors came. Of 10 women and 5 men nothing is known.")
    mentions = find_people(page).mentions

    assert broken_down(page, mentions) == mentions

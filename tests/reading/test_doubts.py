import pytest

from tests.reading.reader import a_page
from tumen.reading.doubts import find_doubts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They prepare the 70th anniversary of the Workers’ Party of Korea."),
        ("ja", "労働党創立70周年の式典の準備で忙しい。"),
        ("ko", "노동당 창건 70주년 행사 준비로 바쁘다."),
    ],
)
def test_a_wrong_count_of_years_is_doubted(language: str, text: str) -> None:
    (doubt,) = find_doubts(a_page(text, language))

    assert (doubt.code, doubt.said, doubt.known) == ("anniversary", "70", "75")


def test_the_right_count_is_not_doubted() -> None:
    assert find_doubts(a_page("노동당 창건 75주년 행사 준비로 바쁘다.", "ko")) == ()


def test_without_a_date_of_the_report_nothing_is_doubted() -> None:
    text = "They prepare the 70th anniversary of the Workers’ Party of Korea."

    assert find_doubts(a_page(text, published=None)) == ()

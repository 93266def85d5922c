import pytest

from tumen.reading.exact_numbers import find_exact
from tumen.reading.fold import fold
from tumen.reading.pack import load_pack


def values(text: str, language: str, bare: bool = False) -> list[float | None]:
    return [n.value for n in find_exact(fold(text), load_pack(language), bare=bare)]


@pytest.mark.parametrize(
    ("language", "text", "report", "alone"),
    [
        ("ko", "육", [], [6]),
        ("ko", "다섯 명", [5], [5]),
        ("ja", "五", [], [5]),
        ("ja", "五人", [5], [5]),
        ("zh", "二十九名", [29], [29]),
        ("zh", "三国", [], [3]),
        ("en", "3/4", [3, 4], [0.75]),
        ("en", "10m", [10], [10_000_000]),
        ("en", "10k", [10_000], [10_000]),
        ("en", "two thirds", [2], [pytest.approx(2 / 3)]),
    ],
)
def test_more_is_a_number_where_numbers_alone_are_looked_for(
    language: str, text: str, report: list[float], alone: list[float]
) -> None:
    assert values(text, language) == report
    assert values(text, language, bare=True) == alone

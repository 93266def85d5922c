import pytest

from tests.reading.reader import a_page
from tumen.reading.no_people import no_people


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("en", "None of the twelve who left after them was caught.", "negated"),
        ("en", "The number of North Koreans held there rose by 50 to 200.", "difference"),
        ("en", "The number of North Koreans held there grew from 20 to 300.", "former"),
        ("en", "Two pastors in Seoul said that they had heard of it.", "speaker"),
        ("ko", "구류장의 탈북민은 20명에서 200명으로 늘었다.", "former"),
        ("ja", "拘置所の脱北者は20人から200人に増えた。", "former"),
        ("zh", "被关押的脱北者从20人增至300人。", "former"),
        ("en", "The boy, who is four, was taken as well.", "age"),
    ],
)
def test_a_number_that_counts_nobody_has_its_reason(language: str, text: str, reason: str) -> None:
    page = a_page(text, language)

    assert no_people(page, page.numbers[0]) == reason


def test_a_count_of_another_year_is_told_and_not_only_former() -> None:
    page = a_page("Arrivals fell from 34 in 2021 to 12 defectors.")

    assert no_people(page, page.numbers[0]) == ""

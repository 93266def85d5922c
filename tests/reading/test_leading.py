import pytest

from tests.reading.reader import a_page, claims_in
from tumen.reading.vocabulary import KIND


def kinds(text: str, language: str = "en") -> list[str]:
    return [claim.kind for claim in claims_in(text, language) if claim.figure]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nine North Koreans were flown from Kunming to Beijing and then to Pyongyang."),
        ("en", "Some 90 defectors were walked across the bridge to Hyesan before midnight."),
        ("ko", "탈북민 12명이 3일 새벽 신의주로 옮겨졌다."),
        ("ja", "脱北者12人は3日未明、新義州に護送された。"),
        ("zh", "12名脱北者3日凌晨被押往新义州。"),
    ],
)
def test_whoever_is_taken_into_the_north_is_sent_back(language: str, text: str) -> None:
    assert kinds(text, language) == ["returned"]


def test_the_same_verb_that_leads_elsewhere_tells_no_return() -> None:
    assert "returned" not in kinds("Nine North Koreans were flown from Kunming to Beijing.")


def test_a_place_beyond_the_end_of_the_clause_is_not_where_the_verb_leads() -> None:
    page = a_page("They were flown to Beijing, and trade with Sinuiju went on.")

    assert [hit.key for hit in page.words(KIND, 0, len(page.folded))] == []

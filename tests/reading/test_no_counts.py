import pytest

from tests.build import a_report
from tests.reading.reader import reading_of


def figures(text: str, language: str) -> list[tuple[int | None, int | None]]:
    claims = reading_of(a_report(text, language=language, published="2020-11-05")).claims
    return [(c.figure.low, c.figure.high) for c in claims if c.figure]


def reasons(text: str, language: str) -> dict[str, str]:
    reading = reading_of(a_report(text, language=language, published="2020-11-05"))
    return {one.passage.exact: one.reason for one in reading.set_aside}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Three out of 10 defectors were arrested.", "en", {"Three": "ratio", "10": "ratio"}),
        ("One in five defectors was arrested.", "en", {"One": "ratio", "five": "ratio"}),
        ("2 of every 3 defectors were arrested.", "en", {"2": "ratio", "3": "ratio"}),
        ("脱北者の3人に1人が逮捕された。", "ja", {"3": "ratio", "1": "ratio"}),
        ("탈북민 3명당 1명이 체포됐다.", "ko", {"3": "ratio", "1": "ratio"}),
        ("每3人中就有1人是被捕的脱北者。", "zh", {"3": "ratio", "1": "ratio"}),
        ("Police watch defectors 24/7.", "en", {"24": "fraction", "7": "fraction"}),
        ("Defectors fled over the Tumen.3 Others were held.", "en", {"3": "footnote"}),
        ('Defectors said "we fled."12 Others were held.', "en", {"12": "footnote"}),
        ("The defectors of Group 12 were arrested.", "en", {"12": "label"}),
        ("The defectors[3] were arrested.", "en", {"3": "bracketed"}),
        ("The defectors were held in Ward 6.", "en", {"6": "label"}),
    ],
)
def test_digits_that_count_nobody_are_set_aside(
    text: str, language: str, expected: dict[str, str]
) -> None:
    assert reasons(text, language) == expected
    assert figures(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "low"),
    [
        ("Police arrested five defectors in 10 days.", "en", 5),
        ("Police arrested three defectors in 2 raids.", "en", 3),
        ("Three out of the 12 defectors were arrested.", "en", 3),
        ("Of the group 12 defectors were arrested.", "en", 12),
        ("체포됐다.3명의 탈북민이 체포됐다.", "ko", 3),
        ("逃げた。3人の脱北者が逮捕された。", "ja", 3),
    ],
)
def test_digits_that_only_look_so_still_count_people(text: str, language: str, low: int) -> None:
    assert (low, low) in figures(text, language)


@pytest.mark.parametrize("digits", ["10,00", "1,0000", "12 500", "00", "05"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "{} defectors were arrested."),
        ("ko", "탈북민 {}명이 체포됐다."),
        ("ja", "脱北者{}人が逮捕された。"),
        ("zh", "{}名脱北者在中国被捕。"),
    ],
)
def test_digits_that_may_be_cut_are_unread_never_a_figure(
    digits: str, language: str, text: str
) -> None:
    reading = reading_of(a_report(text.format(digits), language=language))

    assert [c.figure for c in reading.claims if c.figure] == []
    assert [one.passage.exact for one in reading.unread] == [digits]
    assert "may be one number, several" in reading.unread[0].reason


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("en", "1,00,000 defectors were arrested.", 100_000),
        ("en", "1 000 defectors were arrested.", 1000),
        ("en", "On May 12 200 defectors were arrested.", 200),
        ("en", "Zero defectors were arrested.", 0),
        ("ko", "탈북민 0명이 체포됐다.", 0),
    ],
)
def test_digits_that_can_be_one_number_only_are_read(language: str, text: str, low: int) -> None:
    assert figures(text, language) == [(low, low)]

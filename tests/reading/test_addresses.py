import pytest

from tests.build import a_report
from tests.reading.reader import claims_in, reading_of
from tumen.reading.addresses import find_addresses, is_inside


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/2020/11/200-defectors-arrested-in-dandong?id=300",
        "www.example.com/200",
        "news.example.co.kr/view/300",
        "help200@example.org",
        "192.168.10.20",
        "192.168.10.20:8080",
        "#200",
        "@north200",
    ],
)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "20 defectors were arrested, see {} for more."),
        ("ko", "탈북민 20명이 체포됐다 {} 참조"),
        ("ja", "脱北者20人が逮捕された {} 参照"),
        ("zh", "20名脱北者被捕 {} 参见"),
    ],
)
def test_words_and_digits_of_an_address_say_nothing(address: str, language: str, text: str) -> None:
    reading = reading_of(a_report(text.format(address), language=language))

    assert [c.figure.low for c in reading.claims if c.figure] == [20]
    assert {one.reason for one in reading.set_aside} <= {"address"}
    assert reading.unread == ()


def test_an_address_ends_where_the_sentence_goes_on() -> None:
    text = "参照https://example.org/1。20人"

    assert [text[start:end] for start, end in find_addresses(text)] == ["https://example.org/1"]


def test_prose_is_no_address() -> None:
    assert find_addresses("Dr. Kim of the U.N. said 3.5 percent. No. 3 camp, a.m.") == ()


def test_a_place_in_an_address_is_no_place_of_a_claim() -> None:
    (claim,) = claims_in("20 defectors were arrested (example.org/dandong).")

    assert "Dandong" not in [place.name for place in claim.places]


def test_a_position_is_inside_an_address_or_not():
    text = "see www.example.org/20 for 20 more"
    found = find_addresses(text)

    assert is_inside(found, text.index("20"))
    assert not is_inside(found, text.rindex("20"))
    assert not is_inside((), 3)

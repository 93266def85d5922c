import pytest
from hypothesis import given, strategies as st

from tumen.codebook import load_codebook

CODEBOOK = load_codebook("dprk-china")


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.dailynk.com/english/x/", "daily-nk"),
        ("http://dailynk.com", "daily-nk"),
        ("HTTPS://WWW.DailyNK.COM/", "daily-nk"),
        ("www.dailynk.com/x", "daily-nk"),
        ("//dailynk.com/x", "daily-nk"),
        ("https://dailynk.com:8443/x", "daily-nk"),
        ("dailynk.com:8443/x", "daily-nk"),
        ("https://reader@dailynk.com/x", "daily-nk"),
        ("https://dailynk.com./x", "daily-nk"),
        ("https://m-en.yna.co.kr/view/AEN20201230006400325", "yonhap"),
        ("https://jp.yna.co.kr/view/AJP1", "yonhap"),
        ("https://news.ltn.com.tw/news/world/1", "ltn"),
        # The nearest domain wins: a section with a name of its own.
        ("http://nk.chosun.com/news/1", "nk-chosun"),
        ("http://english.chosun.com/1", "chosun"),
        ("https://missionews.christiandaily.co.kr/news/581832", "mission-news"),
        ("https://christiandaily.co.kr/amp/news/86241", "christian-daily"),
        ("http://world.kbs.co.kr/service/news_view.htm", "kbs-world"),
    ],
)
def test_a_report_is_its_outlets_by_the_domain(url: str, outlet: str) -> None:
    speaker = CODEBOOK.publisher_of(url)

    assert speaker is not None
    assert speaker.id == outlet


@pytest.mark.parametrize(
    "url",
    [
        "https://notdailynk.com/x",
        "https://dailynk.com.example.org/x",
        "https://example.org/dailynk.com",
        "https://example.org?from=.dailynk.com",
        "https://example.org#.dailynk.com",
        "https://dailynk.com@example.org/x",
        "https://dailynk.com:pass@example.org/x",
        "https://example.org\\.dailynk.com",
        "https://dailynk-com.example.org",
        "https://com/x",
        "",
        "://",
        "https://",
        "no address at all",
        "file.txt",
    ],
)
def test_a_look_alike_is_nobodys(url: str) -> None:
    assert CODEBOOK.publisher_of(url) is None


@given(st.text())
def test_any_text_for_an_address_gives_an_answer(url: str) -> None:
    speaker = CODEBOOK.publisher_of(url)

    assert speaker is None or any(domain in url.lower() for domain in speaker.domains)


def test_a_combination_without_an_entry_is_a_part_of_its_group():
    known = CODEBOOK.subject_of("defectors;women")
    unlisted = CODEBOOK.subject_of("north_koreans;women;children")

    assert known is not None
    assert known.code == "defectors;women"
    assert unlisted is not None
    assert unlisted.code == "north_koreans"
    assert CODEBOOK.subject_of("buses") is None

from tests.reading.reader import a_page
from tumen.reading.headlines import find_headlines


def headlines(text: str, language: str = "en") -> list[str]:
    page = a_page(text, language)
    starts = find_headlines(page)
    return [text[s.start : s.end] for s in page.sentences if s.start in starts]


def test_a_short_line_of_its_own_without_a_full_stop_is_a_headline() -> None:
    assert headlines("Border still closed\n\nThe border is closed. It is so.") == [
        "Border still closed"
    ]


def test_a_word_that_says_so_makes_a_headline() -> None:
    assert headlines("見出し:1000人以上も。施設は満杯だ。", "ja") == ["見出し:1000人以上も。"]


def test_a_report_of_one_line_has_no_headline() -> None:
    assert headlines("About 20 women are held in Dandong") == []

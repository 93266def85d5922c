from __future__ import annotations

import pytest

from tests.archive.documents import CHINESE, ENGLISH, JAPANESE, KOREAN, a_capture, a_page
from tumen.archive.page import extract_page, without_dead_references
from tumen.errors import UnreadableReportError

HEAD = (
    '<meta property="og:site_name" content="Border Times">'
    '<meta property="article:published_time" content="2020-11-04T09:30:00+09:00">'
    '<link rel="canonical" href="https://bordertimes.example/1">'
)


@pytest.mark.parametrize(
    ("language", "title", "paragraphs", "charset"),
    [
        pytest.param("en", "North refuses 200", ENGLISH, "utf-8", id="English"),
        pytest.param("ko", "북, 탈북민 200여 명 거부", KOREAN, "euc-kr", id="Korean"),
        pytest.param("ja", "脱北者の送還を拒否", JAPANESE, "shift_jis", id="Japanese"),
        pytest.param("zh", "朝鲜拒绝接收脱北者", CHINESE, "gb2312", id="Chinese"),
    ],
)
def test_a_page_gives_its_article_and_what_it_says_of_itself(language, title, paragraphs, charset):
    page = a_page(language=language, title=title, paragraphs=paragraphs, head=HEAD, charset=charset)
    extract = extract_page(a_capture(page.encode(charset), "a.html"))

    wanted = [p.replace("&ldquo;", "“").replace("&rdquo;", "”") for p in paragraphs]
    assert extract.text.split("\n") == [title, *wanted]
    assert extract.title == title
    assert extract.language == language
    assert not extract.language_is_certain
    assert extract.date == "2020-11-04T09:30:00+09:00"
    assert extract.site == "Border Times"
    assert extract.url == "https://bordertimes.example/1"
    assert extract.text_by.startswith("page/2 trafilatura/")


def test_a_headline_that_the_article_leaves_out_stands_on_top():
    page = (
        '<html><head><meta property="og:title" content="More than 1,000 already">'
        f"</head><body><article><p>{ENGLISH[0]}</p><p>{ENGLISH[1]}</p></article></body></html>"
    )

    text = extract_page(a_capture(page, "a.html")).text
    assert text == f"More than 1,000 already\n\n{ENGLISH[0]}\n{ENGLISH[1]}"


def test_the_same_page_gives_the_same_text_each_time():
    capture = a_capture(a_page(language="en", title="x", paragraphs=ENGLISH * 3), "a.html")

    assert extract_page(capture) == extract_page(capture)


def test_scripts_do_not_run_and_entities_are_letters():
    paragraphs = ("Tom &amp; Kim said &lt;script&gt; about 200 people&#x1d400;.", *ENGLISH)
    page = a_page(language="en", title="x", paragraphs=paragraphs)
    text = extract_page(a_capture(page, "a.html")).text

    assert "Tom & Kim said <script> about 200 people𝐀." in text
    assert "injected" not in text


def test_a_reference_to_no_character_does_not_cost_the_article():
    page = a_page(language="en", title="x", paragraphs=("About&#1; 200 are held.", *ENGLISH))

    assert "About 200 are held." in extract_page(a_capture(page, "a.html")).text
    assert without_dead_references("&#x1;&#31;&#xFFFE;&#9;&#65;&#x41&#") == "&#9;&#65;&#x41&#"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<html><body></body></html>", id="empty"),
        pytest.param("<html><script>document.write('x')</script></html>", id="script only"),
        pytest.param("", id="nothing"),
        pytest.param("<" * 1000, id="brackets"),
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(UnreadableReportError) as caught:
        extract_page(a_capture(page, "a.html"))

    assert str(caught.value) == (
        "'a.html' cannot be read as a report: no article is to be found on this page; save the "
        "article's own page, or its text as a .txt file"
    )


def test_a_page_built_to_keep_the_reader_busy_is_refused():
    with pytest.raises(UnreadableReportError, match="no page of news"):
        extract_page(a_capture("<html><body>" + "<div>" * 200_000 + "x", "a.html"))

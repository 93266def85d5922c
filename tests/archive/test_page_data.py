from __future__ import annotations

import pytest
from lxml import html as lxml_html

from tumen.archive.page_data import PageData, read_page_data, readable_date


def data_of(head: str, *, root: str = "<html>") -> PageData:
    html = f"<!DOCTYPE html>{root}<head>{head}</head><body><p>x</p></body></html>"
    return read_page_data(html, lxml_html.fromstring(html))


LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2020-11-04T09:30:00+09:00">',
         "2020-11-04T09:30:00+09:00"),
        ('<meta name="DC.date.issued" content="2020-11-04">', "2020-11-04"),
        ('<meta itemprop="datePublished" content="2020年11月4日">', "2020年11月4日"),
        ('<meta name="pubdate" content="Wed, 04 Nov 2020 09:30:00 +0900">', "2020-11-04"),
        ('<meta name="date" content="yesterday"><meta name="pubdate" content="2020-11-04">',
         "2020-11-04"),
        ('<meta name="date" content="2020-11-05">'
         '<meta property="article:published_time" content="2020-11-04">', "2020-11-04"),
        (LINKED.format('{"@type": "NewsArticle", "datePublished": "2020-11-04"}'), "2020-11-04"),
        (LINKED.format('{"@graph": [{"x": 1}, {"datePublished": "2020-11-04"}]}'), "2020-11-04"),
        (LINKED.format("not json") + '<time itemprop="datePublished" datetime="2020-11-04">',
         "2020-11-04"),
        ("<time pubdate datetime='2020-11-04'>", "2020-11-04"),
    ],
)  # fmt: skip
def test_the_day_of_publication_is_taken_where_it_is_declared(head: str, day: str) -> None:
    assert data_of(head).date == day


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('<meta property="article:modified_time" content="2020-11-04">', id="modified"),
        pytest.param("<time datetime='2020-11-04'>4 November</time>", id="any other time"),
        pytest.param(LINKED.format('{"dateModified": "2020-11-04"}'), id="modified, as data"),
        pytest.param(LINKED.format("[" * 100_000), id="data that never ends"),
        pytest.param("<p>Published on 2020-11-04</p>", id="in the text"),
        pytest.param('<link rel="canonical" href="https://a.example/2020/11/04/">', id="address"),
    ],
)
def test_no_other_day_is_taken_for_it(head: str) -> None:
    assert data_of(head).date == ""


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://a.example/1">'
         '<meta property="og:url" content="https://m.a.example/2">', "https://a.example/1"),
        ('<link rel="canonical" href="https://a.example/1">'
         '<meta property="og:url" content="https://b.example/2">', ""),
        ('<link rel="canonical" href="https://a.co.kr/1">'
         '<meta property="og:url" content="https://b.co.kr/2">', ""),
        ("<!-- saved from url=(0019)https://b.example/3 -->"
         '<link rel="canonical" href="https://a.example/1">', "https://b.example/3"),
        ("<!-- saved from url=(0019)https://www.a.example/3?from=mail -->"
         '<link rel="canonical" href="https://a.example/1">', "https://a.example/1"),
        ('<link rel="canonical" href="http://[::1">', "http://[::1"),
        ('<link rel="canonical" href="/1"><meta property="og:url" content="http://a.example/2">',
         "http://a.example/2"),
        ("<!-- saved from url=(0019)https://a.example/3 -->", "https://a.example/3"),
        ("<!--\n Page saved with SingleFile \n url: https://a.example/4 \n saved date: x\n-->",
         "https://a.example/4"),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
    ],
)  # fmt: skip
def test_the_address_is_the_page_s_own(head: str, url: str) -> None:
    assert data_of(head).url == url


@pytest.mark.parametrize(
    ("root", "head", "language"),
    [
        ('<html lang="zh-Hant">', "", "zh-Hant"),
        ("<html>", '<meta http-equiv="Content-Language" content="ko, en">', "ko"),
        ("<html>", '<meta property="og:locale" content="ja_JP">', "ja_JP"),
        ("<html>", "", ""),
    ],
)
def test_the_language_is_the_one_declared(root: str, head: str, language: str) -> None:
    assert data_of(head, root=root).language == language


def test_words_that_are_no_date_are_none():
    assert readable_date("4. November") == ""

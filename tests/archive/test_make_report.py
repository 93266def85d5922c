from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import pytest

from tests.archive.documents import (
    A_DAY,
    ENGLISH,
    KOREAN,
    a_capture,
    a_codebook,
    a_page,
)
from tumen.archive import Known, make_report
from tumen.errors import UnreadableReportError
from tumen.records import Period, Precision, Report

BODY = "About 200 people are held in Jilin, said the source."


def a_report(content: bytes | str, name: str = "a.txt", **known: Any) -> Report:
    return make_report(a_capture(content, name), codebook=a_codebook(), known=Known(**known))


def refusal(content: bytes | str, name: str = "a.txt", **known: Any) -> str:
    with pytest.raises(UnreadableReportError) as caught:
        a_report(content, name, **known)
    return str(caught.value)


def test_a_report_holds_the_text_and_both_digests():
    content = f"title: Held\r\n\r\n{BODY}\r\n".encode()
    report = a_report(content)

    assert report.text == f"{BODY}\n"
    assert report.digest == hashlib.sha256(content).hexdigest()
    assert report.text_digest == hashlib.sha256(f"{BODY}\n".encode()).hexdigest()
    assert (report.title, report.language, report.name) == ("Held", "en", "a.txt")
    assert (report.media_type, report.text_by) == ("text/plain", "text/1")


def test_the_same_content_under_two_names_is_one_report():
    assert a_report(BODY, "a.txt").id == a_report(BODY, "b.txt").id
    assert a_report(BODY).id != a_report(f"{BODY} ").id
    assert a_report(BODY).id != a_report(f"title: x\n\n{BODY}").id


HEADER = "\n".join(
    (
        "url: https://www.bordertimes.example/1",
        "title: Header title",
        "date: 2020-10",
        "language: en-GB",
        "publisher: Header publisher",
        "",
        BODY,
    )
)


def test_what_the_header_says_holds():
    report = a_report(HEADER)

    assert report.url == "https://www.bordertimes.example/1"
    assert report.title == "Header title"
    assert report.language == "en-GB"
    assert report.publisher == "Header publisher"
    assert report.published == Period(
        first_day=date(2020, 10, 1),
        last_day=date(2020, 10, 31),
        precision=Precision.MONTH,
        printed="2020-10",
    )


def test_what_the_user_says_wins_over_the_header():
    report = a_report(
        HEADER,
        published=A_DAY,
        language="en",
        publisher="Said publisher",
        title="Said title",
        url="https://said.example/",
    )

    assert report.published == Period(first_day=A_DAY, last_day=A_DAY, printed="2020-11-04")
    assert report.language == "en"
    assert report.publisher == "Said publisher"
    assert report.title == "Said title"
    assert report.url == "https://said.example/"


def test_a_known_period_is_taken_as_it_is():
    period = Period(first_day=date(2020, 1, 1), last_day=None, precision=Precision.OPEN)

    assert a_report(BODY, published=period).published is period


def test_nothing_is_guessed():
    report = a_report("1 November 2020. " + BODY)

    assert report.published is None
    assert report.url is None
    assert report.publisher == ""
    assert report.title == ""


def test_the_publisher_follows_from_the_address():
    report = a_report(f"url: https://kr.bordertimes.example/1\n\n{BODY}")

    assert report.publisher == "Border Times"


def test_a_page_names_its_publisher_only_where_the_address_does_not():
    site = '<meta property="og:site_name" content="A Site">'
    page = a_page(language="en", title="x", paragraphs=ENGLISH, head=site)

    assert a_report(page, "a.html").publisher == "A Site"
    known = a_report(page, "a.html", url="https://bordertimes.example/1")
    assert known.publisher == "Border Times"


def test_a_page_gives_a_report_in_its_language():
    head = '<meta name="date" content="2020-11-04">'
    report = a_report(a_page(language="en", title="북한", paragraphs=KOREAN, head=head), "a.html")

    assert report.media_type == "text/html"
    assert report.language == "ko"
    assert report.published == Period(first_day=A_DAY, last_day=A_DAY, printed="2020-11-04")


def test_a_date_that_is_none_is_refused_unless_a_better_one_is_known():
    content = f"date: soon\n\n{BODY}"

    assert refusal(content) == (
        "'a.txt' cannot be read as a report: in its header, 'soon' is no date; write it as "
        "2020-10-16, 2020-10, 2020, 2022-08/09 or 2021/2022, or say it with --published"
    )
    assert a_report(content, published=A_DAY).published is not None


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        pytest.param(b"", "a.txt", "there is no text in it", id="empty"),
        pytest.param(b" \r\n ", "a.txt", "there is no text in it", id="white space"),
        pytest.param(b"\x00\x01\x02\x00", "a.txt", "it is binary data, and reports", id="binary"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "a.txt", "it is a PNG picture, and reports", id="PNG"),
        pytest.param(b"%PDF-1.7", "a.pdf", "it is a PDF, and that cannot be read yet", id="PDF"),
        pytest.param(b"PK\x03\x04", "a.docx", "it is a Word document (DOCX), and", id="DOCX"),
        pytest.param(b"Subject: x\n\nx", "a.eml", "it is an e-mail, and that", id="mail"),
        pytest.param(b"WARC/1.0\r\n", "a.warc", "it is a web archive (WARC), and", id="WARC"),
        pytest.param("x" * 250_000, "a.txt", "250,000 characters", id="a long line"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(content, name, reason):
    sentence = refusal(content, name)

    assert reason in sentence
    assert sentence.startswith(f"{name!r} cannot be read as a report: ")
    assert "\n" not in sentence

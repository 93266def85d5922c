from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.archive.documents import a_capture
from tumen.archive.plain_text import extract_text, read_header
from tumen.errors import UnreadableReportError

HEADED = """url: https://bordertimes.example/1
Title: North refuses: again
DATE: 2020-10-16 (about)
language: en
publisher: Border Times
collected-by: a volunteer

First paragraph.

Second: with a colon.
"""


def test_a_header_is_read_and_the_body_is_what_follows_the_blank_line():
    extract = extract_text(a_capture(HEADED))

    assert extract.text == "First paragraph.\n\nSecond: with a colon.\n"
    assert extract.url == "https://bordertimes.example/1"
    assert extract.title == "North refuses: again"
    assert extract.date == "2020-10-16 (about)"
    assert extract.language == "en"
    assert extract.language_is_certain
    assert extract.publisher == "Border Times"
    assert extract.metadata == {"collected-by": "a volunteer"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("North refuses\n\nTitle: no header here.", id="prose first"),
        pytest.param("URGENT: 200 held\n\nThey are held in Jilin.", id="no key that we know"),
        pytest.param("title: North refuses\nThey are held.\n\nMore.", id="prose in the header"),
        pytest.param("\ntitle: North refuses\n\nThey are held.", id="a blank line first"),
        pytest.param("two words: x\ntitle: y\n\nThey are held.", id="a key of two words"),
        pytest.param("제목: 북한\n\n본문이다.", id="keys are ASCII"),
        pytest.param(" title: x\n\nThey are held.", id="indented"),
    ],
)
def test_without_a_whole_header_everything_is_body(text: str) -> None:
    extract = extract_text(a_capture(text))

    assert extract.text == text
    assert extract.title == ""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_ends_of_lines_become_line_feeds_and_nothing_else_changes(newline: str) -> None:
    body = "e\u0301 is not \u00e9\u2028\x0b\x85 \u3000\n  indented\t\n\nlast"
    text = f"title: x\n\n{body}".replace("\n", newline)

    assert extract_text(a_capture(text)).text == body


def test_only_the_first_blank_line_belongs_to_the_header():
    assert extract_text(a_capture("title: x\n \t\n\n\nThey are held.")).text == "\n\nThey are held."


def test_a_byte_order_mark_is_no_part_of_the_text():
    extract = extract_text(a_capture("\ufefftitle: x\n\nThey are held."))

    assert (extract.title, extract.text) == ("x", "They are held.")


@pytest.mark.parametrize("text", ["title: x", "title: x\n", "title: x\nurl: y\n\n \n"])
def test_a_header_without_a_body_is_refused(text: str) -> None:
    with pytest.raises(UnreadableReportError, match=r"only a header.*one blank line between"):
        extract_text(a_capture(text))


def test_a_key_said_twice_is_refused_unless_it_says_the_same():
    with pytest.raises(UnreadableReportError) as caught:
        extract_text(a_capture("date: 2020\nDate: 2021\n\nThey are held."))

    assert str(caught.value) == (
        "'a.txt' cannot be read as a report: its header says 'date' twice, '2020' and '2021'; "
        "keep the right one"
    )
    assert extract_text(a_capture("date: 2020\ndate: 2020\n\nThey are held.")).date == "2020"


@given(
    fields=st.dictionaries(
        st.from_regex(r"[a-z][a-z_-]{0,8}", fullmatch=True),
        st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20),
        max_size=4,
    ),
    body=st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"])).filter(
        str.strip
    ),
)
def test_what_is_written_as_header_and_body_comes_back_as_such(fields, body):
    header = "".join(f"{key}: {value}\n" for key, value in ({"title": "x"} | fields).items())
    extract = extract_text(a_capture(f"{header}\n{body}"))

    assert extract.text == body
    assert extract.title == fields.get("title", "x")


@given(st.text())
def test_a_body_is_always_the_end_of_its_text(text: str) -> None:
    header = read_header(text)

    assert 0 <= header.body_start <= len(text)
    assert bool(header.fields) == (header.body_start > 0)

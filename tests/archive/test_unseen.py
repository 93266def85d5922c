from __future__ import annotations

import pytest
from lxml import html

from tests.archive.documents import ENGLISH, a_capture, a_page
from tumen.archive.page import extract_page
from tumen.archive.unseen import drop_unseen


def seen(inside: str) -> str:
    """Return what is left of a paragraph on a page."""
    tree = html.document_fromstring(f"<body><p>{ENGLISH[0]}</p><p id='x'>{inside}</p></body>")
    drop_unseen(tree)
    return " ".join(tree.get_element_by_id("x").text_content().split())


@pytest.mark.parametrize(
    "tag",
    [
        "<span hidden>",
        "<span aria-hidden='true'>",
        "<span class='note sr-only'>",
        "<span class=visually-hidden>",
        "<span style='color: red; display: none'>",
        "<span style='visibility:hidden'>",
        "<span style='font-size:0'>",
        "<span style='FONT-SIZE: 0px !important;'>",
        "<span style='opacity:0'>",
        "<del>",
        "<s>",
        "<nav>",
        "<template>",
    ],
)
def test_what_nobody_sees_is_left_out_and_what_follows_it_stays(tag: str) -> None:
    name = tag.strip("<>").split()[0]

    assert seen(f"{tag}9</{name}>20 were held.") == "20 were held."


@pytest.mark.parametrize(
    "tag",
    ["<span aria-hidden='false'>", "<span style='font-size:0.9em'>", "<span class=hidden-gem>"],
)
def test_what_is_seen_stays(tag: str) -> None:
    assert seen(f"{tag}About </span>20 were held.") == "About 20 were held."


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("200<sup><a href='#1'>1</a></sup> were held.", "200 were held."),
        ("200<a href='#1'><sup>1</sup></a> were held.", "200 were held."),
        ("200<sup>[1]</sup> were held.", "200 were held."),
        ("200<sup>12</sup> were held.", "200¹² were held."),
        ("<sup>1</sup>200 were held.", "¹200 were held."),
        ("200<sub>1</sub> were held.", "200₁ were held."),
        ("The 20<sup>th</sup> man.", "The 20th man."),
    ],
)
def test_the_mark_of_a_footnote_does_not_join_the_number_beside_it(inside, words):
    assert seen(inside) == words


def test_the_reading_above_a_character_is_not_read_twice():
    assert seen("<ruby>延<rt>えん</rt></ruby>吉で20人") == "延吉で20人"


@pytest.mark.parametrize("hidden", ["aria-hidden='true'", "style='opacity:0'", "hidden"])
def test_a_page_that_was_saved_behind_a_dialog_keeps_its_article(hidden: str) -> None:
    page = a_page(language="en", title="Held", paragraphs=ENGLISH).replace(
        "<body>", f"<body><div role='dialog'>Accept?</div><div {hidden}>"
    )

    assert ENGLISH[0] in extract_page(a_capture(page, "a.html")).text


def test_hidden_words_do_not_reach_the_report():
    paragraphs = (*ENGLISH, "20 were held. <span class='sr-only'>900 were sent back.</span>")
    page = a_page(language="en", title="Held", paragraphs=paragraphs)

    text = extract_page(a_capture(page, "a.html")).text
    assert "20 were held." in text
    assert "900" not in text

"""Saved HTML pages: the main text without menus and scripts, and what the page says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tumen.archive.decode import declared_in_page, decode
from tumen.archive.extract import Extract, check_text
from tumen.archive.language import LETTERS_PER_SYLLABLE, detect
from tumen.archive.page_data import read_page_data
from tumen.archive.page_size import check_size
from tumen.archive.unseen import drop_unseen
from tumen.errors import UnreadableReportError
from tumen.records import Capture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Ours: what is done to the text beyond the extractor's own work.
PAGE_VERSION = 2

# An article shorter than this is doubted, and then taken with the menus around it.  The extractor's
# own 250 is for letters: a Chinese report of 200 characters is whole.
LEAST_LETTERS = 250
LEAST_SYLLABLES = LEAST_LETTERS // LETTERS_PER_SYLLABLE

_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?")

NO_ARTICLE = (
    "no article is to be found on this page; save the article's own page, or its text as a "
    ".txt file"
)


def extract_page(capture: Capture) -> Extract:
    """Return the main text of a page, its headline first, and what the page says of itself.

    Steps: decode, refuse what is too large, parse once, take out what is not seen, draw the
    text, put the headline on top.
    Nothing on the page is run or fetched.
    """
    declared = declared_in_page(capture.content)
    html = without_dead_references(decode(capture.content, name=capture.name, declared=declared))
    check_size(html, name=capture.name)
    # Slow to import, and only pages need it.
    import trafilatura
    from trafilatura.utils import load_html

    tree = load_html(html)
    if tree is None:
        raise UnreadableReportError(capture.name, NO_ARTICLE)
    data = read_page_data(html, tree)
    said = trafilatura.extract_metadata(html, extensive=False)
    title = _one_line(said.title)
    drop_unseen(tree)
    text = _main_text(tree)
    if not text:
        raise UnreadableReportError(capture.name, NO_ARTICLE)
    return Extract(
        text=check_text(_under_headline(title, text), capture.name),
        text_by=f"page/{PAGE_VERSION} trafilatura/{trafilatura.__version__}",
        title=title,
        language=data.language,
        date=data.date,
        site=_one_line(said.sitename),
        url=data.url,
    )


def without_dead_references(html: str) -> str:
    """Return *html* without references to characters that no document may hold, such as `&#1;`.

    One of them among a page's thousands of words would cost the extractor the whole article.
    """
    return _REFERENCE.sub(lambda found: "" if _is_dead(found) else found.group(), html)


def _is_dead(reference: re.Match[str]) -> bool:
    hexadecimal, decimal = reference.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return (code < 0x20 and code not in (0, 9, 10, 13)) or code in (0xFFFE, 0xFFFF)


def _main_text(tree: HtmlElement) -> str:
    """Return the article's text, "" if there is none; *tree* is used up."""
    import trafilatura
    from trafilatura.settings import use_config

    words = " ".join(tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]"))
    config = use_config()
    least = LEAST_LETTERS if detect(words) in {"en", ""} else LEAST_SYLLABLES
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(least))
    found = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=False, config=config
    )
    # A dictionary comes back only where one is asked for.
    return "" if found is None or isinstance(found, dict) else found.text or ""


def _one_line(words: str | None) -> str:
    return " ".join((words or "").split())


def _under_headline(title: str, text: str) -> str:
    """Return the text with its headline on top, so that words of the headline can be cited."""
    if not title or " ".join(text.split()).startswith(title):
        return text
    return f"{title}\n\n{text}"

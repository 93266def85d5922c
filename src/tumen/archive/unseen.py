"""Take out of a page what its readers do not see as part of the report.

Hidden words, menus, words that were struck out, and the marks of footnotes, whose digits would join
the number before them.  Only what the page itself says in its tags is known here: its style sheets
are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Never shown, menus, struck out, and the readings above characters (ruby).
UNSEEN_TAGS = {"template", "nav", "del", "s", "strike", "rt", "rp"}
# What the common style sheets call words that are for screen readers alone.
UNSEEN_CLASSES = {
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screen-reader-only",
    "element-invisible",
    "assistive-text",
}
_UNSEEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?|opacity\s*:\s*0(?:\.0+)?%?)\s*(?:!\s*important\s*)?(?:;|$)",
    re.IGNORECASE,
)
# A page that was saved with a dialog open, or before it was drawn, hides its whole article.
MOST_UNSEEN = 0.5

# A footnote's mark; without brackets it may also be an exponent.
_NOTE = re.compile(r"[\[(]?\s*\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\s*[\])]?|[*†‡§]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def drop_unseen(tree: HtmlElement) -> None:
    """Take out of *tree* what is not seen; what stood behind it stays.

    An element with most of the page's words in it stays whatever it says.
    """
    most = MOST_UNSEEN * _length(tree)
    for element in list(_unseen(tree)):
        if _length(element) <= most:
            element.drop_tree()
    for mark in list(tree.iter("sup", "sub")):
        _mark(mark)


def _unseen(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the outermost elements that are not seen."""
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if element is not tree and _is_unseen(element):
            yield element
        else:
            waiting.extend(child for child in element if isinstance(child.tag, str))


def _is_unseen(element: HtmlElement) -> bool:
    return (
        element.tag in UNSEEN_TAGS
        or element.get("hidden") is not None
        or (element.get("aria-hidden") or "").strip().lower() == "true"
        or not UNSEEN_CLASSES.isdisjoint((element.get("class") or "").lower().split())
        or _UNSEEN_STYLE.search(element.get("style") or "") is not None
    )


def _length(element: HtmlElement) -> int:
    """Return how many letters stand in an element, without those of scripts."""
    words = element.xpath(".//text()[not(parent::script or parent::style or parent::template)]")
    return sum(len("".join(one.split())) for one in words)


def _mark(mark: HtmlElement) -> None:
    """Take a footnote's mark away where it is surely one; else keep it as small as it is shown.

    `200<sup>12</sup>` would read 20012, and with a blank between them as 12.
    """
    words = mark.text_content().strip()
    if not _NOTE.fullmatch(words):
        return
    parent = mark.getparent()
    is_link = mark.find(".//a") is not None or (parent is not None and parent.tag == "a")
    if mark.tag == "sup" and (is_link or words[0] in "[("):
        mark.drop_tree()
        return
    small = _RAISED if mark.tag == "sup" else _LOWERED
    for part in mark.iter():
        part.text = (part.text or "").translate(small)

"""Refuse pages that would take minutes to go through, before anything else looks at them."""

from __future__ import annotations

from collections.abc import Mapping

from tumen.errors import UnreadableReportError

# The text extractor and the parser's tree take time with the square of these two.  Measured:
# 30,000 paragraphs 3 s, 100,000 32 s; 20,000 attributes in one tag 1.4 s, 100,000 four minutes.
# A long article has 2,000 elements, the longest encyclopedia pages 20,000.
MAX_ELEMENTS = 30_000
MAX_ATTRIBUTES = 1_000


class _TooLargeError(Exception):
    """The page has more elements, or a tag more attributes, than a page of news can have."""


class _Counter:
    """Counts elements while the parser runs, and keeps nothing: no tree is built."""

    def __init__(self) -> None:
        self.elements = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Count an element, and give up where there are too many."""
        self.elements += 1
        if self.elements > MAX_ELEMENTS or len(attributes) > MAX_ATTRIBUTES:
            raise _TooLargeError

    def end(self, tag: str) -> None:
        """Take no notice of the end of an element."""

    def data(self, text: str) -> None:
        """Take no notice of text."""

    def close(self) -> int:
        """Return the number of elements."""
        return self.elements


def check_size(html: str, *, name: str) -> None:
    """Refuse *html* with too many elements or attributes; takes time in proportion to its length.

    The parser is the one that reads the page afterwards, so that nothing can be hidden from the
    count.
    """
    # Slow to import.
    from lxml import etree

    parser = etree.HTMLParser(target=_Counter(), remove_comments=True, remove_pis=True)
    try:
        etree.fromstring(html.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        # Nothing that could be parsed; the extractor says so in its turn.
        return
    except _TooLargeError as error:
        raise UnreadableReportError(
            name,
            f"it is no page of news: it has more than {MAX_ELEMENTS:,} elements, or a tag with "
            f"more than {MAX_ATTRIBUTES:,} attributes; save the article's text and hand that over",
        ) from error

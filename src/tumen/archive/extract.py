"""What an extractor draws from a document: the text, and what the document says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tumen.errors import UnreadableReportError
from tumen.settings import MAX_LINE_CHARACTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The text of a document and what the document says of itself; "" where it says nothing."""

    text: str
    text_by: str  # extractor and version
    title: str = ""
    language: str = ""  # BCP 47, as declared
    language_is_certain: bool = False  # a header is a person's word; a page's is its template's
    date: str = ""  # of publication, as `parse_published` reads it
    publisher: str = ""  # as a person wrote it
    site: str = ""  # the name a page gives its site: used where nothing better is known
    url: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


def check_text(text: str, name: str) -> str:
    """Return *text* if there is something to read in it, as lines of a readable length."""
    if not text.strip():
        raise UnreadableReportError(name, "there is no text in it; check that it is the right file")
    if "\0" in text:
        raise UnreadableReportError(
            name, "there are NUL characters in it, as in binary data; hand over the text alone"
        )
    longest = max(len(line) for line in text.split("\n"))
    if longest > MAX_LINE_CHARACTERS:
        raise UnreadableReportError(
            name,
            f"one of its lines has {longest:,} characters, and no paragraph of a report has more "
            f"than {MAX_LINE_CHARACTERS:,}; hand over the report's text alone",
        )
    return text

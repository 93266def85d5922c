"""The extractors: how text is drawn from each kind of document.  A new kind is a new line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from tumen.archive.extract import Extract
from tumen.archive.media_type import HTML, TEXT
from tumen.archive.page import extract_page
from tumen.archive.plain_text import extract_text
from tumen.records import Capture

Extractor: TypeAlias = Callable[[Capture], Extract]

EXTRACTORS: tuple[tuple[str, Extractor], ...] = (
    (TEXT, extract_text),
    (HTML, extract_page),
)


def extractor_for(media_type: str) -> Extractor | None:
    """Return the extractor for *media_type*, or None."""
    return dict(EXTRACTORS).get(media_type)

"""The formats a brief can be written in: one plain table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tumen.brief.as_html import html
from tumen.brief.as_json import as_json
from tumen.brief.as_markdown import markdown
from tumen.errors import BriefError
from tumen.records import Brief

FORMATS: Mapping[str, Callable[[Brief], bytes]] = {
    "html": html,
    "md": markdown,
    "json": as_json,
}


def render(brief: Brief, *, format: str) -> bytes:  # noqa: A002  # the word of the command line
    """Return *brief* as a file's bytes; the same brief gives the same bytes.

    Raises BriefError for a format that is not in FORMATS.
    """
    if format not in FORMATS:
        raise BriefError(
            f"A brief cannot be written as {format!r}; choose one of {', '.join(FORMATS)}."
        )
    return FORMATS[format](brief)

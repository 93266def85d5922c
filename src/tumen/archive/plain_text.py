"""Plain text: an optional header of `key: value` lines, a blank line, and the body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tumen.archive.decode import decode
from tumen.archive.extract import Extract, check_text
from tumen.errors import UnreadableReportError
from tumen.records import Capture

TEXT_BY = "text/1"
KEYS = ("url", "title", "date", "language", "publisher")

_FIELD = re.compile(r"([A-Za-z][A-Za-z_-]*)[ \t]*:[ \t]*(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The fields at the top of a text, keys in lower case, and where the body begins."""

    fields: Mapping[str, str]
    body_start: int


def extract_text(capture: Capture) -> Extract:
    """Return the body of a text file as it stands, and what its header says.

    Only the ends of lines change, to a line feed each, as every program that reads text does.
    """
    text = decode(capture.content, name=capture.name).replace("\r\n", "\n").replace("\r", "\n")
    check_text(text, capture.name)
    header = read_header(text, name=capture.name)
    fields = header.fields
    return Extract(
        text=_body(text, header, capture.name),
        text_by=TEXT_BY,
        title=fields.get("title", ""),
        language=fields.get("language", ""),
        language_is_certain=True,
        date=fields.get("date", ""),
        publisher=fields.get("publisher", ""),
        url=fields.get("url", ""),
        metadata={key: value for key, value in fields.items() if key not in KEYS},
    )


def read_header(text: str, *, name: str = "") -> Header:
    """Return the header of *text*; without one, no fields and a body that begins at 0.

    A header begins on the first line, has nothing but `key: value` up to the first blank line,
    and at least one key that we know: "URGENT: 200 held" above a text is text.
    """
    lines = _first_lines(text)
    found = [_FIELD.fullmatch(line) for line in lines]
    pairs = [(match.group(1).lower(), match.group(2).strip()) for match in found if match]
    if len(pairs) < len(lines) or not any(key in KEYS for key, _ in pairs):
        return Header(fields={}, body_start=0)
    fields: dict[str, str] = {}
    for key, value in pairs:
        if fields.setdefault(key, value) != value:
            raise UnreadableReportError(
                name,
                f"its header says {key!r} twice, {fields[key]!r} and {value!r}; keep the right one",
            )
    end = sum(len(line) + 1 for line in lines)
    blank = text.find("\n", end)
    return Header(fields=fields, body_start=len(text) if blank < 0 else blank + 1)


def _first_lines(text: str) -> Sequence[str]:
    """Return the lines above the first blank one."""
    lines: list[str] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        line = text[start:] if end < 0 else text[start:end]
        # One line that is no field settles it; a long text need not be gone through.
        if not line.strip() or (lines and not _FIELD.fullmatch(lines[-1])):
            break
        lines.append(line)
        start += len(line) + 1
    return lines


def _body(text: str, header: Header, name: str) -> str:
    body = text[header.body_start :]
    if not body.strip():
        raise UnreadableReportError(
            name,
            "there is only a header in it; put one blank line between the header and the text",
        )
    return body

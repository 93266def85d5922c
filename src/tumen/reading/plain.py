"""A report as it is read, without what nobody sees, and its reading back in the printed text.

Web pages and mails hide characters inside words and numbers (zero-width spaces, soft hyphens, marks
of direction), raise footnote marks, write letters in pieces, and part the digits of "1 000" in many
ways.  Every rule of the reader would have to expect each of them anywhere; so they are taken out
before anything is looked for, and each character left knows where it was printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from tumen.records import Claim, Figure, Passage, Period, Reading, Report

# Pieces of a letter printed before them: accents, voicing marks, the vowels and ends of a syllable.
_ACCENTS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PIECES = "\u3099\u309a\u1161-\u1175\u11a8-\u11c2\uff9e\uff9f"
_UNSEEN = re.compile(
    "(?P<gone>"
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours of a terminal
    r"|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
    "|[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
    "|[\ufff9-\ufffb\U000e0000-\U000e0fff]"
    "|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2080-\u2089])"  # footnote marks
    f"|(?P<pieces>[{_ACCENTS}{_PIECES}]+)"
)
_IS_ACCENT = re.compile(f"[{_ACCENTS}]")
# 1'000, 1_000 and the blanks that do not break are one number; a plain blank is where no number
# could begin with the digits behind it: "1 000".
_GROUPS = re.compile(
    r"(?<![\d.,])\d{1,3}(?P<mark>['’`´٬_\u00a0\u202f\u2009\u2007\u2008])\d{3}(?:(?P=mark)\d{3})*(?!\d)"
    r"|(?<![\d.,])\d{1,3}(?: \d{3})*? 0\d\d(?: \d{3})*(?!\d)"
)
_MARK = re.compile(r"\D")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A report to be read: its text is rid of what nobody sees."""

    report: Report
    printed: Report
    starts: Sequence[int]  # where each character of the text to be read was printed
    ends: Sequence[int]

    def passage(self, start: int, end: int) -> Passage:
        """Return the printed words of `report.text[start:end]`."""
        return self.printed.passage(self.starts[start], self.ends[end - 1])


def plain(report: Report) -> Plain:
    """Return *report* as it is to be read; mostly nothing is hidden in it and it stays itself."""
    text, starts, ends = _seen(report.text)
    text = _GROUPS.sub(lambda digits: _MARK.sub(",", digits.group()), text)
    read = report if text == report.text else replace(report, text=text)
    return Plain(report=read, printed=report, starts=starts, ends=ends)


def in_print(reading: Reading, read: Plain) -> Reading:
    """Return the reading of a plain report with its passages as they were printed."""
    back: Reading = reading if read.report is read.printed else _back(reading, read)
    return back


def _back(value: Any, read: Plain) -> Any:
    """Return a record with all passages in it, however deep, in the printed text."""
    if isinstance(value, Passage):
        return read.passage(value.span.start, value.span.end)
    if isinstance(value, tuple):
        return tuple(_back(one, read) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {one.name: _back(getattr(value, one.name), read) for one in fields(value)}
    if isinstance(value, Period) and changed["passage"]:
        changed["printed"] = changed["passage"].exact
    if isinstance(value, Claim) and value.figure:
        changed["figure"] = replace(value.figure, printed=_figure(value, value.figure, read))
    return replace(value, **changed)


def _figure(claim: Claim, figure: Figure, read: Plain) -> str:
    """Return a figure as printed: its words stand in the passage that gave it."""
    for words in claim.evidence:
        at = read.report.text.find(figure.printed, words.passage.span.start, words.passage.span.end)
        if words.field == "figure" and at >= 0 and figure.printed:
            return read.passage(at, at + len(figure.printed)).exact
    return figure.printed


def _seen(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return the text without hidden characters, and where each was printed."""
    if _UNSEEN.search(text) is None:
        return text, range(len(text)), range(1, len(text) + 1)
    seen: list[tuple[str, int, int]] = []
    at = 0
    for match in _UNSEEN.finditer(text):
        seen += _each(text, at, match.start())
        at = match.end()
        if match["pieces"] is not None:
            base = seen.pop() if seen else ("", match.start(), match.start())
            seen += _put_together(base, match)
    seen += _each(text, at, len(text))
    return (
        "".join(letter for letter, _, _ in seen),
        [start for _, start, _ in seen],
        [end for _, _, end in seen],
    )


def _each(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    return [(text[at], at, at + 1) for at in range(start, end)]


def _put_together(
    base: tuple[str, int, int], pieces: re.Match[str]
) -> Iterator[tuple[str, int, int]]:
    """Yield a letter with its pieces as one; accents that no letter has are left out."""
    letter, start, end = base
    half_width = pieces.group()[0] in "\uff9e\uff9f"
    whole = unicodedata.normalize("NFKC" if half_width else "NFC", letter + pieces.group())
    if len(whole) == 1:
        yield whole, start, pieces.end()
        return
    if letter:
        yield letter, start, end
    for at, piece in enumerate(pieces.group(), pieces.start()):
        if not _IS_ACCENT.match(piece):
            yield piece, at, at + 1

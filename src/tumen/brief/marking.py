"""Cut a report's text where cited passages begin and end, so that overlapping ones can be marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tumen.records import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text inside one paragraph, with the notes that cover it."""

    text: str
    notes: tuple[int, ...] = ()  # all that cover it
    begins: tuple[int, ...] = ()  # those whose passage starts here
    ends: tuple[int, ...] = ()  # those whose passage is complete after it


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A report's text as paragraphs of pieces.

    `split` are the notes that one element cannot stand for: their passage runs over several
    pieces, or another passage begins with it.
    """

    paragraphs: tuple[tuple[Piece, ...], ...]
    split: tuple[int, ...]


def mark(text: str, notes: Sequence[Note]) -> MarkedText:
    """Return *text* cut at every edge of a cited passage and at every line break.

    Joined with line breaks, the pieces are the text again, but for empty lines.
    """
    cuts = {0, len(text)}
    for note in notes:
        cuts |= {note.passage.span.start, note.passage.span.end}
    paragraphs: list[tuple[Piece, ...]] = []
    seen: dict[int, int] = {}
    second: set[int] = set()
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            pieces = _line(text, start, end, sorted(c for c in cuts if start < c < end), notes)
            for piece in pieces:
                second.update(piece.begins[1:])
                for number in piece.notes:
                    seen[number] = seen.get(number, 0) + 1
            paragraphs.append(pieces)
        start = end + 1
    return MarkedText(
        paragraphs=tuple(paragraphs),
        split=tuple(sorted(n for n, times in seen.items() if times > 1 or n in second)),
    )


def _line(
    text: str, start: int, end: int, cuts: Sequence[int], notes: Sequence[Note]
) -> tuple[Piece, ...]:
    edges = [start, *cuts, end]
    return tuple(_piece(text, left, right, start, notes) for left, right in pairwise(edges))


def _piece(text: str, left: int, right: int, line: int, notes: Sequence[Note]) -> Piece:
    covering, begins, ends = [], [], []
    for note in notes:
        span = note.passage.span
        if span.start < right and left < span.end:
            covering.append(note.number)
            # A passage that begins on the empty lines before this one starts here.
            first_line = text.rfind("\n", span.start, left)
            blank = not text[span.start : left].strip("\n") if first_line >= 0 else False
            if left == span.start or (left == line and blank):
                begins.append(note.number)
            if span.end == right or (span.end > right and not text[right : span.end].strip("\n")):
                ends.append(note.number)
    return Piece(
        text=text[left:right], notes=tuple(covering), begins=tuple(begins), ends=tuple(ends)
    )

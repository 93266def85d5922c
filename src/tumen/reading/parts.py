"""Tell counts that are a part of another count: "12 (four men)", 이 중 2명, "three of them"."""

from __future__ import annotations

from collections.abc import Sequence

from tumen.reading.page import Page
from tumen.reading.people import Mention
from tumen.reading.stretch import starts_before, within
from tumen.reading.vocabulary import KIND

_BEFORE = 20  # words that make a count a part of the last one: "including", 이 중, うち
_LOOK_BACK = 12  # parts that one whole is told in
_COMPARED = 40  # characters before a count that say what it is compared with
_BRACKET = 40  # the longest breakdown in brackets before a count in it
_LISTED, _ITEM = 6, 32  # items of a list, and characters between two of them


def is_part(page: Page, counted: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether a count is told as a part of one before it; *counted* are all, in order."""
    if mention.number is None:
        return False
    if mention.breaks_down is not None:
        return True
    return _said_to_be_part(page, counted, mention) or _listed_with_a_part(page, counted, mention)


def _listed_with_a_part(page: Page, counted: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether a count goes on a list that begins with a part: "450 of them in T and 325 in C"."""
    last = starts_before(counted, mention.start)
    for other in reversed(counted[max(last - _LISTED, 0) : last]):
        gap = page.folded[other.end : mention.start]
        joined = len(gap) <= _ITEM and page.pack.coordinates.search(gap) is not None
        if not joined or page.words(KIND, other.end, mention.start):
            return False
        if _said_to_be_part(page, counted, other):
            return True
        mention = other
    return False


def _said_to_be_part(page: Page, counted: Sequence[Mention], mention: Mention) -> bool:
    if mention.number is None:
        return False
    start = page.sentence_at(mention.start).start
    return (
        _bracketed(page, counted, start, mention)
        or page.pack.part_before.search(
            page.folded, max(start, mention.start - _BEFORE), mention.start
        )
        is not None
        or page.pack.part_after.match(page.folded, mention.number.end) is not None
    )


def whole_of(page: Page, counted: Sequence[Mention], mention: Mention) -> Mention | None:
    """Return the count that *mention* is told as a part of, or None."""
    if not is_part(page, counted, mention):
        return None
    last = starts_before(counted, mention.start)
    if mention.breaks_down is not None:
        return next((m for m in counted[:last] if m.start == mention.breaks_down), None)
    for other in reversed(counted[max(last - _LOOK_BACK, 0) : last]):
        if not is_part(page, counted, other) and not _is_compared(page, other):
            return other
    return None


def _is_compared(page: Page, mention: Mention) -> bool:
    """Tell whether a count is only what another is compared with: 前年の1397人, 전년(1397명)."""
    start = mention.number.start if mention.number else mention.start
    before = page.folded[max(start - _COMPARED, 0) : start].rstrip("( ")
    return page.pack.compared.search(before) is not None


def in_bracket(page: Page, mentions: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether a count breaks one down in a bracket that says nothing else of its people."""
    start = page.sentence_at(mention.start).start
    if not mention.counted or "(" not in page.folded[start : mention.start]:
        return False
    if not _bracketed(page, [m for m in mentions if m.counted], start, mention):
        return False
    opened = page.folded.rfind("(", start, mention.start)
    closed = page.folded.find(")", mention.end, mention.end + _BRACKET)
    return closed < 0 or not page.words(KIND, opened, closed)


def _bracketed(page: Page, counted: Sequence[Mention], start: int, mention: Mention) -> bool:
    """Tell whether a count stands in a bracket that breaks down the count before it."""
    text = page.folded
    first = max(start, mention.start - _BRACKET)
    opened = text.rfind("(", first, mention.start)
    return opened > text.rfind(")", first, mention.start) and any(
        0 <= opened - m.end <= 1 for m in within(counted, first - _BRACKET, opened)
    )

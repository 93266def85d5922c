"""Find counts that only break an earlier one down: "236 arrived; 210 were women, 26 men".

Several sorts of people told one after another that add up to a count before them are its parts, and
what happened to all of them is said of the whole.  Sorts of which a sentence tells more, what befell
them or on which day, are told anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tumen.reading.page import Page
from tumen.reading.people import Mention
from tumen.reading.sentences import Sentence
from tumen.reading.stretch import within
from tumen.reading.vocabulary import KIND

_PARTS = 4  # sorts that one count is broken down into
_LOOK_BACK = 8  # counts back to the one that is broken down
_APART = 2  # paragraphs back to it


def broken_down(page: Page, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return *mentions* in order, those that break another one down marked with its start."""
    counted = [m for m in mentions if m.counted]
    whole_at: dict[int, int] = {}
    first = 0
    while first < len(counted):
        parts, whole = _longest(page, counted, first)
        if whole is not None:
            whole_at |= {part.start: whole.start for part in parts}
        first += max(len(parts), 1)
    return tuple(
        replace(m, breaks_down=whole_at[m.start]) if m.counted and m.start in whole_at else m
        for m in mentions
    )


def _longest(
    page: Page, counted: Sequence[Mention], first: int
) -> tuple[Sequence[Mention], Mention | None]:
    """Return the longest row of sorts from *first* on that an earlier count is the sum of."""
    sentence = page.sentence_at(counted[first].start)
    row = [m for m in counted[first : first + _PARTS] if m.start < sentence.end and _sort(m)]
    for length in range(len(row), 1, -1):
        parts = row[:length]
        subjects = {m.subject for m in parts}
        if len(subjects) < length or parts != list(counted[first : first + length]):
            continue
        total = sum(m.number.value or 0 for m in parts if m.number)
        for whole in reversed(counted[max(first - _LOOK_BACK, 0) : first]):
            if sentence.paragraph - page.sentence_at(whole.start).paragraph > _APART:
                break
            if whole.number and whole.number.value == total and whole.subject not in subjects:
                return (parts, whole) if _nothing_else(page, sentence, whole, parts) else ((), None)
    return (), None


def _nothing_else(page: Page, sentence: Sentence, whole: Mention, parts: Sequence[Mention]) -> bool:
    """Tell whether the words around sorts of people say no more of them than how many they are."""
    if within(page.times, parts[0].start, parts[-1].end):
        return False
    acts = page.words(KIND, sentence.start, sentence.end)
    return whole.start >= sentence.start or not any(
        page.codebook.kinds[a.key].measure for a in acts
    )


def _sort(mention: Mention) -> bool:
    """Tell whether a count is exact and names its sort of people."""
    number = mention.number
    return bool(mention.subject) and number is not None and number.value == number.low

"""Find counts that add up to one before them: "236 arrived; 210 were women, 26 men".

"They" are then all of them.  Mere sorts of people have no story of their own: what befell them is
said of the whole.  Counts of which a sentence tells more, what befell them or on which day, are told
anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tumen.reading.page import Page
from tumen.reading.people import Mention
from tumen.reading.stretch import within
from tumen.reading.vocabulary import KIND

_PARTS = 6  # counts that add up to one
_LOOK_BACK = 8  # counts back to the one that is broken down
_APART = 2  # paragraphs back to it


def broken_down(page: Page, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return *mentions* in order, those that add up to another one marked with its start."""
    counted = [m for m in mentions if m.counted]
    sums: dict[int, tuple[int, bool]] = {}
    first = 0
    while first < len(counted):
        parts, whole = _longest(page, counted, first)
        if whole is not None:
            only = _only_sorts(page, whole, parts)
            sums |= {part.start: (whole.start, only) for part in parts}
        first += max(len(parts), 1)
    return tuple(
        _marked(m, *sums[m.start]) if m.counted and m.start in sums else m for m in mentions
    )


def _marked(mention: Mention, whole: int, only: bool) -> Mention:
    return replace(mention, adds_up_to=whole, breaks_down=whole if only else None)


def _longest(
    page: Page, counted: Sequence[Mention], first: int
) -> tuple[Sequence[Mention], Mention | None]:
    """Return the longest row of counts from *first* on that an earlier count is the sum of."""
    sentence = page.sentence_at(counted[first].start)
    row: list[Mention] = []
    for mention in counted[first : first + _PARTS]:
        if mention.start >= sentence.end or not _exact(mention):
            break
        row.append(mention)
    for length in range(len(row), 1, -1):
        total = sum(m.number.value or 0 for m in row[:length] if m.number)
        for whole in reversed(counted[max(first - _LOOK_BACK, 0) : first]):
            if sentence.paragraph - page.sentence_at(whole.start).paragraph > _APART:
                break
            if whole.number and whole.number.value == total:
                return row[:length], whole
    return (), None


def _only_sorts(page: Page, whole: Mention, parts: Sequence[Mention]) -> bool:
    """Tell whether counts are sorts of people of whom the words around them say no more."""
    sentence = page.sentence_at(parts[0].start)
    subjects = {m.subject for m in parts}
    if len(subjects) < len(parts) or "" in subjects or whole.subject in subjects:
        return False
    if within(page.times, parts[0].start, parts[-1].end):
        return False
    acts = page.words(KIND, sentence.start, sentence.end)
    return whole.start >= sentence.start or not any(
        page.codebook.kinds[act.key].measure for act in acts
    )


def _exact(mention: Mention) -> bool:
    number = mention.number
    return number is not None and number.value is not None and number.value == number.low

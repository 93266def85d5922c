"""Count people whose noun stands further on, or who are listed one by one.

"Held 180, 40 and 95 defectors": three counts share a noun.  "A mother and her daughter were arrested":
they are two, though no number says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tumen.reading.numbers import Number
from tumen.reading.page import Page
from tumen.reading.stretch import starts_before

_MOST = 6  # counts that share one noun


def shares_noun_with(page: Page, number: Number) -> Number | None:
    """Return the last number of the list that *number* is in, which its noun follows, or None."""
    at = starts_before(page.numbers, number.start) + 1
    last = number
    for other in page.numbers[at : at + _MOST]:
        if not page.pack.list_next.fullmatch(page.folded, last.end, other.start):
            break
        if last is number and page.folded[last.end] == "," and not _goes_on(page, other):
            break  # "the oldest is 64, and one woman ...": no list of two has a comma
        last = other
    return last if last is not number else None


def _goes_on(page: Page, number: Number) -> bool:
    """Tell whether another count follows in the list."""
    at = starts_before(page.numbers, number.start) + 1
    following = page.numbers[at : at + 1]
    return any(
        page.pack.list_next.fullmatch(page.folded, number.end, other.start) for other in following
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """Single persons listed at `text[start:end]`, and how many they are."""

    start: int
    end: int
    count: int


def listed_singly(page: Page) -> Iterator[Listed]:
    """Yield the lists of single persons that are the subject of a clause and hold no number."""
    for found in page.pack.singles.finditer(page.folded):
        start, end = found.span()
        held = starts_before(page.numbers, end) - starts_before(page.numbers, start)
        count = len(page.pack.single.findall(page.folded, start, end))
        if count > 1 and not held:
            yield Listed(start, end, count)

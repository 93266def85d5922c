"""Doubt what does not fit the codebook's calendar: "70th anniversary" of a party founded in 1945."""

from __future__ import annotations

from collections.abc import Iterator

from tumen.reading.numbers import Number
from tumen.reading.page import Page
from tumen.reading.vocabulary import ANNIVERSARY
from tumen.records import Doubt, Period

# "the 70th anniversary of the Workers' Party of Korea", 労働党創立70周年: number and name are near.
_REACH = 48


def find_doubts(page: Page) -> tuple[Doubt, ...]:
    """Return the anniversaries whose count is not that of the report's year: doubts, no corrections.

    Without a date of the report nothing is doubted.
    """
    published = page.report.published
    if published is None:
        return ()
    return tuple(_anniversaries(page, published))


def _anniversaries(page: Page, published: Period) -> Iterator[Doubt]:
    days = {day.id: day for day in page.codebook.anniversaries}
    for number in page.numbers:
        if not page.pack.anniversary.match(page.folded, number.core[1]) or number.value is None:
            continue
        name = _near(page, number)
        if name is None or published.last_day is None:
            continue
        known = published.last_day.year - days[name].founded.year
        if number.value != known:
            end = page.pack.anniversary.match(page.folded, number.core[1])
            yield Doubt(
                code="anniversary",
                passage=page.report.passage(number.core[0], end.end() if end else number.end),
                said=str(int(number.value)),
                known=str(known),
                about=name,
            )


def _near(page: Page, number: Number) -> str | None:
    """Return the anniversary named nearest to a count, within its sentence."""
    sentence = page.sentence_at(number.core[0])
    hits = page.words(
        ANNIVERSARY,
        max(sentence.start, number.core[0] - _REACH),
        min(sentence.end, number.core[1] + _REACH),
    )
    if not hits:
        return None
    return min(hits, key=lambda hit: (abs(hit.start - number.core[0]), hit.key)).key

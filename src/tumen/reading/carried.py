"""Give a bare day the month named just before it: 9月12日に出発し、13日に (the 13th of September)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tumen.reading.days import NoSuchDayError, day_of
from tumen.reading.time_grammar import Phrase
from tumen.records import Period

Placed = tuple[int, int, Phrase]

_SENTENCE_ENDS = re.compile(r"[。!?\n]|\.\s")
_MONTH = ("month", "rm", "month_part")
_YEAR = ("year", "ry", "short_year", "era", "era_year")
# A day as near as this to the report's own is the one on which something was said or printed.
_NEWS = 3


def carry_months(folded: str, phrases: Sequence[Placed], anchor: Period | None) -> Iterator[Placed]:
    """Yield the phrases; a bare day later in a sentence than a day of a month is of that month.

    Not one that comes before it in the month, nor one that is the report's own day or near it.
    """
    month: dict[str, int] = {}
    day = end = 0
    for start, stop, phrase in phrases:
        if month and _SENTENCE_ENDS.search(folded, end, start):
            month = {}
        parts, end = phrase.parts, stop
        bare = parts.keys() == {"day"}
        if bare and parts["day"] < day:
            month = {}  # another month has begun
        if month and bare and not _is_news(parts["day"], anchor):
            phrase = replace(phrase, parts={**month, **parts})
        elif not bare and "day" in parts and any(key in parts for key in _MONTH):
            month = {key: parts[key] for key in (*_YEAR, *_MONTH) if key in parts}
        elif not bare and phrase.ends is None and any(key in parts for key in _MONTH):
            month = {}
        day = parts.get("day", day)
        yield start, stop, phrase


def _is_news(day: int, anchor: Period | None) -> bool:
    """Tell whether a day of the report's own month lies within a few days before the report."""
    if anchor is None or anchor.last_day is None:
        return False
    last = anchor.last_day
    try:
        age = (last - day_of(last.year, last.month, day)).days
    except NoSuchDayError:
        return False
    return 0 <= age <= _NEWS

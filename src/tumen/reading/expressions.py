"""Find the dates and numbers of a text and nothing else: no claims, no people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tumen.reading.fold import fold
from tumen.reading.numbers import Number, find_numbers
from tumen.reading.pack import load_pack, pack_language
from tumen.reading.times import Time, find_times
from tumen.records import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Expressions:
    """The times and the numbers of a text, each in order."""

    times: tuple[Time, ...]
    numbers: tuple[Number, ...]


def find_expressions(text: str, *, language: str, said: date | None) -> Expressions:
    """Return the dates and numbers of *text*, relative ones against the day it was *said*.

    More counts as a time or a number here than in a report, where words must show that they are
    one: "the 15th" alone, or the 五 of 这是五.
    """
    pack = load_pack(pack_language(language))
    folded = fold(text)
    anchor = Period(first_day=said, last_day=said) if said else None
    return Expressions(
        times=find_times(folded, pack.language, anchor, bare=True),
        numbers=find_numbers(folded, pack, bare=True),
    )

"""Find time expressions and resolve them to whole days.

1. `time_words` cuts out the words that times are made of;
2. `time_grammar` joins them to phrases, by the rules of the pack;
3. `carried` gives bare days the month named before them;
4. `resolve` turns a phrase into days, against the day the words were said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tumen.reading.carried import carry_months
from tumen.reading.day_said import DaySaid, NoAnchorError
from tumen.reading.days import NoSuchDayError
from tumen.reading.resolve import Resolver
from tumen.reading.time_grammar import Phrase
from tumen.reading.time_pack import load_time_pack
from tumen.records import Period, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression at `text[start:end]`.

    `first` and `last` are None where open or unresolved; `since` marks the start of a cohort.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    precision: Precision
    anchored: bool  # needed the day it was said
    since: bool
    rule: str
    calendar: str = ""  # "lunar": month and day as printed, not converted

    @property
    def resolved(self) -> bool:
        """Tell whether at least one end is known."""
        return self.first is not None or self.last is not None


def find_times(
    folded: str, language: str, anchor: Period | None, *, bare: bool = False
) -> tuple[Time, ...]:
    """Return the time expressions of a text, in order.

    A report's "may", "15" or 一日 is no time without words that make it one.  With *bare* such
    words alone count, and "two months ago" is a day: for those who ask for times and nothing else.
    """
    pack = load_time_pack(language)
    phrases = pack.grammar.phrases(pack.words.cut(folded), bare=bare)
    return tuple(
        time
        for start, end, phrase in carry_months(folded, phrases, anchor)
        if not phrase.shy and (bare or not phrase.weak)
        if (time := _time(start, end, phrase, anchor, bare)) is not None
    )


def _time(start: int, end: int, phrase: Phrase, anchor: Period | None, bare: bool) -> Time | None:
    said = DaySaid(anchor, to_the_day=bare)
    first, last, precision = None, None, Precision.UNRESOLVED
    try:
        first, last, precision = Resolver(said).days(phrase)
    except NoSuchDayError:
        return None
    except NoAnchorError:
        pass
    return Time(
        start=start,
        end=end,
        first=first,
        last=last,
        precision=precision,
        anchored=said.used,
        since=phrase.make == "since",
        rule=f"time:{phrase.rule}",
        calendar="lunar" if phrase.make == "lunar" else "",
    )

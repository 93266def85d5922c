"""Find time expressions and resolve them to whole days.

1. `time_words` cuts out the words that times are made of;
2. `time_grammar` joins them to phrases, by the rules of the pack;
3. `carried` gives bare days the month named before them;
4. `resolve` turns a phrase into days, against the day the words were said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tumen.reading.carried import Placed, carry_months
from tumen.reading.day_said import DaySaid, NoAnchorError
from tumen.reading.days import DAY, WEEK, YEAR, NoSuchDayError, plus, plus_days
from tumen.reading.resolve import Resolver
from tumen.reading.time_grammar import Phrase
from tumen.reading.time_pack import load_time_pack
from tumen.records import Period, Precision

_THEN = "then"  # the part of words that are counted from the time told before
_ONLY_THEN = 1  # and are no time without one
_SAME_PERIOD = 4  # the same months of the year before
_REMEMBERED = 8  # times that words may point back over
_SHORT_SPAN = 27  # days; what lasts longer is a month, a quarter, a year
_SHORT = 3  # a year of two digits, which only a full one before it shows to be a year
_YEARS = 30  # that it may be off that one
_NEAR = 400  # characters that it may stand before them


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
    counted_from: date | None = None  # the last day of the time before, where that is what counts

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
    placed = [
        (start, end, phrase)
        for start, end, phrase in carry_months(folded, phrases, anchor)
        if not phrase.shy and (bare or not phrase.weak)
    ]
    if bare:
        times = (_time(start, end, phrase, anchor, bare) for start, end, phrase in placed)
        return tuple(time for time in times if time is not None)
    years = _with_years(folded, placed, pack.no_year)
    return tuple(_told(tuple(years), anchor))


def _with_years(
    folded: str, placed: Sequence[Placed], no_year: re.Pattern[str]
) -> Iterator[Placed]:
    """Leave out years of two digits that no full year was told before: 2019年..., 21年は."""
    told = end_told = 0
    for start, end, phrase in placed:
        if phrase.parts.get(_THEN) == _SHORT:
            full = told - told % 100 + phrase.parts["short_year"]
            near = start - end_told <= _NEAR and abs(full - told) <= _YEARS
            if not told or not near or no_year.search(folded, max(start - 4, 0), start):
                continue
            phrase = replace(phrase, parts={**phrase.parts, _THEN: 0})
        if "year" in phrase.parts or phrase.parts.get("short_year"):
            told, end_told = phrase.parts.get("year", told), end
        yield start, end, phrase


def _told(placed: Sequence[Placed], anchor: Period | None) -> Iterator[Time]:
    """Yield the times of a report; some are counted from the one told before: "the next day".

    Without one, or where it is too vague, such words are no time, or what they are on the
    report's own day ("the same month").
    """
    told: list[_Told] = []
    for start, end, phrase in placed:
        back = phrase.parts.get(_THEN, 0)
        before = _base(told, start, phrase) if back else None
        time = _counted_from(before, start, end, phrase) if before else None
        if time is None or not time.resolved:
            time = _time(start, end, phrase, anchor, False) if back != _ONLY_THEN else None
        if time is None:
            continue
        yield time
        if time.first is not None and time.last is not None:
            told.append(_Told(end=end, first=time.first, last=time.last, precision=time.precision))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A time told before, both its ends known."""

    end: int
    first: date
    last: date
    precision: Precision

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def _base(told: Sequence[_Told], start: int, phrase: Phrase) -> _Told | None:
    """Return the time that words point back to: a day for a day, months for a year before.

    "1,127 came last year, the ministry said on the 5th, against 1,418 the year before": counted
    from last year, not from the 5th.
    """
    near = [time for time in told[-_REMEMBERED:] if start - time.end <= _NEAR]
    if _of_years(phrase):
        fits = [time for time in near if time.days > _SHORT_SPAN]
    elif "off" in phrase.parts:
        fits = [time for time in near if time.days == 1]
    else:
        fits = near
    return next(reversed(fits or near), None)


def _of_years(phrase: Phrase) -> bool:
    return "ry" in phrase.parts or phrase.parts.get("unit") == YEAR


def _counted_from(before: _Told, start: int, end: int, phrase: Phrase) -> Time | None:
    """Return a time counted from the one *before*; what is vague stays so."""
    parts, sign = phrase.parts, 1 if phrase.parts.get("sign", -1) > 0 else -1
    time = _time(start, end, phrase, Period(first_day=before.first, last_day=before.last), False)
    if time is None or not time.resolved:
        return None
    time = replace(time, counted_from=before.last)
    if before.days == 1:
        return time
    if parts.get(_THEN) == _SAME_PERIOD or ("sign" in parts and _of_years(phrase)):
        count = -1 if parts.get(_THEN) == _SAME_PERIOD else sign * parts.get("n", 1)
        first, last = (plus(day, count, YEAR) for day in (before.first, before.last))
        return replace(time, first=first, last=last, precision=before.precision)
    if "sign" in parts and parts.get("unit", DAY) in {DAY, WEEK}:
        count = parts.get("n", 1) * parts.get("unit", DAY)
        first = before.first if sign > 0 else plus_days(before.first, -count)
        last = plus_days(before.last, count) if sign > 0 else before.last
        return replace(time, first=first, last=last, precision=Precision.PART)
    return time


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

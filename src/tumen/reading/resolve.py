"""Turn a time phrase into days, against the day it was said.

News looks back: of the days that words can mean, the nearest one in the past is meant, unless a
day is named that comes soon.  Nothing is guessed: relative words without such a day stay
unresolved.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tumen.reading import days as calendar
from tumen.reading.date_parts import (
    END,
    LATE,
    Closed,
    around,
    month_or_day,
    part_of_week,
    same,
    weekday,
)
from tumen.reading.day_said import OF_YEAR, DaySaid, NoAnchorError
from tumen.reading.days import plus_days
from tumen.reading.long_parts import longer
from tumen.reading.time_grammar import Phrase
from tumen.records import Precision

Days = tuple[date | None, date | None, Precision]

_OF_MONTH = ("month", "rm")


class Resolver:
    """Resolves phrases said on one day."""

    def __init__(self, said: DaySaid) -> None:
        """Take the day on which the words were said."""
        self.said = said

    def days(self, phrase: Phrase) -> Days:
        """Return first day, last day, precision; NoSuchDayError or NoAnchorError if none."""
        if phrase.make == "until" and phrase.parts.keys() == {"day"}:
            phrase = replace(phrase, parts={**phrase.parts, "ahead": 1})
        if (
            phrase.make == "lunar" and not self.said.to_the_day
        ):  # another calendar: nothing is guessed
            return None, None, Precision.UNRESOLVED
        if phrase.ends:
            first, last, precision = self._range(*phrase.ends)
        elif phrase.make == "since_span":
            return self._open_span(phrase)
        else:
            first, last, precision = self._one(phrase)
        if phrase.make == "before" and phrase.parts.get("part") in {LATE, END}:
            return None, last, precision  # 本月底前: by the end of the month
        return _directed(first, last, precision, phrase.make)

    def _range(self, start: Phrase, end: Phrase) -> Days:
        """Read "8-12 February", "July 2016 to June 2017": each end lends what the other lacks."""
        said = start
        start, end = _lend(start, end)
        from_day, _, precision = self.days(start)
        _, last, _ = self.days(end)
        if from_day is None or last is None or last >= from_day:
            return from_day, last, precision
        if _has(end, OF_YEAR) and not _has(said, OF_YEAR) and not start.ends:
            # "November to February 2021": the year belongs to the second end
            first, _, _ = self._one(replace(said, parts={**said.parts, "year": last.year - 1}))
            return (first, last, precision) if first <= last else (last, last, precision)
        unit = calendar.YEAR if _has(end, _OF_MONTH) else calendar.MONTH
        last = calendar.plus(last, 1, unit)  # "from the 28th to the 3rd", October to February
        return (from_day, last, precision) if from_day <= last else (from_day, None, precision)

    def _open_span(self, phrase: Phrase) -> Days:
        """Read "more than two weeks ago": at that day or beyond it."""
        first, last, precision = self._one(phrase)
        return (None, last, precision) if phrase.parts["sign"] < 0 else (first, None, precision)

    def _one(self, phrase: Phrase) -> Closed:
        parts = phrase.parts
        if "sign" in parts:
            return self._counted(phrase)
        if "edge" in parts and phrase.base:
            return self._edge(phrase, phrase.base)
        if "off" in parts:
            day = plus_days(self.said.day(), parts["off"])
            return day, day, Precision.DAY
        if {"week", "rw", "nth_week"} & parts.keys():
            return self._in_week(phrase)
        if "nth" in parts and "weekday" in parts:
            first, last = around(self.said, parts)
            day = calendar.nth_weekday(first, last, parts["weekday"], parts["nth"])
            return day, day, Precision.DAY
        if "pick_day" in parts:
            first, last = around(self.said, parts)
            return same(plus_days(*((last, 0) if parts["nth"] < 0 else (first, parts["nth"] - 1))))
        if "weekday" in parts and "day" not in parts:
            return weekday(self.said, parts)
        if any(key in parts for key in ("day", "month", "rm", "month_part")):
            return month_or_day(self.said, parts)
        return longer(self.said, parts)

    def _counted(self, phrase: Phrase) -> Closed:
        """Read "two months ago" (-1), "in two days" (1), "the past two years" (-2), "next" (2)."""
        base = self.days(phrase.base)[0] if phrase.base else self.said.anchored()
        if base is None:
            raise NoAnchorError
        sign = 1 if phrase.parts["sign"] > 0 else -1
        then, finest = base, calendar.CENTURY
        for suffix in ("", "2", "3"):
            if f"n{suffix}" in phrase.parts or f"unit{suffix}" in phrase.parts:
                count, unit = phrase.parts.get(f"n{suffix}", 1), phrase.parts[f"unit{suffix}"]
                then = calendar.plus(then, sign * count, unit)
                finest = min(finest, unit)
        if "half_more" in phrase.parts:
            then = plus_days(then, sign * _half_of(finest))
            finest = min(finest, calendar.MONTH)
        if abs(phrase.parts["sign"]) == 1:
            return self._point(then, finest, exact=phrase.base is not None or "n2" in phrase.parts)
        if phrase.parts["sign"] == 3:  # within
            return base, then, Precision.PART
        return (
            (then, base, Precision.PART) if sign < 0 else (plus_days(base, 1), then, Precision.PART)
        )

    def _edge(self, phrase: Phrase, whole: Phrase) -> Closed:
        """Read "the first ten days of May", "the last six months of 2019"."""
        first, last, _ = self._one(whole)
        count, unit = phrase.parts["n"], phrase.parts["unit"]
        if phrase.parts["edge"] > 0:
            return first, plus_days(calendar.plus(first, count, unit), -1), Precision.PART
        return calendar.plus(plus_days(last, 1), -count, unit), last, Precision.PART

    def _point(self, day: date, unit: int, *, exact: bool) -> Closed:
        if self.said.to_the_day or exact or unit in {calendar.DAY, calendar.WORKDAY}:
            return same(day)
        first, last = calendar.unit_around(day, unit)
        precision = {calendar.MONTH: Precision.MONTH, calendar.YEAR: Precision.YEAR}
        return first, last, precision.get(unit, Precision.PART)

    def _in_week(self, phrase: Phrase) -> Closed:
        parts = phrase.parts
        monday = self._monday(phrase)
        if "weekday" in parts:
            return same(plus_days(monday, parts["weekday"]))
        if "weekend" in parts:
            return plus_days(monday, 5), plus_days(monday, 6), Precision.PART
        return part_of_week(self.said, monday, parts.get("part", 0))

    def _monday(self, phrase: Phrase) -> date:
        parts = phrase.parts
        if phrase.base:  # "the week of 16 September"
            first = self.days(phrase.base)[0]
            if first is None:
                raise NoAnchorError
            return calendar.monday_of(first)
        if "day" in parts:
            return calendar.monday_of(month_or_day(self.said, parts)[0])
        if "rw" in parts:
            return plus_days(calendar.monday_of(self.said.day()), 7 * parts["rw"])
        if "nth_week" not in parts:
            year = self.said.year_of(parts)
            return calendar.week_of(
                self.said.anchored().year if year is None else year, parts["week"]
            )
        first, last = around(self.said, parts)
        return calendar.nth_week(first, last, parts["nth_week"])


def _half_of(unit: int) -> int:
    return {calendar.DAY: 0, calendar.WEEK: 3, calendar.MONTH: 15, calendar.YEAR: 182}.get(unit, 0)


def _has(phrase: Phrase, keys: tuple[str, ...]) -> bool:
    return any(key in phrase.parts for key in keys)


def _lend(start: Phrase, end: Phrase) -> tuple[Phrase, Phrase]:
    """Give each end of a range what only the other one says: the year, the month, the week."""
    return _lent(start, end, to_second=False), _lent(end, start, to_second=True)


def _lent(phrase: Phrase, other: Phrase, *, to_second: bool) -> Phrase:
    if {"sign", "off", "holiday"} & phrase.parts.keys() or phrase.ends:
        return phrase
    keys: tuple[str, ...] = ()
    if not _has(phrase, (*OF_YEAR, "rm", "rw", "rel")):
        keys = (*OF_YEAR, "era_year")
    if phrase.parts.keys() <= {"day", "weekday", "ahead"} and not _has(phrase, _OF_MONTH):
        keys += (*_OF_MONTH, "month_part", *(("rw",) if "weekday" in phrase.parts else ()))
    lent = {key: other.parts[key] for key in keys if key in other.parts}
    if not to_second and "ry" in lent and "month" in phrase.parts and "month" in other.parts:
        lent.pop("ry")  # "November to February this year" began last year
    return replace(phrase, parts={**lent, **phrase.parts}) if lent else phrase


def _directed(first: date | None, last: date | None, precision: Precision, make: str) -> Days:
    """Open an end: since, until, after, before; anything else changes nothing."""
    match make:
        case "since":
            return first, None, precision
        case "until":
            return None, last, precision
        case "after" if last is not None:  # after a day: from some time of it on
            return (last if first == last else plus_days(last, 1)), None, precision
        case "before" if first is not None:
            return None, plus_days(first, -1), precision
        case _:
            return first, last, precision

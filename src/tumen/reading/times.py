"""Find time expressions and resolve them to whole days.

A pack's rules match the words and name the parts (year, month, day, weekday, part, ...); this
file turns the parts into days, against the day the words were said.  Nothing is guessed: relative
words without such a day stay unresolved.

News looks back: of the days that words can mean, the nearest one in the past is meant, unless a
day is named that comes within AHEAD days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tumen.reading.numerals import east_value
from tumen.reading.pack import Pack, TimeRule
from tumen.records import Period, Precision

# "The report will be presented on March 21", printed on the 18th: announced days lie near.
AHEAD = 45

# Days within a month and months within a year that a part word stands for; codes of the packs'
# `part` tables.  Thirds, as monitors count them (上旬, 中旬, 下旬).
_DAYS = {1: (1, 10), 2: (11, 20), 3: (21, 31), 4: (1, 1), 5: (31, 31), 6: (1, 15), 7: (16, 31)}
_MONTHS = {1: (1, 3), 2: (5, 8), 3: (10, 12), 4: (1, 1), 5: (12, 12), 6: (1, 6), 7: (7, 12)}
_AT_AN_END = {4, 5}  # "the beginning of", "the end of": a day, not a third

Days = tuple[date | None, date | None, Precision]
Parts = Mapping[str, str]


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

    @property
    def resolved(self) -> bool:
        """Tell whether at least one end is known."""
        return self.first is not None or self.last is not None


def find_times(folded: str, pack: Pack, anchor: Period | None) -> tuple[Time, ...]:
    """Return the time expressions of a text, in order, the longest where two overlap."""
    found = [
        time
        for rule in pack.time_rules
        for match in rule.pattern.finditer(folded)
        if (time := _time(match, rule, pack, anchor)) is not None
    ]
    found.sort(key=lambda time: (time.start, -time.end))
    kept: list[Time] = []
    for time in found:
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
        elif time.end - time.start > kept[-1].end - kept[-1].start:
            kept[-1] = time
    return tuple(kept)


def _time(match: re.Match[str], rule: TimeRule, pack: Pack, anchor: Period | None) -> Time | None:
    parts = {k: v for k, v in match.groupdict().items() if v}
    if "hd" in parts:  # 十五日
        parts["d"] = str(int(east_value(parts.pop("hd")) or 0))
    resolver = _Resolver(pack.time_tables, anchor)
    try:
        first, last, precision = resolver.days(parts)
    except ValueError:  # 31 February, or a year before the calendar's first
        return None
    direction = pack.time_tables["dir"].get(parts.get("dir", ""), 0)
    if precision is not Precision.UNRESOLVED:
        first, last, precision = _directed(first, last, precision, direction)
    return Time(
        start=match.start(),
        end=match.end(),
        first=first,
        last=last,
        precision=precision,
        anchored=resolver.used_anchor,
        since=direction == 1,
        rule=f"time:{rule.id}",
    )


def _directed(first: date | None, last: date | None, precision: Precision, direction: int) -> Days:
    """Open an end: 1 "since", 2 "until", 3 "after"; 0 and 4 ("as of") change nothing."""
    if direction == 1:
        return first, None, precision
    if direction == 2:
        return None, last, precision
    if direction == 3:
        return last and last + timedelta(days=1), None, precision
    return first, last, precision


class _Impossible(ValueError):
    """The parts name no day: 31 February, hour 27."""


class _Resolver:
    """Turns the named parts of one expression into days, against the day it was said."""

    def __init__(self, tables: Mapping[str, Mapping[str, int]], anchor: Period | None) -> None:
        self._tables = tables
        self._anchor = anchor
        self.used_anchor = False

    def days(self, parts: Parts) -> Days:
        """Return first day, last day and precision; both None and UNRESOLVED without an anchor."""
        try:
            first, last, precision = self._one(parts)
            second = {k[:-1]: v for k, v in parts.items() if k.endswith("2")}
            if second:
                first, last = self._range(parts, second, first, last)
        except _NoAnchor:
            return None, None, Precision.UNRESOLVED
        return first, last, precision

    def _range(
        self, parts: Parts, second: Parts, first: date | None, last: date | None
    ) -> tuple[date | None, date | None]:
        """Read "8-12 February", "July 2016 to June 2017": the second end fills in from the first."""
        inherited = {
            k: v
            for k, v in parts.items()
            if k in {"y", "ry", "month", "rm", "m"} and k not in second
        }
        if "y" in second or "ry" in second:
            inherited.pop("y", None)
            inherited.pop("ry", None)
        _, end, _ = self._one({**inherited, **second})
        if first and end and end < first:
            if "y" in second:  # "November to February 2021": the year belongs to the second end
                first, _, _ = self._one({**parts, "y": str(end.year - 1)})
            else:
                end = end.replace(year=end.year + 1)
        return first, end

    def _one(self, parts: Parts) -> Days:
        if "rd" in parts:
            day = self._day() + timedelta(days=self._look("rd", parts))
            return day, day, Precision.DAY
        if "n" in parts and "unit" in parts:
            return self._span(parts)
        if "weekday" in parts and "d" not in parts:
            return self._weekday(parts)
        if "rw" in parts:
            return self._week(parts)
        if any(key in parts for key in ("month", "m", "rm", "d")):
            return self._month_or_day(parts)
        return self._year(parts)

    # --- years and their parts ---

    def _year(self, parts: Parts) -> Days:
        year = self._year_of(parts)
        if year is None:
            raise _NoAnchor
        if "q" in parts:
            first = 3 * (self._look("q", parts) - 1) + 1
            return date(year, first, 1), _month_end(year, first + 2), Precision.PART
        if "part" in parts:
            code = self._look("part", parts)
            if code == 5:
                return date(year, 12, 31), date(year, 12, 31), Precision.PART
            first, last = _MONTHS[code]
            return date(year, first, 1), _month_end(year, last), Precision.PART
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR

    def _year_of(self, parts: Parts) -> int | None:
        """Return the year that is named, or the anchor's for a quarter or half alone."""
        if "y" in parts:
            return _number(parts["y"])
        if "ry" in parts:
            return self._anchored().year + self._look("ry", parts)
        if "q" in parts or "part" in parts:
            return self._anchored().year
        return None

    # --- months and days ---

    def _month_or_day(self, parts: Parts) -> Days:
        month = self._month_of(parts)
        if "d" not in parts:
            return self._month(parts, month)
        day = _number(parts["d"])
        if month is None:
            return self._bare_day(day, parts)
        year = self._year_of(parts) if {"y", "ry"} & set(parts) else None
        if "rm" in parts:
            year, month = self._relative_month(parts)
        if year is None:
            year = self._nearest_year(month, day)
        found = _date(year, month, day)
        return found, found, Precision.DAY

    def _month_of(self, parts: Parts) -> int | None:
        if "month" in parts:
            return self._look("month", parts)
        if "m" in parts:
            month = _number(parts["m"])
            if not 1 <= month <= 12:
                raise _Impossible
            return month
        if "rm" in parts:
            return self._relative_month(parts)[1]
        return None

    def _relative_month(self, parts: Parts) -> tuple[int, int]:
        anchor = self._anchored()
        index = anchor.year * 12 + anchor.month - 1 + self._look("rm", parts)
        return index // 12, index % 12 + 1

    def _month(self, parts: Parts, month: int | None) -> Days:
        if month is None:
            raise _Impossible
        if "rm" in parts:
            year, month = self._relative_month(parts)
        elif "y" in parts or "ry" in parts:
            year = self._year_of(parts) or 0
        else:
            anchor = self._anchored()
            year = anchor.year - (month > anchor.month)
        code = self._look("part", parts) if "part" in parts else 0
        if not code:
            return date(year, month, 1), _month_end(year, month), Precision.MONTH
        length = monthrange(year, month)[1]
        first, last = (min(end, length) for end in _DAYS[code])
        return date(year, month, first), date(year, month, last), Precision.PART

    def _bare_day(self, day: int, parts: Parts) -> Days:
        """Read "the 9th", 9일, 9日: this month's if it has come, else last month's."""
        anchor = self._day()
        ahead = self._tables["dir"].get(parts.get("dir", ""), 0) == 2
        index = anchor.year * 12 + anchor.month - 1 - (day > anchor.day and not ahead)
        found = _date(index // 12, index % 12 + 1, day)
        return found, found, Precision.DAY

    def _nearest_year(self, month: int, day: int) -> int:
        anchor = self._anchored()
        this = _date(anchor.year, month, day)
        if this - anchor > timedelta(days=AHEAD):
            return anchor.year - 1
        late = _date(anchor.year + 1, month, min(day, 28))
        return anchor.year + 1 if late - anchor <= timedelta(days=AHEAD) else anchor.year

    # --- weeks, weekdays, spans ---

    def _weekday(self, parts: Parts) -> Days:
        anchor, shift = self._day(), self._look("rw", parts) if "rw" in parts else None
        back = (anchor.weekday() - self._look("weekday", parts)) % 7
        if shift is None:
            found = anchor - timedelta(days=back)
        elif parts.get("week"):  # 지난주 화요일, 上周二: counted by calendar weeks
            monday = anchor - timedelta(days=anchor.weekday())
            found = monday + timedelta(days=7 * shift + self._look("weekday", parts))
        elif shift > 0:
            found = anchor + timedelta(days=7 - back)
        else:
            found = anchor - timedelta(days=back or (7 if shift else 0))
        return found, found, Precision.DAY

    def _week(self, parts: Parts) -> Days:
        anchor = self._day()
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(7 * self._look("rw", parts))
        if "weekend" in parts:
            if monday + timedelta(days=5) > anchor and self._look("rw", parts) == 0:
                monday -= timedelta(days=7)
            return monday + timedelta(days=5), monday + timedelta(days=6), Precision.PART
        return monday, monday + timedelta(days=6), Precision.PART

    def _span(self, parts: Parts) -> Days:
        """Read "two months ago" (a point) and "over the past two months" (up to now)."""
        anchor = self._anchored()
        count = self._tables["count"].get(parts["n"]) or _number(parts["n"])
        unit = self._look("unit", parts)
        then = _minus(anchor, count, unit)
        if "ago" in parts:
            return _around(then, unit)
        return then + timedelta(days=1), anchor, Precision.PART

    # --- what it is resolved against ---

    def _look(self, name: str, parts: Parts) -> int:
        return self._tables[name][parts[name]]

    def _anchored(self) -> date:
        """Return the last day of what is known of the day it was said: a month or year will do."""
        self.used_anchor = True
        if self._anchor is None or self._anchor.last_day is None:
            raise _NoAnchor
        return self._anchor.last_day

    def _day(self) -> date:
        """Return the day it was said; a month or a year will not do."""
        day = self._anchored()
        if self._anchor is None or self._anchor.first_day != day:
            raise _NoAnchor
        return day


class _NoAnchor(ValueError):
    """The words are relative and the day they were said is not known."""


def _number(printed: str) -> int:
    return int(printed)


def _date(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        raise _Impossible
    return date(year, month, day)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _minus(day: date, count: int, unit: int) -> date:
    """Return *day* less *count* units: 1 day, 7 weeks, 30 months, 365 years."""
    if unit in {1, 7}:
        return day - timedelta(days=min(count * unit, 300_000))
    months = count * (1 if unit == 30 else 12)
    index = max(day.year * 12 + day.month - 1 - months, 12)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _around(day: date, unit: int) -> Days:
    """Return the unit that a point "two months ago" falls in: it is no finer than its unit."""
    if unit == 1:
        return day, day, Precision.DAY
    if unit == 7:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6), Precision.PART
    if unit == 30:
        return day.replace(day=1), _month_end(day.year, day.month), Precision.MONTH
    return date(day.year, 1, 1), date(day.year, 12, 31), Precision.YEAR

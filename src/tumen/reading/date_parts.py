"""Days, weekdays and months as they are said, and parts of them: "the 9th", "early this month"."""

from __future__ import annotations

from datetime import date, timedelta

from tumen.reading import days as calendar
from tumen.reading.day_said import DaySaid, Parts
from tumen.reading.days import NoSuchDayError, day_of, month_end, month_index, of_index, plus_days
from tumen.records import Precision

# "The report will be presented on March 21", printed on the 18th: announced days lie near.
AHEAD = 45

# What a part of a month or a week stands for; codes of the packs' `part` words.  Thirds, as
# monitors count them (上旬, 中旬, 下旬).
EARLY, MIDDLE, LATE, START, END, FIRST_HALF, SECOND_HALF, SO_FAR, REST = range(1, 10)
_DAYS = {1: (1, 10), 2: (11, 20), 3: (21, 31), 4: (1, 1), 5: (31, 31), 6: (1, 15), 7: (16, 31)}
_WEEK = {1: (0, 2), 2: (1, 4), 3: (3, 6), 4: (0, 2), 5: (3, 6), 6: (0, 3), 7: (3, 6)}

Closed = tuple[date, date, Precision]


def same(day: date, precision: Precision = Precision.DAY) -> Closed:
    """Return a single day as a period."""
    return day, day, precision


def weekday(said: DaySaid, parts: Parts) -> Closed:
    """Read "Friday" (the last one), "last Friday", "next Friday" (next week's), "coming"."""
    today = said.day()
    back = (today.weekday() - parts["weekday"]) % 7
    match parts.get("rel"):
        case None:
            found = plus_days(today, -back)
        case 0:
            found = plus_days(calendar.monday_of(today), parts["weekday"])
        case -1 if "back" not in parts:
            found = plus_days(today, -(back or 7))
        case shift if "near" not in parts and shift is not None:
            found = plus_days(calendar.monday_of(today), 7 * shift + parts["weekday"])
        case _:
            found = plus_days(today, 7 - back)
    return same(found)


def part_of_week(said: DaySaid, monday: date, part: int) -> Closed:
    """Return a week, or the part of it that a code stands for."""
    sunday = plus_days(monday, 6)
    if not part:
        return monday, sunday, Precision.PART
    if part in {SO_FAR, REST}:
        return cut(said, monday, sunday, part)
    first, last = _WEEK[part]
    return plus_days(monday, first), plus_days(monday, last), Precision.PART


def month_or_day(said: DaySaid, parts: Parts) -> Closed:
    """Return the day or the month that parts name."""
    if "day" not in parts:
        return month_of(said, parts)
    day = parts["day"]
    if "rm" in parts or ("month_part" in parts):
        year, month = _relative_month(said, parts)
        return same(day_of(year, month, day))
    if "month" not in parts:
        return same(_bare_day(said, day, parts))
    named = said.year_of(parts)
    year = nearest_year(said, parts["month"], day) if named is None else named
    return same(day_of(year, parts["month"], day))


def month_of(said: DaySaid, parts: Parts) -> Closed:
    """Return a month, or the part of it that is said: "late May"."""
    if "rm" in parts or "month" not in parts:
        year, month = _relative_month(said, parts)
    else:
        month = parts["month"]
        named = said.year_of(parts)
        year = _year_of_month(said, month, parts) if named is None else named
    first, last = day_of(year, month, 1), month_end(year, month)
    part = parts.get("part", 0)
    if not part:
        return first, last, Precision.MONTH
    if part in {SO_FAR, REST}:
        return cut(said, first, last, part)
    start, end = (min(day, last.day) for day in _DAYS[part])
    return day_of(year, month, start), day_of(year, month, end), Precision.PART


def _relative_month(said: DaySaid, parts: Parts) -> tuple[int, int]:
    anchor = said.anchored()
    year = said.year_of(parts)
    index = month_index(anchor) + parts.get("rm", 0)
    if year is not None:  # 去年本月
        index += 12 * (year - anchor.year)
    return of_index(index)


def _year_of_month(said: DaySaid, month: int, parts: Parts) -> int:
    """Return the year of a month said alone: the nearest one that has begun."""
    anchor = said.anchored()
    shift = 1 if parts.get("rel", 0) > 0 else 0
    if "rel" in parts and not parts["rel"]:
        return anchor.year
    return anchor.year - (month > anchor.month) + shift


def _bare_day(said: DaySaid, day: int, parts: Parts) -> date:
    """Read "the 9th", 9일, 9日: this month's if it has come, else last month's.

    With a weekday it is the nearest that falls on it: "Tuesday the 11th".
    """
    anchor = said.day()
    index = month_index(anchor)
    if "weekday" not in parts:
        index -= day > anchor.day and "ahead" not in parts
        while day <= 31 and day > month_end(*of_index(index)).day:  # the 30th, in February
            index -= 1
        return day_of(*of_index(index), day)
    fitting = [
        found
        for month in range(index + 1, index - 13, -1)
        if day <= calendar.month_end(*of_index(month)).day
        and (found := day_of(*of_index(month), day)).weekday() == parts["weekday"]
        and found - anchor <= timedelta(days=AHEAD)
    ]
    if not fitting:
        raise NoSuchDayError
    return min(fitting, key=lambda found: abs((found - anchor).days))


def nearest_year(said: DaySaid, month: int, day: int) -> int:
    """Return the year of a day said without one: the nearest past, or a day that comes soon."""
    anchor = said.anchored()
    if (month, day) == (2, 29):  # a leap day: the last one that has come
        return anchor.year - next(
            back
            for back in range(9)
            if month_end(anchor.year - back, 2).day == 29
            and day_of(anchor.year - back, 2, 29) <= anchor
        )
    if day_of(anchor.year, month, day) - anchor > timedelta(days=AHEAD):
        return anchor.year - 1
    late = day_of(anchor.year + 1, month, day)
    return anchor.year + 1 if late - anchor <= timedelta(days=AHEAD) else anchor.year


def around(said: DaySaid, parts: Parts) -> tuple[date, date]:
    """Return the month or year that a week, weekday or day is counted in."""
    if {"month", "rm"} & parts.keys():
        first, last, _ = month_of(said, {k: v for k, v in parts.items() if k != "part"})
        return first, last
    year = said.year_of(parts)
    if year is not None:
        return day_of(year, 1, 1), day_of(year, 12, 31)
    anchor = said.anchored()
    return anchor.replace(day=1), month_end(anchor.year, anchor.month)


def cut(said: DaySaid, first: date, last: date, part: int) -> Closed:
    """Read "earlier this month" (up to today) and "the rest of the year" (from today)."""
    today = said.anchored()
    if part == SO_FAR:
        return first, max(min(last, today), first), Precision.PART
    return min(max(first, today), last), last, Precision.PART

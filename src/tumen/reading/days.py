"""Whole-day arithmetic on the calendar: months, weeks, counted weekdays, spans of time."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

# How long a unit is: the values of the packs' `unit` words.  14, 30 and so on are names of units,
# not lengths: a month is counted by the calendar.
DAY, WEEKEND, WORKDAY, WEEK, FORTNIGHT = 1, 2, 5, 7, 14
MONTH, QUARTER, HALF, YEAR, DECADE, CENTURY = 30, 90, 180, 365, 3650, 36500

_MONTHS = {MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12, DECADE: 120, CENTURY: 1200}
_DAYS = {DAY: 1, WEEKEND: 7, WEEK: 7, FORTNIGHT: 14}
_FAR = 100_000  # days and months beyond which no report counts


class NoSuchDayError(ValueError):
    """The words name no day of the calendar: 31 February, the fifth Sunday of a short month."""


def day_of(year: int, month: int, day: int) -> date:
    """Return a day of the calendar; NoSuchDayError when there is none."""
    if not 1 <= year <= 9998 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        raise NoSuchDayError
    return date(year, month, day)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return day_of(year, month, monthrange(year, month)[1] if 1 <= month <= 12 else 0)


def month_index(day: date) -> int:
    """Return the month of a day, counted from the year 0: a number to add months to."""
    return day.year * 12 + day.month - 1


def of_index(index: int) -> tuple[int, int]:
    """Return the year and month of a month index."""
    return index // 12, index % 12 + 1


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return plus_days(day, -day.weekday())


def plus_days(day: date, count: int) -> date:
    """Return a day so many days later; NoSuchDayError outside the calendar."""
    if abs(count) > _FAR or not 4000 < day.toordinal() + count < 3_640_000:
        raise NoSuchDayError
    return day + timedelta(days=count)


def plus(day: date, count: int, unit: int) -> date:
    """Return a day *count* units later (earlier when negative); months keep the day if they can."""
    if unit == WORKDAY:
        return _plus_workdays(day, count)
    if unit in _DAYS:
        return plus_days(day, count * _DAYS[unit])
    if abs(count) > _FAR:
        raise NoSuchDayError
    year, month = of_index(month_index(day) + count * _MONTHS[unit])
    if not 1 <= year <= 9998:
        raise NoSuchDayError
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _plus_workdays(day: date, count: int) -> date:
    weeks, rest = divmod(abs(count), 5)
    step = 1 if count > 0 else -1
    day = plus_days(day, step * 7 * weeks)
    while rest:
        day = plus_days(day, step)
        rest -= day.weekday() < 5
    return day


def unit_around(day: date, unit: int) -> tuple[date, date]:
    """Return the first and last day of the week, month, ..., century that a day lies in."""
    match unit:
        case 1 | 5:
            return day, day
        case 7 | 14:
            return monday_of(day), plus_days(monday_of(day), unit - 1)
        case 2:
            return plus_days(monday_of(day), 5), plus_days(monday_of(day), 6)
        case 30 | 90 | 180:
            length = _MONTHS[unit]
            first = (day.month - 1) // length * length + 1
            return date(day.year, first, 1), month_end(day.year, first + length - 1)
        case _:
            length = _MONTHS[unit] // 12
            first = max(day.year // length * length, 1)
            last = day.year // length * length + length - 1
            return day_of(first, 1, 1), day_of(last, 12, 31)


def week_of(year: int, number: int) -> date:
    """Return the Monday of an ISO week of a year."""
    if not 1 <= number <= 53:
        raise NoSuchDayError
    return plus_days(monday_of(day_of(year, 1, 4)), 7 * (number - 1))


def nth_week(first: date, last: date, nth: int) -> date:
    """Return the Monday of a month's or year's n-th week, -1 its last.

    A week belongs to the month and year of its Thursday (ISO 8601).
    """
    monday = monday_of(last if nth < 0 else first)
    thursday = plus_days(monday, 3)
    if nth < 0:
        return monday if thursday <= last else plus_days(monday, -7)
    start = monday if thursday >= first else plus_days(monday, 7)
    found = plus_days(start, 7 * (nth - 1))
    if plus_days(found, 3) > last:
        raise NoSuchDayError
    return found


def nth_weekday(first: date, last: date, weekday: int, nth: int) -> date:
    """Return the n-th such weekday of a stretch, -1 its last."""
    if nth < 0:
        return plus_days(last, -((last.weekday() - weekday) % 7))
    found = plus_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    if found > last:
        raise NoSuchDayError
    return found

"""Years, quarters, seasons, decades, and what is counted in them."""

from __future__ import annotations

from tumen.reading import days as calendar
from tumen.reading.date_parts import END, REST, SO_FAR, Closed, cut, nearest_year, same
from tumen.reading.day_said import DaySaid, Parts, has_year
from tumen.reading.days import NoSuchDayError, day_of, month_end, of_index, plus_days
from tumen.records import Precision

# The months that a part of a year stands for (codes as in `date_parts`), and the seasons.
_MONTHS = {1: (1, 3), 2: (5, 8), 3: (10, 12), 4: (1, 1), 5: (12, 12), 6: (1, 6), 7: (7, 12)}
# The years of a decade that a part of it stands for.
_YEARS = {1: (0, 3), 2: (4, 6), 3: (7, 9), 4: (0, 0), 5: (9, 9), 6: (0, 4), 7: (5, 9)}
# Figures "of the first quarter" come when it is mostly over: so many days a month.
_COUNTED = 20
_SEASONS = {1: 3, 2: 6, 3: 9, 4: 12}


def longer(said: DaySaid, parts: Parts) -> Closed:
    """Return the period of parts that name no month and no day."""
    if "decade" in parts:
        return _decade(said, parts)
    if "century" in parts:
        first = 100 * (parts["century"] - 1)
        return day_of(max(first, 1), 1, 1), day_of(first + 99, 12, 31), Precision.PART
    if "rel_unit" in parts:
        return _unit(said, parts)
    if "holiday" in parts:
        return _holiday(said, parts)
    named = said.year_of(parts)
    year = said.anchored().year if named is None else named
    months = _months_in(parts)
    return _months(said, year, months, parts) if months else _year(said, year, parts.get("part", 0))


def _months_in(parts: Parts) -> tuple[int, int] | None:
    """Return the first and last month of a quarter, half or season; 13 is next January."""
    if "season" in parts:
        first = _SEASONS[parts["season"]]
        return first, first + 2
    if "first_q" in parts:  # 前三季度
        return 1, 3 * min(parts["first_q"], 4)
    for name, length in (("q", 3), ("half", 6)):
        if name in parts:
            if not 1 <= parts[name] <= 12 // length:
                raise NoSuchDayError
            first = length * (parts[name] - 1) + 1
            return first, first + length - 1
    return None


def _year(said: DaySaid, year: int, part: int) -> Closed:
    first, last = day_of(year, 1, 1), day_of(year, 12, 31)
    if not part:
        return first, last, Precision.YEAR
    if part in {SO_FAR, REST}:
        return cut(said, first, last, part)
    if part == END:
        return same(last, Precision.PART)
    start, end = _MONTHS[part]
    return day_of(year, start, 1), month_end(year, end), Precision.PART


def _months(said: DaySaid, year: int, months: tuple[int, int], parts: Parts) -> Closed:
    """Return a stretch of months; one said without a year is the last that is mostly over."""
    first, last = months
    start = day_of(year, first, 1)
    if not has_year(parts):
        counted = 0 if "season" in parts else _COUNTED * (last - first + 1)
        if plus_days(start, counted) > said.anchored():
            year -= 1
    end = of_index(year * 12 + last - 1)
    return day_of(year, first, 1), month_end(*end), Precision.PART


def _holiday(said: DaySaid, parts: Parts) -> Closed:
    month, day = divmod(parts["holiday"], 100)
    named = said.year_of(parts)
    return same(day_of(nearest_year(said, month, day) if named is None else named, month, day))


def _decade(said: DaySaid, parts: Parts) -> Closed:
    first = parts["decade"]
    if "century" in parts or "rel_century" in parts:
        century = parts.get("century", 0) or said.anchored().year // 100 + 1 + parts["rel_century"]
        first = 100 * (century - 1) + first % 100
    elif first < 100:
        first += 1900 if first >= 30 else 2000
    start, end = _YEARS.get(parts.get("part", 0), (0, 9))
    return day_of(first + start, 1, 1), day_of(first + end, 12, 31), Precision.PART


def _unit(said: DaySaid, parts: Parts) -> Closed:
    """Read "last quarter", "this weekend", "the decade": the unit so many before or after."""
    unit, shift = parts["rel_unit"], parts.get("rel", 0)
    day = calendar.plus(said.day() if unit < calendar.MONTH else said.anchored(), shift, unit)
    first, last = calendar.unit_around(day, unit)
    bare = unit == calendar.WEEKEND and "rel" not in parts and not said.to_the_day
    if bare and first > said.day():  # "over the weekend", said on Monday
        first, last = plus_days(first, -7), plus_days(last, -7)
    if parts.get("part", 0) in {SO_FAR, REST}:
        return cut(said, first, last, parts["part"])
    return first, last, Precision.DAY if unit == calendar.DAY else Precision.PART

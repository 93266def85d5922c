"""When a report was published, from the words of a header, a page or a person."""

from __future__ import annotations

import calendar
import re
from datetime import date

from tumen.records import Period, Precision

# A remark behind the date: "(about)", "（約）".
_REMARK = re.compile(r"\s*[(\[（［].*$", re.DOTALL)
# A time of day, of which only the day counts: it is the publisher's own, whatever the zone.
_TIME = re.compile(r"(?:T\d{2}:?\d{2}|\s+\d{1,2}:\d{2})[^/]*$", re.ASCII)
_HOUR = re.compile(r"[(\[（［]\s*(\d{1,2}:\d{2})\s*[)\]）］]", re.ASCII)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_SHORTER = re.compile(r"(?:(\d{1,2})-)?(\d{1,2})", re.ASCII)
# How dates are written on East Asian pages: 2020.11.04., 2020/11/04, 2020年11月4日, 2020년 11월 4일.
_EAST_ASIAN = re.compile(
    r"(\d{4})\s?[./年년]\s?(\d{1,2})(?:\s?[./月월]\s?(\d{1,2})(?:\s?[.日일])?|\s?[.月월])?",
    re.ASCII,
)

FORMS = "write it as 2020-10-16, 2020-10, 2020, 2022-08/09 or 2021/2022"

_Parts = tuple[int, int | None, int | None]


def parse_published(printed: str) -> Period:
    """Return the days that *printed* may mean: ISO 8601, a day, month or year, or a range.

    A remark in brackets and a time of day are passed over.  Each end is as precise as written:
    "2022-08/09" is all of August and September.  ValueError if it is no date.
    """
    words = _without_remark(printed.strip())
    first, second = _ends(_TIME.sub("", words))
    if first is None:
        raise ValueError(f"{printed!r} is no date; {FORMS}.")
    last = second or first
    try:
        return Period(
            first_day=_first_day(first),
            last_day=_last_day(last),
            precision=_precision(first),
            printed=words,
        )
    except ValueError as error:
        raise ValueError(f"{printed!r} is no date ({str(error).rstrip('.')}); {FORMS}.") from error


def _without_remark(printed: str) -> str:
    """Return a date without the remark behind it; a remark that is a time of day is kept."""
    words = _REMARK.sub("", printed).strip()
    hour = _HOUR.search(printed[len(words) :])
    return f"{words} {hour.group(1)}" if hour and not _TIME.search(words) else words


def _ends(words: str) -> tuple[_Parts | None, _Parts | None]:
    """Return the year, month and day of the beginning, and of the end if one is written."""
    for pattern in (_BASIC, _EAST_ASIAN, _DATE):
        if found := pattern.fullmatch(words):
            return _parts(found), None
    begin, slash, end = words.partition("/")
    first = _DATE.fullmatch(begin)
    if not slash or not first:
        return None, None
    return _range(_parts(first), end)


def _range(first: _Parts, end: str) -> tuple[_Parts | None, _Parts | None]:
    """Return both ends of a range; what the end leaves out is as at the beginning (ISO 8601)."""
    whole = _DATE.fullmatch(end)
    if whole:
        second = _parts(whole)
        return (first, second) if _precision(first) == _precision(second) else (None, None)
    shorter = _SHORTER.fullmatch(end)
    if not shorter:
        return None, None
    year, month, day = first
    unit, number = shorter.group(1), int(shorter.group(2))
    if day is not None:
        return first, (year, int(unit) if unit else month, number)
    if month is not None and unit is None:
        return first, (year, number, None)
    return None, None


def _parts(found: re.Match[str]) -> _Parts:
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _precision(parts: _Parts) -> Precision:
    _, month, day = parts
    if month is None:
        return Precision.YEAR
    return Precision.MONTH if day is None else Precision.DAY


def _first_day(parts: _Parts) -> date:
    year, month, day = parts
    return date(year, 1 if month is None else month, 1 if day is None else day)


def _last_day(parts: _Parts) -> date:
    year, month, day = parts
    month = 12 if month is None else month
    if day is None:
        # Checked before the length of the month is asked for: `monthrange` has its own error.
        day = calendar.monthrange(year, date(year, month, 1).month)[1]
    return date(year, month, day)

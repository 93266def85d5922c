"""Days and periods in words, as each language writes them."""

from __future__ import annotations

import calendar
from datetime import date

from tumen.brief.words import Words
from tumen.records import Period

# Days on which reports let the parts of a month end: "early October" is the 1st to the 10th.
EARLY_ENDS, MIDDLE_ENDS = 10, 20
# "2020", "2020-10", "2020-10-16": how finely a day is written.
YEAR_ONLY, MONTH_ONLY, WHOLE_DAY = 1, 2, 3


def day_words(words: Words, day: date) -> str:
    """Return one day: "5 November 2020"."""
    return words.say("date.day", d=day.day, m=day.month, y=str(day.year), month=_month(words, day))


def short_day_words(words: Words, day: date) -> str:
    """Return one day without its year, for an axis: "5 Nov"."""
    return words.say("date.short", d=day.day, m=words.lists["date.short_months"][day.month - 1])


def period_words(words: Words, period: Period | None) -> str:
    """Return a period for a table or list; one that was not worked out keeps its own words."""
    if period is None:
        return words.say("date.none")
    first, last = period.first_day, period.last_day
    if first and last:
        return _between(words, first, last)
    if first:
        return words.say("date.from", first=_edge(words, first, is_start=True))
    if last:
        return words.say("date.until", last=_edge(words, last, is_start=False))
    if period.printed:
        return words.say("date.unresolved", printed=period.printed)
    return words.say("date.none")


def period_phrase(words: Words, period: Period | None) -> str:
    """Return a period as a part of a sentence, with its preposition or particle; "" for none."""
    if period is None:
        return ""
    first, last = period.first_day, period.last_day
    if first and last:
        return _between_phrase(words, first, last)
    if first:
        return words.say("part.from", when=_edge(words, first, is_start=True))
    if last:
        return words.say("part.until", when=_edge(words, last, is_start=False))
    return words.say("part.unresolved", printed=period.printed) if period.printed else ""


def start_words(words: Words, period: Period | None) -> str:
    """Return the day or month on which a cohort starts; "" when it is not known."""
    if period is None:
        return ""
    if period.first_day is None:
        return words.quote(period.printed) if period.printed else ""
    if period.last_day is None:
        return _edge(words, period.first_day, is_start=True)
    named = _named(words, period.first_day, period.last_day)
    return named or _edge(words, period.first_day, is_start=True)


def iso_words(words: Words, iso: str) -> str:
    """Return a date written as "2020", "2020-01" or "2020-01-05" in words; "" stays ""."""
    if not iso:
        return ""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == YEAR_ONLY:
        return words.say("date.year", y=str(parts[0]))
    if len(parts) == MONTH_ONLY:
        return _whole_month(words, date(parts[0], parts[1], 1))
    return day_words(words, date.fromisoformat(iso))


def _month(words: Words, day: date) -> str:
    return words.lists["date.months"][day.month - 1]


def _whole_month(words: Words, day: date) -> str:
    return words.say("date.month", m=day.month, y=str(day.year), month=_month(words, day))


def _last_of_month(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _edge(words: Words, day: date, *, is_start: bool) -> str:
    """Return a day, or only its month where it is the edge of one: since 1 January 2020."""
    at_edge = day.day == (1 if is_start else _last_of_month(day))
    return _whole_month(words, day) if at_edge else day_words(words, day)


def _between(words: Words, first: date, last: date) -> str:
    if named := _named(words, first, last):
        return named
    if (first.year, first.month) == (last.year, last.month):
        return words.say("date.days", **_days(words, first, last))
    return words.say(
        "date.span",
        first=_edge(words, first, is_start=True),
        last=_edge(words, last, is_start=False),
    )


def _between_phrase(words: Words, first: date, last: date) -> str:
    if named := _named(words, first, last):
        return words.say("part.day" if first == last else "part.month", when=named)
    if (first.year, first.month) == (last.year, last.month):
        return words.say("part.days", **_days(words, first, last))
    return words.say(
        "part.span",
        first=_edge(words, first, is_start=True),
        last=_edge(words, last, is_start=False),
    )


def _days(words: Words, first: date, last: date) -> dict[str, str | int]:
    """Return what fills "1-14 October 2020"."""
    days: dict[str, str | int] = {"d1": first.day, "d2": last.day, "m": first.month}
    return days | {"y": str(first.year), "month": _month(words, first)}


def _named(words: Words, first: date, last: date) -> str:
    """Return the name of a stretch that has one: a day, a month, a part of it, a year."""
    if first == last:
        return day_words(words, first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return words.say("date.year", y=str(first.year))
    if (first.year, first.month) != (last.year, last.month):
        return ""
    part = _part_of_month(first, last)
    if part == "whole":
        return _whole_month(words, first)
    if not part:
        return ""
    month = _month(words, first)
    return words.say(f"date.{part}", m=first.month, y=str(first.year), month=month)


def _part_of_month(first: date, last: date) -> str:
    return {
        (1, _last_of_month(last)): "whole",
        (1, EARLY_ENDS): "early",
        (EARLY_ENDS + 1, MIDDLE_ENDS): "middle",
        (MIDDLE_ENDS + 1, _last_of_month(last)): "late",
    }.get((first.day, last.day), "")

"""The day on which words were said, and the years that they can mean on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tumen.records import Period

Parts = Mapping[str, int]

OF_YEAR = ("year", "short_year", "old_year", "ry", "era")


class NoAnchorError(ValueError):
    """The words are relative and the day they were said is not known."""


class DaySaid:
    """The day on which words were said; `used` tells whether it was needed.

    With `to_the_day` "two months ago" is a day; otherwise it is the month: no finer than said.
    """

    def __init__(self, anchor: Period | None, *, to_the_day: bool) -> None:
        """Take a day, or the month or year as far as it is known."""
        self._anchor = anchor
        self.to_the_day = to_the_day
        self.used = False

    def anchored(self) -> date:
        """Return the last day of what is known of the day it was said: a month or year will do."""
        self.used = True
        if self._anchor is None or self._anchor.last_day is None:
            raise NoAnchorError
        return self._anchor.last_day

    def day(self) -> date:
        """Return the day it was said; a month or a year will not do."""
        day = self.anchored()
        if self._anchor is None or self._anchor.first_day != day:
            raise NoAnchorError
        return day

    def year_of(self, parts: Parts) -> int | None:
        """Return the year that parts name, in full, short, by era or by its distance."""
        if "era" in parts:
            return parts["era"] + parts.get("era_year", 1) - 1
        if "year" in parts:
            return parts["year"]
        if "old_year" in parts:
            return parts["old_year"]
        if "short_year" in parts:
            return self._full_year(parts["short_year"])
        if "ry" in parts:
            return self.anchored().year + parts["ry"]
        return None

    def _full_year(self, short: int) -> int:
        """Return the year of two digits that lies nearest to the day it was said."""
        near = self._anchor.last_day.year if self._anchor and self._anchor.last_day else 2000
        return min((short + century for century in (1900, 2000)), key=lambda year: abs(year - near))


def has_year(parts: Parts) -> bool:
    """Tell whether parts name a year, in any way."""
    return any(key in parts for key in OF_YEAR)

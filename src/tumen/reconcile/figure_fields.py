"""One line of figures, field by field: every value is what it should be, or named (§3.11)."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NoReturn

from tumen.errors import FiguresError

# More people than live on earth are no figure of people, and the solver's arithmetic would suffer.
MOST_PEOPLE = 10**10
# A flow begins the evening before it, and nothing is claimed of the last day there is.
FIRST_YEAR, LAST_YEAR = 1000, 2999

Value = object


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The fields of one line, and where it stands; a value that cannot be raises FiguresError."""

    file: str
    line: int | None
    values: Mapping[str, Value]

    def refuse(self, problem: str) -> NoReturn:
        """Raise the error of this line."""
        raise FiguresError(self.file, self.line, problem)

    def has(self, name: str) -> bool:
        """Tell whether a field is there and not null."""
        return self.values.get(name) is not None

    def text(self, name: str, default: str | None = None) -> str:
        """Return a field of words; without *default* it must be there."""
        value = self.values.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value.strip():
            self.refuse(f"{name!r} is {shown(value)}; it should be a name in quotation marks.")
        return value

    def one_of(self, name: str, choices: Collection[str], default: str | None = None) -> str:
        """Return a field that must be one of a few words."""
        value = self.text(name, default)
        if value not in choices:
            self.refuse(f"{name!r} is {value!r}; it should be one of {', '.join(choices)}.")
        return value

    def day(self, name: str) -> date:
        """Return a day that must be there."""
        value = self.values.get(name)
        if isinstance(value, date):
            day = value
        else:
            try:
                day = date.fromisoformat(self.text(name))
            except ValueError:
                self.refuse(f"{name!r} is {value!r}, which is no day; write it as 2025-01-31.")
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.refuse(f"{name!r} is {day}, outside the years {FIRST_YEAR} to {LAST_YEAR}.")
        return day

    def people(self, name: str) -> float | None:
        """Return a number of people, None for an open end."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
            self.refuse(f"{name!r} is {shown(value)}; it should be a number of people, or null.")
        if value < 0:
            self.refuse(f"{name!r} is {shown(value)}; people cannot be fewer than none.")
        if value > MOST_PEOPLE:
            self.refuse(f"{name!r} is {shown(value)}, more people than live on earth.")
        return value

    def number(self, name: str) -> float:
        """Return a number of people that must be there."""
        value = self.people(name)
        return value if value is not None else self.refuse(f"{name!r} is missing.")

    def weight(self) -> Fraction | None:
        """Return the weight, if one is given."""
        value = self.values.get("weight")
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(f"'weight' is {shown(value)}; it should be a number above 0.")
        if not 0 < value < MOST_PEOPLE:
            self.refuse(f"'weight' is {shown(value)}; it should be above 0.")
        return Fraction(value).limit_denominator(10**6)

    def part(self, name: str) -> Fields:
        """Return the fields of an object within this one."""
        value = self.values.get(name)
        if not isinstance(value, dict):
            self.refuse(f"{name!r} is {shown(value)}; it should be an object in braces.")
        return Fields(file=self.file, line=self.line, values=value)


def shown(value: Value) -> str:
    """Return a value as it can stand in a sentence, not all of it where it is long."""
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}..."


def json_lines(text: str, file: str) -> Iterator[Fields]:
    """Yield the fields of every line that is not empty."""
    empty = True
    # Not splitlines: a Unicode line separator may stand within a string.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        empty = False
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as error:
            problem = f"{shown(line.strip())} is no JSON object: {str(error).rstrip('.')}."
            raise FiguresError(file, number, problem) from error
        if not isinstance(values, dict):
            raise FiguresError(file, number, f"{shown(values)} is no JSON object in braces.")
        yield Fields(file=file, line=number, values=values)
    if empty:
        raise FiguresError(file, None, "it is empty; it should have one JSON object a line.")

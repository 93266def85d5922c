"""The ledger of floors: what each language must keep, row by dated row, never lowered unsaid."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gate.measures import LANGUAGES, MEASURES, Measured

# A floor may be set for the number of cases too, so that none goes missing.
KEPT = ("cases", *MEASURES)


class LedgerError(Exception):
    """A ledger that cannot be used, with the row and what is wrong with it."""

    def __init__(self, row: int, trouble: str) -> None:
        """Keep the number of the row, from 1, and say what is wrong."""
        self.row = row
        super().__init__(f"floors.toml, row {row}: {trouble}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One change of floors of one language."""

    date: date
    language: str
    floors: Mapping[str, float]
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """A measure that is under its floor."""

    language: str
    measure: str
    floor: float
    measured: float

    @property
    def sentence(self) -> str:
        """Say it in one sentence."""
        return (
            f"{self.language}: {self.measure} is {self.measured:.3f}, "
            f"under its floor of {self.floor:.3f}."
        )


def load_floors(path: Path) -> dict[str, dict[str, float]]:
    """Return the floors in force, by language and measure.

    Raises:
        LedgerError: a row is incomplete, out of order, or lowers a floor without a `why`.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return in_force([a_row(n, row) for n, row in enumerate(table.get("row", []), start=1)])


def a_row(number: int, table: Mapping[str, object]) -> Row:
    """Return one row of the ledger, checked for itself."""
    if unknown := set(table) - {"date", "language", "floors", "why"}:
        raise LedgerError(number, f"there is no field {sorted(unknown)[0]!r}.")
    day, language = table.get("date"), table.get("language")
    floors, why = table.get("floors"), table.get("why", "")
    if not isinstance(day, date):
        raise LedgerError(number, "`date` must be a day without quotes.")
    if language not in LANGUAGES or not isinstance(language, str):
        raise LedgerError(number, f"`language` is {language!r}, not one of {', '.join(LANGUAGES)}.")
    if not isinstance(floors, Mapping) or not floors:
        raise LedgerError(number, "`floors` must name a measure and its floor.")
    for name, floor in floors.items():
        if name not in KEPT:
            raise LedgerError(number, f"{name!r} is none of {', '.join(KEPT)}.")
        if not isinstance(floor, int | float) or floor < 0 or (name != "cases" and floor > 1):
            raise LedgerError(number, f"the floor of {name!r} is {floor!r}, not a share.")
    if not isinstance(why, str):
        raise LedgerError(number, "`why` must be a text in quotes.")
    return Row(date=day, language=language, floors=dict(floors), why=why.strip())


def in_force(rows: list[Row]) -> dict[str, dict[str, float]]:
    """Return what the rows come to, the last word on each measure."""
    floors: dict[str, dict[str, float]] = {}
    last: date | None = None
    for number, row in enumerate(rows, start=1):
        if last is not None and row.date < last:
            raise LedgerError(number, f"{row.date} is before the row above it; append rows.")
        last = row.date
        mine = floors.setdefault(row.language, {})
        for name, floor in row.floors.items():
            if floor < mine.get(name, 0) and not row.why:
                raise LedgerError(
                    number,
                    f"the floor of {name!r} goes from {mine[name]} down to {floor}: say `why`.",
                )
            mine[name] = floor
    return floors


def shortfalls(
    floors: Mapping[str, Mapping[str, float]], measured: Mapping[str, Measured]
) -> tuple[Shortfall, ...]:
    """Return every measure that is under its floor; no cases at all measure nothing."""
    return tuple(
        Shortfall(language=language, measure=name, floor=floor, measured=value)
        for language, mine in floors.items()
        for name, floor in mine.items()
        if (value := measured[language].value(name) if language in measured else 0.0) < floor
    )

"""A corpus of whole reports with a table of claims, brought into the form of cases.

The folder holds reports as text files and `gold/claims.csv` (`gold/claims_more.csv` for what is
right to read and no loss to miss) with the columns file, start, end, kind, low, high, places,
period_start, period_end, says and modality.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from gate.cases import Case, Expected
from gate.match import Outcome, judge, names_of
from tumen import pipeline
from tumen.records import Modality, Report


def corpus_outcomes(folder: Path, *, background: pipeline.Background) -> tuple[Outcome, ...]:
    """Read every report of the corpus that has rows and judge what was read."""
    expected = expected_in(folder)
    delivery = pipeline.Delivery(at=datetime.now(UTC), by="gate")
    received = pipeline.receive(
        [folder / name for name in sorted(expected)], delivery, background=background
    )
    reports = [r.report for r in received]
    readings = pipeline.read(reports, background=background)
    known = names_of(background.codebook)
    return tuple(
        judge(as_case(report, expected[report.name]), reading, known=known)
        for report, reading in zip(reports, readings, strict=True)
    )


def expected_in(folder: Path) -> dict[str, tuple[Expected, ...]]:
    """Return the expected claims of each file that has any that must be read."""
    rows: dict[str, list[Expected]] = defaultdict(list)
    for row in rows_of(folder / "gold" / "claims.csv"):
        rows[row["file"]].append(an_expected(row))
    more = folder / "gold" / "claims_more.csv"
    for row in rows_of(more) if more.exists() else ():
        if row["file"] in rows:
            rows[row["file"]].append(replace(an_expected(row), optional=True))
    return {file: tuple(claims) for file, claims in rows.items()}


def rows_of(path: Path) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def an_expected(row: Mapping[str, str]) -> Expected:
    """Return the claim of one row; those without a figure or of kind `other` are optional."""
    low, high = number(row["low"]), number(row["high"])
    return Expected(
        kind=row["kind"],
        low=low,
        high=high,
        places=tuple(row["places"].split(";")[-1:]) if row["places"] else (),
        start=day(row["period_start"]),
        end=day(row["period_end"]),
        modality=Modality(row["modality"]),
        says=tuple(hop.strip() for hop in row["says"].split("<"))[1:],
        optional=row["kind"] == "other" or low is high is None,
        words=(int(row["start"]), int(row["end"])),
    )


def number(written: str) -> int | None:
    """Return a number, or None for an open end."""
    return int(written) if written else None


def day(written: str) -> date | None:
    """Return a day, or None for an open end."""
    return date.fromisoformat(written) if written else None


def as_case(report: Report, claims: tuple[Expected, ...]) -> Case:
    """Return a report of the corpus as a case; its language without script or country."""
    published = report.published.last_day if report.published else None
    return Case(
        id=report.name,
        file=report.name,
        language=report.language,
        text=report.text,
        published=published or date.min,
        claims=claims,
        title=report.title,
        publisher=report.publisher,
    )

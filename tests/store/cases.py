"""Small cases, and ways to tamper with them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tests.build import a_claim, a_report
from tumen.records import Capture, Reading, Report
from tumen.store import Store, create

NOON = datetime(2020, 11, 6, 12, tzinfo=UTC)
TEXT = "About 200 defectors are held in Jilin."


def a_capture_of(report: Report) -> Capture:
    """Return the capture that `a_report` makes its reports of."""
    return Capture(
        content=report.text.encode("utf-8"),
        media_type=report.media_type,
        name=report.name,
        url=None,
        retrieved_at=NOON,
        retrieved_by="Kim",
    )


def a_reading(report: Report, *, read_by: str = "rules/1") -> Reading:
    return Reading(report=report.id, read_by=read_by, claims=(a_claim(report),))


def add(store: Store, text: str = TEXT, *, name: str = "a.txt") -> Report:
    report = a_report(text, name=name)
    store.add_report(report, a_capture_of(report), by="Kim", at=NOON)
    return report


def a_case(path: Path, *texts: str) -> Store:
    store = create(path, at=NOON, by="Kim", title="Autumn")
    for number, text in enumerate(texts):
        add(store, text, name=f"{number}.txt")
    return store


def tamper(store: Store, statement: str, *values: str | int) -> None:
    """Change the database as somebody would who knows SQL, past the triggers."""
    with closing(sqlite3.connect(store.path / "case.sqlite")) as connection:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in connection.execute(triggers).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement, values)
        connection.commit()


def rewrite(path: Path, content: bytes) -> None:
    """Change a file that is not meant to be changed."""
    path.chmod(0o600)
    path.write_bytes(content)

"""Small cases, and ways to tamper with them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import tests.build
from tests.build import a_claim
from tumen.records import Capture, Reading, Report, report_id
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


def a_report(text: str = TEXT, **fields: str) -> Report:
    """Return a report as the archive makes it: its id is of its bytes and text, not of its name."""
    made = tests.build.a_report(text, **fields)
    return replace(made, id=report_id(made.digest, made.text_digest, made.text_by))


def draw(capture: Capture) -> tuple[str, str]:
    """Draw the text as the archive does from plain text."""
    return capture.content.decode("utf-8"), "text/1"


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
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        triggers = connection.execute(query).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement, values)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def rewrite(path: Path, content: bytes) -> None:
    """Change a file that is not meant to be changed."""
    path.chmod(0o600)
    path.write_bytes(content)

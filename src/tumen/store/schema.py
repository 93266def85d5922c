"""The tables of a case, which can only grow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    create_engine,
)

# Raised when an older program could misread what a newer one writes.
FORMAT = 1
APPLICATION_ID = 0x54554D4E  # "TUMN", in the file's header: tells a case from any other database

metadata = MetaData()

custody = Table(
    "custody",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
)

# One for each custody entry, whose `digest` is the SHA-256 of `content` in UTF-8.
records = Table(
    "records",
    metadata,
    Column("sequence", Integer, ForeignKey("custody.sequence"), primary_key=True),
    Column("kind", Text, nullable=False),  # settings, receipt, report, reading
    Column("subject", Text, nullable=False),
    Column("content", Text, nullable=False),  # JSON, see codec.py
    Index("records_by_subject", "kind", "subject", "sequence"),
)

# The files in the folder beside the database.
evidence = Table(
    "evidence",
    metadata,
    Column("digest", Text, primary_key=True),  # SHA-256 of the bytes, and the file's name
    Column("size", Integer, nullable=False),
    Column("sequence", Integer, ForeignKey("custody.sequence"), nullable=False),
)


# INSERT OR REPLACE would delete without asking the trigger on DELETE.
_TRIGGERS = (
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN {refuse}; END",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse}; END",
    "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
    "WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) BEGIN {refuse}; END",
)


def append_only() -> tuple[str, ...]:
    """Return the triggers that refuse to change or drop a row, or to put another in its place."""
    statements = []
    for table in metadata.sorted_tables:
        (key,) = table.primary_key.columns
        refuse = f"SELECT RAISE(ABORT, '{table.name} is append-only')"
        statements += [t.format(table=table.name, key=key.name, refuse=refuse) for t in _TRIGGERS]
    return tuple(statements)


def lay(connection: Connection) -> None:
    """Make the tables and their triggers in an empty database."""
    metadata.create_all(connection)
    for statement in append_only():
        connection.exec_driver_sql(statement)


# --- is it still ours? -----------------------------------------------------------------

_LISTED = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"

Part: TypeAlias = tuple[str, str]  # what it is and its name: ("trigger", "custody_no_update")


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One part of a database that is not as we lay it."""

    kind: str  # table, index, trigger, view
    name: str
    how: str  # "is missing", ...

    @property
    def said(self) -> str:
        """Return it as half a sentence."""
        return f"the {self.kind} {self.name!r} {self.how}"


def altered(connection: Connection) -> tuple[Altered, ...]:
    """Return what was taken from, put into or changed in the database's own description.

    A trigger that somebody plants could drop what is being recorded; one that is dropped no longer
    refuses that rows are changed.
    """
    return tuple(_compare(_laid(), _parts(connection)))


def is_of_the_tables(change: Altered) -> bool:
    """Tell whether what was altered is a table of ours, or something that took its place."""
    return change.name in metadata.tables


def _compare(ours: Mapping[Part, str], found: Mapping[Part, str]) -> Iterator[Altered]:
    for kind, name in sorted(ours.keys() | found.keys()):
        part = (kind, name)
        if part not in found:
            yield Altered(kind=kind, name=name, how="is missing")
        elif part not in ours:
            yield Altered(kind=kind, name=name, how="is none of Tumen's")
        elif ours[part] != found[part]:
            yield Altered(kind=kind, name=name, how="is not as Tumen makes it")


def _parts(connection: Connection) -> dict[Part, str]:
    rows: Iterable[tuple[str, str, str | None]] = (
        tuple(row) for row in connection.exec_driver_sql(_LISTED)
    )
    # How a statement is broken into lines means nothing.
    return {(kind, name): " ".join((sql or "").split()) for kind, name, sql in rows}


@cache
def _laid() -> Mapping[Part, str]:
    """Return the parts of a database as this version lays it."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        lay(connection)
        laid = _parts(connection)
    engine.dispose()
    return laid

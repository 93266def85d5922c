"""The tables of a case, which can only grow."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

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

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.store.cases import a_case
from tumen.store import Store
from tumen.store.schema import altered

TABLES = ("custody", "records", "evidence")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM {table}",
        "UPDATE {table} SET sequence = sequence",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "INSERT OR IGNORE INTO {table} SELECT * FROM {table}",
    ],
)
def test_no_row_can_be_changed_dropped_or_replaced(tmp_path, table, statement):
    store = a_case(tmp_path / "case", "About 200 are held.")

    with (
        closing(sqlite3.connect(store.path / "case.sqlite")) as connection,
        pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"),
    ):
        connection.execute(statement.format(table=table))


def changes(store: Store, statement: str) -> list[str]:
    with closing(sqlite3.connect(store.path / "case.sqlite")) as connection:
        connection.execute(statement)
        connection.commit()
    with store.engine.connect() as connection:
        return [change.said for change in altered(connection)]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("VACUUM", []),
        ("CREATE TABLE notes (x)", ["the table 'notes' is none of Tumen's"]),
        ("DROP TRIGGER custody_no_update", ["the trigger 'custody_no_update' is missing"]),
        (
            "ALTER TABLE evidence ADD COLUMN x TEXT",
            ["the table 'evidence' is not as Tumen makes it"],
        ),
    ],
)
def test_what_was_altered_is_named(tmp_path, statement, said):
    assert changes(a_case(tmp_path / "case"), statement) == said

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.store.cases import a_case

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

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.folders import as_somebody_else
from tests.store.cases import a_case, add
from tumen.errors import CaseNotFoundError, CustodyError, StoreError
from tumen.store import open_case
from tumen.store.database import refusals


def setting(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "case.sqlite")) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_commit_is_on_disk_before_it_is_acknowledged(tmp_path):
    store = a_case(tmp_path / "case")

    with store.engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "delete"
        assert connection.execute(text("PRAGMA synchronous")).scalar_one() == 3  # EXTRA
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1


def test_a_case_at_rest_is_one_file_and_a_folder(tmp_path):
    store = a_case(tmp_path / "case", "About 200 are held.")

    assert sorted(p.name for p in store.path.iterdir()) == ["case.sqlite", "evidence"]


def test_a_folder_without_a_case_says_how_to_make_one(tmp_path):
    with pytest.raises(CaseNotFoundError) as caught:
        open_case(tmp_path / "none")

    path = str(tmp_path / "none")
    assert str(caught.value) == f"There is no case at {path!r}. Make one with: tumen init {path}"


def test_a_case_of_a_newer_version_is_left_alone(tmp_path):
    store = a_case(tmp_path / "case")
    setting(store.path, "PRAGMA user_version = 7")

    with pytest.raises(StoreError) as caught:
        open_case(store.path)
    assert str(caught.value) == (
        f"The case {str(store.path)!r} was written by a newer Tumen (format 7; this one knows "
        "1). Install the newer version to open it."
    )


def test_another_program_s_database_is_no_case(tmp_path):
    setting(tmp_path, "CREATE TABLE custody (sequence INTEGER)")

    with pytest.raises(StoreError, match=r"is a database, but no case of Tumen\."):
        open_case(tmp_path)


def test_a_file_that_is_no_database_gets_a_sentence(tmp_path):
    (tmp_path / "case.sqlite").write_bytes(b"Not a database at all. " * 100)

    with pytest.raises(StoreError, match="its database is none; go back to a copy"):
        open_case(tmp_path)


def test_a_trigger_s_refusal_is_a_matter_of_custody(tmp_path):
    store = a_case(tmp_path / "case")

    with (
        pytest.raises(CustodyError, match="only grows: custody is append-only"),
        refusals(store.path),
        store.engine.connect() as connection,
    ):
        connection.execute(text("DELETE FROM custody"))


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(28, os.strerror(28)), "the disk is full; nothing of this was recorded"),
        (PermissionError(13, os.strerror(13)), "it may not be written; check the permissions"),
        (OSError(5, os.strerror(5)), "the system says 'input/output error'"),
    ],
)
def test_what_the_disk_refuses_is_one_sentence(tmp_path, error, sentence):
    with pytest.raises(StoreError) as caught, refusals(tmp_path):
        raise error

    assert str(caught.value).startswith(f"The case {str(tmp_path)!r}: {sentence}")


def test_a_path_may_have_any_letters(tmp_path):
    store = a_case(tmp_path / "두만강 100% #1?", "About 200 are held.")

    assert len(open_case(store.path).reports()) == 1
    add(store, "About 20 are held.")
    assert len(store.reports()) == 2


def test_a_table_that_was_put_in_the_place_of_ours_is_not_read(tmp_path):
    store = a_case(tmp_path / "case", "About 200 are held.")
    setting(store.path, "DROP TABLE records")
    setting(
        store.path,
        "CREATE VIEW records AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
        "SELECT x AS sequence, 'report' AS kind, '' AS subject, '' AS content FROM n",
    )

    with pytest.raises(CustodyError, match="was altered: the table 'records' is missing"):
        open_case(store.path)


def test_a_case_of_somebody_else_gets_a_sentence(tmp_path):
    store = a_case(tmp_path / "case")

    with as_somebody_else(store.path), pytest.raises(StoreError) as caught:
        open_case(store.path)
    assert str(caught.value) == (
        f"The case {str(store.path)!r} may not be opened: its folder is closed to you; ask its "
        "owner, or work as the user who made it."
    )


def test_a_name_that_no_folder_can_have_gets_a_sentence():
    with pytest.raises(StoreError, match="the system says 'file name too long'"):
        open_case("x" * 5000)

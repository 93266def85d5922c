"""The database of a case: how it is opened, and what its refusals mean.

A rollback journal, and no write-ahead log: a case at rest is one file, which people copy to a
memory stick.  `synchronous=EXTRA` also syncs the folder after the journal is removed; with FULL,
a power cut right after a commit could bring the journal back and undo what was acknowledged.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from tumen.errors import CaseNotFoundError, CustodyError, StoreError
from tumen.settings import CASE_FILE
from tumen.store.schema import APPLICATION_ID, FORMAT, Altered, altered, is_of_the_tables, lay

FILE = CASE_FILE

# How long one program waits while another writes; a single addition takes a few milliseconds.
BUSY_SECONDS = 30.0

_PRAGMAS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",  # macOS: fsync alone leaves it in the drive's memory
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",  # a case may come from anyone: its views call no functions
)

_REFUSALS = {
    "SQLITE_FULL": "the disk is full; nothing of this was recorded: make room and do it again",
    "SQLITE_BUSY": "another program has been writing to it for half a minute; try again later",
    "SQLITE_READONLY": "it may not be written; check the permissions of its folder",
    "SQLITE_CANTOPEN": "it cannot be opened; check the permissions of its folder",
    "SQLITE_IOERR": "the disk does not do what it is told; copy the case to another one",
    "SQLITE_CORRUPT": "its database is damaged; go back to a copy",
    "SQLITE_NOTADB": "its database is none; go back to a copy",
}


def make_database(folder: Path) -> None:
    """Write an empty database of our format into *folder*."""
    with refusals(folder):
        engine = _engine(folder, mode="rwc")
        with engine.connect().execution_options(begin="IMMEDIATE") as connection:
            lay(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
            connection.commit()


def open_database(folder: Path) -> Engine:
    """Return the database in *folder*, if it is there, is ours, and is not newer than we are.

    One whose tables are no longer ours is refused; other alterations are named by `verify`, and
    `writing` refuses them.
    """
    if not is_there(folder):
        raise CaseNotFoundError(str(folder))
    engine = _engine(folder, mode="rw")
    with refusals(folder), engine.connect() as connection:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        written_in = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if application != APPLICATION_ID:
        raise StoreError(f"{str(folder / FILE)!r} is a database, but no case of Tumen.")
    if written_in > FORMAT:
        raise StoreError(
            f"The case {str(folder)!r} was written by a newer Tumen (format {written_in}; this "
            f"one knows {FORMAT}). Install the newer version to open it."
        )
    with reading(engine, folder) as connection:
        _refuse(folder, [change for change in altered(connection) if is_of_the_tables(change)])
    return engine


def is_there(folder: Path) -> bool:
    """Tell whether *folder* holds a case; StoreError where we may not look."""
    try:
        return (folder / FILE).is_file()
    except PermissionError as error:
        raise StoreError(
            f"The case {str(folder)!r} may not be opened: its folder is closed to you; ask its "
            "owner, or work as the user who made it."
        ) from error
    except OSError as error:
        raise StoreError(f"The case {str(folder)!r}: {_disk_refusal(error)}.") from error


def _refuse(folder: Path, changes: Sequence[Altered]) -> None:
    if changes:
        more = f" (and {len(changes) - 1:,} more)" if len(changes) > 1 else ""
        raise CustodyError(
            f"The database of the case {str(folder)!r} was altered: {changes[0].said}{more}; nothing "
            "is recorded in it. Look with tumen verify, and go back to a copy."
        )


@contextmanager
def reading(engine: Engine, folder: Path) -> Iterator[Connection]:
    """Give a view of the case that does not change while it is looked at."""
    with refusals(folder), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, folder: Path) -> Iterator[Connection]:
    """Give the case to one writer; what was written is on disk when this ends, or nothing is.

    CustodyError, before anything is written, where the database is not as we laid it.
    """
    with (
        refusals(folder),
        engine.connect().execution_options(begin="IMMEDIATE") as connection,
        connection.begin(),
    ):
        _refuse(folder, altered(connection))
        yield connection


@contextmanager
def refusals(folder: Path) -> Iterator[None]:
    """Turn what the database and the disk refuse into one sentence."""
    try:
        yield
    except DBAPIError as error:
        raise _refusal(folder, error) from error
    except OSError as error:
        raise StoreError(f"The case {str(folder)!r}: {_disk_refusal(error)}.") from error


def _refusal(folder: Path, error: DBAPIError) -> StoreError:
    # Extended codes begin with the plain one: SQLITE_IOERR_WRITE.
    code = getattr(error.orig, "sqlite_errorname", "")
    if code == "SQLITE_CONSTRAINT_TRIGGER":
        return CustodyError(f"The case {str(folder)!r} only grows: {error.orig}.")
    for known, refusal in _REFUSALS.items():
        if code.startswith(known):
            return StoreError(f"The case {str(folder)!r}: {refusal}.")
    return StoreError(f"The case {str(folder)!r}: the database says {str(error.orig)!r}.")


def _disk_refusal(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return _REFUSALS["SQLITE_FULL"]
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return _REFUSALS["SQLITE_READONLY"]
    return f"the system says {(error.strerror or str(error)).lower()!r}"


def _engine(folder: Path, *, mode: str) -> Engine:
    address = f"file:{quote(str((folder / FILE).absolute()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        # Without an isolation level the driver begins no transactions of its own.
        return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: object) -> None:
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer says so from the start: one that first reads and then writes can be locked out.
        begin = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {begin}")

    return engine

"""Take in a document: its bytes exactly as they are, and the circumstances."""

from __future__ import annotations

import errno
import os
import re
import stat
from datetime import UTC, datetime
from pathlib import Path

from tumen.archive.media_type import media_type_of
from tumen.errors import CaptureError
from tumen.records import Capture
from tumen.settings import MAX_REPORT_BYTES

# A path object made of an address has lost one of the two slashes.
ADDRESS = re.compile(r"https?:/", re.IGNORECASE)

# What the system's refusals mean to a person; any other is told in the system's own words.
REFUSALS = {
    errno.ENOENT: "there is no such file; check the name",
    errno.ENOTDIR: "there is no such file; check the name",
    errno.EACCES: "it may not be read; ask its owner for permission to read it",
    errno.EPERM: "it may not be read; ask its owner for permission to read it",
    errno.ELOOP: "it is a link that leads back to itself; name the file it should lead to",
    errno.ENAMETOOLONG: "no file can have so long a name; check the name",
}
# Opening one of these would wait for ever, or never come to an end.
NO_FILE = "it is a {kind}, not a file; save what it holds to a file and name that"


def capture_file(path: str | Path, *, retrieved_at: datetime, retrieved_by: str = "") -> Capture:
    """Return the bytes of the file at *path*, as they are, and the circumstances.

    *retrieved_at* needs a time zone; it is kept in UTC.  Of the path only the last part is kept,
    so that a case does not tell how its makers order their files.
    """
    given = str(path)
    if ADDRESS.match(given):
        raise CaptureError(
            given,
            "fetching addresses is not built yet; save the page in your browser and hand over "
            "the file",
        )
    if retrieved_at.tzinfo is None:
        raise ValueError(f"retrieved_at needs a time zone, got {retrieved_at!r}.")
    content = _bytes_of(given)
    name = printable(Path(given).name)
    return Capture(
        content=content,
        media_type=media_type_of(content, name),
        name=name,
        url=None,
        retrieved_at=retrieved_at.astimezone(UTC),
        retrieved_by=printable(retrieved_by),
    )


def printable(name: str) -> str:
    """Return *name* with the bytes that are no UTF-8 replaced, so that it can be stored."""
    return os.fsencode(name).decode("utf-8", "replace")


def _bytes_of(given: str) -> bytes:
    """Return what is in the file, never more than a report may hold."""
    if "\0" in given:
        raise CaptureError(given, "no file can have a NUL in its name; check the name")
    try:
        # Without O_NONBLOCK a named pipe would be waited for; on a file it changes nothing.
        handle = os.open(given, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            _check(given, os.fstat(handle))
            with os.fdopen(handle, "rb", closefd=False) as file:
                content = file.read(MAX_REPORT_BYTES + 1)
        finally:
            os.close(handle)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        refusal = f"the system says {said!r}; copy the file to this disk and name the copy"
        raise CaptureError(printable(given), REFUSALS.get(error.errno or 0, refusal)) from error
    if len(content) > MAX_REPORT_BYTES:
        raise CaptureError(printable(given), _too_large("more"))
    return content


def _check(given: str, found: os.stat_result) -> None:
    """Refuse what is no plain file, and what is too large, before a byte is read."""
    if stat.S_ISDIR(found.st_mode):
        raise CaptureError(printable(given), "it is a folder; name the files in it")
    kinds = (
        (stat.S_ISFIFO, "named pipe"),
        (stat.S_ISSOCK, "socket"),
        (stat.S_ISCHR, "device"),
        (stat.S_ISBLK, "device"),
    )
    for is_kind, kind in kinds:
        if is_kind(found.st_mode):
            raise CaptureError(printable(given), NO_FILE.format(kind=kind))
    if found.st_size > MAX_REPORT_BYTES:
        raise CaptureError(printable(given), _too_large(f"{found.st_size:,}"))


def _too_large(size: str) -> str:
    return (
        f"it holds {size} bytes, and a report may hold {MAX_REPORT_BYTES:,}; check that it is "
        "the right file, or split it"
    )

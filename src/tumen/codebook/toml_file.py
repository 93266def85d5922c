"""One TOML file, read with care: a codebook may come from anybody."""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Iterable
from pathlib import Path

from tumen.errors import CodebookError
from tumen.settings import MAX_CODEBOOK_BYTES

# The deepest of ours is 6; what is nested deeper could not even be shown in a message.
MAX_DEPTH = 50
# TOML's own whole numbers; longer ones cannot be shown either.
MAX_NUMBER = 2**63


def read_toml(path: Path, shown: str) -> tuple[bytes, dict[str, object]]:
    """Return the bytes of the file at *path* and the tables they hold.

    CodebookError, which calls the file *shown*, for what is no plain file, too large, not UTF-8,
    not TOML, or nested too deeply.
    """
    content = _bytes_of(path, shown)
    try:
        tables = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CodebookError(f"{shown!r} is not UTF-8: {error.reason} at {error.start}.") from error
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"{shown!r} is not valid TOML: {error}.") from error
    except RecursionError as error:
        raise _too_deep(shown) from error
    except ValueError as error:  # the parser passes on what `int` says of thousands of digits
        raise _too_long(shown) from error
    _check_values(tables, shown)
    return content, tables


def _bytes_of(path: Path, shown: str) -> bytes:
    """Return what is in the file, never more than a codebook may hold."""
    try:
        # Without O_NONBLOCK a named pipe would be waited for; on a file it changes nothing.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise CodebookError(
                    f"{shown!r} cannot be read: it is no plain file; name a file that ends in .toml."
                )
            content = file.read(MAX_CODEBOOK_BYTES + 1)
    except OSError as error:
        raise CodebookError(f"{shown!r} cannot be read: {error.strerror}.") from error
    except ValueError as error:  # a NUL in the name
        raise CodebookError(f"{shown!r} cannot be read: {error}.") from error
    if len(content) > MAX_CODEBOOK_BYTES:
        raise CodebookError(
            f"{shown!r} holds more than {MAX_CODEBOOK_BYTES:,} bytes, and no file of a codebook "
            "does; check that it is the right file."
        )
    return content


def _check_values(tables: dict[str, object], shown: str) -> None:
    """Refuse what is nested too deeply to be gone through, and numbers too long to be shown."""
    level: list[object] = [tables]
    for _ in range(MAX_DEPTH):
        inner: list[object] = []
        for value in level:
            if isinstance(value, int) and abs(value) >= MAX_NUMBER:
                raise _too_long(shown)
            inner += _inside(value)
        level = inner
    if level:
        raise _too_deep(shown)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _too_deep(shown: str) -> CodebookError:
    return CodebookError(
        f"{shown!r} is nested more than {MAX_DEPTH} levels deep, and no codebook is; check its "
        "brackets."
    )


def _too_long(shown: str) -> CodebookError:
    return CodebookError(
        f"{shown!r} has a whole number of more than 19 digits, and no codebook needs one; "
        "shorten it, or put it in quotes."
    )

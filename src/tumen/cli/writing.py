"""Writing to standard output and to files: whole or not at all.

Output is UTF-8 whatever the locale says.  A file is written under a temporary name in its own
folder and renamed when it is complete, so that nobody ever finds half of it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

from tumen.errors import CommandError


def emit(text: str) -> None:
    """Write *text* to standard output; a reader that has gone away (`| head`) is no error.

    A file name that is no Unicode keeps its bytes as `\\udcXX`, which JSON reads back.
    """
    stream = sys.stdout.buffer
    try:
        stream.write(text.encode("utf-8", "backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        drop_what_is_left()
    except OSError as error:
        drop_what_is_left()
        raise CommandError(
            f"Standard output could not be written: {reason_of(error)}. Free some room there, "
            "or send it elsewhere."
        ) from error


def drop_what_is_left() -> None:
    """Point standard output at nothing, so that the interpreter's last flush fails no more."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)


def check_target(path: Path, reports: tuple[str, ...]) -> None:
    """Refuse a target that cannot be written or would destroy a report; before any work."""
    try:
        if path.is_dir():
            example = str(path / "brief.html")
            raise CommandError(
                f"{str(path)!r} is a folder; name the file to write, such as {example!r}."
            )
        if not path.parent.is_dir():
            raise CommandError(
                f"There is no folder {str(path.parent)!r} to write {path.name!r} into; make it "
                "first."
            )
        if path.exists() and any(is_same_file(path, report) for report in reports):
            raise CommandError(
                f"{str(path)!r} is one of the reports, and writing the brief there would destroy "
                "it; choose another name."
            )
    except OSError as error:
        raise not_written(path, error) from error


def is_same_file(path: Path, report: str) -> bool:
    """Tell whether *report* is the file at *path*, by this or by another name."""
    try:
        return path.samefile(report)
    except (OSError, ValueError):
        # No such file, or no name of one: the archive will say so.
        return False


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path* and replace what was there, or leave everything as it was."""
    try:
        # A link stays a link: what it points to is replaced.
        target = path.resolve()
        with half_written(target) as (temporary, handle):
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                temporary.chmod(target.stat().st_mode & 0o7777)
            temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> CommandError:
    """Return the sentence for a file that could not be written."""
    return CommandError(
        f"{str(path)!r} could not be written: {reason_of(error)}. What was there before is as it "
        "was; choose another place with -o or make room."
    )


@contextlib.contextmanager
def half_written(target: Path) -> Iterator[tuple[Path, int]]:
    """Open a new file beside *target*; it is gone at the end unless it was renamed."""
    temporary = target.with_name(f".tumen-{secrets.token_hex(8)}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        yield temporary, handle
    finally:
        temporary.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system can do that."""
    # Windows cannot open a folder; some network drives refuse to sync one.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def reason_of(error: OSError) -> str:
    """Return the system's own words for what went wrong."""
    return error.strerror or type(error).__name__

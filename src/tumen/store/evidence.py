"""The files as they were received, each under the SHA-256 of its bytes, never written twice."""

from __future__ import annotations

import os
import re
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from tumen.errors import CustodyError
from tumen.ids import digest_of

FOLDER = "evidence"

_DIGEST = re.compile(r"[0-9a-f]{64}")
_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class EvidenceFolder:
    """The folder beside the database that holds the files."""

    path: Path

    def keep(self, content: bytes) -> str:
        """Write *content* under its digest, unless it is there, and return the digest.

        The file has its name only once all of it is on disk, the name included.  To be called by
        the one writer of the case, who alone may clear away what an interrupted one left.
        """
        digest = digest_of(content)
        if (self.path / digest).exists():
            self.read(digest)
            return digest
        for leftover in self.path.glob(f"*{_UNFINISHED}"):
            leftover.unlink()
        temporary = self.path / f".{digest[:16]}.{secrets.token_hex(4)}{_UNFINISHED}"
        try:
            _write(temporary, content)
            temporary.rename(self.path / digest)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(self.path)
        return digest

    def read(self, digest: str) -> bytes:
        """Return the bytes that have this *digest*; CustodyError if the file has others."""
        if not _DIGEST.fullmatch(digest):
            raise CustodyError(f"{digest!r} is no SHA-256 in hexadecimal.")
        content = _content(self.path / digest)
        if content is None:
            raise CustodyError(
                f"The evidence file {digest} is missing; put it back from a copy of the case."
            )
        found = digest_of(content)
        if found != digest:
            raise CustodyError(
                f"The evidence file {digest} was changed: its SHA-256 is now {found}; put it back "
                "from a copy of the case."
            )
        return content

    def names(self) -> tuple[str, ...]:
        """Return the names of all files, whether they belong here or not, in order."""
        if not self.path.is_dir():
            return ()
        return tuple(sorted(p.name for p in self.path.iterdir()))


def _content(path: Path) -> bytes | None:
    """Return what is in a file of the case itself; None if there is none.

    What a link leads to lies outside: it is not copied with the case, and changes without it.
    """
    try:
        found = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found):
        raise CustodyError(
            f"The evidence file {path.name} is a link to something outside the case; put the file "
            "itself there, from a copy of the case."
        )
    return path.read_bytes() if stat.S_ISREG(found) else None


def _write(path: Path, content: bytes) -> None:
    """Write a new file that nobody is meant to change, down to the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Have the names in a folder on disk, where the system can do it (Windows does it itself)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

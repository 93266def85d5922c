"""The files of a codebook: found, kept inside their folder, and merged into one table."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tumen.codebook.table import Key, Table, file_of
from tumen.codebook.toml_file import read_toml
from tumen.errors import CodebookError


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A codebook's files as one table, and the SHA-256 over all their bytes."""

    table: Table
    digest: str


def read_parts(main: Path) -> Merged:
    """Return the codebook file *main* with the parts it lists, merged in the order listed.

    Tables are merged deeply and lists appended; a value may be set twice only if both agree.
    Raises CodebookError for a file that is missing, is not TOML, lies outside the folder of
    *main* or contradicts an earlier one.
    """
    folder = Path(os.path.realpath(main)).parent
    digest = hashlib.sha256()
    content: dict[str, object] = {}
    shown = f"{folder.name}/{main.name}"
    files: dict[Key, str] = {(): shown}
    merge(content, _parse(main, shown, digest), shown, files)
    names = Table(content=content, files=files).words("parts")
    content.pop("parts", None)
    for name in names:
        shown_part = f"{folder.name}/{name}"
        raw = _parse(_inside(folder, name, shown), shown_part, digest)
        if "parts" in raw:
            raise CodebookError(
                f"{shown_part}: parts is not known here; only {main.name} may list parts."
            )
        merge(content, raw, shown_part, files)
    return Merged(table=Table(content=content, files=files), digest=digest.hexdigest())


def merge(
    into: dict[str, object],
    addition: Mapping[str, object],
    file: str,
    files: dict[Key, str],
    key: Key = (),
) -> None:
    """Merge *addition*, read from *file*, into *into*, and note in *files* what it brought."""
    for name, value in addition.items():
        here = (*key, name)
        if name not in into:
            into[name] = value
            files[here] = file
            continue
        old = into[name]
        if isinstance(old, dict) and isinstance(value, dict):
            merge(old, value, file, files, here)
        elif isinstance(old, list) and isinstance(value, list):
            for number in range(len(old), len(old) + len(value)):
                files[(*here, str(number))] = file
            into[name] = old + value
        elif type(old) is not type(value) or old != value:  # True == 1, but they differ here
            raise CodebookError(
                f"{'.'.join(here)} is {old!r} in {file_of(here, files)} and {value!r} in {file}; "
                "keep one of the two."
            )


def _inside(folder: Path, name: str, shown: str) -> Path:
    """Return the path of the part *name*, which must lie in *folder*, links followed."""
    # Not Path.resolve(), which raises RuntimeError for links that go in circles.
    path = Path(os.path.realpath(folder / name.replace("\0", "?")))
    if not path.is_relative_to(folder):
        raise CodebookError(
            f"{shown}: parts names {name!r}, which lies outside the codebook's folder; "
            "put the file into the folder and give its name."
        )
    return path


def _parse(path: Path, shown: str, digest: hashlib._Hash) -> dict[str, object]:
    """Return the tables of one TOML file, and add its length and bytes to *digest*."""
    content, tables = read_toml(path, shown)
    digest.update(f"{len(content)}:".encode())
    digest.update(content)
    return tables

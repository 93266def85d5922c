"""Make a case, and open one."""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from tumen.errors import StoreError
from tumen.settings import DEFAULT_CODEBOOK
from tumen.store.database import is_there, make_database, open_database, refusals
from tumen.store.evidence import FOLDER, EvidenceFolder, sync_folder
from tumen.store.kept import CaseSettings
from tumen.store.store import Clock, Store


def create(
    path: str | Path,
    *,
    at: datetime,
    by: str = "",
    codebook: str = DEFAULT_CODEBOOK,
    title: str = "",
) -> Store:
    """Make a case at *path*, a folder that only its owner may enter, and open it.

    It is made under another name and renamed: at *path* there is a whole case or none.
    """
    path = Path(path)
    _refuse_what_is_there(path)
    with refusals(path):
        # `mkdtemp` gives the folder to its owner alone (0700); a case may endanger people.
        temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent))
        try:
            (temporary / FOLDER).mkdir(mode=0o700)
            make_database(temporary)
            _store(temporary).begin(CaseSettings(codebook=codebook, title=title), by=by, at=at)
            sync_folder(temporary)
            rename_whole(temporary, path)
            sync_folder(path.parent)
        except StoreError as error:
            # The name of the moment would mean nothing to anybody.
            raise StoreError(str(error).replace(str(temporary), str(path))) from error
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    return open_case(path)


def open_case(path: str | Path, *, clock: Clock | None = None) -> Store:
    """Open the case at *path*; StoreError with one sentence if there is none that we can read.

    With a *clock*, what is recorded carries the time at which it is written.
    """
    return _store(Path(path), clock)


def _store(path: Path, clock: Clock | None = None) -> Store:
    return Store(
        path=path,
        engine=open_database(path),
        evidence_folder=EvidenceFolder(path / FOLDER),
        clock=clock,
    )


def rename_whole(temporary: Path, path: Path) -> None:
    """Give a whole case its name; StoreError if somebody has made another there meanwhile."""
    try:
        temporary.rename(path)
    except OSError:
        # Not "directory not empty": that there is a case is what they need to be told.
        _refuse_what_is_there(path)
        raise


def _refuse_what_is_there(path: Path) -> None:
    if is_there(path):
        raise StoreError(f"There is a case at {str(path)!r} already. Add to it with: tumen add")
    is_empty = bool(path.name) and path.is_dir() and not any(path.iterdir())
    if path.exists() and not is_empty:
        raise StoreError(
            f"There is something at {str(path)!r} already. Give the case a folder of its own."
        )
    if not path.absolute().parent.is_dir():
        raise StoreError(
            f"There is no folder {str(path.absolute().parent)!r} to make the case {path.name!r} "
            "in. Make it first."
        )

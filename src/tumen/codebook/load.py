"""Load a codebook: a shipped one by its name, or a user's by its path."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tumen.codebook.build import build
from tumen.codebook.check import check
from tumen.codebook.codebook import Codebook
from tumen.codebook.parts import read_parts
from tumen.errors import CodebookError

_SHIPPED = Path(__file__).parent / "data"
_MAIN = "codebook.toml"


def load_codebook(name_or_path: str | Path) -> Codebook:
    """Return the codebook of this name, or of this TOML file, checked in full.

    It is read once: a codebook that is changed on disk takes effect in the next process.
    Raises CodebookError with one sentence that names file, key and value.
    """
    return _load(_find(name_or_path))


@cache
def _load(path: Path) -> Codebook:
    merged = read_parts(path)
    codebook = build(merged)
    check(codebook, merged.table)
    return codebook


def _find(name_or_path: str | Path) -> Path:
    """Return the codebook's main file: words that look like a path are one, others a name."""
    text = str(name_or_path)
    if isinstance(name_or_path, Path) or text.endswith(".toml") or Path(text).name != text:
        return Path(name_or_path).absolute()
    names = sorted(path.parent.name for path in _SHIPPED.glob(f"*/{_MAIN}"))
    if text not in names:
        raise CodebookError(
            f"There is no codebook {text!r}. The ones that come with Tumen are "
            f"{', '.join(names)}; for one of your own give the path of its .toml file."
        )
    return _SHIPPED / text / _MAIN

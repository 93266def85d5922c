"""`tumen init`: make a case."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from tumen import store
from tumen.codebook import load_codebook
from tumen.settings import DEFAULT_CODEBOOK


@click.command(name="init")
@click.argument("case", metavar="CASE")
@click.option(
    "--codebook",
    metavar="NAME|FILE",
    default=DEFAULT_CODEBOOK,
    help=f"The situation that the case is about.  [default: {DEFAULT_CODEBOOK}]",
)
@click.option("--title", metavar="WORDS", default="", help="What to call the case.")
@click.option("--by", metavar="NAME", default="", help="Who does this, for the custody log.")
@click.option("--quiet", is_flag=True, help="Say nothing but errors on standard error.")
def command(*, case: str, codebook: str, title: str, by: str, quiet: bool) -> None:
    """Make a case: a folder that keeps reports, with a log that shows every change.

    Only you may open the folder. What is put in is never changed or taken out.

    \b
    Example:
      tumen init autumn-2020 --title "Returns, autumn 2020" --by "A. Kim"
    """
    load_codebook(codebook)
    made = store.create(case, at=datetime.now(UTC), by=by, codebook=lasting(codebook), title=title)
    if not quiet:
        click.echo(
            f"Made the case {str(made.path)!r}. Add reports with: tumen add {case} REPORT...",
            err=True,
        )


def lasting(codebook: str) -> str:
    """Return a codebook's name as it is, and its path so that it holds from any folder."""
    path = Path(codebook)
    return str(path.resolve()) if path.name != codebook or path.suffix == ".toml" else codebook

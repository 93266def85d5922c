"""`tumen add`: put reports into a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from tumen import pipeline, store
from tumen.archive import Known
from tumen.cli.asked import day_of
from tumen.cli.prepared import is_folder, say_mistaken
from tumen.cli.progress import showing
from tumen.cli.writing import reason_of
from tumen.errors import CommandError
from tumen.pipeline import Delivery

# What is taken out of a folder; a file named by itself may end as it likes.
ENDINGS = {".txt", ".text", ".html", ".htm", ".xhtml"}
PAGES = {".html", ".htm", ".xhtml"}
# The pictures and scripts that browsers save beside `page.html`.
BESIDE_A_PAGE = ("_files", ".files")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The files of a delivery, and those in its folders that were passed over."""

    files: tuple[str, ...]
    passed_over: tuple[str, ...]


@click.command(name="add")
@click.argument("case", metavar="CASE")
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@click.option(
    "--published",
    callback=day_of,
    metavar="DATE",
    help="The day the reports were published; wins over what they say themselves.",
)
@click.option("--language", metavar="CODE", help="The language of the reports: en, ko, ja or zh.")
@click.option("--by", metavar="NAME", default="", help="Who does this, for the custody log.")
@click.option("--quiet", is_flag=True, help="Say nothing but errors on standard error.")
def command(
    *,
    case: str,
    reports: tuple[str, ...],
    published: date | None,
    language: str | None,
    by: str,
    quiet: bool,
) -> None:
    """Add reports to a case: files, and folders with all text files and saved pages in them.

    If one of them cannot be read, none is added. A report that is in the case already stays as it
    is, but --published and --language are noted for it.

    \b
    Examples:
      tumen add autumn-2020 article.html --published 2020-11-05
      tumen add autumn-2020 inbox/ --by "A. Kim"
    """
    kept = store.open_case(case, clock=lambda: datetime.now(UTC))
    found = found_in(reports)
    known = Known(published=published, language=language)
    delivery = Delivery(at=datetime.now(UTC), by=by, known=known)
    with showing(quiet=quiet) as progress:
        background = pipeline.load_background(kept.settings.codebook)
        received = pipeline.receive(found.files, delivery, background=background, progress=progress)
        new = pipeline.keep(kept, received, delivery, progress=progress)
    if not quiet:
        say_mistaken(one.report for one in received)
        click.echo(summary(found, len(new), case), err=True)


def found_in(reports: Iterable[str]) -> Found:
    """Return the files named and those in the folders named, in a steady order."""
    files: list[str] = []
    passed_over: list[str] = []
    for report in reports:
        if not is_folder(report):
            files.append(report)
            continue
        inside = listed_in(report)
        taken = [file for file in inside if file.suffix.lower() in ENDINGS]
        if not taken:
            raise CommandError(
                f"There is no report in the folder {report!r}; reports end in "
                f"{', '.join(sorted(ENDINGS))}, and others can be named one by one."
            )
        files += map(str, taken)
        passed_over += [str(file) for file in inside if file.suffix.lower() not in ENDINGS]
    return Found(files=tuple(files), passed_over=tuple(passed_over))


def listed_in(folder: str) -> list[Path]:
    """Return all files in a folder and below; CommandError where one may not be looked into."""
    try:
        return list(files_in(Path(folder)))
    except OSError as error:
        closed = str(error.filename or folder)
        raise CommandError(
            f"The folder {closed!r} cannot be looked into: {reason_of(error)}; ask its owner for "
            "permission, or name the files to add one by one."
        ) from error


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and below, without hidden ones and without parts of pages."""
    entries = sorted(folder.iterdir())
    pages = {entry.stem for entry in entries if entry.suffix.lower() in PAGES}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_file():
            yield entry
        elif entry.is_dir() and not entry.is_symlink() and not is_beside_a_page(entry, pages):
            yield from files_in(entry)


def is_beside_a_page(folder: Path, pages: set[str]) -> bool:
    """Tell whether a browser saved *folder* together with one of *pages*."""
    return any(
        folder.name.endswith(ending) and folder.name.removesuffix(ending) in pages
        for ending in BESIDE_A_PAGE
    )


def summary(found: Found, new: int, case: str) -> str:
    """Return what was added, what was there already and what was passed over."""
    there = len(found.files) - new
    lines = [
        f"Added {new:,} of {len(found.files):,} to {case!r}"
        + (f"; already in it: {there:,}." if there else ".")
    ]
    if found.passed_over:
        listed = ", ".join(repr(name) for name in found.passed_over[:5])
        more = ", ..." if len(found.passed_over) > 5 else ""
        lines.append(
            f"Passed over, as no text and no page ({len(found.passed_over):,}): {listed}{more}."
        )
    lines.append(f"Write the brief with: tumen brief --case {case}")
    return "\n".join(lines)

"""From what was typed to reports in hand: the first step of every command that takes reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from tumen import pipeline
from tumen.archive import Known
from tumen.cli.asked import Asked
from tumen.errors import CommandError
from tumen.pipeline import Background, Delivery, Progress, Received
from tumen.records import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The reports in their order, and the background they are read against."""

    background: Background
    reports: tuple[Report, ...]


def prepare(asked: Asked, progress: Progress) -> Prepared:
    """Return the reports of the case, if one was named, and then those given, each once."""
    files = files_of(asked.reports)
    background = pipeline.load_background(asked.codebook_or_default)
    received = pipeline.receive(
        files,
        Delivery(at=datetime.now(UTC), known=known_of(asked)),
        background=background,
        progress=progress,
    )
    reports = without_copies(received, quiet=asked.quiet)
    return Prepared(background=background, reports=reports)


def without_copies(received: Iterable[Received], *, quiet: bool) -> tuple[Report, ...]:
    """Return each report once, and say which were given again."""
    once, again = pipeline.without_copies(tuple(received))
    if again and not quiet:
        names = ", ".join(repr(name) for name in again)
        click.echo(f"Given twice and counted once: {names}.", err=True)
    return tuple(one.report for one in once)


def files_of(reports: Iterable[str]) -> tuple[str, ...]:
    """Return the files named; the archive says what is wrong with one, but for a folder."""
    files = tuple(reports)
    for file in files:
        if is_folder(file):
            raise CommandError(
                f"{file!r} is a folder; name the files in it, such as {str(Path(file) / '*')!r} "
                "without the quotes."
            )
    return files


def is_folder(file: str) -> bool:
    """Tell whether *file* is a folder; a name that no file can have is none."""
    try:
        return Path(file).is_dir()
    except OSError:
        return False


def known_of(asked: Asked) -> Known:
    """Return what the user says of the given reports."""
    return Known(published=asked.published, language=asked.language)

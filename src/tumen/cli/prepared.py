"""From what was typed to reports in hand: the first step of every command that takes reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from tumen import pipeline
from tumen.archive import Known
from tumen.cli.asked import LANGUAGES, Asked
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
    paths = paths_of(asked.reports)
    known = known_of(asked)
    background = pipeline.load_background(asked.codebook_or_default)
    received = pipeline.receive(
        paths, Delivery(at=datetime.now(UTC), known=known), background=background, progress=progress
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


def paths_of(reports: Iterable[str]) -> tuple[Path, ...]:
    """Return the files named, or explain why one of them is none."""
    return tuple(path_of(report) for report in reports)


def path_of(report: str) -> Path:
    """Return the file named, or explain why it is none."""
    path = Path(report)
    if path.is_dir():
        raise CommandError(
            f"{report!r} is a folder; name the files in it, such as {str(path / '*')!r} "
            "without the quotes."
        )
    if is_address(report) and not path.exists():
        raise CommandError(
            f"{report!r} is an address, and fetching is not built yet; save the page in your "
            "browser and name the file."
        )
    return path


def is_address(report: str) -> bool:
    """Tell whether *report* looks like the address of a page."""
    return report.lower().startswith(("http://", "https://"))


def known_of(asked: Asked) -> Known:
    """Return what the user says of the given reports."""
    language = asked.language
    if language is not None and language.partition("-")[0].lower() not in LANGUAGES:
        raise CommandError(
            f"No reader knows the language {language!r}; give one of {', '.join(LANGUAGES)} "
            "with --language, or leave it out."
        )
    return Known(published=asked.published, language=language)

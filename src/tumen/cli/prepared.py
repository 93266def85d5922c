"""From what was typed to reports in hand: the first step of every command that takes reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import click

from tumen import pipeline
from tumen.archive import LANGUAGES, Known, disagrees
from tumen.brief import visible
from tumen.cli.asked import Asked
from tumen.errors import CommandError
from tumen.pipeline import Background, Delivery, Progress
from tumen.records import Gravity, Problem, Report, Retrieval, Situation
from tumen.settings import CASE_FILE, DEFAULT_CODEBOOK


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a case holds; nothing where no case was named."""

    codebook: str = DEFAULT_CODEBOOK
    reports: tuple[Report, ...] = ()
    retrievals: Mapping[str, Retrieval] = field(default_factory=dict)
    problems: tuple[Problem, ...] | None = None  # what its check found; None: no case


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What reading starts from: what the case holds, and the background of its codebook."""

    kept: Kept
    background: Background


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The reports in their order, and the background they are read against."""

    background: Background
    reports: tuple[Report, ...]
    later: tuple[Report, ...]  # came out after the day asked for, and are left out
    retrievals: Mapping[str, Retrieval]
    problems: tuple[Problem, ...] | None


def understand(
    asked: Asked,
    progress: Progress,
    *,
    assumptions: frozenset[str] = frozenset(),
    ground: Ground | None = None,
) -> tuple[Situation, Background]:
    """Return what the reports of the case and those given say together, and against what."""
    prepared = prepare(asked, progress, ground)
    situation = pipeline.understand(
        (*prepared.reports, *prepared.later),
        background=prepared.background,
        as_of=asked.as_of,
        assumptions=assumptions,
        retrievals=prepared.retrievals,
        problems=prepared.problems,
        progress=progress,
    )
    return situation, prepared.background


def ground_of(asked: Asked) -> Ground:
    """Return what the case holds, if one was named, and the background asked for, or its own."""
    kept = kept_in(asked.case) if asked.case is not None else Kept()
    background = pipeline.load_background(asked.codebook or kept.codebook)
    return Ground(kept=kept, background=background)


def prepare(asked: Asked, progress: Progress, ground: Ground | None = None) -> Prepared:
    """Return the reports of the case, if one was named, and then those given, each once.

    *ground* is given by who has asked for it already: a case is opened and checked once.
    """
    files = files_of(asked.reports)
    ground = ground or ground_of(asked)
    kept, background = ground.kept, ground.background
    known = known_of(asked)
    received = pipeline.receive(
        files,
        Delivery(at=datetime.now(UTC), known=known),
        background=background,
        progress=progress,
    )
    given = tuple(one.report for one in received)
    reports, again = each_once(kept.reports, given, known)
    say_again(again, quiet=asked.quiet)
    left_out = pipeline.later(reports, asked.as_of)
    check_some_left(reports, left_out, asked)
    if not asked.quiet:
        say_mistaken(given)
        say_untold(pipeline.unreadable(reports), left_out, asked)
    return Prepared(
        background=background,
        reports=tuple(report for report in reports if report not in left_out),
        later=left_out,
        retrievals=kept.retrievals,
        problems=kept.problems,
    )


def kept_in(case: str) -> Kept:
    """Return what a case holds, checked; say so when it is not as it was put in."""
    # A database is imported by those who have a case.
    from tumen.store import open_case

    store = open_case(case)
    problems = tuple(p for p in pipeline.check(store) if p.gravity is Gravity.ERROR)
    say_damage(case, problems)
    return Kept(
        codebook=store.settings.codebook,
        reports=store.reports(),
        retrievals=store.retrievals(),
        problems=problems,
    )


def say_damage(case: str, problems: tuple[Problem, ...]) -> None:
    """Say that a case is not as it was put in; also to those who asked for quiet."""
    if problems:
        number = f"{len(problems):,} {'problem' if len(problems) == 1 else 'problems'}"
        click.echo(
            f"Warning: the case {case!r} is not as it was put in ({number}); see them with "
            "`tumen verify` and compare with a copy before you rely on what follows.",
            err=True,
        )


def each_once(
    kept: Iterable[Report], given: Iterable[Report], known: Known
) -> tuple[tuple[Report, ...], tuple[str, ...]]:
    """Return each report once, and the names of those that came again.

    Of a report that is in the case the case knows most, but for what was just typed.
    """
    first = {report.id: report for report in kept}
    again = []
    for report in given:
        if report.id in first:
            again.append(report.name)
            first[report.id] = pipeline.described_anew(first[report.id], report, known)
        else:
            first[report.id] = report
    return tuple(first.values()), tuple(again)


def say_again(names: Iterable[str], *, quiet: bool) -> None:
    """Say which reports were given twice."""
    listed = ", ".join(repr(name) for name in names)
    if listed and not quiet:
        click.echo(f"Given twice and counted once: {listed}.", err=True)


def check_some_left(reports: tuple[Report, ...], later: tuple[Report, ...], asked: Asked) -> None:
    """Refuse a day before all reports: there would be nothing to tell."""
    if reports and len(later) == len(reports):
        raise CommandError(
            f"Every report came out after {asked.as_of}, the day of --as-of; nothing was known by "
            "then. Give a later day, or earlier reports."
        )


def say_mistaken(reports: Iterable[Report]) -> None:
    """Say which reports are said to be in a language that their letters are not of."""
    for report in reports:
        if found := disagrees(report.text, report.language):
            said = LANGUAGES[report.language.split("-")[0].lower()]
            click.echo(
                f"{visible(report.name)}: said to be {said}, and read as that, but written as "
                f"{LANGUAGES[found]} is; if that is a slip, say --language {found}.",
                err=True,
            )


def say_untold(unreadable: Iterable[Report], later: Iterable[Report], asked: Asked) -> None:
    """Say which reports are not told, and why."""
    for report in unreadable:
        click.echo(
            f"{visible(report.name)}: language {report.language} cannot be read; nothing in it was looked "
            "at. If it is in another language, say which with --language.",
            err=True,
        )
    for report in later:
        click.echo(
            f"{visible(report.name)}: came out after {asked.as_of}, and is left out.", err=True
        )


def files_of(reports: Iterable[str]) -> tuple[str, ...]:
    """Return the files named; the archive says what is wrong with one, but for a folder."""
    files = tuple(reports)
    for file in files:
        if is_case(file):
            raise CommandError(f"{file!r} is a case; to take its reports, say --case {file}.")
        if is_folder(file):
            raise CommandError(
                f"{file!r} is a folder; name the files in it, such as {str(Path(file) / '*')!r} "
                "without the quotes."
            )
    return files


def is_case(file: str) -> bool:
    """Tell whether *file* is the folder of a case."""
    try:
        return is_folder(file) and (Path(file) / CASE_FILE).is_file()
    except OSError:
        # Closed to us: as a folder it is refused in any case.
        return False


def is_folder(file: str) -> bool:
    """Tell whether *file* is a folder; a name that no file can have is none."""
    try:
        return Path(file).is_dir()
    except OSError:
        return False


def known_of(asked: Asked) -> Known:
    """Return what the user says of the given reports."""
    return Known(published=asked.published, language=asked.language)

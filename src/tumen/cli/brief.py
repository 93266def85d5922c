"""`tumen brief`: the main job in one go."""

from __future__ import annotations

from pathlib import Path

import click

from tumen import pipeline
from tumen.cli.asked import WITHHOLDS, Asked, takes_reports
from tumen.cli.prepared import understand
from tumen.cli.progress import showing
from tumen.cli.writing import check_target, emit, write_whole
from tumen.errors import CommandError
from tumen.records import Situation

DEFAULT_TARGET = "brief.html"
STANDARD_OUTPUT = "-"

# The ending of the file says what is written.
FORMATS = {".html": "html", ".htm": "html", ".md": "md", ".json": "json"}


@click.command(name="brief")
@takes_reports
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default=DEFAULT_TARGET,
    help="The file to write: .html, .md or .json; - writes Markdown to standard output."
    f"  [default: {DEFAULT_TARGET}]",
)
@click.option(
    "--full",
    is_flag=True,
    help="Print everything: on paper, too, every sentence in full and the reports word for word.",
)
@WITHHOLDS
def command(asked: Asked, *, output: str, full: bool, withhold_below: int) -> None:
    """Write the brief: what is reported, disputed and unknown, with every source.

    REPORTs are text files or saved web pages in English, Korean, Japanese or Chinese. A text file
    may begin with lines such as "date: 2020-11-05", "publisher: ...", and then an empty line.

    \b
    Examples:
      tumen brief article.txt --published 2020-11-05
      tumen brief reports/* -o brief.md --lang ko
    """
    format_ = format_of(output)
    if output != STANDARD_OUTPUT:
        check_target(Path(output), asked.reports)
    with showing(quiet=asked.quiet) as progress:
        situation, background = understand(asked, progress)
        situation = pipeline.withhold(situation, withhold_below, background=background)
        content = pipeline.write_brief(
            situation,
            background=background,
            format=format_,
            language=asked.output_language,
            full=full,
            progress=progress,
        )
    if output == STANDARD_OUTPUT:
        emit(content.decode("utf-8"))
    else:
        write_whole(Path(output), content)
    if not asked.quiet:
        click.echo(summary(situation, output), err=True)


def format_of(output: str) -> str:
    """Return the format that the file's ending asks for."""
    if output == STANDARD_OUTPUT:
        return "md"
    ending = Path(output).suffix.lower()
    if ending == ".pdf":
        raise CommandError(
            "Writing PDF is not built yet; write a page with -o brief.html, open it in a browser "
            "and print it to PDF."
        )
    if ending not in FORMATS:
        raise CommandError(
            f"The ending of {output!r} names no format; end it with one of "
            f"{', '.join(sorted(FORMATS))}."
        )
    return FORMATS[ending]


def summary(situation: Situation, output: str) -> str:
    """Return what was read, what needs a person, and where the brief is."""
    lines = [
        what_was_read(situation),
        *what_needs_a_person(situation),
        *what_has_no_date(situation),
    ]
    if output != STANDARD_OUTPUT:
        opened = ", to be opened in any browser" if format_of(output) == "html" else ""
        lines.append(f"The brief is in {output}{opened}.")
    return "\n".join(lines)


def what_was_read(situation: Situation) -> str:
    """Return how many reports and claims there are, and from how many origins."""
    claims = [claim for reading in situation.readings for claim in reading.claims]
    figures = sum(claim.figure is not None for claim in claims)
    return (
        f"Read {count(len(situation.reports), 'report')}: {count(len(claims), 'claim')}, "
        f"{figures} of them with a number of people, "
        f"going back to {count(len(situation.lineage.origins), 'origin')}."
    )


def what_needs_a_person(situation: Situation) -> list[str]:
    """Return what a machine cannot settle: contradictions and numbers it did not understand."""
    lines = []
    found = len(situation.reconciliation.contradictions)
    if found:
        lines.append(
            f"{count(found, 'set')} of claims cannot all be true together; the brief shows each."
        )
    unread = sum(len(reading.unread) for reading in situation.readings)
    if unread:
        verb = "was" if unread == 1 else "were"
        lines.append(
            f"{count(unread, 'number')} {verb} not understood and wait to be read by a person; "
            "the brief lists them."
        )
    return lines


def what_has_no_date(situation: Situation) -> list[str]:
    """Return what follows for reports without a date: nothing was guessed."""
    undated = sum(report.published is None for report in situation.reports)
    if not undated:
        return []
    verb = "has" if undated == 1 else "have"
    return [
        f"{count(undated, 'report')} {verb} no date of publication, so that words like "
        '"last month" stayed unresolved; give the date with --published YYYY-MM-DD.'
    ]


def count(number: int, noun: str) -> str:
    """Return `1 report`, `2 reports`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

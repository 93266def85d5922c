"""`tumen read`: the claims in reports."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tumen import pipeline
from tumen.cli.as_json import claims_in_order, line_of
from tumen.cli.asked import Asked, takes_reports
from tumen.cli.prepared import Prepared, prepare
from tumen.cli.progress import showing
from tumen.cli.second import (
    SecondAsked,
    check_answered,
    check_second,
    keeping,
    reader_of,
    takes_second_reader,
)
from tumen.cli.second_json import second_lines
from tumen.cli.writing import emit
from tumen.records import Reading, SecondReading


@click.command(name="read")
@takes_reports
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one line a claim.")
@click.option(
    "--statements",
    is_flag=True,
    help="Add reported statements that carry no figure and fit no kind.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Show the text itself, with the words of every field marked and the rule named.",
)
@takes_second_reader
def command(
    asked: Asked, typed: SecondAsked, *, as_json: bool, statements: bool, explain: bool
) -> None:
    """List the claims in reports: how many people, what happened, where, when, who says so.

    Numbers that were not understood are listed too. Nothing leaves this machine, but with --second,
    and then only to that server: a model reads the reports as well, its claims are kept apart
    from the rules' and shown beside them.

    \b
    Examples:
      tumen read article.txt
      tumen read article.txt --explain
      tumen read reports/*.txt --json > claims.jsonl
      tumen read article.txt --second http://127.0.0.1:8080/v1 --model NAME
    """
    if as_json and explain:
        raise click.UsageError("--explain is for people and --json for programs: choose one.")
    check_second(typed, asked.reports)
    reader = reader_of(typed)
    with showing(quiet=asked.quiet) as progress:
        prepared = prepare(asked, progress)
        readings = pipeline.read(
            prepared.reports, background=prepared.background, progress=progress
        )
        seconds: tuple[SecondReading, ...] = ()
        if reader is not None:
            with keeping(reader, typed.save_answers) as answering:
                seconds = pipeline.read_again(
                    prepared.reports,
                    readings,
                    answering,
                    background=prepared.background,
                    progress=progress,
                )
    if as_json:
        emit(lines_of(prepared, readings, seconds, statements=statements))
    else:
        show(asked, prepared, readings, seconds, statements=statements, explain=explain)
    check_answered(seconds)


def lines_of(
    prepared: Prepared,
    readings: Sequence[Reading],
    seconds: Sequence[SecondReading],
    *,
    statements: bool,
) -> str:
    """Return all claims as lines of JSON, and after them what a second reader said."""
    lines = claims_in_order(prepared.reports, readings, statements=statements)
    if seconds:
        for report, second in zip(prepared.reports, seconds, strict=True):
            lines += second_lines(report, second)
    return "".join(line_of(line) for line in lines)


def show(  # both readings, and the two ways to look at them
    asked: Asked,
    prepared: Prepared,
    readings: Sequence[Reading],
    seconds: Sequence[SecondReading],
    *,
    statements: bool,
    explain: bool,
) -> None:
    """Print a table for each report, or its text with the evidence marked; a second reader below."""
    # Drawing is imported by those who look, not by programs that take JSON.
    from tumen.cli.page import Page
    from tumen.cli.show_claims import show_report
    from tumen.cli.show_explained import show_explained
    from tumen.cli.show_second import show_second
    from tumen.cli.words import words_in

    page = Page()
    words = words_in(asked.output_language, prepared.background)
    draw = show_explained if explain else show_report
    for place, (report, reading) in enumerate(zip(prepared.reports, readings, strict=True)):
        draw(page, report, reading, words, statements=statements)
        if seconds:
            show_second(
                page, reading, seconds[place], words, statements=statements, explain=explain
            )
    page.print()

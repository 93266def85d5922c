"""`tumen read`: the claims in reports."""

from __future__ import annotations

import click

from tumen import pipeline
from tumen.cli.as_json import claims_in_order, line_of
from tumen.cli.asked import Asked, takes_reports
from tumen.cli.prepared import Prepared, prepare
from tumen.cli.progress import showing
from tumen.cli.writing import emit
from tumen.records import Reading


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
def command(asked: Asked, *, as_json: bool, statements: bool, explain: bool) -> None:
    """List the claims in reports: how many people, what happened, where, when, who says so.

    Numbers that were not understood are listed too.

    \b
    Examples:
      tumen read article.txt
      tumen read article.txt --explain
      tumen read reports/*.txt --json > claims.jsonl
    """
    if as_json and explain:
        raise click.UsageError("--explain is for people and --json for programs: choose one.")
    with showing(quiet=asked.quiet) as progress:
        prepared = prepare(asked, progress)
        readings = pipeline.read(
            prepared.reports, background=prepared.background, progress=progress
        )
    if as_json:
        claims = claims_in_order(prepared.reports, readings, statements=statements)
        emit("".join(line_of(claim) for claim in claims))
    else:
        show(asked, prepared, readings, statements=statements, explain=explain)


def show(
    asked: Asked,
    prepared: Prepared,
    readings: tuple[Reading, ...],
    *,
    statements: bool,
    explain: bool,
) -> None:
    """Print a table for each report, or its text with the evidence marked."""
    # Drawing is imported by those who look, not by programs that take JSON.
    from tumen.cli.page import Page
    from tumen.cli.show_claims import show_report
    from tumen.cli.show_explained import show_explained
    from tumen.cli.words import words_in

    page = Page()
    words = words_in(asked.output_language, prepared.background)
    draw = show_explained if explain else show_report
    for report, reading in zip(prepared.reports, readings, strict=True):
        draw(page, report, reading, words, statements=statements)
    page.print()

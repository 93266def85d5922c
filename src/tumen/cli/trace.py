"""`tumen trace`: who repeats whom."""

from __future__ import annotations

import click

from tumen import pipeline
from tumen.cli.as_json import line_of, trace_json
from tumen.cli.asked import Asked, takes_reports
from tumen.cli.prepared import prepare
from tumen.cli.progress import showing
from tumen.cli.writing import emit


@click.command(name="trace")
@takes_reports
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(asked: Asked, *, as_json: bool) -> None:
    """Show who repeats whom, what was distorted on the way, and how many origins there are.

    Then what became of each group that is counted, and how long nothing was heard of it.

    \b
    Examples:
      tumen trace reports/*
      tumen trace reports/* --json > lineage.json
    """
    with showing(quiet=asked.quiet) as progress:
        prepared = prepare(asked, progress)
        reports, background = prepared.reports, prepared.background
        readings = pipeline.read(reports, background=background, progress=progress)
        lineage = pipeline.trace(reports, readings, background=background, progress=progress)
        groups = pipeline.follow(reports, readings, lineage, background=background)
    if as_json:
        emit(line_of(trace_json(reports, readings, lineage, groups)))
        return
    # Drawing is imported by those who look, not by programs that take JSON.
    from tumen.cli.page import Page
    from tumen.cli.show_groups import show_groups
    from tumen.cli.show_lineage import show_lineage
    from tumen.cli.words import words_in

    page = Page()
    words = words_in(asked.output_language, background)
    show_lineage(page, reports, readings, lineage, words)
    show_groups(page, readings, groups, words)
    page.print()

"""`tumen reconcile`: what the figures allow together."""

from __future__ import annotations

import click

from tumen import pipeline
from tumen.cli.as_json import line_of, reconcile_json
from tumen.cli.asked import WITHHOLDS, Asked, takes_reports
from tumen.cli.figures import FigurePaths, reconcile_figures
from tumen.cli.prepared import understand
from tumen.cli.progress import showing
from tumen.cli.writing import emit


@click.command(name="reconcile")
@takes_reports
@click.option(
    "--assume",
    multiple=True,
    metavar="NAME",
    help="Switch an assumption on, such as persistence: nobody leaves a place unreported. "
    "NAME:CLAIM is of one claim alone: exhaustive:c-0457 reads its bare number as all there were.",
)
@click.option(
    "--not-assume",
    multiple=True,
    metavar="NAME",
    help="Switch an assumption off, also of one claim alone.",
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Show the bounds of every place and day, also where they say nothing new.",
)
@click.option("--claims", metavar="FILE", help="Figures without texts: claims, one JSON a line.")
@click.option("--places", metavar="FILE", help="Their places: id,name,parent.")
@click.option("--limits", metavar="FILE", help="What is known of them at all times (TOML).")
@click.option("--ask", metavar="FILE", help="The quantities to bound, one JSON a line.")
@WITHHOLDS
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(  # noqa: PLR0913  # one for each option
    asked: Asked,
    *,
    claims: str | None,
    places: str | None,
    limits: str | None,
    ask: str | None,
    assume: tuple[str, ...],
    not_assume: tuple[str, ...],
    every: bool,
    withhold_below: int,
    as_json: bool,
) -> None:
    """Show the least and the most people that the claims allow, and what cannot all be true.

    \b
    Examples:
      tumen reconcile reports/* --as-of 2020-11-05
      tumen reconcile reports/* --all
      tumen reconcile reports/* --not-assume persistence
      tumen reconcile reports/* --json > bounds.json
      tumen reconcile --claims claims.jsonl --places places.csv --limits limits.toml --json
    """
    paths = FigurePaths(claims=claims, places=places, limits=limits, ask=ask)
    if paths.given:
        if asked.reports or asked.case is not None:
            raise click.UsageError("Give reports, or figures with --claims and --places, not both.")
        reconcile_figures(paths, codebook=asked.codebook, as_of=asked.as_of, as_json=as_json)
        return
    switched = frozenset((*assume, *(f"-{name}" for name in not_assume)))
    with showing(quiet=asked.quiet) as progress:
        situation, background = understand(asked, progress, assumptions=switched)
    situation = pipeline.withhold(situation, withhold_below, background=background)
    if as_json:
        emit(line_of(reconcile_json(situation)))
        return
    # Drawing is imported by those who look, not by programs that take JSON.
    from tumen.cli.page import Page
    from tumen.cli.show_bounds import show_situation
    from tumen.cli.words import words_in

    page = Page()
    show_situation(page, situation, words_in(asked.output_language, background), every=every)
    page.print()

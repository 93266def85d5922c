"""`tumen what-if`: what follows if a scenario comes true."""

from __future__ import annotations

from dataclasses import replace

import click

from tumen import pipeline
from tumen.cli.as_json import Json, line_of
from tumen.cli.asked import Asked, takes_reports
from tumen.cli.figures import text_of
from tumen.cli.prepared import ground_of, is_case, understand
from tumen.cli.progress import showing
from tumen.cli.writing import emit
from tumen.reconcile import Ends, Pace, Projection


@click.command(name="what-if")
@takes_reports
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(asked: Asked, *, as_json: bool) -> None:
    """Show how many would be held, sent back and let go if a scenario came true.

    The last of what is named is the scenario, a TOML file (docs/what-if.md); before it stands a case,
    or reports. The outcome is bounds, of what is supposed and of the claims as they stand: no
    forecast.

    \b
    Examples:
      tumen what-if CASE reopening.toml
      tumen what-if reports/* reopening.toml --json
    """
    asked, path = _parted(asked)
    _, text = text_of(path)
    ground = ground_of(asked)
    background = ground.background
    scenario = pipeline.read_scenario(text, path, background=background)
    with showing(quiet=asked.quiet) as progress:
        asked = replace(asked, as_of=asked.as_of or scenario.start)
        situation, _ = understand(
            asked, progress, assumptions=frozenset(scenario.assume), ground=ground
        )
    projection = pipeline.what_if(scenario, situation, background=background)
    if as_json:
        emit(line_of(projection_json(projection)))
        return
    # Drawing is imported by those who look, not by programs that take JSON.
    from tumen.cli.page import Page
    from tumen.cli.show_bounds import sources_of
    from tumen.cli.show_what_if import show_projection
    from tumen.cli.words import words_in

    page = Page()
    words = words_in(asked.output_language, background)
    show_projection(page, projection, sources_of(situation), words)
    page.print()


def _parted(asked: Asked) -> tuple[Asked, str]:
    """Return what was asked without the scenario, and its path."""
    *reports, scenario = asked.reports or ("",)
    if not scenario or not (reports or asked.case):
        raise click.UsageError("Name a case or reports, and then the SCENARIO, a .toml file.")
    if len(reports) == 1 and asked.case is None and is_case(reports[0]):
        return replace(asked, reports=(), case=reports[0]), scenario
    return replace(asked, reports=tuple(reports)), scenario


def projection_json(projection: Projection) -> Json:
    """Return the scenario, where it starts from, and every step; null is open."""
    scenario, known = projection.scenario, projection.known
    returns = scenario.returns
    return {
        "scenario": {
            "title": scenario.title,
            "place": scenario.place,
            "until": scenario.until.isoformat(),
            "every": scenario.every,
            "assume": list(scenario.assume),
            "held": {"low": scenario.held_low, "high": scenario.held_high},
            "returns": None
            if returns is None
            else {
                "from": returns.start.isoformat(),
                "everybody": returns.pace is None,
                **({"at_most": returns.pace.high, "per": returns.pace.per} if returns.pace else {}),
            },
            "arrests": _pace_json(scenario.arrests),
            "releases": _pace_json(scenario.releases),
        },
        "start": projection.start.isoformat(),
        "held": _ends_json(projection.held),
        "low_claims": list(known.low_claims) if known else [],
        "high_claims": list(known.high_claims) if known else [],
        "assumptions": list(
            dict.fromkeys((*known.low_assumptions, *known.high_assumptions)) if known else []
        ),
        "steps": [
            {
                "day": step.day.isoformat(),
                "held": _ends_json(step.held),
                "returned": _ends_json(step.returned),
                "released": _ends_json(step.released),
                "arrested": _ends_json(step.arrested),
            }
            for step in projection.steps
        ],
    }


def _ends_json(ends: Ends) -> Json:
    return {"low": ends.low, "high": ends.high}


def _pace_json(pace: Pace | None) -> Json:
    return None if pace is None else {"low": pace.low, "high": pace.high, "per": pace.per}

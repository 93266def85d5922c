"""`tumen reconcile --claims ... --places ...`: figures without texts."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tumen import pipeline
from tumen.cli.as_json import Json, bound_json, contradiction_json, line_of, quantity_json
from tumen.cli.bounds_table import says_something
from tumen.cli.writing import emit
from tumen.errors import CommandError
from tumen.reconcile import Ask, FigureFiles, Figures, asks_of
from tumen.records import Bound, Reconciliation
from tumen.settings import DEFAULT_CODEBOOK


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePaths:
    """What was typed: files of figures."""

    claims: str | None
    places: str | None
    limits: str | None
    ask: str | None

    @property
    def given(self) -> bool:
        """Tell whether any was given."""
        return any((self.claims, self.places, self.limits, self.ask))


class Stopwatch:
    """How long each stage takes."""

    def __init__(self) -> None:
        """Begin outside all stages."""
        self.seconds: dict[str, float] = {}
        self._stage, self._since = "", 0.0

    def begin(self, stage: str) -> None:
        """End the stage that runs and begin another."""
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = round(now - self._since, 4)
        self._stage, self._since = stage, now


def reconcile_figures(
    paths: FigurePaths, *, codebook: str | None, as_of: date | None, as_json: bool
) -> None:
    """Read the files, hold them together and print the outcome."""
    watch = Stopwatch()
    figures, outcome = pipeline.hold_together(
        _texts(paths), codebook=codebook or DEFAULT_CODEBOOK, as_of=as_of, stage=watch.begin
    )
    watch.begin("")
    if as_json:
        emit(line_of(figures_json(figures, outcome, watch.seconds)))
    else:
        emit(figures_table(figures, outcome))


def _texts(paths: FigurePaths) -> FigureFiles:
    if paths.claims is None or paths.places is None:
        missing = "--claims" if paths.claims is None else "--places"
        raise CommandError(f"Figures without texts need both --claims and --places; say {missing}.")
    return FigureFiles(
        claims=text_of(paths.claims),
        places=text_of(paths.places),
        limits=text_of(paths.limits) if paths.limits else None,
        ask=text_of(paths.ask) if paths.ask else None,
    )


def text_of(path: str) -> tuple[str, str]:
    """Return the path of a file, which its errors call it by, and its text."""
    try:
        return path, Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CommandError(f"{path!r} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise CommandError(f"{path!r} is not written in UTF-8: {error}.") from error


def figures_json(figures: Figures, outcome: Reconciliation, seconds: dict[str, float]) -> Json:
    """Return the outcome as the contract has it; answers in the order of the questions."""
    by_origin: dict[str, list[str]] = {}
    for claim in figures.claims:
        by_origin.setdefault(claim.origin, []).append(claim.id)
    return {
        "as_of": outcome.as_of.isoformat() if outcome.as_of else None,
        "codebook": outcome.codebook,
        "solver": outcome.solver,
        "claims": [
            {
                "id": claim.id,
                "quantity": quantity_json(claim.quantity),
                "figure": {"low": claim.low, "high": claim.high},
                "origin": claim.origin,
            }
            for claim in figures.claims
        ],
        "origins": [{"id": origin, "claims": list(own)} for origin, own in by_origin.items()],
        "bounds": [
            figure_bound_json(ask, bound)
            for ask, bound in zip(asks_of(figures), outcome.bounds, strict=True)
        ],
        "contradictions": [contradiction_json(found) for found in outcome.contradictions],
        "conditions": [],
        "corrections": [list(correction) for correction in outcome.corrections],
        "corrections_proven": outcome.proven,
        "corrections_complete": outcome.all_ties,
        "set_aside": list(outcome.set_aside),
        "seconds": dict(seconds),
    }


def figure_bound_json(ask: Ask, bound: Bound) -> Json:
    """Return the answer to one question; what is assumed of texts is not told of figures."""
    told = bound_json(bound)
    assert isinstance(told, dict)  # noqa: S101  # what bound_json returns
    return {"id": ask.id} | {k: v for k, v in told.items() if k != "if_persistence"}


def figures_table(figures: Figures, outcome: Reconciliation) -> str:
    """Return the bounds, the contradictions and what is set aside, as lines for people."""
    lines = [f"Bounds: the least and the most that {len(figures.claims):,} claims allow.", ""]
    for bound in outcome.bounds:
        if says_something(bound):
            q = bound.quantity
            when = q.day.isoformat() if q.day else f"{q.start} to {q.end}"
            what = q.state or q.into or q.out_of or q.by or ""
            most = "or more" if bound.high is None else f"to {bound.high:,}"
            why = ", ".join(bound.pinned_by) or "no claim alone"
            lines.append(f"{q.place}  {what}  {when}  {bound.low:,} {most}  because of: {why}")
    lines += ["", f"Contradictions: {len(outcome.contradictions):,}."]
    lines += [f"  {found.reason}" for found in outcome.contradictions]
    if outcome.set_aside:
        aside = ", ".join(outcome.set_aside)
        lines += ["", f"Set aside, so that the rest can stand together: {aside}."]
    return "\n".join(lines) + "\n"

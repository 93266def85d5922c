"""The second verb of the room: the same, of figures that somebody brings without texts (§3.11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tumen.codebook import Codebook
from tumen.ids import content_id
from tumen.reconcile.atoms import Atom, claims_among
from tumen.reconcile.contradictions import people_apart
from tumen.reconcile.cores import Core
from tumen.reconcile.figure_model import dates_of, weights_of, with_states
from tumen.reconcile.figures import Figures
from tumen.reconcile.held_together import HeldTogether, held_together
from tumen.reconcile.solver import solver_version
from tumen.records import Contradiction, Measure, Quantity, Reconciliation

# Called before each stage: whoever has a clock can tell how long it took.
Stage = Callable[[str], None]

# Gaps are told of as many contradictions; each takes a small program of its own.
MOST_GAPS = 500


def say_nothing(stage: str) -> None:
    """Take no notice of a stage."""


def reconcile_figures(
    figures: Figures,
    *,
    codebook: Codebook,
    as_of: date | None = None,
    exact: bool | None = None,
    stage: Stage = say_nothing,
) -> Reconciliation:
    """Return the bounds and contradictions of *figures*, answers in the order of what is asked.

    *exact* holds all claims together whatever their number, or each place by itself (§3.12).

    1. the model: constraints and standing limits
    2. contradictions and the lightest corrections
    3. bounds of what is left, with their pins
    """
    # 1
    stage("model")
    figures = with_states(figures, codebook)
    held = held_together(figures, exact=exact)
    # 2
    stage("contradictions")
    conflicts = held.conflicts(weights_of(figures))
    contradictions = tuple(
        _contradiction(core, held, with_gap=number < MOST_GAPS)
        for number, core in enumerate(conflicts.cores)
    )
    dropped = next(iter(conflicts.corrections), frozenset[Atom]())
    # 3
    stage("bounds")
    disputed = frozenset(claim for c in contradictions for claim in c.claims)
    bounds = held.bounds(dropped, disputed)
    return Reconciliation(
        as_of=as_of or max((dates_of(c.quantity)[-1] for c in figures.claims), default=None),
        constraints=held.constraints,
        bounds=bounds,
        contradictions=contradictions,
        conditions=(),
        findings=(),
        set_aside=claims_among(dropped),
        corrections=tuple(claims_among(c) for c in conflicts.corrections),
        proven=conflicts.proven,
        all_ties=conflicts.all_ties,
        codebook=f"{codebook.name}/{codebook.version}",
        solver=solver_version(),
    )


def _contradiction(core: Core, held: HeldTogether, *, with_gap: bool) -> Contradiction:
    claims = claims_among(core)
    gap = people_apart(held.only(core)) if with_gap else 0
    said = " and ".join(f"{claim!r}, {_said(held.quantity_of[claim])}" for claim in claims)
    told = f"they are at least {gap:,} people apart" if with_gap else "the gap is not worked out"
    places = {held.quantity_of[claim].place for claim in claims}
    return Contradiction(
        id=content_id("x", *claims),
        claims=claims,
        type="arithmetic" if len(places) > 1 else "count_conflict",
        gap=gap,
        reason=f"These cannot all hold: {said}; {told}.",
    )


def _said(q: Quantity) -> str:
    """Return what a claim counts, in words."""
    if q.measure is Measure.STOCK:
        return f"{q.state} in {q.place}{f' on {q.day}' if q.day else ''}"
    if q.measure is Measure.MEAN_STOCK:
        return f"mean {q.state} in {q.place}, {q.start} to {q.end}"
    way = f"into {q.into}" if q.into else f"out of {q.out_of}" if q.out_of else f"{q.by} from"
    days = f", {q.start} to {q.end}" if q.start else ""
    return f"{way} in {q.place}{days}"

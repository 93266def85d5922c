"""The verb of the room: what the figures allow together.  Rules: docs/method.md, §3 and §4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tumen.codebook import Codebook
from tumen.reconcile.answers import status_conflicts
from tumen.reconcile.assumptions import in_force
from tumen.reconcile.conditions import conditions_of
from tumen.reconcile.constraints import constraints_of
from tumen.reconcile.contradictions import counted, without_doubles, worded
from tumen.reconcile.disagreements import Disagreement, disagreements_of, each_once
from tumen.reconcile.findings import findings_of
from tumen.reconcile.model import model_of
from tumen.reconcile.one_event import told_otherwise
from tumen.reconcile.place_tree import PlaceTree, place_tree
from tumen.reconcile.places import Places
from tumen.reconcile.retold import retold_otherwise
from tumen.reconcile.settling import settle
from tumen.reconcile.solver import solver_version
from tumen.reconcile.standing import StandingClaim, standing_claims
from tumen.reconcile.two_counts import counted_otherwise
from tumen.records import Claim, Lineage, Reconciliation, Report


def reconcile(  # noqa: PLR0913 - what the pipeline has, and what a person may switch
    reports: Sequence[Report],
    claims: Sequence[Claim],
    lineage: Lineage,
    *,
    codebook: Codebook,
    gazetteer: Places,
    as_of: date | None,
    assumptions: frozenset[str] = frozenset(),
) -> Reconciliation:
    """Return the bounds, contradictions, conditions and findings of *claims*.

    Without *as_of* the day is that of the latest report; *assumptions* are switched on, or
    off ("-persistence"), against what the codebook has; "exhaustive:c-0457" is of one claim.  The steps:

    1. standing claims: what is said, once for each origin
    2. the model: constraints on the people in places and states
    3. contradictions, of words and of numbers, and the lightest corrections
    4. bounds of what is left, with their pins
    5. the board, and what else follows

    Raises ReconcileError for claims without their report and for an assumption that nobody knows, SolverError when the solver stops
    without an answer.
    """
    as_of = as_of or _latest(reports)
    # 1
    standing = standing_claims(
        reports, claims, lineage, codebook=codebook, gazetteer=gazetteer, as_of=as_of
    )
    tree = place_tree((p for s in standing for p in s.places), codebook.area, gazetteer)
    # 2
    held = in_force(codebook, assumptions, {claim.id for claim in claims})
    model = model_of(standing, constraints_of(standing, codebook, held), tree, held, as_of)
    # 3
    of_words = _of_words(standing, tree, lineage, codebook)
    settled = settle(model, standing, of_words)
    contradictions = without_doubles(
        (
            *worded(of_words, gazetteer.places),
            *counted(settled.cores, standing, model.constraints, tree, gazetteer.places),
        )
    )
    # 4
    disputed = frozenset(claim for c in contradictions for claim in c.claims)
    bounds = model.bounds(settled.dropped, standing, disputed)
    # 5
    return Reconciliation(
        as_of=as_of,
        constraints=model.constraints,
        bounds=bounds,
        contradictions=contradictions,
        conditions=conditions_of(standing, contradictions, codebook, tree),
        findings=findings_of(standing, tree),
        set_aside=settled.set_aside,
        corrections=settled.corrections,
        relaxed=settled.relaxed,
        codebook=f"{codebook.name}/{codebook.version}",
        solver=solver_version(),
    )


def _of_words(
    standing: Sequence[StandingClaim], tree: PlaceTree, lineage: Lineage, codebook: Codebook
) -> tuple[Disagreement, ...]:
    """Return the conflicts of words: within reports, of statuses, and of one event told twice."""
    return each_once(
        (
            *disagreements_of(standing, tree),
            *status_conflicts(standing, tree),
            *told_otherwise(standing, tree, codebook),
            *counted_otherwise(standing, tree),
            *retold_otherwise(standing, lineage),
        )
    )


def _latest(reports: Sequence[Report]) -> date | None:
    """Return the last day on which any of *reports* was published, None if no date is known."""
    days = [r.published.last_day for r in reports if r.published and r.published.last_day]
    return max(days, default=None)

"""Records as the JSON of the contract: what other programs depend on.

Fields beyond the contract may be added here, those of the contract never changed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TypeAlias

from tumen.brief import spelt_out
from tumen.records import (
    Bound,
    Claim,
    Condition,
    Contradiction,
    Distortion,
    Figure,
    Finding,
    Group,
    Lineage,
    Origin,
    Passage,
    Period,
    Quantity,
    Reading,
    Reconciliation,
    Report,
    Retelling,
    Situation,
    Step,
)

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def line_of(value: Json) -> str:
    """Return *value* as one line of JSON, in the letters it was written in.

    Spelt out are letters that a terminal would obey, and those that some programs take for the
    end of a line.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return spelt_out(text) + "\n"


# --- claims --------------------------------------------------------------------------


def claims_in_order(
    reports: Sequence[Report], readings: Sequence[Reading], *, statements: bool = False
) -> list[Json]:
    """Return all claims, by the order of the reports and then of the words."""
    listed: list[Json] = []
    for report, reading in zip(reports, readings, strict=True):
        listed += [claim_json(claim, report.name) for claim in claims_of(reading, statements)]
    return listed


def claims_of(reading: Reading, statements: bool = False) -> list[Claim]:
    """Return the claims of one report in the order of their words."""
    claims = [*reading.claims, *(reading.statements if statements else ())]
    return sorted(claims, key=lambda c: (c.passage.span, c.kind, c.id))


def claim_json(claim: Claim, file: str) -> Json:
    """Return one claim; `file` is the report's name as handed over."""
    return {
        "id": claim.id,
        "report": claim.report,
        "file": file,
        "kind": claim.kind,
        "subject": claim.subject,
        "passage": passage_json(claim.passage),
        "figure": figure_json(claim.figure) if claim.figure else None,
        "places": [{"id": p.id, "name": p.name, "role": p.role.value} for p in claim.places],
        "period": period_json(claim.period) if claim.period else None,
        "since": period_json(claim.since) if claim.since else None,
        "attribution": [
            {"name": hop.name, "type": hop.type.value, "cue": hop.cue} for hop in claim.attribution
        ],
        "modality": claim.modality.value,
        "reasons": [reason.code for reason in claim.reasons],
        "part": claim.part.value,
        "group": claim.group,
        "read_by": claim.read_by,
    }


def passage_json(passage: Passage) -> Json:
    """Return the quoted words; offsets count code points."""
    return {
        "start": passage.span.start,
        "end": passage.span.end,
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
    }


def figure_json(figure: Figure) -> Json:
    """Return how many people; null is an open end."""
    return {
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "wording": figure.wording,
        "printed": figure.printed,
    }


def period_json(period: Period) -> Json:
    """Return the days, both ends counted; null is an open or unresolved end."""
    return {
        "start": period.first_day.isoformat() if period.first_day else None,
        "end": period.last_day.isoformat() if period.last_day else None,
        "printed": period.printed,
        "anchor": period.anchor.isoformat() if period.anchor else None,
        "precision": period.precision.value,
    }


# --- trace ---------------------------------------------------------------------------


def trace_json(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    lineage: Lineage,
    groups: Sequence[Group] = (),
) -> Json:
    """Return who repeats whom, and what became of the groups that are counted."""
    return {
        "claims": claims_in_order(reports, readings),
        "retellings": [retelling_json(retelling) for retelling in lineage.retellings],
        "origins": [origin_json(origin) for origin in lineage.origins],
        "groups": [group_json(group) for group in groups],
    }


def retelling_json(retelling: Retelling) -> Json:
    """Return one retelling; `because` and `details` are the evidence for it."""
    return {
        "child": retelling.child,
        "parent": retelling.parent,
        "basis": retelling.basis.value,
        "distortions": list(dict.fromkeys(d.type for d in retelling.distortions)),
        "confidence": retelling.confidence,
        "because": list(retelling.because),
        "details": [distortion_json(distortion) for distortion in retelling.distortions],
    }


def distortion_json(distortion: Distortion) -> Json:
    """Return what changed, with both wordings."""
    return {
        "type": distortion.type,
        "child": passage_json(distortion.child),
        "parent": passage_json(distortion.parent),
    }


def origin_json(origin: Origin) -> Json:
    """Return the root of a lineage and the claims that go back to it."""
    return {
        "id": origin.id,
        "claims": list(origin.claims),
        "root": origin.root,
        "speaker": origin.speaker,
        "independence": origin.independence.value,
        "cited_unfound": list(origin.cited_unfound),
    }


def group_json(group: Group) -> Json:
    """Return the fate of a group; `silent_days` count to the day of the newest report."""
    return {
        "id": group.id,
        "root": group.root,
        "claims": list(group.claims),
        "reports": group.reports,
        "steps": [step_json(step) for step in group.steps],
        "outcome": group.outcome,
        "partly": list(group.partly),
        "last_news": group.last_news.isoformat() if group.last_news else None,
        "silent_days": group.silent_days,
    }


def step_json(step: Step) -> Json:
    """Return one thing told of a group, in the days of the original."""
    return {
        "kind": step.kind,
        "claims": list(step.claims),
        "start": step.first_day.isoformat() if step.first_day else None,
        "end": step.last_day.isoformat() if step.last_day else None,
        "places": list(step.places),
        "moved": step.moved,
        "expected": step.expected,
    }


# --- reconcile -----------------------------------------------------------------------


def reconcile_json(situation: Situation) -> Json:
    """Return what the figures allow together."""
    outcome: Reconciliation = situation.reconciliation
    return {
        "as_of": outcome.as_of.isoformat() if outcome.as_of else None,
        "codebook": outcome.codebook,
        "solver": outcome.solver,
        "claims": claims_in_order(situation.reports, situation.readings),
        "origins": [origin_json(origin) for origin in situation.lineage.origins],
        "bounds": [bound_json(bound) for bound in outcome.bounds],
        "contradictions": [contradiction_json(found) for found in outcome.contradictions],
        "conditions": [condition_json(condition) for condition in outcome.conditions],
        "findings": [finding_json(finding) for finding in outcome.findings],
        "set_aside": list(outcome.set_aside),
        "relaxed": list(outcome.relaxed),
        "corrections": [list(correction) for correction in outcome.corrections],
    }


def bound_json(bound: Bound) -> Json:
    """Return the least and the most that the claims allow; null is open.

    `if_persistence` is null where that nobody leaves unreported changes nothing, or is assumed.
    """
    lasting = bound.if_persistence
    return {
        "quantity": quantity_json(bound.quantity),
        "low": bound.low,
        "high": bound.high,
        "low_claims": list(bound.low_claims),
        "high_claims": list(bound.high_claims),
        "low_assumptions": list(bound.low_assumptions),
        "high_assumptions": list(bound.high_assumptions),
        "low_survives_origins": bound.low_survives_origins,
        "high_survives_origins": bound.high_survives_origins,
        "pinned_by": list(bound.pinned_by),
        "low_if_any_one_origin_is_wrong": bound.low_if_any_one_origin_is_wrong,
        "high_if_any_one_origin_is_wrong": bound.high_if_any_one_origin_is_wrong,
        "standing": bound.standing.value,
        "reach": bound.reach,
        "if_persistence": if_persistence_json(lasting) if lasting else None,
    }


def if_persistence_json(bound: Bound) -> Json:
    """Return what holds if nobody leaves unreported, and the claims and assumptions that pin it."""
    claims = (*bound.low_claims, *bound.high_claims)
    assumptions = (*bound.low_assumptions, *bound.high_assumptions)
    return {
        "low": bound.low,
        "high": bound.high,
        "pinned_by": list(dict.fromkeys((*claims, *assumptions))),
        "standing": bound.standing.value,
    }


def quantity_json(quantity: Quantity) -> Json:
    """Return what is counted; only the fields that this measure has."""
    fields: dict[str, Json] = {
        "measure": quantity.measure.value,
        "state": quantity.state,
        "into": quantity.into,
        "out_of": quantity.out_of,
        "by": quantity.by,
        "place": quantity.place,
        "day": quantity.day.isoformat() if quantity.day else None,
        "start": quantity.start.isoformat() if quantity.start else None,
        "end": quantity.end.isoformat() if quantity.end else None,
        "subject": quantity.subject,
    }
    return {name: value for name, value in fields.items() if value is not None}


def contradiction_json(contradiction: Contradiction) -> Json:
    """Return a smallest set of claims that cannot all hold."""
    return {
        "id": contradiction.id,
        "claims": list(contradiction.claims),
        "type": contradiction.type,
        "gap": contradiction.gap,
        "reason": contradiction.reason,
        "assumptions": list(contradiction.assumptions),
    }


def condition_json(condition: Condition) -> Json:
    """Return the state of one indicator."""
    return {
        "indicator": condition.indicator,
        "state": condition.state,
        "since": condition.since,
        "claims": list(condition.claims),
        "disputed": condition.disputed,
    }


def finding_json(finding: Finding) -> Json:
    """Return what follows and no source says outright."""
    return {
        "id": finding.id,
        "code": finding.code,
        "claims": list(finding.claims),
        "values": dict(finding.values),
    }

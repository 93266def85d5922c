"""The sentences under "known", "disputed" and "what sources expect"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tumen.brief.clusters import Cluster, cluster_statement, clusters_of
from tumen.brief.disagreement import contradiction_statements, ties_statements
from tumen.brief.names import leaves
from tumen.brief.view import View
from tumen.records import Claim, Modality, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """Every claim's sentence, each under the one heading where it belongs."""

    clusters: tuple[Cluster, ...]
    known: tuple[Statement, ...]
    disputed: tuple[Statement, ...]
    forecast: tuple[Statement, ...]


def sort_out(view: View) -> Sections:
    """Return each cluster's sentence under one heading; contradictions come before claims."""
    clusters = clusters_of(view)
    contested = _contested(view)
    known, disputed, forecast = [], [], []
    for cluster in clusters:
        statement = cluster_statement(view, cluster)
        denied = cluster.lead.modality is Modality.DENIED
        in_question = any(_said(view, claim) in contested for claim in cluster.claims)
        if denied or in_question or _set_aside(view, cluster):
            disputed.append(_with_reason(view, cluster, statement))
        elif is_forecast(view, cluster.lead):
            forecast.append(statement)
        else:
            known.append(statement)
    return Sections(
        clusters=clusters,
        known=tuple(known),
        disputed=(*contradiction_statements(view), *ties_statements(view), *disputed),
        forecast=tuple(forecast),
    )


def is_forecast(view: View, claim: Claim) -> bool:
    """Tell whether *claim* is about what has not happened yet."""
    if claim.modality is Modality.EXPECTED:
        return True
    kind = view.codebook.kinds.get(claim.kind)
    return kind is not None and kind.planned and bool(kind.measure)


def _contested(view: View) -> frozenset[tuple[object, ...]]:
    """Return what the claims of all contradictions say, so that their repeats are found too."""
    contradictions = view.situation.reconciliation.contradictions
    return frozenset(
        _said(view, claim) for found in contradictions for claim in view.known_claims(found.claims)
    )


def _said(view: View, claim: Claim) -> tuple[object, ...]:
    origin = view.origins.get(claim.id)
    people = (claim.figure.low, claim.figure.high) if claim.figure else None
    return (origin.id if origin else claim.id, claim.kind, leaves(view, claim), people)


def _set_aside(view: View, cluster: Cluster) -> bool:
    aside = view.situation.reconciliation.set_aside
    return any(claim.id in aside for claim in cluster.claims)


def _with_reason(view: View, cluster: Cluster, statement: Statement) -> Statement:
    """Return the sentence, led by why it is not among what is known."""
    if _set_aside(view, cluster):
        return replace(
            statement, text=view.words.say("contradiction.set_aside", sentence=statement.text)
        )
    if cluster.lead.modality is Modality.DENIED:
        return replace(
            statement, text=view.words.say("contradiction.denial", sentence=statement.text)
        )
    return statement

"""The sentences under "known", "disputed" and "what sources expect"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tumen.brief.clusters import Cluster, cluster_statement, clusters_of
from tumen.brief.digest import digest_of
from tumen.brief.disagreement import contradiction_statements, ties_statements
from tumen.brief.names import leaves
from tumen.brief.people import each_bound
from tumen.brief.view import View
from tumen.records import Claim, Digest, Modality, Standing, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """Every claim's sentence, each under the one heading where it belongs."""

    clusters: tuple[Cluster, ...]
    known: tuple[Statement, ...]
    disputed: tuple[Statement, ...]
    forecast: tuple[Statement, ...]
    digest: Digest


def sort_out(view: View) -> Sections:
    """Return each cluster's sentence under one heading; contradictions come before claims."""
    clusters = clusters_of(view)
    known, disputed, forecast = _divided(view, clusters)
    contradictions = (*contradiction_statements(view), *ties_statements(view))
    return Sections(
        clusters=clusters,
        known=tuple(cluster_statement(view, cluster) for cluster in known),
        disputed=(*contradictions, *(_with_reason(view, cluster) for cluster in disputed)),
        forecast=tuple(cluster_statement(view, cluster) for cluster in forecast),
        digest=Digest(
            known=digest_of(view, known),
            disputed=(*contradictions, *_digest_of_disputed(view, disputed)),
            forecast=digest_of(view, forecast),
        ),
    )


def _divided(view: View, clusters: tuple[Cluster, ...]) -> tuple[list[Cluster], ...]:
    """Return what is known, what is disputed, and what is not yet so."""
    contested = _contested(view)
    known: list[Cluster] = []
    disputed: list[Cluster] = []
    forecast: list[Cluster] = []
    for cluster in clusters:
        denied = cluster.lead.modality is Modality.DENIED
        in_question = any(_said(view, claim) in contested for claim in cluster.claims)
        if denied or in_question or _set_aside(view, cluster):
            disputed.append(cluster)
        elif is_forecast(view, cluster.lead):
            forecast.append(cluster)
        else:
            known.append(cluster)
    return known, disputed, forecast


def _digest_of_disputed(view: View, clusters: list[Cluster]) -> tuple[Statement, ...]:
    """Return a line for each strand; what was set aside stands apart and says so."""
    aside = [cluster for cluster in clusters if _set_aside(view, cluster)]
    others = [cluster for cluster in clusters if not _set_aside(view, cluster)]
    marked = (
        replace(line, text=view.words.say("contradiction.aside", line=line.text))
        for line in digest_of(view, aside)
    )
    return (*digest_of(view, others), *marked)


def is_forecast(view: View, claim: Claim) -> bool:
    """Tell whether *claim* is about what has not happened yet."""
    if claim.modality is Modality.EXPECTED:
        return True
    kind = view.codebook.kinds.get(claim.kind)
    return kind is not None and kind.planned and bool(kind.measure)


def _contested(view: View) -> frozenset[tuple[object, ...]]:
    """Return what the claims in question say, so that their repeats are found too.

    In question are the claims of a contradiction, and those that pin a bound which is disputed:
    what the table calls disputed is not called known above it.
    """
    outcome = view.situation.reconciliation
    ids = [found.claims for found in outcome.contradictions]
    ids += [
        (*bound.low_claims, *bound.high_claims)
        for bound in each_bound(view)
        if bound.standing is Standing.DISPUTED
    ]
    return frozenset(_said(view, claim) for some in ids for claim in view.known_claims(some))


def _said(view: View, claim: Claim) -> tuple[object, ...]:
    origin = view.origins.get(claim.id)
    people = (claim.figure.low, claim.figure.high) if claim.figure else None
    return (origin.id if origin else claim.id, claim.kind, leaves(view, claim), people)


def _set_aside(view: View, cluster: Cluster) -> bool:
    aside = view.situation.reconciliation.set_aside
    return any(claim.id in aside for claim in cluster.claims)


def _with_reason(view: View, cluster: Cluster) -> Statement:
    """Return the sentence, led by why it is not among what is known."""
    statement = cluster_statement(view, cluster)
    if _set_aside(view, cluster):
        key = "contradiction.set_aside"
    elif cluster.lead.modality is Modality.DENIED:
        key = "contradiction.denial"
    else:
        return statement
    return replace(statement, text=view.words.say(key, sentence=statement.text))

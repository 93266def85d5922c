from __future__ import annotations

from tests.brief.case import (
    HAND_OVER,
    HAND_OVER_JA,
    HEADLINE,
    HELD,
    REFUSED,
    REFUSED_KO,
    THOUSAND,
)
from tumen.brief.clusters import Cluster, by_claim, cluster_statement, clusters_of


def test_every_claim_is_in_one_cluster(view, all_claims):
    told = [claim.id for cluster in clusters_of(view) for claim in cluster.claims]

    assert sorted(told) == sorted(claim.id for claim in all_claims)


def test_one_sentence_stands_for_all_texts_that_say_the_same_from_one_origin(view):
    cluster = by_claim(clusters_of(view))[HAND_OVER_JA.id]

    assert cluster.lead == HAND_OVER
    assert cluster_statement(view, cluster).text.endswith("Repeated by NEWS Post Seven.")
    assert cluster_statement(view, cluster).citations == (HAND_OVER.passage, HAND_OVER_JA.passage)


def test_another_number_is_another_sentence(view):
    clusters = by_claim(clusters_of(view))

    assert clusters[REFUSED.id] is not clusters[REFUSED_KO.id]


def test_a_headline_is_not_told_as_its_own_text(view):
    clusters = by_claim(clusters_of(view))

    assert clusters[HEADLINE.id] is not clusters[THOUSAND.id]


def test_a_statement_carries_its_claim_and_its_passage(view):
    statement = cluster_statement(view, Cluster(claims=(HELD,)))

    assert statement.claims == (HELD.id,)
    assert statement.citations == (HELD.passage,)
    assert statement.label == "Held"

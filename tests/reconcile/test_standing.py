from dataclasses import replace
from fractions import Fraction

import pytest

from tests.build import a_report
from tests.reconcile.situation import (
    GAZETTEER,
    REPORT,
    a_codebook,
    alone,
    day,
    denied,
    expected,
    from_origins,
    named,
    said,
)
from tumen.errors import ReconcileError
from tumen.reconcile.standing import StandingClaim, standing_claims
from tumen.records import Claim, Lineage, Report

COPY = a_report("The same, copied: 200 held.", published="2020-10-30", name="b.txt")


def standing(
    *claims: Claim,
    lineage: Lineage | None = None,
    reports: tuple[Report, ...] = (REPORT, COPY),
    as_of: str | None = None,
) -> tuple[StandingClaim, ...]:
    return standing_claims(
        reports,
        claims,
        lineage or alone(*claims),
        codebook=a_codebook(),
        gazetteer=GAZETTEER,
        as_of=day(as_of) if as_of else None,
    )


def test_what_one_origin_repeats_stands_once():
    first, second = named("c-1", said()), named("c-2", said(report=COPY))

    (kept,) = standing(first, second, lineage=from_origins(("c-1", "c-2")))

    assert kept.repeats == ("c-1", "c-2")
    assert kept.weight == 1


def test_the_root_speaks_for_its_origin():
    first, second = named("c-1", said()), named("c-2", said(report=COPY))

    (kept,) = standing(first, second, lineage=from_origins(("c-2", "c-1")))

    assert kept.claim.id == "c-2"


def test_two_origins_that_say_the_same_are_two():
    assert len(standing(named("c-1", said()), named("c-2", said(report=COPY)))) == 2


def test_another_number_of_the_same_origin_is_another_claim():
    lineage = from_origins(("c-1", "c-2"))

    kept = standing(named("c-1", said(low=200)), named("c-2", said(low=210)), lineage=lineage)

    assert [s.weight for s in kept] == [Fraction(1, 2), Fraction(1, 2)]


def test_reports_published_later_do_not_count_yet():
    assert [
        s.claim.id
        for s in standing(named("c-1", said()), named("c-2", said(report=COPY)), as_of="2020-10-29")
    ] == ["c-1"]


def test_a_report_without_a_date_counts():
    undated = a_report("No date.", published=None, name="c.txt")

    assert standing(said(report=undated), reports=(undated,), as_of="2020-01-01")


def test_kinds_that_the_codebook_does_not_know_are_left_out():
    assert standing(replace(said(), kind="abducted")) == ()


def test_what_is_denied_or_expected_is_not_asserted():
    kept = standing(named("c-1", denied(said())), named("c-2", expected(said())))

    assert [s.asserted for s in kept] == [False, False]


def test_a_claim_without_its_report_is_refused():
    with pytest.raises(ReconcileError, match="was not handed over"):
        standing(said(), reports=())


def test_two_claims_of_one_id_are_refused():
    with pytest.raises(ReconcileError, match="Two claims have the id 'c-1'"):
        standing(named("c-1", said()), named("c-1", said(low=3)))

"""The seed of the project, by hand: bounds and smallest contradictions with readings as toggles."""

from dataclasses import replace

import pytest

from tests.build import a_report
from tests.reconcile.situation import (
    GAZETTEER,
    a_codebook,
    alone,
    day,
    ends,
    expected,
    flow,
    headline,
    held,
    named,
    outcome,
    said,
)
from tumen.reconcile import reconcile
from tumen.records import Bound, Measure, Reconciliation, Standing

TODAY = "2020-10-28"  # the day of the report

# J: 200 held in Jilin since January, told of early October; L: about 20 in Liaoning, now;
# T1 and T2: the total of the headline and of the body; T3: expected by the end of the year;
# R1 and R2: refused in both provinces, no reply to Liaoning; B: the border is closed.
J = named("J", said(low=200, on=("2020-10-01", "2020-10-10"), since="2020-01-01"))
L = named("L", said(low=20, at="CN-LN", on=None, since="2020-02-01", wording="about"))
T1 = named("T1", headline(said(low=1001, high=None, at="CN", on=None)))
T2 = named("T2", expected(said(low=1001, high=None, at="CN", on=None)))
BODY = named("BODY", said(low=None, high=1000, at="CN", on=None))
R1 = named("R1", said("return_refused", None, None, at=("CN-JL", "CN-LN"), on=None))
R2 = named("R2", said("return_unanswered", 20, at="CN-LN", on=None, wording="about"))
B = named("B", said("border_closed", None, None, at="CN", on=("2020-01-22", TODAY)))


def cores(result: Reconciliation) -> set[tuple[str, ...]]:
    return {(*sorted(c.claims), *c.assumptions) for c in result.contradictions}


# --- contradictions ----------------------------------------------------------------------


def test_the_report_as_it_stands_has_two_contradictions():
    result = outcome(J, L, T1, T2, R1, R2, B)

    assert cores(result) == {("T1", "T2"), ("R1", "R2")}
    assert {c.type: c.gap for c in result.contradictions} == {
        "headline_body": 1,
        "kind_conflict": 0,
    }
    assert result.corrections == (("T1",), ("T2",))


def test_200_and_20_against_1000_is_no_contradiction_by_itself():
    assert cores(outcome(J, L, T1)) == set()


@pytest.mark.parametrize("assumption", ["exhaustive", "only_named_places", "persistence"])
def test_nor_under_any_one_assumption(assumption):
    assert cores(outcome(J, L, T1, on=(assumption,))) == set()


def test_it_is_one_if_the_figures_are_all_and_the_places_are_all():
    now = named("J", replace(J, period=L.period))

    result = outcome(now, L, T1, on=("exhaustive", "only_named_places"))

    assert cores(result) == {
        ("J", "L", "T1", "exhaustive", "only_named_places", "still_held"),
    }
    assert [c.gap for c in result.contradictions] == [1001 - 200 - 23]


def test_with_figures_of_another_day_it_also_takes_a_limit_on_pace():
    assert cores(outcome(J, L, T1, on=("exhaustive", "only_named_places"))) == set()


# --- bounds: body reading ----------------------------------------------------------------


def test_the_body_reading_without_further_assumptions():
    result = outcome(J, L, BODY)

    assert ends(held(result, "CN-JL", "2020-10-10")) == (200, None)
    assert ends(held(result, "CN-JL")) == (0, 983)
    assert ends(held(result, "CN-LN")) == (17, 1000)
    assert ends(held(result, "CN/unlisted")) == (0, 983)
    assert ends(held(result, "CN")) == (17, 1000)
    assert held(result, "CN-JL").high_claims == ("BODY", "L")


def test_the_body_reading_with_persistence():
    result = outcome(J, L, BODY)

    def lasting(place: str) -> tuple[int | None, int | None]:
        return ends(held(result, place, lasting=True))

    assert lasting("CN-JL") == (200, 983)
    assert lasting("CN-LN") == (17, 800)
    assert lasting("CN/unlisted") == (0, 783)
    assert lasting("CN") == (217, 1000)
    rest = held(result, "CN/unlisted", lasting=True)
    assert rest.high_claims == ("BODY", "J", "L")
    assert "persistence" in rest.high_assumptions


# --- bounds: headline reading --------------------------------------------------------------


def test_the_headline_reading():
    result = outcome(J, L, T1)

    assert ends(held(result, "CN")) == (1001, None)
    assert held(result, "CN").low_claims == ("T1",)
    assert ends(held(result, "CN-LN")) == (17, None)
    assert ends(held(result, "CN/unlisted")) == (0, None)


def test_the_headline_reading_with_exhaustive_figures():
    result = outcome(J, L, T1, on=("exhaustive",))

    assert ends(held(result, "CN-JL", "2020-10-10")) == (200, 200)
    assert ends(held(result, "CN-LN")) == (17, 23)


def test_how_one_claim_alone_is_read_can_be_switched():
    """§3.4: the figure of L is all there were in Liaoning; that of J is at least so many."""
    result = outcome(J, L, T1, assumptions=frozenset({"exhaustive:L"}))

    assert ends(held(result, "CN-LN")) == (17, 23)
    assert ends(held(result, "CN-JL", "2020-10-10")) == (200, None)
    assert "exhaustive" in held(result, "CN-LN").high_assumptions


def test_what_is_said_of_one_claim_goes_before_what_is_said_of_all():
    result = outcome(J, L, T1, on=("exhaustive",), assumptions=frozenset({"-exhaustive:J"}))

    assert ends(held(result, "CN-LN")) == (17, 23)
    assert ends(held(result, "CN-JL", "2020-10-10")) == (200, None)


def test_since_can_count_all_of_one_claim_alone():
    gone = outcome(J, L, BODY, assumptions=frozenset({"since_counts_all:J"}))

    assert "J" not in {claim for bound in gone.bounds for claim in _of_stock(bound)}
    assert ends(held(gone, "CN-LN")) == (17, 1000)


def _of_stock(bound: Bound) -> tuple[str, ...]:
    return bound.low_claims if bound.quantity.measure is Measure.STOCK else ()


def test_a_headline_against_its_body_is_set_aside_and_the_total_is_disputed():
    result = outcome(J, L, T1, T2)

    assert result.set_aside == ("T1",)
    assert held(result, "CN").low == 17
    assert held(result, "CN").standing is Standing.DISPUTED


# --- flows ---------------------------------------------------------------------------------


def test_nobody_was_handed_over_only_if_a_closed_border_keeps_everyone():
    assert not [b for b in outcome(J, B).bounds if b.quantity.by == "returned"]

    returned = flow(outcome(J, B, on=("closed_border",)), by="returned")

    assert ends(returned) == (0, 0)
    assert (returned.high_claims, returned.high_assumptions) == (("B",), ("closed_border",))


def test_returns_while_the_border_is_closed_contradict_it_if_so_assumed():
    returned = named("H", said("returned", 50, at="CN-JL", on="2020-07-01"))

    assert cores(outcome(B, returned)) == set()
    assert cores(outcome(B, returned, on=("closed_border",))) == {("B", "H", "closed_border")}


# --- the rest of the outcome -----------------------------------------------------------------


def test_without_a_day_it_is_that_of_the_latest_report():
    assert outcome(J, as_of=None).as_of == day(TODAY)


def test_a_report_without_a_date_gives_bounds_without_a_day():
    undated = a_report("About 200 are held.", published=None, name="u.txt")
    claim = said(on=None, report=undated)

    result = outcome(claim, reports=(undated,), as_of=None)

    assert result.as_of is None
    assert ends(held(result, "CN-JL", None)) == (200, None)
    assert {b.quantity.day for b in result.bounds} == {None}


def test_the_order_of_reports_and_claims_changes_nothing():
    claims = (J, L, T1, T2, R1, R2, B)

    def run(*ordered: object) -> Reconciliation:
        return outcome(*ordered)  # type: ignore[arg-type]

    assert run(*reversed(claims)) == run(*claims)


def test_the_record_says_what_it_was_made_with():
    result = outcome(J)

    assert result.codebook == "small/1"
    assert result.solver.startswith("HiGHS")
    assert [c.claims for c in result.constraints] == [("J",), ("J",)]


def test_nothing_in_nothing_out():
    result = reconcile([], [], alone(), codebook=a_codebook(), gazetteer=GAZETTEER, as_of=None)

    assert (result.as_of, result.bounds, result.contradictions) == (None, (), ())
    assert {c.state for c in result.conditions} == {"unknown"}

from tests.build import a_report
from tests.reconcile.situation import (
    REPORT,
    denied,
    expected,
    from_origins,
    headline,
    named,
    outcome,
    said,
)
from tumen.records import Claim, Contradiction

OTHER = a_report("Another paper.", published="2020-10-28", name="b.txt")


def found(*claims: Claim) -> tuple[Contradiction, ...]:
    numbered = [named(f"c-{i}", claim) for i, claim in enumerate(claims, start=1)]
    return outcome(*numbered, reports=(REPORT, OTHER)).contradictions


def types(*claims: Claim) -> list[tuple[str, tuple[str, ...], int]]:
    return [(c.type, c.claims, c.gap) for c in found(*claims)]


# --- within one report -------------------------------------------------------------------


def test_more_than_1000_already_against_expected_to_exceed_1000():
    # §3.8
    told = headline(said(low=1001, high=None, at="CN"))
    awaited = expected(said(low=1001, high=None, at="CN"))

    assert types(told, awaited) == [("headline_body", ("c-1", "c-2"), 1)]
    assert "only expects" in found(told, awaited)[0].reason


def test_in_one_part_of_a_report_it_is_a_conflict_of_counts():
    told, awaited = said(low=1001, high=None), expected(said(low=1001, high=None))

    assert types(told, awaited) == [("count_conflict", ("c-1", "c-2"), 1)]


def test_what_another_report_expects_may_have_come_true():
    awaited = expected(said(low=1001, high=None, report=OTHER))

    assert types(said(low=1001, high=None), awaited) == []


def test_fewer_now_than_expected_is_no_conflict():
    assert types(said(low=800), expected(said(low=1001, high=None))) == []


def test_a_headline_above_all_its_text_is_one():
    told = headline(said("arrested", 100, 100, at="CN"))

    assert types(told, said("arrested", 60, 80, at="CN")) == [("headline_body", ("c-1", "c-2"), 20)]
    assert types(told, said("arrested", 60, at="CN"), said("arrested", 40, at="CN")) == []


def test_parts_that_fall_short_of_a_headline_say_nothing_against_it():
    # 200 and 20 against 1,000 is no contradiction by itself
    told = headline(said(low=1001, high=None, at="CN"))

    assert types(told, said(low=200), said(low=20, at="CN-LN")) == []
    assert types(said(low=1000, at="CN"), said(low=200), said(low=20, at="CN-LN")) == []


def test_parts_beyond_their_whole_are_a_sum_gone_wrong():
    whole = said("arrested", 33, at="CN")
    parts = (said("arrested", 20), said("arrested", 15, at="CN-LN"))

    assert types(whole, *parts) == [("arithmetic", ("c-1", "c-2", "c-3"), 2)]


def test_parts_far_beyond_were_not_meant_to_be_its_parts():
    whole = said("arrested", 20, at="CN")

    assert types(whole, said("arrested", 18), said("arrested", 15, at="CN-LN")) == []


def test_a_whole_that_fits_clears_the_other():
    fits = said("arrested", 35, at="CN", wording="in all")
    parts = (said("arrested", 20), said("arrested", 15, at="CN-LN"))

    assert types(said("arrested", 33, at="CN"), fits, *parts) == []


def test_parts_of_another_time_are_no_parts():
    whole = said(low=None, high=33, at="CN", on="2020-10-27")

    assert types(whole, said(low=20), said(low=15, at="CN-LN")) == []


def test_acts_inside_the_time_of_the_whole_are_its_parts():
    whole = said("arrested", 33, at="CN", on=("2020-10-01", "2020-10-28"))
    parts = (said("arrested", 20), said("arrested", 15, at="CN-LN", on="2020-10-02"))

    assert [t for t, _, _ in types(whole, *parts)] == ["arithmetic"]


def test_acts_that_are_expected_are_other_acts() -> None:
    assert types(said("arrested", 30), expected(said("arrested", 30))) == []


# --- between reports ---------------------------------------------------------------------


def test_one_request_is_not_both_refused_and_unanswered():
    refused = said("return_refused", None, None, at=("CN-JL", "CN-LN"))
    waiting = said("return_unanswered", 20, at="CN-LN", wording="about")

    assert types(refused, waiting) == [("kind_conflict", ("c-1", "c-2"), 0)]


def test_requests_elsewhere_or_for_other_people_are_other_requests():
    refused = said("return_refused", 200)

    assert types(refused, said("return_unanswered", 20, at="CN-LN")) == []
    assert types(refused, said("return_unanswered", 20)) == []


def test_a_general_refusal_says_nothing_of_one_request():
    general = said("return_refused", None, None, at="CN")

    assert types(general, said("return_unanswered", 20, at="CN-LN")) == []


def test_requests_at_other_times_are_other_requests():
    refused = said("return_refused", 20, on="2020-02-28")

    assert types(refused, said("return_unanswered", 20, on="2020-10-28")) == []


def test_a_denial_stands_beside_what_it_denies():
    # §3.5
    claim = said(low=None, high=2000, at="CN")
    denial = denied(said(low=None, high=None, at="CN", report=OTHER))

    assert types(claim, denial) == [("kind_conflict", ("c-1", "c-2"), 0)]
    assert types(said(low=200), denied(said(low=20))) == []


def test_undated_claims_meet_only_within_their_report() -> None:
    undated = said(low=2000, at="CN", on=(None, None))

    assert types(undated, denied(said(low=None, at="CN", report=OTHER))) == []
    assert len(types(undated, denied(said(low=None, at="CN")))) == 1


def test_a_denial_meets_each_origin_once():
    claims = [said(low=n, at="CN") for n in (10, 20)]
    numbered = [named(f"c-{i}", claim) for i, claim in enumerate(claims)]
    denial = named("c-no", denied(said(low=None, high=None, at="CN")))

    result = outcome(*numbered, denial)

    assert len(result.contradictions) == 2


def test_a_retelling_of_one_side_is_no_second_conflict() -> None:
    refused = named("c-1", said("return_refused", 20, at="CN-LN"))
    again = named("c-2", said("return_refused", 20, 29, at="CN-LN", report=OTHER))
    waiting = named("c-3", said("return_unanswered", 20, at="CN-LN"))

    result = outcome(
        refused,
        again,
        waiting,
        reports=(REPORT, OTHER),
        lineage=from_origins(("c-1", "c-2"), ("c-3",)),
    )

    assert len(result.contradictions) == 1


def test_who_is_counted_must_be_the_same():
    told = headline(said(low=1001, high=None, at="CN", subject="helpers"))

    assert types(told, expected(said(low=1001, high=None, at="CN"))) == []

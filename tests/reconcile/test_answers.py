from tests.build import a_report
from tests.reconcile.situation import (
    REPORT,
    denied,
    expected,
    from_origins,
    named,
    outcome,
    said,
)
from tumen.records import Claim

OTHER = a_report("Another paper.", published="2020-10-28", name="b.txt")


def types(*claims: Claim) -> list[tuple[str, tuple[str, ...], int]]:
    numbered = [named(f"c-{i}", claim) for i, claim in enumerate(claims, start=1)]
    result = outcome(*numbered, reports=(REPORT, OTHER))
    return [(c.type, c.claims, c.gap) for c in result.contradictions]


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


def test_women_and_people_without_more_are_not_one_group_for_a_status() -> None:
    women = said("return_refused", 20, subject="women", at="CN-LN")

    assert types(women, said("return_unanswered", 20, at="CN-LN", report=OTHER)) == []
    assert len(types(women, said("return_unanswered", 20, at="CN-LN", subject="women"))) == 1


def test_a_request_refused_in_winter_may_have_been_made_again_in_autumn() -> None:
    refused = said("return_refused", 20, at="CN-LN", on=("2020-02-01", "2020-02-28"))
    waiting = said(
        "return_unanswered", 20, at="CN-LN", on=("2020-02-01", "2020-10-28"), report=OTHER
    )

    assert types(refused, waiting) == []


def test_who_tells_of_a_refusal_and_of_waiting_tells_one_after_the_other() -> None:
    refused, waiting = said("return_refused", 200), said("return_unanswered", 200, report=OTHER)

    assert len(types(refused, waiting)) == 1
    before = said("return_refused", 200, 299, on="2020-10-20", report=OTHER)
    assert types(refused, waiting, before) == []


def test_without_a_number_a_word_of_another_report_says_nothing_of_one_request() -> None:
    general = said("return_refused", None, None, at=("CN-JL", "CN-LN"), report=OTHER)

    assert types(general, said("return_unanswered", 20, at="CN-LN")) == []


def test_of_one_origin_a_denial_meets_what_is_asserted_before_what_is_expected() -> None:
    told = named("c-told", said(low=None, high=2000, at="CN", on="2020-10-20"))
    feared = named("c-feared", expected(said(low=None, high=2000, at="CN", on="2020-10-25")))
    denial = named("c-no", denied(said(low=2000, at="CN", report=OTHER)))
    result = outcome(
        *(told, feared, denial),
        reports=(REPORT, OTHER),
        lineage=from_origins(("c-told", "c-feared"), ("c-no",)),
    )

    assert [set(c.claims) for c in result.contradictions] == [{"c-told", "c-no"}]


def test_a_denial_that_repeats_a_figure_denies_it_within_the_year() -> None:
    # §3.5
    told = said(low=None, high=2000, at="CN", on="2019-11-20")
    long_ago = said(low=None, high=2000, at="CN", on="2019-01-20")
    denial = denied(said(low=2000, at="CN", report=OTHER))

    assert types(told, denial) == [("kind_conflict", ("c-1", "c-2"), 0)]
    assert types(long_ago, denial) == []

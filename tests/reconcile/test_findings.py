from tests.build import a_report
from tests.reconcile.situation import (
    REPORT,
    expected,
    from_origins,
    named,
    outcome,
    said,
)
from tumen.records import Claim, Finding, Lineage

OTHER = a_report("Another paper.", published="2020-10-28", name="b.txt")


def rests(*claims: Claim, lineage: Lineage | None = None) -> list[Finding]:
    numbered = [named(f"c-{i}", claim) for i, claim in enumerate(claims, start=1)]
    result = outcome(*numbered, lineage=lineage, reports=(REPORT, OTHER))
    return [f for f in result.findings if f.code == "unlisted_rest"]


TOTAL = said(low=1001, high=None, at="CN")
JILIN = said(low=200)
LIAONING = said(low=20, at="CN-LN", wording="about")


def test_of_a_total_at_least_what_is_left_is_in_no_listed_group():
    # §3.10
    (rest,) = rests(TOTAL, JILIN, LIAONING)

    assert rest.claims == ("c-1", "c-2", "c-3")
    assert rest.values == {
        "total": 1000,
        "total_low": 1001,
        "state": "detained",
        "modality": "reported",
        "groups": 2,
        "listed": 220,
        "listed_low": 217,
        "listed_high": 223,
        "rest": 778,
    }


def test_an_expected_total_will_do_where_none_is_told():
    assert rests(expected(TOTAL), JILIN)[0].values["modality"] == "expected"
    assert (
        rests(expected(said(low=5001, high=None, at="CN")), TOTAL, JILIN)[0].values["total"] == 1000
    )


def test_one_group_counted_by_several_claims_is_one_group():
    held, refused = said(low=200, group="g"), said("return_refused", 200, group="g")

    assert rests(TOTAL, held, refused)[0].values["groups"] == 1
    assert rests(TOTAL, JILIN, said("return_refused", 200))[0].values["groups"] == 1


def test_retellings_of_a_group_are_that_group():
    again = said(low=200, high=220)

    (rest,) = rests(TOTAL, JILIN, again, lineage=from_origins(("c-1",), ("c-2", "c-3")))

    assert rest.values["groups"] == 1


def test_groups_of_another_report_are_not_known_to_be_parts_of_the_total():
    assert rests(TOTAL, said(low=200, report=OTHER)) == []
    assert rests(TOTAL, JILIN, said(low=20, at="CN-LN", report=OTHER))[0].values["groups"] == 1


def test_groups_that_may_share_people_are_not_added_up():
    assert rests(TOTAL, JILIN, said(low=50, at="CN-JL")) == []


def test_groups_without_an_upper_end_leave_nothing_to_say():
    assert rests(TOTAL, JILIN, said(low=20, high=None, at="CN-LN")) == []


def test_groups_that_reach_the_total_leave_nothing_unlisted():
    assert rests(said(low=220, at="CN"), JILIN, LIAONING) == []


def test_without_groups_or_without_a_total_there_is_no_rest():
    assert rests(TOTAL) == []
    assert rests(JILIN, LIAONING) == []


def test_groups_of_long_before_are_not_its_parts():
    assert rests(TOTAL, said(low=200, on="2018-10-28")) == []


def test_what_is_expected_is_listed_and_bounds_nothing():
    eased = named("c-1", expected(said("crackdown_eased", None, None, at="CN")))
    more = named("c-2", expected(said(low=1001, high=None, at="CN", on="2020-12-31")))

    result = outcome(eased, more)

    assert result.bounds == ()
    assert [dict(f.values) for f in result.findings if f.code == "forecast"] == [
        {
            "kind": "crackdown_eased",
            "place": "CN",
            "indicator": "crackdown",
            "condition": "eased",
            "day": "2020-10-28",
        },
        {"kind": "detained", "place": "CN", "low": 1001, "day": "2020-12-31"},
    ]

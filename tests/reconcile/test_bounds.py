from tests.build import a_report
from tests.reconcile.situation import (
    REPORT,
    alone,
    ends,
    from_origins,
    held,
    named,
    outcome,
    said,
)
from tumen.records import Standing

OTHER = a_report("Another paper: 150 held.", published="2020-10-28", name="b.txt")
THIRD = a_report("A third paper: 150 held.", published="2020-10-28", name="c.txt")


def test_a_bound_is_pinned_by_the_claims_that_give_it():
    bound = held(outcome(named("c-1", said(low=200)), named("c-2", said(low=150))), "CN-JL")

    assert ends(bound) == (200, None)
    assert bound.low_claims == ("c-1",)
    assert bound.high_claims == ()


def test_parts_add_up_under_their_parent():
    result = outcome(named("c-1", said(low=200)), named("c-2", said(low=20, at="CN-LN")))

    assert ends(held(result, "CN")) == (220, None)
    assert held(result, "CN").low_claims == ("c-1", "c-2")


def test_a_cap_on_the_whole_caps_its_parts_and_the_rest():
    result = outcome(named("c-1", said(low=200)), named("c-2", said(low=None, high=1000, at="CN")))

    assert ends(held(result, "CN-JL")) == (200, 1000)
    assert ends(held(result, "CN/unlisted")) == (0, 800)
    assert held(result, "CN/unlisted").high_claims == ("c-1", "c-2")


def test_an_end_survives_as_many_origins_as_agree_but_one():
    claims = (
        named("c-1", said(low=150)),
        named("c-2", said(low=150, report=OTHER)),
        named("c-3", said(low=150, report=THIRD)),
    )

    for number, standing in ((1, Standing.SINGLE_SOURCE), (3, Standing.CORROBORATED)):
        bound = held(outcome(*claims[:number], reports=(OTHER, THIRD, REPORT)), "CN-JL")
        assert (bound.low_survives_origins, bound.standing) == (number - 1, standing)


def test_copies_of_one_origin_are_one_witness():
    claims = (named("c-1", said(low=150)), named("c-2", said(low=151, report=OTHER)))

    bound = held(
        outcome(*claims, lineage=from_origins(("c-1", "c-2")), reports=(REPORT, OTHER)), "CN-JL"
    )

    assert (bound.low, bound.low_survives_origins) == (151, 0)


def test_what_one_mouth_says_twice_in_a_report_falls_together():
    claims = (named("c-1", said(low=150)), named("c-2", said("return_refused", 150)))

    bound = held(outcome(*claims, lineage=alone(*claims)), "CN-JL")

    assert bound.low_survives_origins == 0


def test_one_claim_that_gives_the_number_of_another_day_is_a_single_origin():
    result = outcome(named("c-1", said(low=200, on="2020-10-05")))

    assert held(result, "CN-JL", lasting=True).standing is Standing.SINGLE_SOURCE
    assert held(result, "CN", lasting=True).standing is Standing.INFERRED


def test_what_no_claim_states_is_inferred():
    result = outcome(named("c-1", said(low=200)), named("c-2", said(low=20, at="CN-LN")))

    assert held(result, "CN").standing is Standing.INFERRED
    assert held(result, "CN-JL").standing is Standing.SINGLE_SOURCE


def test_an_end_that_nothing_limits_is_open_and_none_is_zero():
    result = outcome(named("c-1", said(low=7)))

    assert ends(held(result, "CN")) == (7, None)
    assert ends(held(result, "CN/unlisted")) == (0, None)
    assert repr(held(result, "CN/unlisted").low) == "0"


def test_a_bound_on_a_disputed_number_is_disputed():
    result = outcome(
        named("c-1", said(low=200)),
        named("c-2", said(low=None, high=100, report=OTHER)),
        reports=(REPORT, OTHER),
    )

    assert held(result, "CN-JL").standing is Standing.DISPUTED


def test_every_pin_is_needed_and_together_they_are_enough():
    claims = {
        c.id: c
        for c in (
            named("c-1", said(low=200)),
            named("c-2", said(low=20, at="CN-LN")),
            named("c-3", said(low=30, at="CN-LN-DD")),
            named("c-4", said(low=None, high=1000, at="CN")),
            named("c-5", said(low=None, high=400, at="CN-LN")),
        )
    }
    bound = held(outcome(*claims.values()), "CN/unlisted")
    pins = [claims[c] for c in bound.high_claims]

    def high(*kept: str) -> int | None:
        others = named("c-9", said(low=0, high=None, at="CN-JL"))
        result = outcome(*(claims[c] for c in kept), others, named("c-8", said(low=1, at="CN-LN")))
        return held(result, "CN/unlisted").high

    assert bound.high_claims == ("c-1", "c-3", "c-4")
    assert high(*bound.high_claims) == bound.high == 770
    for pin in pins:
        assert high(*(c for c in bound.high_claims if c != pin.id)) != 770

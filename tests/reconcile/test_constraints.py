from dataclasses import replace

from tests.reconcile.situation import (
    GAZETTEER,
    REPORT,
    a_codebook,
    alone,
    denied,
    expected,
    named,
    said,
)
from tumen.reconcile.constraints import constraints_of
from tumen.reconcile.standing import standing_claims
from tumen.records import Claim, Constraint, Ground

CODEBOOK = a_codebook()


def constraints(*claims: Claim, held: tuple[str, ...] = ("still_held",)) -> list[Constraint]:
    standing = standing_claims(
        [REPORT], claims, alone(*claims), codebook=CODEBOOK, gazetteer=GAZETTEER, as_of=None
    )
    return list(constraints_of(standing, CODEBOOK, frozenset(held)))


def limits(*claims: Claim, held: tuple[str, ...] = ("still_held",)) -> list[tuple[object, ...]]:
    return [(c.lower, c.upper, c.assumptions) for c in constraints(*claims, held=held)]


def test_a_claim_becomes_a_constraint_that_names_it_and_its_rule():
    (constraint,) = constraints(named("c-1", said()))

    assert constraint.claims == ("c-1",)
    assert (constraint.lower, constraint.upper) == (200, None)
    assert (constraint.ground, constraint.rule) == (Ground.REPORTED, "3.4.1")


def test_denials_and_expectations_are_no_constraints():
    # §3.5
    assert constraints(named("c-1", denied(said())), named("c-2", expected(said()))) == []


def test_a_denied_zero_is_no_zero():
    assert constraints(denied(said(low=0, high=0))) == []


def test_what_holds_only_under_an_assumption_waits_for_it():
    claim = said()

    assert limits(claim) == [(200, None, ())]
    assert limits(claim, held=("exhaustive",)) == [(200, None, ()), (None, 200, ("exhaustive",))]


def test_women_held_are_people_held_but_a_cap_on_women_caps_nobody_else():
    # §3.3
    women = replace(said(low=20, high=20), subject="women")
    at_most = replace(said(low=None, high=20), subject="women")

    assert [c.terms[0].quantity.subject for c in constraints(women)] == ["women", None]
    assert [c.terms[0].quantity.subject for c in constraints(at_most)] == ["women"]


def test_households_bound_nothing():
    assert constraints(replace(said(), subject="households")) == []


def test_refused_people_are_held_people_unless_the_group_is_counted_already():
    refused = said("return_refused", 200, group="g-1")
    counted = said("detained", 200, group="g-1")

    assert limits(refused) == [(200, None, ())]
    assert [c.claims for c in constraints(named("c-1", refused), named("c-2", counted))] == [
        ("c-2",)
    ]


def test_planned_returns_and_full_prisons_count_nobody():
    assert constraints(said("at_risk", 200), named("c-2", said("capacity", 300))) == []


def test_two_groups_at_one_place_are_not_each_everybody():
    one, other = said(low=200, group="g-1"), said(low=20, group="g-2")

    assert {upper for _, upper, _ in limits(one, other, held=("exhaustive",))} == {None}
    assert {upper for _, upper, _ in limits(one, held=("exhaustive",))} == {None, 200}


def test_only_named_places_empties_the_unlisted_rest():
    # §3.4.5
    found = constraints(said(), held=("only_named_places",))

    assert [c.terms[0].quantity.place for c in found] == ["CN-JL", "CN/unlisted"]
    assert found[-1].upper == 0


def test_undated_claims_have_an_unlisted_rest_as_well():
    found = constraints(said(on=(None, None)), held=("only_named_places",))

    assert [c.terms[0].quantity.measure for c in found[1:]] == ["flow", "stock"]

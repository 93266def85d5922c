"""Bounds place by place: the sharpest where a place is all there is, and never too narrow (§3.12)."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from tests.reconcile.figure_worlds import World, quantities, true_claims, worlds
from tests.reconcile.figures import COMPLETE, claim, flow, outcome, stock
from tumen.records import Bound, Reconciliation

few = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
ONE = "id,name,parent\nA,,\n"


def by_place(*args: Any, **kwargs: Any) -> Reconciliation:
    return outcome(*args, exact=False, **kwargs)


def told(bound: Bound) -> tuple[object, ...]:
    return (
        *(bound.low, bound.high),
        *(bound.low_if_any_one_origin_is_wrong, bound.high_if_any_one_origin_is_wrong),
        frozenset(bound.pinned_by),
    )


@few
@given(data=st.data(), world=worlds())
def test_paths_give_the_bounds_and_pins_of_the_program_where_a_place_stands_alone(
    data: st.DataObject, world: World
) -> None:
    claims = data.draw(true_claims(world, places="A", means=False))
    asked = data.draw(st.lists(quantities(places="A", means=False), min_size=1, max_size=4))
    limits = world.limits().replace('place = "B"', 'place = "A"\non = false')
    args: dict[str, Any] = {"places": ONE, "limits": limits if data.draw(st.booleans()) else ""}
    ours = by_place(claims, asked, **args)
    exact = outcome(claims, asked, **args)
    assert [told(b) for b in ours.bounds] == [told(b) for b in exact.bounds]


@few
@given(data=st.data(), world=worlds())
def test_bounds_by_place_hold_the_truth_and_those_of_all_claims(
    data: st.DataObject, world: World
) -> None:
    claims = data.draw(true_claims(world))
    asked = data.draw(st.lists(quantities(), min_size=1, max_size=4))
    args: dict[str, Any] = {
        "places": COMPLETE,
        "limits": world.limits() if data.draw(st.booleans()) else "",
    }
    ours = by_place(claims, asked, **args)
    exact = outcome(claims, asked, **args)
    assert ours.contradictions == exact.contradictions == ()
    for quantity, wide, sharp in zip(asked, ours.bounds, exact.bounds, strict=True):
        truth = world.value(quantity)
        assert wide.low <= sharp.low <= truth + 1e-6  # type: ignore[operator]
        assert sharp.high is None or truth <= sharp.high + 1e-6
        assert wide.high is None or (sharp.high is not None and sharp.high <= wide.high)


def test_a_part_is_at_most_the_whole_less_the_others() -> None:
    claims = [
        claim("k1", stock("N", "2025-01-05"), None, 100),
        claim("k2", stock("B", "2025-01-05"), 70, None),
    ]
    bound = by_place(claims, [stock("A", "2025-01-05")]).bounds[0]
    assert (bound.high, bound.pinned_by, bound.reach) == (30, ("k1", "k2"), "place")


def test_parts_that_overshoot_their_whole_are_a_contradiction() -> None:
    claims = [
        claim("k1", stock("N", "2025-01-05"), None, 100),
        claim("k2", stock("B", "2025-01-05"), 70, None),
        claim("k3", stock("A", "2025-01-05"), 40, None),
    ]
    result = by_place(claims)
    assert [c.claims for c in result.contradictions] == [("k1", "k2", "k3")]
    assert len(result.corrections) == 3


def test_a_flow_and_two_stocks_that_do_not_add_up() -> None:
    claims = [
        claim("k1", stock("A", "2025-01-01"), 0, 10),
        claim("k2", flow("A", "2025-01-02", "2025-01-05"), 0, 5),
        claim("k3", stock("A", "2025-01-05"), 20, 30),
    ]
    result = by_place(claims)
    assert [(c.claims, c.gap) for c in result.contradictions] == [(("k1", "k2", "k3"), 5)]


def test_a_limit_without_a_state_holds_of_each() -> None:
    claims = [
        claim(f"{state}{day}", {**stock("A", f"2025-01-0{day}"), "state": state}, low, None)
        for state in ("dead", "cured")
        for day, low in ((1, 20), (5, 20))
    ]
    claims.append(claim("k", {**stock("A", "2025-01-05"), "state": "dead"}, 1, 10, weight=0.5))
    shut = '[[limit]]\nid = "shut"\nplace = "A"\nkind = "closed"\nby = "departures"\n'
    result = by_place(claims, limits=shut + "start = 2025-01-01\nend = 2025-12-31\n")
    assert result.set_aside == ("k",)

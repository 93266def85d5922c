"""Figures without texts, from their lines to bounds (§3.11)."""

from __future__ import annotations

from tests.reconcile.figures import COMPLETE, claim, flow, mean, outcome, stock

DAY, LATER = "2025-01-10", "2025-01-20"


def test_a_parent_is_at_least_the_sum_of_its_parts_and_no_more_where_it_is_complete():
    claims = [
        claim("k1", stock("A", DAY), 100, 120),
        claim("k2", stock("B", DAY), 50, 60),
    ]
    open_, closed = (
        outcome(claims, [stock("N", DAY)], places=p).bounds[0]
        for p in ("id,name,parent\nN,,\nA,,N\nB,,N\n", COMPLETE)
    )
    assert (open_.low, open_.high) == (150, None)
    assert (closed.low, closed.high) == (150, 180)


def test_answers_keep_the_order_of_the_questions():
    claims = [claim("k1", stock("A", DAY), 100, 120), claim("k2", stock("B", DAY), 5, 6)]
    result = outcome(claims, [stock("B", DAY), stock("A", DAY), stock("B", DAY)])
    assert [b.low for b in result.bounds] == [5, 100, 5]


def test_pins_are_what_a_bound_is_wider_without_and_one_origin_may_be_wrong():
    claims = [
        claim("k1", stock("A", DAY), 100, None, origin="o-1"),
        claim("k2", stock("A", DAY), 90, None, origin="o-2"),
    ]
    bound = outcome(claims, [stock("A", DAY)]).bounds[0]
    assert bound.pinned_by == ("k1",)
    assert (bound.low, bound.low_if_any_one_origin_is_wrong) == (100, 90)


def test_two_claims_that_say_the_same_pin_nothing_alone():
    claims = [claim(f"k{i}", stock("A", DAY), 100, None) for i in (1, 2)]
    bound = outcome(claims, [stock("A", DAY)]).bounds[0]
    assert bound.pinned_by == ()
    assert bound.low_survives_origins == 1


def test_an_arrival_curve_carries_a_bound_to_another_day():
    claims = [claim("k1", stock("A", DAY), 100, 100)]
    limits = '[[limit]]\nid = "pace"\nplace = "A"\nkind = "arrivals"\nsigma = 5\nrho = 2\n'
    bound = outcome(claims, [stock("A", LATER)], limits=limits).bounds[0]
    assert (bound.low, bound.high) == (0, 125)  # 100 + 5 + 2 * 10
    assert set(bound.pinned_by) == {"k1", "pace"}


def test_a_closure_keeps_everybody_in():
    claims = [claim("k1", stock("A", DAY), 100, 100)]
    limits = (
        f'[[limit]]\nid = "shut"\nplace = "A"\nkind = "closed"\nstart = {DAY}\nend = {LATER}\n'
        'by = "departures"\n'
    )
    assert outcome(claims, [stock("A", LATER)], limits=limits).bounds[0].low == 100


def test_a_limit_that_is_switched_off_limits_nothing():
    claims = [claim("k1", stock("A", DAY), 100, None)]
    limits = '[[limit]]\nplace = "A"\nkind = "capacity"\nvalue = 120\non = {}\n'
    on, off = (
        outcome(claims, [stock("A", DAY)], limits=limits.format(word)).bounds[0]
        for word in ("true", "false")
    )
    assert (on.high, off.high) == (120, None)


def test_a_mean_stock_is_between_what_the_days_can_be():
    claims = [
        claim("k1", stock("A", "2025-01-09"), 10, 10),
        claim("k2", flow("A", DAY, LATER), 0, 0),
        claim("k3", flow("A", DAY, LATER, out_of="detained"), 0, 4),
    ]
    bound = outcome(claims, [mean("A", DAY, LATER)]).bounds[0]
    # All four leave on the first of eleven days, or nobody does.
    assert (bound.low, bound.high) == (6, 10)


def test_the_reading_at_least_leaves_the_upper_end_open():
    claims = [claim("k1", stock("A", DAY), 100, 120, reading="at_least")]
    bound = outcome(claims, [stock("A", DAY)]).bounds[0]
    assert (bound.low, bound.high) == (100, None)


def test_a_contradiction_is_smallest_and_all_ties_settle_it():
    claims = [
        claim("k1", stock("A", DAY), 100, 100),
        claim("k2", stock("A", DAY), 150, 150),
        claim("k3", stock("B", DAY), 7, 7),
    ]
    result = outcome(claims)
    assert [(c.claims, c.gap) for c in result.contradictions] == [(("k1", "k2"), 50)]
    assert result.corrections == (("k1",), ("k2",))
    assert result.set_aside == ("k1",)


def test_a_stream_of_one_origin_has_one_vote():
    daily = [
        claim(f"u{i}", stock("A", f"2025-01-{i:02}"), 100, 100, origin="daily") for i in range(1, 5)
    ]
    cut = [
        claim("f1", flow("A", "2025-01-01", "2025-01-04"), 0, 0),
        claim("k1", stock("A", "2024-12-31"), 50, 50),
    ]
    # All of the running total weighs as much as the one claim that it cannot stand with.
    assert outcome([*daily, *cut]).corrections == (
        ("f1",),
        ("k1",),
        ("u1", "u2", "u3", "u4"),
    )


def test_a_limit_gives_way_last():
    claims = [claim(f"k{i}", stock("A", f"2025-01-1{i}"), 500, None) for i in range(2)]
    limits = '[[limit]]\nid = "cap"\nplace = "A"\nkind = "capacity"\nvalue = 400\n'
    assert outcome(claims, limits=limits).set_aside == ("k0", "k1")

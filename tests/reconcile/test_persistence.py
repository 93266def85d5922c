from tests.reconcile.situation import (
    GAZETTEER,
    REPORT,
    a_codebook,
    alone,
    day,
    ends,
    held,
    named,
    outcome,
    said,
)
from tests.reconcile.test_program import TREE, stock
from tumen.reconcile.persistence import persistence_of
from tumen.reconcile.standing import standing_claims
from tumen.records import Claim


def gaps(*claims: Claim) -> list[tuple[str | None, str]]:
    standing = standing_claims(
        [REPORT], claims, alone(*claims), codebook=a_codebook(), gazetteer=GAZETTEER, as_of=None
    )
    asked = [stock("CN-JL", "2020-01-01")]
    found = persistence_of(standing, asked, TREE, day("2020-10-28"))
    flows = [c.terms[0].quantity for c in found]
    return [(str(q.start) if q.start else None, str(q.end)) for q in flows]


def test_nobody_leaves_when_nobody_is_said_to():
    assert gaps() == [(None, "2020-10-28")]


def test_people_may_leave_while_they_are_said_to():
    # §3.4.6
    assert gaps(said("returned", 5, on=("2020-03-01", "2020-03-31"))) == [
        (None, "2020-02-29"),
        ("2020-04-01", "2020-10-28"),
    ]


def test_leaving_the_whole_may_be_leaving_a_part_and_leaving_elsewhere_is_not():
    assert gaps(said("released", 5, at="CN", on=("2020-03-01", "2020-10-28"))) == [
        (None, "2020-02-29")
    ]
    assert gaps(said("released", 5, at="CN-LN", on="2020-03-01")) == [(None, "2020-10-28")]


def test_overlapping_and_open_windows_are_one():
    spring = named("c-1", said("returned", 5, on=("2020-03-01", "2020-04-15")))
    april = named("c-2", said("released", 5, on=("2020-04-01", "2020-04-30")))
    ever = named("c-3", said("released", 5, on=(None, "2020-02-01")))

    assert gaps(spring, april, ever) == [
        ("2020-02-02", "2020-02-29"),
        ("2020-05-01", "2020-10-28"),
    ]


def test_arrests_are_no_reason_to_leave():
    assert gaps(said("arrested", 5, on="2020-03-01")) == [(None, "2020-10-28")]


def test_bounds_as_of_the_day_are_given_with_and_without_it():
    result = outcome(named("c-1", said(on="2020-10-05")))

    assert ends(held(result, "CN-JL", "2020-10-05")) == (200, None)
    assert ends(held(result, "CN-JL")) == (0, None)
    lasting = held(result, "CN-JL", lasting=True)
    assert (lasting.low, lasting.low_assumptions) == (200, ("persistence",))


def test_switched_on_it_holds_everywhere():
    result = outcome(named("c-1", said(on="2020-10-05")), assumptions=frozenset({"persistence"}))

    assert [b.low for b in result.bounds if b.quantity.place == "CN-JL"] == [200, 200]
    assert any(c.assumptions == ("persistence",) for c in result.constraints)


def test_it_is_shown_beside_on_every_day_alike() -> None:
    claims = [named(f"c-{n}", said(low=n, on=f"2020-10-{n:02}")) for n in (5, 8, 20)]
    fewer = named("c-few", said(low=3, on="2020-10-12"))
    found = outcome(*claims, fewer).bounds
    rows = [
        (b.quantity.day.day, b.low, b.if_persistence.low if b.if_persistence else None)
        for b in found
        if b.quantity.place == "CN-JL" and b.quantity.day
    ]

    assert rows == [(5, 5, None), (8, 8, None), (12, 3, 8), (20, 20, None), (28, 0, 20)]
    assert {b.low_assumptions for b in found} == {()}
    assert {b.if_persistence.low_assumptions for b in found if b.if_persistence} == {
        ("persistence",)
    }


def test_no_quantity_is_bounded_twice() -> None:
    found = outcome(named("c-1", said(on="2020-10-05")), named("c-2", said(low=3))).bounds

    assert len({b.quantity for b in found}) == len(found)


def test_of_very_many_stocks_only_those_of_the_day_are_shown_twice() -> None:
    days = [f"2020-{month:02}-{day:02}" for month in range(1, 8) for day in range(1, 26)]
    claims = [named(f"c-{on}", said(low=9, on=on)) for on in days]
    found = outcome(*claims, named("c-few", said(low=3, on="2020-10-12"))).bounds
    twice = {str(b.quantity.day) for b in found if b.if_persistence}

    assert twice == {"2020-10-28"}


def test_switched_off_by_name_a_day_says_only_what_is_known_of_it() -> None:
    result = outcome(named("c-1", said(on="2020-10-05")), assumptions=frozenset({"-persistence"}))

    assert [b.low for b in result.bounds if b.quantity.place == "CN-JL"] == [200, 0]


def test_where_it_cannot_hold_no_bound_is_given_with_it():
    full = named("c-1", said(low=200, on="2020-10-05"))
    few = named("c-2", said(low=None, high=50, on="2020-10-20"))

    result = outcome(full, few)

    assert result.contradictions == ()
    assert ends(held(result, "CN-JL", lasting=True)) == ends(held(result, "CN-JL"))

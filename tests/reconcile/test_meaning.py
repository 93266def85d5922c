from collections.abc import Iterator

from tests.reconcile.situation import GAZETTEER, REPORT, a_codebook, alone, day, said
from tumen.reconcile.meaning import (
    Limit,
    limits_of_closure,
    limits_of_flow,
    limits_of_stock,
    state_left_by,
)
from tumen.reconcile.people import People
from tumen.reconcile.standing import StandingClaim, standing_claims
from tumen.records import Claim, Measure, Quantity

CODEBOOK = a_codebook()


def meaning(claim: Claim) -> tuple[StandingClaim, People]:
    (s,) = standing_claims(
        [REPORT], [claim], alone(claim), codebook=CODEBOOK, gazetteer=GAZETTEER, as_of=None
    )
    return s, s.people or People(low=0, high=None, capped=False)


def shown(limits: Iterator[Limit]) -> list[tuple[str, int, int | None, tuple[str, ...]]]:
    return [(limit.rule, limit.lower, limit.upper, limit.assumptions) for limit in limits]


def test_a_number_of_one_day_holds_on_that_day():
    # §3.4.1
    limits = list(limits_of_stock(*meaning(said()), whole=False))

    assert shown(iter(limits)) == [("3.4.1", 200, None, ())]
    assert limits[0].terms[0].quantity == Quantity(
        measure=Measure.STOCK, state="detained", place="CN-JL", day=day("2020-10-28")
    )


def test_a_number_of_a_stretch_of_time_was_reached_some_time_in_it():
    # §3.4.2
    limits = list(limits_of_stock(*meaning(said(on=("2020-10-01", "2020-10-10"))), whole=False))

    assert shown(iter(limits)) == [
        ("3.4.2", 200, None, ()),
        ("3.4.1", 200, None, ("still_held",)),
    ]
    stock, came = (term.quantity for term in limits[0].terms)
    assert (stock.day, came.start, came.end) == (
        day("2020-09-30"),
        day("2020-10-01"),
        day("2020-10-10"),
    )


def test_those_held_since_a_day_came_in_since():
    certain, still = limits_of_stock(
        *meaning(said(on="2020-10-10", since="2020-01-01")), whole=False
    )

    assert [t.quantity.start for t in certain.terms] == [day("2020-01-01")]
    assert still.assumptions == ("still_held",)


def test_since_may_count_everyone_since():
    s, people = meaning(said(on="2020-10-10", since="2020-01-01"))

    limits = limits_of_stock(s, people, whole=True, since_counts_all=True)

    assert shown(limits) == [("3.4.2", 200, None, ())]


def test_words_that_cap_a_number_cap_it_all_through():
    capped = said(low=None, high=20, on=("2020-10-01", "2020-10-10"))

    limits = [limit for limit in limits_of_stock(*meaning(capped), whole=True) if limit.upper]

    assert shown(iter(limits)) == [
        ("3.4.2", 0, 20, ()),
        ("3.4.1", 0, 20, ("still_held",)),
    ]
    assert [t.coefficient for t in limits[0].terms] == [1, -1]


def test_a_bare_number_is_everybody_only_if_assumed():
    limits = limits_of_stock(*meaning(said()), whole=True)

    assert shown(limits)[-1] == ("3.4.1", 0, 200, ("exhaustive",))


def test_an_undated_number_holds_at_a_moment_of_its_own():
    (limit,) = limits_of_stock(*meaning(said(on=(None, None))), whole=False)

    assert limit.terms[0].quantity.day is None


def test_arrests_cap_nothing_and_returns_do():
    # §3.4.3
    arrested = said("arrested", None, 20)
    returned = said("returned", None, 20)

    assert shown(limits_of_flow(*meaning(arrested), CODEBOOK)) == [("3.4.3", 0, None, ())]
    assert shown(limits_of_flow(*meaning(returned), CODEBOOK)) == [("3.4.3", 0, 20, ())]


def test_a_cap_on_a_time_that_begins_nobody_knows_when_caps_nothing() -> None:
    returned = said("returned", None, 20, on=(None, "2020-10-10"))

    assert shown(limits_of_flow(*meaning(returned), CODEBOOK)) == [("3.4.3", 0, None, ())]


def test_a_closed_border_keeps_returns_at_zero_if_assumed():
    # §3.4.4
    closed = said("border_closed", None, None, at="CN", on=("2020-01-22", "2020-10-28"))

    (limit,) = limits_of_closure(meaning(closed)[0], CODEBOOK)

    assert (limit.upper, limit.assumptions) == (0, ("closed_border",))
    assert list(limits_of_closure(meaning(said())[0], CODEBOOK)) == []


def test_a_way_out_tells_which_state_it_leaves():
    assert state_left_by("released", CODEBOOK) == "detained"
    assert state_left_by("vanished", CODEBOOK) == "detained"

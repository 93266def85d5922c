from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tests.brief.case import (
    ALREADY,
    EASED,
    EXCEED,
    HEADLINE,
    MINES,
    RECONCILIATION,
    THOUSAND,
    WOMEN,
    a_situation,
)
from tumen.brief.sections import is_forecast, sort_out
from tumen.records import Bound, Measure, Modality, Quantity, Standing, Statement


def claims_of(statements: Iterable[Statement]) -> set[str]:
    return {claim for statement in statements for claim in statement.claims}


def test_what_nothing_contradicts_is_known(view):
    assert {WOMEN.id, MINES.id} <= claims_of(sort_out(view).known)


def test_claims_of_a_contradiction_are_disputed_with_all_that_repeat_them(view):
    disputed = claims_of(sort_out(view).disputed)

    assert {ALREADY.id, EXCEED.id, THOUSAND.id} <= disputed
    assert HEADLINE.id in disputed  # in no contradiction itself: it repeats one that is


def test_contradictions_come_before_claims(view):
    first = sort_out(view).disputed[0]

    assert first.label == "The headline says more than the text"
    assert first.claims == (ALREADY.id, EXCEED.id)


def test_what_was_set_aside_says_that_it_is_not_thereby_false(view):
    (aside,) = [s for s in sort_out(view).disputed if s.claims == (EXCEED.id,)]

    assert "that does not make it false" in aside.text


def test_what_may_yet_happen_is_not_among_what_is_known(view):
    sections = sort_out(view)

    assert EASED.id in claims_of(sections.forecast)
    assert EASED.id not in claims_of(sections.known)
    assert is_forecast(view, replace(WOMEN, kind="at_risk"))


def test_a_denial_is_disputed_and_no_zero(seen):
    situation = a_situation()
    denied = replace(MINES, modality=Modality.DENIED)
    readings = list(situation.readings)
    readings[4] = replace(readings[4], claims=(denied,))

    sections = sort_out(seen(replace(situation, readings=tuple(readings))))
    (told,) = [s for s in sections.disputed if s.claims == (denied.id,)]
    assert "not counted as zero" in told.text


def test_what_pins_a_disputed_bound_is_not_called_known(seen):
    bound = Bound(
        quantity=Quantity(measure=Measure.FLOW, place="CN-LN", into="detained"),
        low=20,
        high=None,
        low_claims=(WOMEN.id,),
        standing=Standing.DISPUTED,
    )
    reconciliation = replace(RECONCILIATION, bounds=(bound,))
    sections = sort_out(seen(replace(a_situation(), reconciliation=reconciliation)))

    assert WOMEN.id in claims_of(sections.disputed)
    assert WOMEN.id not in claims_of(sections.known)
    assert WOMEN.id not in claims_of(sections.digest.known)

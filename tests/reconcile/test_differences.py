from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tumen.reconcile.atoms import Atom
from tumen.reconcile.differences import Standstill, place_system, smallest_conflict
from tumen.records import Constraint, Ground, Measure, Quantity, Term


def held(name: str, day: int, low: int | None, high: int | None) -> Constraint:
    return limited(name, {"measure": Measure.STOCK, "state": "held", "day": on(day)}, low, high)


def came(name: str, first: int, last: int, low: int | None, high: int | None) -> Constraint:
    days = {"start": on(first), "end": on(last)}
    return limited(name, {"measure": Measure.FLOW, "into": "held", **days}, low, high)


def limited(
    name: str, counted: Mapping[str, object], low: int | None, high: int | None
) -> Constraint:
    quantity = Quantity(place="A", **counted)  # type: ignore[arg-type]
    terms = (Term(1, quantity),)
    return Constraint(
        id=name, terms=terms, lower=low, upper=high, ground=Ground.REPORTED, claims=(name,)
    )


def on(day: int) -> date:
    return date(2025, 1, day)


A, B, C = Atom("a"), Atom("b"), Atom("c")


def test_a_claim_that_conflicts_is_left_out_and_named_with_what_it_conflicts_with():
    system = place_system(
        [held("a", 1, None, 10), came("b", 2, 5, None, 5), held("c", 5, 20, None)], []
    )
    state = Standstill(system)
    assert [state.put_in(atom) for atom in (A, B)] == [None, None]
    assert state.put_in(C) == frozenset({A, B, C})
    state.take_out(B)
    assert state.put_in(C) is None


def test_a_conflict_is_made_smallest():
    system = place_system(
        [held("a", 1, None, 10), held("b", 1, 20, None), held("c", 5, 20, None)], []
    )
    assert smallest_conflict(system, [A, B, C]) == frozenset({A, B})
    assert smallest_conflict(system, [A, C]) is None

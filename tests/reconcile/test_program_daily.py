"""Event dates are enough: a model with every day in it gives the same bounds (§3.6)."""

from __future__ import annotations

import importlib
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.reconcile.situation import GAZETTEER, REPORT, a_codebook, alone
from tests.reconcile.worlds import CELLS, DAYS, START, World, number_of, true_claims, worlds
from tumen.reconcile.asked import asked_stocks
from tumen.reconcile.constraints import constraints_of
from tumen.reconcile.parts import Parts
from tumen.reconcile.place_tree import PlaceTree, place_tree
from tumen.reconcile.program import program_of
from tumen.reconcile.standing import standing_claims
from tumen.records import Claim, Constraint, Measure, Quantity

# Its own types name less than it has.
cp: Any = importlib.import_module("cvxpy")

TREE: PlaceTree = place_tree(CELLS, "CN", GAZETTEER)
DATES = [START + timedelta(days=i) for i in range(DAYS)]
CODEBOOK = a_codebook()

OPEN = float("inf")


def constraints(claims: list[Claim]) -> tuple[Constraint, ...]:
    standing = standing_claims(
        [REPORT], claims, alone(*claims), codebook=CODEBOOK, gazetteer=GAZETTEER, as_of=None
    )
    return constraints_of(standing, CODEBOOK, frozenset())


def bounds(
    found: tuple[Constraint, ...], asked: tuple[Quantity, ...], *, daily: bool
) -> list[float]:
    program, row_of = program_of(found, asked, TREE, grid=DATES if daily else ())
    solver = Parts(program)
    rows = [row_of(q) for q in asked]
    lows = [solver.least(row).value for row in rows]
    highs = [solver.greatest(row).value for row in rows]
    return [OPEN if value is None else value for value in (*lows, *highs)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), world=worlds())
def test_a_daily_grid_gives_the_same_bounds(data: st.DataObject, world: World) -> None:
    found = constraints(data.draw(true_claims(world)))
    asked = asked_stocks(found, TREE, DATES[-1])

    assert bounds(found, asked, daily=False) == pytest.approx(bounds(found, asked, daily=True))


# --- the same, written anew as daily flows in another tool -----------------------------------


class Daily:
    """A model of people who come and go each day, built without any of our own."""

    def __init__(self, found: tuple[Constraint, ...]) -> None:
        count = DAYS + 1  # the first step holds all who came before
        self.came = {cell: cp.Variable(count, nonneg=True) for cell in CELLS}
        self.returned = {cell: cp.Variable(count, nonneg=True) for cell in CELLS}
        self.other = {cell: cp.Variable(count, nonneg=True) for cell in CELLS}
        self.rules = [
            cp.cumsum(self.came[c] - self.returned[c] - self.other[c]) >= 0 for c in CELLS
        ]
        for constraint in found:
            total = sum(t.coefficient * self.value(t.quantity) for t in constraint.terms)
            if constraint.lower is not None:
                self.rules.append(total >= constraint.lower)
            if constraint.upper is not None:
                self.rules.append(total <= constraint.upper)

    def value(self, q: Quantity) -> Any:
        cells = CELLS if q.place == "CN" else (q.place,)
        if q.measure is Measure.STOCK:
            assert q.day is not None
            until = slice(0, number_of(q.day) + 2)
            return sum(
                cp.sum(self.came[c][until] - self.returned[c][until] - self.other[c][until])
                for c in cells
            )
        first = number_of(q.start) + 1 if q.start else 0
        assert q.end is not None
        span = slice(first, number_of(q.end) + 2)
        return sum(cp.sum((self.came if q.into else self.returned)[c][span]) for c in cells)

    def least(self, q: Quantity) -> float:
        problem = cp.Problem(cp.Minimize(self.value(q)), self.rules)
        return float(problem.solve(solver=cp.HIGHS))


@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), world=worlds())
def test_a_daily_model_in_another_tool_agrees(data: st.DataObject, world: World) -> None:
    found = constraints(data.draw(true_claims(world, most=12)))
    asked = asked_stocks(found, TREE, DATES[-1])[:6]
    daily = Daily(found)

    ours = bounds(found, asked, daily=False)[: len(asked)]

    assert [daily.least(q) for q in asked] == pytest.approx(ours, abs=1e-4)

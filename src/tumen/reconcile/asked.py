"""Which quantities a reconciliation bounds when nobody asks for special ones (§3.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from tumen.reconcile.place_tree import PlaceTree
from tumen.records import UNLISTED, Constraint, Measure, Quantity

# A history: subject and state.
History = tuple[str | None, str]


def asked_stocks(
    constraints: Sequence[Constraint], tree: PlaceTree, as_of: date | None
) -> tuple[Quantity, ...]:
    """Return the stocks to bound: each place spoken of and those above it, on each date there.

    The dates of a place are those on which something is said of it or of a part of it, and
    *as_of*.  The unlisted rest of the area has the dates of the area.
    """
    dates = _dates_spoken_of(constraints, tree)
    for (_, _, place), days in dates.items():
        if as_of is not None and (days - {None} or place == tree.area):
            days.add(as_of)
    found = [
        Quantity(measure=Measure.STOCK, state=state, place=place, day=day, subject=subject)
        for (subject, state, place), days in dates.items()
        for day in days
    ]
    return tuple(sorted(found, key=_order))


def asked_flows(constraints: Iterable[Constraint]) -> tuple[Quantity, ...]:
    """Return the flows that claims speak of, each once: place and period as claimed.

    A flow that is told with its end only counts everyone since the beginning: nobody asks that.
    """
    flows = {
        t.quantity
        for c in constraints
        if len({(t.quantity.measure, t.coefficient) for t in c.terms}) == 1
        for t in c.terms
        if t.quantity.measure is Measure.FLOW and c.claims
        if t.quantity.start or not t.quantity.end
    }
    return tuple(sorted(flows, key=_order))


def _dates_spoken_of(
    constraints: Sequence[Constraint], tree: PlaceTree
) -> dict[tuple[str | None, str, str], set[date | None]]:
    """Return the days of each subject, state and place on which a stock is claimed."""
    dates: dict[tuple[str | None, str, str], set[date | None]] = defaultdict(set)
    for quantity in _claimed_stocks(constraints):
        for place in tree.line(quantity.place):
            dates[quantity.subject, quantity.state or "", place].add(quantity.day)
    for (subject, state, place), days in list(dates.items()):
        if place == tree.area and (rest := tree.area + UNLISTED) in tree.cells:
            dates[subject, state, rest] |= days
    return dates


def _claimed_stocks(constraints: Iterable[Constraint]) -> Iterable[Quantity]:
    """Yield the stocks that claims name; not those a window only begins with."""
    for constraint in constraints:
        if constraint.claims and all(
            t.quantity.measure is Measure.STOCK and t.coefficient > 0 for t in constraint.terms
        ):
            yield from (t.quantity for t in constraint.terms)


def without_days(quantity: Quantity) -> Quantity:
    """Return *quantity* without its days: what is counted, and where."""
    return replace(quantity, day=None, start=None, end=None)


def _order(q: Quantity) -> tuple[object, ...]:
    last = q.day or q.end or date.max
    names = (q.subject or "", q.measure, q.state or "", q.into or "", q.by or "", q.place)
    return (*names, last, q.start or date.min)

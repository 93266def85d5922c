"""Constraints on quantities as a linear program over cells and event dates (§3.6).

For each cell, state and subject there is a stock at every date on which something is said of a
place that contains the cell, and what came in and went out between two such dates.  A solution on
these dates extends to every day by straight lines, so nothing is lost by leaving days out.  Where
no flow is spoken of, people may come and go as they like: there the two stocks are not tied, and
the program falls into parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tumen.reconcile.place_tree import PlaceTree
from tumen.records import Constraint, Measure, Quantity

DAY = timedelta(days=1)
HORIZON = date.max  # where a flow without an end ends

# One history: subject, state, cell, and whether it is the moment of undated claims.
Series = tuple[str | None, str, str, bool]
Row = tuple[tuple[int, float], ...]  # column and coefficient
Limits = tuple[float | None, float | None]

# What is counted of a step: those who came, or those who went by one way; `OUT` is all who went.
CAME, OUT = "came", "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Rows `lower <= row <= upper` over columns that are all 0 or more; `None` is an open end.

    The first rows, as many as `structure` has limits, tie stocks to flows; the others are the
    constraints, in their order.
    """

    columns: int
    structure: tuple[Limits, ...]
    rows: tuple[Row, ...]
    constraints: tuple[Constraint, ...]

    def limits(self, row: int) -> Limits:
        """Return the lower and the upper end of a row."""
        if row < len(self.structure):
            return self.structure[row]
        constraint = self.constraints[row - len(self.structure)]
        return constraint.lower, constraint.upper


def program_of(
    constraints: Sequence[Constraint],
    asked: Iterable[Quantity],
    tree: PlaceTree,
    *,
    grid: Iterable[date] = (),
) -> tuple[Program, Callable[[Quantity], Row]]:
    """Return the program of *constraints*, and what each quantity of *asked* is in it.

    *grid* adds dates to every history: the bounds stay the same (a test holds it to that).
    """
    spoken_of = [*(t.quantity for c in constraints for t in c.terms), *asked]
    layout = _Layout(spoken_of, tree, tuple(grid))
    structure = tuple(layout.structure())
    rows = tuple(
        _combined((t.coefficient, layout.row(t.quantity)) for t in c.terms) for c in constraints
    )
    program = Program(
        columns=layout.columns,
        structure=tuple(limits for _, limits in structure),
        rows=(*(row for row, _ in structure), *rows),
        constraints=tuple(constraints),
    )
    return program, layout.row


# --- what is spoken of -----------------------------------------------------------------


def _state_of(q: Quantity) -> str:
    return q.state or q.into or q.out_of or ""


def _dates_of(q: Quantity) -> tuple[date, ...]:
    """Return the ends of days at which a quantity touches its history."""
    if q.measure is Measure.STOCK:
        return (q.day or HORIZON,)
    end = q.end or HORIZON
    return (q.start - DAY, end) if q.start else (end,)


def _series_of(q: Quantity, tree: PlaceTree) -> Iterator[Series]:
    undated = q.measure is Measure.STOCK and q.day is None
    for cell in tree.cells[q.place]:
        yield (q.subject, _state_of(q), cell, undated)


# --- columns ---------------------------------------------------------------------------


class _Layout:
    """Where each stock, and each flow between two dates that is spoken of, is a column."""

    def __init__(
        self, spoken_of: Sequence[Quantity], tree: PlaceTree, grid: tuple[date, ...]
    ) -> None:
        self._tree = tree
        self._dates = _histories(spoken_of, tree, grid)
        self._at = {s: {day: k for k, day in enumerate(ds)} for s, ds in self._dates.items()}
        self._stock: dict[tuple[Series, int], int] = {}
        self._flows: dict[tuple[Series, int], dict[str, int]] = defaultdict(dict)
        self.columns = 0
        for series, dates in self._dates.items():
            for step in range(len(dates)):
                self._stock[series, step] = self.columns
                self.columns += 1
        for quantity in dict.fromkeys(q for q in spoken_of if q.measure is not Measure.STOCK):
            self._add_flow(quantity)

    def _add_flow(self, quantity: Quantity) -> None:
        """Give a column to what *quantity* counts, in every step that it runs over."""
        what = _counted(quantity)
        for series in _series_of(quantity, self._tree):
            for step in self._steps(series, quantity):
                if what not in self._flows[series, step]:
                    self._flows[series, step][what] = self.columns
                    self.columns += 1

    def _steps(self, series: Series, quantity: Quantity) -> range:
        """Return the steps that a flow runs over; step k ends at the k-th date."""
        *start, end = _dates_of(quantity)
        at = self._at[series]
        return range(at[start[0]] + 1 if start else 0, at[end] + 1)

    def structure(self) -> Iterator[tuple[Row, Limits]]:
        """Yield what ties two stocks to the flows between them.

        Stock after = stock before + came - went.  Who comes or goes without being counted leaves
        one side open; all who went are at least those who went by the ways that are counted.
        """
        for (series, step), flows in self._flows.items():
            ways = [column for what, column in flows.items() if what not in (CAME, OUT)]
            row = [(self._stock[series, step], 1.0)]
            if step:
                row.append((self._stock[series, step - 1], -1.0))
            if CAME in flows:
                row.append((flows[CAME], -1.0))
            if OUT in flows:
                row.append((flows[OUT], 1.0))
                if ways:
                    yield ((flows[OUT], 1.0), *((way, -1.0) for way in ways)), (0.0, None)
            else:
                row.extend((way, 1.0) for way in ways)
            # Uncounted arrivals may raise the stock, uncounted departures lower it.
            low = 0.0 if OUT in flows else None
            high = 0.0 if CAME in flows else None
            if low is not None or high is not None:
                yield tuple(row), (low, high)

    def row(self, quantity: Quantity) -> Row:
        """Return the columns whose sum is *quantity*."""
        found: list[int] = []
        for series in _series_of(quantity, self._tree):
            if quantity.measure is Measure.STOCK:
                found.append(self._stock[series, self._at[series][_dates_of(quantity)[0]]])
            else:
                found.extend(
                    self._flows[series, step][_counted(quantity)]
                    for step in self._steps(series, quantity)
                )
        return tuple((column, 1.0) for column in sorted(found))


def _counted(quantity: Quantity) -> str:
    return CAME if quantity.into else quantity.by or OUT


def _histories(
    spoken_of: Iterable[Quantity], tree: PlaceTree, grid: tuple[date, ...]
) -> dict[Series, tuple[date, ...]]:
    """Return the event dates of every history, in order."""
    found: dict[Series, set[date]] = defaultdict(set)
    for q in spoken_of:
        for series in _series_of(q, tree):
            found[series].update(_dates_of(q) if series[-1] else (*_dates_of(q), *grid))
    return {series: tuple(sorted(dates)) for series, dates in found.items()}


def _combined(parts: Iterable[tuple[float, Row]]) -> Row:
    total: dict[int, float] = defaultdict(float)
    for factor, row in parts:
        for column, coefficient in row:
            total[column] += factor * coefficient
    return tuple((column, value) for column, value in sorted(total.items()) if value)

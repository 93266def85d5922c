"""Constraints on quantities as a linear program over cells and event dates (§3.6).

For each cell, state and subject: one stock, one counter of all who came in, and one for each way
out, at the dates on which something is said of a place that contains the cell.  Between two such
dates a solution extends to every day by straight lines, so that nothing is lost by leaving the
days in between out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tumen.reconcile.place_tree import PlaceTree
from tumen.records import Constraint, Measure, Quantity

DAY = timedelta(days=1)
HORIZON = date.max  # where a flow without an end ends
OTHER = ""  # the way out that no claim names

# One history: subject, state, cell, and whether it is the moment of undated claims.
Series = tuple[str | None, str, str, bool]
Row = tuple[tuple[int, float], ...]  # column and coefficient


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Rows `lower <= row <= upper` over columns that are all 0 or more; `None` is an open end.

    The first `structure` rows are how stocks and flows hang together; the others are the
    constraints, in their order.
    """

    columns: int
    rows: tuple[Row, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    structure: int
    constraints: tuple[Constraint, ...]
    row_of: Callable[[Quantity], Row]


StateOf = Callable[[Quantity], str]


def program_of(
    constraints: Sequence[Constraint],
    asked: Iterable[Quantity],
    tree: PlaceTree,
    *,
    grid: Iterable[date] = (),
) -> Program:
    """Return the program of *constraints* in which every quantity of *asked* can be bounded.

    *grid* adds dates to every history: the bounds stay the same (a test holds it to that).
    """
    spoken_of = [*(t.quantity for c in constraints for t in c.terms), *asked]
    histories = _histories(spoken_of, tree, tuple(grid))
    layout = _Layout(histories, _ways_out(spoken_of))
    rows: list[Row] = []
    lower: list[float | None] = []
    upper: list[float | None] = []
    for row, low, high in layout.structure():
        rows.append(row)
        lower.append(low)
        upper.append(high)
    structure = len(rows)

    def row_of(quantity: Quantity) -> Row:
        return layout.row(quantity, tree)

    for constraint in constraints:
        rows.append(_combined((t.coefficient, row_of(t.quantity)) for t in constraint.terms))
        lower.append(constraint.lower)
        upper.append(constraint.upper)
    return Program(
        columns=layout.columns,
        rows=tuple(rows),
        lower=tuple(lower),
        upper=tuple(upper),
        structure=structure,
        constraints=tuple(constraints),
        row_of=row_of,
    )


# --- what is spoken of -----------------------------------------------------------------


def _state_of(q: Quantity) -> str:
    return q.state or q.into or q.out_of or ""


def _dates_of(q: Quantity) -> tuple[date, ...]:
    """Return the ends of days at which a quantity touches its history."""
    if q.measure is Measure.STOCK:
        return (q.day,) if q.day else ()
    end = q.end or HORIZON
    return (q.start - DAY, end) if q.start else (end,)


def _undated(q: Quantity) -> bool:
    return q.measure is Measure.STOCK and q.day is None


def _histories(
    spoken_of: Iterable[Quantity], tree: PlaceTree, grid: tuple[date, ...]
) -> dict[Series, tuple[date, ...]]:
    """Return the event dates of every history, in order."""
    found: dict[Series, set[date]] = defaultdict(set)
    for q in spoken_of:
        for cell in tree.cells[q.place]:
            series = (q.subject, _state_of(q), cell, _undated(q))
            found[series].update((HORIZON,) if _undated(q) else (*_dates_of(q), *grid))
    return {series: tuple(sorted(dates)) for series, dates in found.items()}


def _ways_out(spoken_of: Iterable[Quantity]) -> Mapping[tuple[str | None, str], tuple[str, ...]]:
    """Return the ways out of each state that somebody speaks of, and the other way."""
    found: dict[tuple[str | None, str], set[str]] = defaultdict(lambda: {OTHER})
    for q in spoken_of:
        if q.by:
            found[q.subject, _state_of(q)].add(q.by)
    return {key: tuple(sorted(ways)) for key, ways in found.items()}


# --- columns ---------------------------------------------------------------------------


class _Layout:
    """Where each stock and counter stands among the columns."""

    def __init__(
        self,
        histories: Mapping[Series, tuple[date, ...]],
        ways_out: Mapping[tuple[str | None, str], tuple[str, ...]],
    ) -> None:
        self._histories = histories
        self._ways = ways_out
        self._at: dict[tuple[Series, date], int] = {}
        self.columns = 0
        for series, dates in histories.items():
            for day in dates:
                self._at[series, day] = self.columns
                self.columns += 2 + len(self._ways_of(series))

    def _ways_of(self, series: Series) -> tuple[str, ...]:
        return self._ways.get((series[0], series[1]), (OTHER,))

    def structure(self) -> Iterable[tuple[Row, float | None, float | None]]:
        """Yield the rows that tie stocks to counters: stock = in - out, and counters never fall."""
        for series, dates in self._histories.items():
            counters = 1 + len(self._ways_of(series))
            before: int | None = None
            for day in dates:
                stock = self._at[series, day]
                out = [(stock + 2 + i, 1.0) for i in range(counters - 1)]
                yield ((stock, 1.0), (stock + 1, -1.0), *out), 0.0, 0.0
                for i in range(1, counters + 1):
                    if before is not None:
                        yield ((stock + i, 1.0), (before + i, -1.0)), 0.0, None
                before = stock

    def row(self, quantity: Quantity, tree: PlaceTree) -> Row:
        """Return the columns whose sum is *quantity*."""
        parts: list[tuple[float, Row]] = []
        for cell in tree.cells[quantity.place]:
            series = (quantity.subject, _state_of(quantity), cell, _undated(quantity))
            if quantity.measure is Measure.STOCK:
                parts.append((1.0, ((self._at[series, quantity.day or HORIZON], 1.0),)))
            else:
                parts.extend(self._flow(series, quantity))
        return _combined(parts)

    def _flow(self, series: Series, quantity: Quantity) -> Iterable[tuple[float, Row]]:
        """Yield a flow as what its counters gained: their end less their start."""
        ways = self._ways_of(series)
        if quantity.into:
            offsets = [1]
        elif quantity.by:
            offsets = [2 + ways.index(quantity.by)]
        else:
            offsets = [2 + i for i in range(len(ways))]
        *start, end = _dates_of(quantity)
        yield 1.0, tuple((self._at[series, end] + i, 1.0) for i in offsets)
        for day in start:
            yield -1.0, tuple((self._at[series, day] + i, 1.0) for i in offsets)


def _combined(parts: Iterable[tuple[float, Row]]) -> Row:
    total: dict[int, float] = defaultdict(float)
    for factor, row in parts:
        for column, coefficient in row:
            total[column] += factor * coefficient
    return tuple((column, value) for column, value in sorted(total.items()) if value)

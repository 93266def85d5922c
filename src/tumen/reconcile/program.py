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
class StandingLimit:
    """A limit that holds at all times: on a stock, or on a flow in any window of time.

    The quantity of `constraint` has no days.  Of a stock its `upper` is the most there may be on
    any day; of a flow, in any window of t days at most `upper + pace * t` people move (an arrival
    curve, as in network calculus).
    """

    constraint: Constraint
    pace: float = 0.0

    @property
    def quantity(self) -> Quantity:
        """Return what is limited."""
        return self.constraint.terms[0].quantity


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
    standing: Sequence[StandingLimit] = (),
) -> tuple[Program, Callable[[Quantity], Row]]:
    """Return the program of *constraints*, and what each quantity of *asked* is in it.

    *grid* adds dates to every history: the bounds stay the same (a test holds it to that).
    """
    spoken_of = [*(t.quantity for c in constraints for t in c.terms), *asked]
    layout = _Layout(spoken_of, tree, tuple(grid), standing)
    rows = [
        _combined((t.coefficient, layout.row(t.quantity)) for t in c.terms) for c in constraints
    ]
    at_all_times = [(row, s.constraint) for s in standing for row in layout.at_all_times(s)]
    structure = tuple(layout.structure())
    program = Program(
        columns=layout.columns,
        structure=tuple(limits for _, limits in structure),
        rows=(*(row for row, _ in structure), *rows, *(row for row, _ in at_all_times)),
        constraints=(*constraints, *(constraint for _, constraint in at_all_times)),
    )
    return program, layout.row


# --- what is spoken of -----------------------------------------------------------------


def _dates_of(q: Quantity) -> tuple[date, ...]:
    """Return the ends of days at which a quantity touches its history."""
    if q.measure is Measure.STOCK:
        return (q.day or HORIZON,)
    end = q.end or HORIZON
    return (q.start - DAY, end) if q.start else (end,)


def _series_of(q: Quantity, tree: PlaceTree) -> Iterator[Series]:
    undated = q.measure is Measure.STOCK and q.day is None
    for cell in tree.cells[q.place]:
        yield (q.subject, q.state_meant, cell, undated)


def _dated_series_of(q: Quantity, tree: PlaceTree) -> Iterator[Series]:
    for cell in tree.cells[q.place]:
        yield (q.subject, q.state_meant, cell, False)


# --- columns ---------------------------------------------------------------------------


class _Layout:
    """Where each stock, and each flow between two dates that is spoken of, is a column."""

    def __init__(
        self,
        spoken_of: Sequence[Quantity],
        tree: PlaceTree,
        grid: tuple[date, ...],
        standing: Sequence[StandingLimit] = (),
    ) -> None:
        self._tree = tree
        self._dates = _histories(spoken_of, tree, grid)
        for limit in standing:
            _share_dates(self._dates, limit.quantity, tree)
        self._at = {s: {day: k for k, day in enumerate(ds)} for s, ds in self._dates.items()}
        self._stock: dict[tuple[Series, int], int] = {}
        self._flows: dict[tuple[Series, int], dict[str, int]] = defaultdict(dict)
        self._means: dict[tuple[Series, int], int] = {}
        self._pools: list[tuple[Row, Limits]] = []
        self.columns = 0
        for series, dates in self._dates.items():
            for step in range(len(dates)):
                self._stock[series, step] = self._new_column()
        for quantity in dict.fromkeys(q for q in spoken_of if q.measure is Measure.FLOW):
            self._add_flow(quantity)
        for limit in standing:
            if limit.quantity.measure is Measure.FLOW:
                self._add_flow_of_all_time(limit.quantity)
        for quantity in dict.fromkeys(q for q in spoken_of if q.measure is Measure.MEAN_STOCK):
            self._add_mean(quantity)

    def _new_column(self) -> int:
        self.columns += 1
        return self.columns - 1

    def _add_flow(self, quantity: Quantity) -> None:
        """Give a column to what *quantity* counts, in every step that it runs over."""
        for series in _series_of(quantity, self._tree):
            for step in self._steps(series, quantity):
                self._add_step(series, step, _counted(quantity))

    def _add_flow_of_all_time(self, quantity: Quantity) -> None:
        """Give a column to what *quantity* counts in every step between two dates."""
        for series in self._known(quantity):
            for step in range(1, len(self._dates[series])):
                self._add_step(series, step, _counted(quantity))

    def _known(self, quantity: Quantity) -> list[Series]:
        """Return the dated histories of a quantity's cells, as far as something is said of them."""
        return [s for s in _dated_series_of(quantity, self._tree) if s in self._dates]

    def _add_step(self, series: Series, step: int, what: str) -> None:
        if what not in self._flows[series, step]:
            self._flows[series, step][what] = self._new_column()

    def _add_mean(self, quantity: Quantity) -> None:
        """Give a column to the mean stock of every step that *quantity* runs over."""
        for series in _series_of(quantity, self._tree):
            for step in self._steps(series, quantity):
                if (series, step) not in self._means:
                    self._add_step(series, step, CAME)
                    self._add_step(series, step, OUT)
                    self._means[series, step] = self._new_column()

    def at_all_times(self, limit: StandingLimit) -> Iterator[Row]:
        """Yield the rows of a standing limit, one for each date or step of its place.

        People in any window: a pool fills with all who move, and empties by `pace` a day; it never
        holds more than `upper`.
        """
        histories = self._known(limit.quantity)
        if not histories:
            return
        dates = self._dates[histories[0]]
        if limit.quantity.measure is Measure.STOCK:
            for step in range(len(dates)):
                yield tuple(sorted((self._stock[s, step], 1.0) for s in histories))
            return
        what, pool = _counted(limit.quantity), self._new_column()
        for step in range(1, len(dates)):
            before, pool = pool, self._new_column()
            moved = tuple((self._flows[s, step][what], -1.0) for s in histories)
            drained = limit.pace * (dates[step] - dates[step - 1]).days
            self._pools.append((((pool, 1.0), (before, -1.0), *moved), (-drained, None)))
            yield ((pool, 1.0),)

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
        yield from self._pools
        yield from self._mean_rows()
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

    def _mean_rows(self) -> Iterator[tuple[Row, Limits]]:
        """Yield how far the mean stock of a step can be from that at its ends.

        Highest where all come on the first of its days and go on the last, lowest where they go
        on the first and come on the last.
        """
        for (series, step), mean in self._means.items():
            dates, flows = self._dates[series], self._flows[series, step]
            days = (dates[step] - dates[step - 1]).days
            others = float(days - 1)
            ends = ((self._stock[series, step - 1], -others), (self._stock[series, step], -1.0))
            yield ((mean, float(days)), *ends, (flows[CAME], -others)), (None, 0.0)
            yield ((mean, float(days)), *ends, (flows[OUT], others)), (0.0, None)

    def row(self, quantity: Quantity) -> Row:
        """Return the columns whose weighted sum is *quantity*."""
        if quantity.measure is Measure.MEAN_STOCK:
            return self._mean_row(quantity)
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

    def _mean_row(self, quantity: Quantity) -> Row:
        before, end = _dates_of(quantity)
        days = (end - before).days
        found = []
        for series in _series_of(quantity, self._tree):
            dates = self._dates[series]
            for step in self._steps(series, quantity):
                share = (dates[step] - dates[step - 1]).days / days
                found.append((self._means[series, step], share))
        return tuple(sorted(found))


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


def _share_dates(
    found: dict[Series, tuple[date, ...]], quantity: Quantity, tree: PlaceTree
) -> None:
    """Give the cells of a place that a standing limit is on the event dates of all of them."""
    own = [s for s in _dated_series_of(quantity, tree) if s in found]
    cells = {s[2] for s in own}
    if len(cells) > 1:
        dates = tuple(sorted({day for s in own for day in found[s]}))
        found.update(dict.fromkeys(own, dates))


def _combined(parts: Iterable[tuple[float, Row]]) -> Row:
    total: dict[int, float] = defaultdict(float)
    for factor, row in parts:
        for column, coefficient in row:
            total[column] += factor * coefficient
    return tuple((column, value) for column, value in sorted(total.items()) if value)

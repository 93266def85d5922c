"""One place as a system of difference constraints: conflicts as negative cycles (§3.12).

Who came and who left up to each event date are two counters; every claim on a stock or a flow of
the place limits the difference of two of them: `value[v] - value[u] <= weight`, an edge from u to
v.  What cannot hold together is a cycle of negative weight, and the claims on it are the conflict.
Claims are put in one at a time, and the values repaired from there (Cotton and Maler 2006).
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tumen.reconcile.atoms import Atom, atom_of
from tumen.reconcile.cores import smallest
from tumen.reconcile.program import DAY, StandingLimit
from tumen.records import Constraint, Measure, Quantity

# Sums of decimal fractions are off by less than this; people are whole.
NOISE = 1e-7

Edge = tuple[int, int, float]  # from, to, weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """In any window of t days at most `most + pace * t` people come (or leave)."""

    atom: Atom
    most: float
    pace: float
    arrivals: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSystem:
    """The differences that claims on one place and state limit, over its event dates.

    Node k is who came up to the k-th date, node n + k who left.  A flow by one way out, and a mean
    stock, are held to what they mean for the two counters: always valid, not always all they say.
    """

    days: tuple[int, ...]  # ordinals of the event dates, in order
    edges: tuple[tuple[Atom, tuple[Edge, ...]], ...]
    of: tuple[tuple[Constraint, ...], tuple[StandingLimit, ...]]  # what it is made from
    curves: tuple[Curve, ...] = ()
    rooms: tuple[tuple[Atom, float], ...] = ()  # the most there may be on any day

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Return all atoms, each once."""
        limits = (*(c.atom for c in self.curves), *(atom for atom, _ in self.rooms))
        return tuple(dict.fromkeys((*(atom for atom, _ in self.edges), *limits)))

    def only(self, atoms: Iterable[Atom]) -> PlaceSystem:
        """Return the system of *atoms* alone, with their event dates only: exact, and much smaller."""
        wanted = frozenset(atoms)
        constraints, standing = self.of
        return place_system(
            [c for c in constraints if atom_of(c) in wanted],
            [limit for limit in standing if atom_of(limit.constraint) in wanted],
        )


def place_system(
    constraints: Sequence[Constraint], standing: Sequence[StandingLimit]
) -> PlaceSystem:
    """Return the system of constraints on one place and state, each on one quantity."""
    spoken_of = [c.terms[0].quantity for c in constraints]
    days = tuple(sorted({day.toordinal() for q in spoken_of for day in _dates(q)}))
    at = {day: k for k, day in enumerate(days)}
    found: dict[Atom, list[Edge]] = defaultdict(list)
    for constraint in constraints:
        found[atom_of(constraint)].extend(_edges(constraint, at))
    curves, rooms = [], []
    for limit in standing:
        atom, upper = atom_of(limit.constraint), limit.constraint.upper
        if upper is None:
            continue
        if limit.quantity.measure is Measure.STOCK:
            rooms.append((atom, upper))
        elif limit.quantity.by is None:
            arrivals = limit.quantity.into is not None
            curves.append(Curve(atom=atom, most=upper, pace=limit.pace, arrivals=arrivals))
    return PlaceSystem(
        days=days,
        edges=tuple((atom, tuple(edges)) for atom, edges in found.items()),
        of=(tuple(constraints), tuple(standing)),
        curves=tuple(curves),
        rooms=tuple(rooms),
    )


def _dates(q: Quantity) -> Iterator[date]:
    """Yield the ends of days at which a quantity touches the counters of its place."""
    if q.day is not None:
        yield q.day
    elif q.start is not None and q.end is not None:
        yield q.start if q.measure is Measure.MEAN_STOCK else q.start - DAY
        yield q.end


def _edges(constraint: Constraint, at: dict[int, int]) -> Iterator[Edge]:
    """Yield what a constraint on one quantity says of the two counters."""
    n = len(at)
    quantity = constraint.terms[0].quantity
    low, high = constraint.lower, constraint.upper
    for lower, upper, exact in _ends(quantity, at, n):
        if low is not None:
            yield (*lower, -low)
        if high is not None and exact:
            yield (*upper, high)


def _ends(
    q: Quantity, at: dict[int, int], n: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int], bool]]:
    """Yield the nodes between which a lower and an upper end run, and whether the upper one holds."""
    if q.day is not None:
        k = at[q.day.toordinal()]
        yield (k, n + k), (n + k, k), True
        return
    if q.start is None or q.end is None:
        return
    last = at[q.end.toordinal()]
    if q.measure is Measure.MEAN_STOCK:
        # No day of it had more than all who came up to its end less those gone by its first day,
        # and none fewer than all who came up to its first day less those gone by its end.
        first = at[q.start.toordinal()]
        yield (last, n + first), (n + last, first), True
        return
    before = at[(q.start - DAY).toordinal()]
    shift = 0 if q.into else n
    # Of those who left by one way there are at most as many as left; a cap on them caps not all.
    yield (shift + last, shift + before), (shift + before, shift + last), q.by is None


class Standstill:
    """Values for all counters that keep every edge put in so far; conflicts are refused."""

    def __init__(self, system: PlaceSystem) -> None:
        """Begin with what holds of any place: counters never fall, stocks are never negative."""
        self._n = len(system.days)
        self._edges = _all_edges(system)
        size = 2 * self._n + len(system.curves) * self._n
        self._value = [0.0] * size
        self._edges_from: list[list[tuple[int, float, Atom | None]]] = [[] for _ in range(size)]
        for u, v, weight in _structure(self._n):
            self._edges_from[u].append((v, weight, None))
        self._in: set[Atom] = set()

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Return all atoms of the place, in or not."""
        return tuple(self._edges)

    def put_in(self, atom: Atom) -> frozenset[Atom] | None:
        """Put *atom* in; if it conflicts, leave it out and return atoms that cannot hold together."""
        if atom in self._in:
            return None
        self._in.add(atom)
        done: list[Edge] = []
        for edge in self._edges.get(atom, ()):
            u, v, weight = edge
            self._edges_from[u].append((v, weight, atom))
            done.append(edge)
            conflict = self._repair(edge, atom)
            if conflict is not None:
                self.take_out(atom)
                return conflict
        return None

    def take_out(self, atom: Atom) -> None:
        """Take *atom* out: the values still keep all that is left."""
        if atom not in self._in:
            return
        self._in.discard(atom)
        for u in {edge[0] for edge in self._edges.get(atom, ())}:
            self._edges_from[u] = [e for e in self._edges_from[u] if e[2] != atom]

    def _repair(self, edge: Edge, atom: Atom) -> frozenset[Atom] | None:
        """Lower values until all edges are kept again; return the atoms of a cycle that forbids it."""
        source, first, weight = edge
        value = self._value
        short = value[source] + weight - value[first]
        if short >= -NOISE:
            return None
        came: dict[int, tuple[int, Atom | None]] = {first: (source, atom)}
        lowest = {first: short}
        lowered: dict[int, float] = {}
        heap = [(short, first)]
        while heap:
            short, u = heapq.heappop(heap)
            if u in lowered or short > lowest[u]:
                continue
            if u == source:
                return self._cycle(came, source)
            lowered[u] = value[u] + short
            for v, step, by in self._edges_from[u]:
                if v in lowered:
                    continue
                new = lowered[u] + step - value[v]
                if new < -NOISE and new < lowest.get(v, 0.0):
                    lowest[v] = new
                    came[v] = (u, by)
                    heapq.heappush(heap, (new, v))
        for u, new in lowered.items():
            value[u] = new
        return None

    @staticmethod
    def _cycle(came: dict[int, tuple[int, Atom | None]], source: int) -> frozenset[Atom]:
        atoms: set[Atom] = set()
        node = source
        while True:
            node, atom = came[node]
            if atom is not None:
                atoms.add(atom)
            if node == source:
                return frozenset(atoms)


def _structure(n: int) -> Iterator[Edge]:
    for k in range(n):
        yield k, n + k, 0.0
        if k + 1 < n:
            yield k + 1, k, 0.0
            yield n + k + 1, n + k, 0.0


def _all_edges(system: PlaceSystem) -> dict[Atom, list[Edge]]:
    """Return the edges of every atom; a curve has a pool of its own (§3.11.3)."""
    n = len(system.days)
    # Also the limits of a place of which nothing else is said.
    found: dict[Atom, list[Edge]] = {atom: [] for atom in system.atoms}
    for atom, edges in system.edges:
        found[atom].extend(edges)
    for atom, room in system.rooms:
        found[atom].extend((n + k, k, room) for k in range(n))
    for number, curve in enumerate(system.curves):
        pool, counter = 2 * n + number * n, 0 if curve.arrivals else n
        for k in range(n):
            found[curve.atom].append((counter + k, pool + k, 0.0))
            found[curve.atom].append((pool + k, counter + k, curve.most))
            if k:
                drained = curve.pace * (system.days[k] - system.days[k - 1])
                found[curve.atom].append((pool + k - 1, pool + k, drained))
    return found


def smallest_conflict(system: PlaceSystem, suspects: Iterable[Atom]) -> frozenset[Atom] | None:
    """Return a smallest part of *suspects* that cannot hold together, None if all can."""
    small = system.only(suspects)
    return smallest(lambda atoms: _conflict(small, atoms), suspects)


def _conflict(system: PlaceSystem, atoms: Sequence[Atom]) -> frozenset[Atom] | None:
    state = Standstill(system)
    return next((found for a in atoms if (found := state.put_in(a)) is not None), None)

"""All bounds of a place at once: shortest paths from many nodes in a few sweeps (§3.12).

A column is one question: a source, and atoms that are off.  Rows are the counters of a place
system.  A sweep runs along both counters, across them at every date, and along every claim on a
flow; sweeps are repeated until nothing gets shorter.  Conflicts are settled before.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tumen.errors import ReconcileError
from tumen.reconcile.atoms import Atom
from tumen.reconcile.differences import NOISE, Edge, PlaceSystem

OPEN = float("inf")

# Questions answered together: more columns no longer fit the processor's cache.
COLUMNS = 1024


CAME, LEFT = 0, 1  # the two counters of a place

Point = tuple[int, int]  # a counter, and the ordinal of a day at whose end it is read


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """How much the counter at `target` can exceed the counter at `source`, with some atoms off."""

    source: Point
    target: Point
    off: frozenset[Atom] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The greatest difference, infinite where nothing limits it, and atoms that alone give it."""

    most: float
    atoms: frozenset[Atom] = frozenset()


class Sweeps:
    """The shortest paths of one place system, without the atoms that are set aside.

    Days of a question need be no event dates: a path leaves its source along its counter, or
    across to the other, and comes to its target in the same way.
    """

    def __init__(self, system: PlaceSystem, dropped: frozenset[Atom]) -> None:
        """Sort the edges that are on by where they run."""
        # numpy comes with the solver; imported here, since `tumen --help` needs neither.
        self.np: Any = importlib.import_module("numpy")
        self.system, self.size = system, len(system.days)
        self._days = self.np.array(system.days, dtype=float)
        self.across: dict[Edge, list[tuple[float, Atom]]] = defaultdict(list)
        self.along: list[tuple[int, int, float, Atom]] = []
        for atom, edges in system.edges:
            for u, v, weight in edges if atom not in dropped else ():
                if abs(u - v) == self.size:
                    self.across[u, v, 0.0].append((weight, atom))
                else:
                    self.along.append((u, v, weight, atom))
        self.rooms = [room for room in system.rooms if room[0] not in dropped]
        for atom, room in self.rooms:
            for k in range(self.size):
                self.across[self.size + k, k, 0.0].append((room, atom))
        self.curves = [c for c in system.curves if c.atom not in dropped]
        self._into: dict[int, list[tuple[int, float, Atom]]] = defaultdict(list)
        for u, v, weight, atom in self.along:
            self._into[v].append((u, weight, atom))

    def ask(self, questions: Sequence[Question], *, with_atoms: bool = False) -> list[Reply]:
        """Answer all *questions*; *with_atoms*: with the claims on one shortest path each."""
        replies = []
        for first in range(0, len(questions), COLUMNS):
            some = questions[first : first + COLUMNS]
            reach, starts = self._reach(some)
            for column, question in enumerate(some):
                replies.append(
                    self._reply(question, reach[:, column], starts[:, column], with_atoms)
                )
        return replies

    def _reply(self, question: Question, reach: Any, start: Any, with_atoms: bool) -> Reply:
        """Return the shortest way: straight from source to target, or by way of an event date."""
        straight = self._straight(question)
        rest = self._from_dates(question.target, question.off)
        total = reach + rest
        node = int(total.argmin()) if self.size else -1
        if node < 0 or straight.most <= total[node] + NOISE:
            return straight
        most = float(total[node])
        if not with_atoms or most == OPEN:
            return Reply(most=most)
        last = self._way(self._point(node), question.target, question.off).atoms
        return Reply(most=most, atoms=last | self._path(node, reach, start, question))

    def _point(self, node: int) -> Point:
        side, k = divmod(node, self.size)
        return side, self.system.days[k]

    # --- from one point to another, with no event date between ----------------------------

    def _straight(self, question: Question) -> Reply:
        return self._way(question.source, question.target, question.off)

    def _way(self, source: Point, target: Point, off: frozenset[Atom]) -> Reply:
        """Return the shortest way along one counter, across at its ends where need be."""
        over = self._over(source[0], off)
        if source[0] == target[0]:
            back = self._over(1 - source[0], off)
            other = self._on(1 - source[0], source[1], target[1], off)
            around = Reply(
                most=over.most + other.most + back.most,
                atoms=over.atoms | other.atoms | back.atoms,
            )
            own = self._on(source[0], source[1], target[1], off)
            return min(own, around, key=lambda reply: reply.most)
        first = self._on(target[0], source[1], target[1], off)
        last = self._on(source[0], source[1], target[1], off)
        along = min(first, last, key=lambda reply: reply.most)
        return Reply(most=over.most + along.most, atoms=over.atoms | along.atoms)

    def _on(self, side: int, start: int, end: int, off: frozenset[Atom]) -> Reply:
        if end <= start:
            return Reply(most=0.0)
        ways = [
            Reply(most=c.most + c.pace * (end - start), atoms=frozenset({c.atom}))
            for c in self.curves
            if c.arrivals == (side == CAME) and c.atom not in off
        ]
        return min(ways, key=lambda reply: reply.most, default=Reply(most=OPEN))

    def _over(self, side: int, off: frozenset[Atom]) -> Reply:
        """Return the way across on any day: stocks are never negative, nor above a capacity."""
        if side == CAME:
            return Reply(most=0.0)
        rooms = [Reply(most=m, atoms=frozenset({a})) for a, m in self.rooms if a not in off]
        return min(rooms, key=lambda reply: reply.most, default=Reply(most=OPEN))

    def _to_dates(self, point: Point, off: frozenset[Atom]) -> Any:
        """Return how far every counter on an event date is from *point*, by a straight way."""
        side, day = point
        ahead = self._days - day
        return self._both_counters(side, ahead, self._over(side, off).most, off)

    def _from_dates(self, point: Point, off: frozenset[Atom]) -> Any:
        """Return how far *point* is from every counter on an event date, by a straight way."""
        side, day = point
        ahead = day - self._days
        return self._both_counters(side, ahead, self._over(1 - side, off).most, off)

    def _both_counters(self, side: int, ahead: Any, over: float, off: frozenset[Atom]) -> Any:
        np = self.np
        own, other = self._along_by(side, ahead, off), self._along_by(1 - side, ahead, off)
        crossed = over + np.minimum(own, other)
        return np.concatenate((own, crossed) if side == CAME else (crossed, own))

    def _along_by(self, side: int, ahead: Any, off: frozenset[Atom]) -> Any:
        np = self.np
        most = np.where(ahead <= 0, 0.0, OPEN)
        for c in self.curves:
            if c.arrivals == (side == CAME) and c.atom not in off:
                np.minimum(most, np.where(ahead > 0, c.most + c.pace * ahead, 0.0), out=most)
        return most

    # --- the sweeps -----------------------------------------------------------------------

    def _reach(self, questions: Sequence[Question]) -> tuple[Any, Any]:
        """Return how far every counter (row) is from the source of every question (column).

        The second is how far it is by a straight way.
        """
        np = self.np
        if not self.size:
            nothing = np.full((0, len(questions)), OPEN)
            return nothing, nothing
        starts = np.stack([self._to_dates(q.source, q.off) for q in questions], axis=1)
        reach = starts.copy()
        edges = _Weighted(self, questions)
        for _ in range(4 * self.size + 4):
            before = reach.copy()
            self._forward(reach, edges)
            self._backward(reach, edges)
            if not bool((before > reach + NOISE).any()):
                return reach, starts
        raise ReconcileError(
            "The claims on one place cannot hold together, so they have no bounds. "
            "Set the lightest correction aside first."
        )

    def _forward(self, reach: Any, edges: _Weighted) -> None:
        """Go once through the dates in order: along curves, claims from earlier dates, and across.

        A pool is how far a curve lets a counter be: it grows by `pace` a day, and the counter
        is at most `most` above it (§3.11.3).
        """
        np, n = self.np, self.size
        pools = [(c, most, np.full(reach.shape[1], OPEN)) for c, most in edges.curves]
        for k in range(n):
            for curve, most, pool in pools:
                counter = reach[k if curve.arrivals else n + k]
                if k:
                    pool += curve.pace * (self.system.days[k] - self.system.days[k - 1])
                np.minimum(pool, counter, out=pool)
                np.minimum(counter, pool + most, out=counter)
            self._step(reach, edges, k, edges.earlier[k])

    def _backward(self, reach: Any, edges: _Weighted) -> None:
        """Go once through the dates in reverse: counters never fall."""
        np, n = self.np, self.size
        for k in range(n - 1, -1, -1):
            if k + 1 < n:
                np.minimum(reach[k], reach[k + 1], out=reach[k])
                np.minimum(reach[n + k], reach[n + k + 1], out=reach[n + k])
            self._step(reach, edges, k, edges.later[k])

    def _step(
        self, reach: Any, edges: _Weighted, k: int, into: Sequence[tuple[int, int, Any]]
    ) -> None:
        """Follow the claims into the counters of one date, and cross between the two."""
        np, n = self.np, self.size
        for source, target, weight in into:
            np.minimum(reach[target], reach[source] + weight, out=reach[target])
        np.minimum(reach[n + k], reach[k] + edges.down[k], out=reach[n + k])
        if edges.up[k] is not None:
            np.minimum(reach[k], reach[n + k] + edges.up[k], out=reach[k])

    # --- which claims are on a shortest path ---------------------------------------------

    def _path(self, end: int, column: Any, start: Any, question: Question) -> frozenset[Atom]:
        """Return the claims on a shortest path to *end*, found backwards along edges without slack."""
        reach, starts = column.tolist(), start.tolist()
        came: dict[int, tuple[int, Atom | None]] = {}
        stack, seen = [end], {end}
        while stack:
            node = stack.pop()
            if starts[node] <= reach[node] + NOISE:
                first = self._way(question.source, self._point(node), question.off).atoms
                return first | _atoms_between(came, node, end)
            # Those without a claim last, so that they are tried first.
            steps = sorted(
                self._tight_into(node, reach, question.off), key=lambda step: step[1] is None
            )
            for before, atom in steps:
                if before not in seen:
                    seen.add(before)
                    came[before] = (node, atom)
                    stack.append(before)
        return frozenset()

    def _tight_into(
        self, node: int, reach: list[float], off: frozenset[Atom]
    ) -> list[tuple[int, Atom | None]]:
        n, here = self.size, reach[node]
        k, counter = node % n, node - node % n
        other = n + k if counter == 0 else k
        found: list[tuple[int, Atom | None]] = []
        found.extend(
            (before, atom)
            for before, weight, atom in self._into.get(node, ())
            if atom not in off and abs(reach[before] + weight - here) <= NOISE
        )
        for weight, atom in self.across.get((other, node, 0.0), ()):
            if atom not in off and abs(reach[other] + weight - here) <= NOISE:
                found.append((other, atom))
                break
        for curve in self.curves:
            if curve.arrivals == (counter == 0) and curve.atom not in off:
                found.extend(
                    self._tight_curve(node, counter, reach, curve.most, curve.pace, curve.atom)
                )
        if k + 1 < n and abs(reach[node + 1] - here) <= NOISE:
            found.append((node + 1, None))
        if counter and abs(reach[other] - here) <= NOISE:
            found.append((other, None))
        return found

    def _tight_curve(
        self, node: int, counter: int, reach: list[float], most: float, pace: float, atom: Atom
    ) -> list[tuple[int, Atom | None]]:
        days, k = self._days, node - counter
        earlier = self.np.array(reach[counter : node + 1]) + most + pace * (days[k] - days[: k + 1])
        tight = self.np.flatnonzero(self.np.abs(earlier - reach[node]) <= NOISE)
        return [(counter + int(i), atom) for i in tight[:2]]


class _Weighted:
    """The weights of all edges for some questions: a number, or one for each question."""

    def __init__(self, sweeps: Sweeps, questions: Sequence[Question]) -> None:
        self._np, self._questions = sweeps.np, questions
        self._off_in: dict[Atom, list[int]] = defaultdict(list)
        for column, question in enumerate(questions):
            for atom in question.off:
                self._off_in[atom].append(column)
        n = sweeps.size
        self.down: list[Any] = [0.0] * n
        self.up: list[Any] = [None] * n
        for (u, v, _), claims in sweeps.across.items():
            if u < v:
                self.down[u] = self._least(claims, 0.0)
            else:
                self.up[v] = self._least(claims, OPEN)
        self.earlier: list[list[tuple[int, int, Any]]] = [[] for _ in range(n)]
        self.later: list[list[tuple[int, int, Any]]] = [[] for _ in range(n)]
        for u, v, weight, atom in sweeps.along:
            side = self.earlier if u % n <= v % n else self.later
            side[v % n].append((u, v, self._least([(weight, atom)], OPEN)))
        self.curves = [(c, self._least([(c.most, c.atom)], OPEN)) for c in sweeps.curves]

    def _least(self, claims: Sequence[tuple[float, Atom]], otherwise: float) -> Any:
        """Return the least weight of parallel edges, without those that a question has off."""
        least = min(otherwise, min(w for w, _ in claims))
        if not any(atom in self._off_in for _, atom in claims):
            return least
        given = self._np.full(len(self._questions), float(least))
        for column in {c for _, atom in claims for c in self._off_in.get(atom, ())}:
            off = self._questions[column].off
            given[column] = min([otherwise, *(w for w, atom in claims if atom not in off)])
        return given


def _atoms_between(
    came: dict[int, tuple[int, Atom | None]], node: int, end: int
) -> frozenset[Atom]:
    atoms: set[Atom] = set()
    while node != end:
        node, atom = came[node]
        if atom is not None:
            atoms.add(atom)
    return frozenset(atoms)

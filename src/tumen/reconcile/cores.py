"""Smallest contradictions and lightest corrections, by hitting sets (§3.8, §3.9).

A core is a smallest set of atoms that cannot hold together; a correction hits every core.  Sets
that hit all cores found so far are tried from the lightest; one that does not settle everything
shows a new core.  When no set is left to try, all cores and corrections are known.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tumen.reconcile.atoms import Atom, with_readings
from tumen.reconcile.parts import Parts

# How many sets are tried in search of further cores once the lightest corrections are known.
# A report or a screen needs a few dozen; a thousand bounds the work on a quarrelsome case.
WORK = 1000

Core = frozenset[Atom]
Correction = frozenset[Atom]
# From atoms to some of them that cannot hold together, None where all can.
Conflicting = Callable[[Sequence[Atom]], frozenset[Atom] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicts:
    """What cannot hold together, and what would settle it."""

    cores: tuple[Core, ...] = ()
    corrections: tuple[Correction, ...] = ()  # the lightest, ties all given
    complete: bool = True  # every core is known; else they are a selection
    proven: bool = True  # the corrections are the lightest
    all_ties: bool = True  # and all that are as light are there


def conflicts_of(
    solver: Parts,
    atoms: Iterable[Atom],
    weights: Mapping[Atom, Fraction],
    *,
    known: Iterable[Core] = (),
    work: int = WORK,
) -> Conflicts:
    """Return the cores among *atoms* of the solver and the lightest corrections.

    *known* are cores from elsewhere (conflicts of words, not of numbers) that a correction must
    settle too.  *weights* are what setting an atom aside costs.
    """
    search = _Search(solver, frozenset(atoms), weights, [*known])
    corrections: list[Correction] = []
    lightest: Fraction | None = None
    for tried, candidate in enumerate(search.candidates()):
        if tried >= work:
            settled = corrections or [search.greedy()]
            return Conflicts(
                cores=_sorted(search.cores),
                corrections=_sorted(settled),
                complete=False,
                proven=bool(corrections),
                all_ties=False,
            )
        core = search.core_without(candidate)
        if core is not None:
            search.add(core)
            continue
        search.settled.append(candidate)
        lightest = search.weight(candidate) if lightest is None else lightest
        if search.weight(candidate) == lightest and candidate:
            corrections.append(candidate)
    return Conflicts(cores=_sorted(search.cores), corrections=_sorted(corrections))


def smallest_core(solver: Parts, suspects: Iterable[Atom]) -> Core | None:
    """Return a smallest part of *suspects* that cannot hold together, None if all of them can."""
    everything = frozenset(solver.atoms)

    def conflict(atoms: Sequence[Atom]) -> frozenset[Atom] | None:
        solver.switch_off(everything.difference(atoms))
        return solver.conflict()

    return smallest(conflict, suspects)


def smallest(conflict: Conflicting, suspects: Iterable[Atom]) -> Core | None:
    """Return a smallest part of *suspects* in which *conflict* finds one, None if it finds none."""
    found = conflict(sorted(suspects))
    if found is None:
        return None
    needed: list[Atom] = []
    doubtful = sorted(found)
    while doubtful:
        atom = doubtful.pop()
        left = conflict([*needed, *doubtful])
        if left is None:
            needed.append(atom)
        else:
            # Another conflict may be smaller: what is not in it is not needed either.
            doubtful = sorted(left.difference(needed))
    return frozenset(needed)


class _Search:
    """The cores found so far and the sets still to try."""

    def __init__(
        self,
        solver: Parts,
        atoms: frozenset[Atom],
        weights: Mapping[Atom, Fraction],
        cores: Sequence[Core],
    ) -> None:
        self._solver = solver
        self._atoms = atoms
        self._weights = weights
        self.cores: list[Core] = list(cores)
        self.settled: list[Correction] = []

    def weight(self, atoms: Iterable[Atom]) -> Fraction:
        """Return what setting *atoms* aside costs."""
        return sum((self._weights.get(a, Fraction(1)) for a in atoms), start=Fraction(0))

    def add(self, core: Core) -> None:
        """Remember a core."""
        self.cores.append(core)

    def core_without(self, dropped: Iterable[Atom]) -> Core | None:
        """Return a core of what is left without *dropped*, None if it can hold together."""
        return smallest_core(self._solver, self._atoms - with_readings(dropped, self._atoms))

    def candidates(self) -> Iterator[Correction]:
        """Yield sets that hit all cores known when they are yielded, the lightest first."""
        heap: list[tuple[Fraction, tuple[Atom, ...]]] = [(Fraction(0), ())]
        seen: set[tuple[Atom, ...]] = {()}
        while heap:
            _, chosen = heapq.heappop(heap)
            candidate = frozenset(chosen)
            if any(settled <= candidate for settled in self.settled):
                continue
            missed = self._first_missed(candidate)
            if missed is None:
                yield candidate
                missed = self._first_missed(candidate)
            for atom in sorted(_hitting(missed)) if missed else ():
                larger = tuple(sorted({*chosen, atom}))
                if larger not in seen:
                    seen.add(larger)
                    heapq.heappush(heap, (self.weight(larger), larger))

    def greedy(self) -> Correction:
        """Return a correction that is not the lightest: drop the cheapest of each core."""
        dropped: set[Atom] = set()
        while True:
            missed = self._first_missed(frozenset(dropped)) or self.core_without(dropped)
            if missed is None:
                return frozenset(dropped)
            dropped.add(min(missed, key=lambda a: (self._weights.get(a, Fraction(1)), a)))

    def _first_missed(self, dropped: frozenset[Atom]) -> Core | None:
        return next((c for c in self.cores if not _hits(dropped, c)), None)


def _hits(dropped: frozenset[Atom], core: Core) -> bool:
    return any(atom in dropped or Atom(atom.claim) in dropped for atom in core)


def _hitting(core: Core) -> frozenset[Atom]:
    """Return what may be dropped to settle *core*: its atoms, and the claims they are read from."""
    return core | {Atom(a.claim) for a in core if a.claim}


def _sorted(sets: Iterable[frozenset[Atom]]) -> tuple[frozenset[Atom], ...]:
    return tuple(sorted(set(sets), key=lambda s: (len(s), sorted(s))))

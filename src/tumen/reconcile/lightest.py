"""The lightest corrections of many contradictions, knot by knot (§3.9).

Contradictions that share no claim are settled apart: a knot is a set of contradictions tied by
the claims they share.  Its lightest corrections are the lightest sets that hit all of them; what
is left is tried, and a new contradiction joins the knots that it ties together.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product
from math import lcm
from typing import Protocol

from tumen.reconcile.atoms import Atom, with_readings
from tumen.reconcile.cores import Conflicts, Core, Correction, smallest_core
from tumen.reconcile.parts import Parts
from tumen.reconcile.solver import lightest_cover

# Sets tried in one knot, and contradictions in it, up to which all its ties are looked for.
WORK = 1000
MOST_CORES = 30
# Seconds for one lightest set of a larger knot; after that the cheapest found by greed is taken,
# and said to be unproved.
PATIENCE = 2.0
# Corrections listed: the ties of knots multiply, and a thousand say no more than these.
MOST_TIES = 50

Weights = Mapping[Atom, Fraction]


class Conflicted(Protocol):
    """What finds contradictions in what is left."""

    def cores_without(self, dropped: frozenset[Atom], *, thorough: bool) -> list[Core]:
        """Return contradictions among all but *dropped*, none if they can hold together.

        Unless *thorough* what takes long to find may be left out.
        """


class _OfParts:
    """Contradictions of a program: one after the other, each taken away before the next."""

    def __init__(self, parts: Parts, atoms: frozenset[Atom]) -> None:
        self._parts, self._atoms = parts, atoms

    def cores_without(self, dropped: frozenset[Atom], *, thorough: bool) -> list[Core]:
        left = self._atoms - with_readings(dropped, self._atoms)
        found: list[Core] = []
        while (core := smallest_core(self._parts, left)) is not None:
            found.append(core)
            left -= core
        return found


def lightest_of(parts: Parts, atoms: Iterable[Atom], weights: Weights) -> Conflicts:
    """Return contradictions of a program and the lightest sets that settle them."""
    return settled(_OfParts(parts, frozenset(atoms)), weights)


def settled(conflicted: Conflicted, weights: Weights) -> Conflicts:
    """Return contradictions and the lightest sets of claims that settle all there are.

    Rounds: the lightest sets for the contradictions known, then those of what is left.
    """
    cores: dict[Core, None] = {}
    known: dict[tuple[Core, ...], Choices] = {}
    while True:
        knots = [tuple(knot) for knot in knots_of(cores)]
        for knot in knots:
            if knot not in known:
                known[knot] = choices_of(knot, weights)
        chosen = [known[knot] for knot in knots]
        ties = [own.corrections for own in chosen]
        listed = list(_all_ties(ties)) if cores else [frozenset[Atom]()]
        # Everything that is listed was tried: two choices of two knots may leave a conflict.
        left = (conflicted.cores_without(one, thorough=one is listed[0]) for one in listed)
        new = [core for core in next(filter(None, left), []) if core not in cores]
        if not new:
            return Conflicts(
                cores=tuple(sorted(cores, key=lambda c: (len(c), sorted(c)))),
                corrections=tuple(listed) if cores else (),
                complete=False,
                proven=all(own.proven for own in chosen),
                all_ties=all(own.all_ties for own in chosen) and _few(ties),
            )
        cores.update(dict.fromkeys(new))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What may settle one knot, and how much is known of it."""

    corrections: Sequence[Correction]
    proven: bool = True
    all_ties: bool = True


def choices_of(knot: Sequence[Core], weights: Weights) -> Choices:
    """Return the lightest sets that settle a knot; one of them where it is large."""
    if len(knot) <= MOST_CORES and (ties := lightest_hitting(knot, weights)) is not None:
        return Choices(corrections=ties)
    atoms = sorted(frozenset().union(*knot))
    number = {atom: i for i, atom in enumerate(atoms)}
    groups = [[number[a] for a in sorted(core)] for core in knot]
    cover = lightest_cover(groups, _whole_costs(atoms, weights), seconds=PATIENCE)
    if cover is None:
        return Choices(corrections=[greedy(knot, weights)], proven=False, all_ties=False)
    return Choices(corrections=[frozenset(atoms[i] for i in cover)], all_ties=False)


def _whole_costs(atoms: Sequence[Atom], weights: Weights) -> list[int]:
    cost = [_weight(atom, weights) for atom in atoms]
    scale = lcm(*(c.denominator for c in cost))
    return [int(c * scale) for c in cost]


def _all_ties(ties: Sequence[Sequence[Correction]]) -> Iterator[Correction]:
    for one in islice(product(*ties), MOST_TIES):
        yield frozenset[Atom]().union(*one)


def _few(ties: Sequence[Sequence[Correction]]) -> bool:
    """Tell whether all ties are listed."""
    number = 1
    for own in ties:
        number *= len(own)
        if number > MOST_TIES:
            return False
    return True


def knots_of(cores: Iterable[Core]) -> list[list[Core]]:
    """Return *cores* in groups that share no atom, in a fixed order."""
    knot_of: dict[Atom, int] = {}
    knots: dict[int, list[Core]] = defaultdict(list)
    members: dict[int, set[Atom]] = defaultdict(set)
    for number, core in enumerate(sorted(cores, key=lambda c: (len(c), sorted(c)))):
        touched = sorted({knot_of[a] for a in core if a in knot_of})
        target = touched[0] if touched else number
        for other in touched[1:]:
            knots[target].extend(knots.pop(other))
            moved = members.pop(other)
            members[target] |= moved
            knot_of.update(dict.fromkeys(moved, target))
        knots[target].append(core)
        members[target] |= core
        knot_of.update(dict.fromkeys(core, target))
    return [knots[k] for k in sorted(knots)]


def lightest_hitting(
    knot: Sequence[Core], weights: Weights, work: int = WORK
) -> list[Correction] | None:
    """Return the lightest sets that hit every core of a knot, None if that is too much work.

    Sets are tried from the lightest they can become: what is missed weighs at least the lightest
    claims of contradictions that share none.
    """
    atoms = sorted(frozenset().union(*knot))
    costs = _whole_costs(atoms, weights)
    bit = {atom: 1 << i for i, atom in enumerate(atoms)}
    cores = sorted((sum(bit[a] for a in core) for core in knot), key=lambda c: (c.bit_count(), c))
    members = {c: [i for i in range(len(atoms)) if c >> i & 1] for c in cores}
    heap = [(_still(0, cores, members, costs), 0, 0)]
    seen, found, lightest = {0}, list[int](), -1
    for _ in range(work):
        if not heap or (found and heap[0][0] > lightest):
            return sorted(
                (frozenset(a for a in atoms if bit[a] & chosen) for chosen in found), key=sorted
            )
        _, chosen, weight = heapq.heappop(heap)
        missed = next((c for c in cores if not c & chosen), None)
        if missed is None:
            found.append(chosen)
            lightest = weight
            continue
        for i in members[missed]:
            larger = chosen | 1 << i
            if larger not in seen:
                seen.add(larger)
                heavier = weight + costs[i]
                least = heavier + _still(larger, cores, members, costs)
                heapq.heappush(heap, (least, larger, heavier))
    return None


def _still(
    chosen: int, cores: Sequence[int], members: Mapping[int, Sequence[int]], costs: Sequence[int]
) -> int:
    """Return the least that must be added to hit the cores that *chosen* misses."""
    used, least = chosen, 0
    for core in cores:
        if not core & used:
            used |= core
            least += min(costs[i] for i in members[core])
    return least


def greedy(knot: Sequence[Core], weights: Weights) -> Correction:
    """Return a set that hits every core: again and again what settles most for its weight."""
    left, chosen = list(knot), set[Atom]()
    while left:
        hits: dict[Atom, int] = defaultdict(int)
        for core in left:
            for atom in core:
                hits[atom] += 1
        best = min(hits, key=lambda a: (_weight(a, weights) / hits[a], a))
        chosen.add(best)
        left = [core for core in left if best not in core]
    return frozenset(chosen)


def _weight(atom: Atom, weights: Weights) -> Fraction:
    return weights.get(atom, Fraction(1))

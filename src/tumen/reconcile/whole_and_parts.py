"""Wholes and their parts on one date, or over one period: what the one says of the other (§3.12).

Upwards, a whole is at least the sum of its parts, and at most that where it has nobody else.
Downwards, a part is at most the whole less what the other parts have at least.  On a tree of sums
this is all that can be said with the ends of each place alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tumen.reconcile.atoms import Atom
from tumen.reconcile.place_tree import PlaceTree
from tumen.records import UNLISTED

OPEN = float("inf")
NOBODY = frozenset[Atom]()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The least and the most of one place, each with atoms that alone give it."""

    low: float = 0.0
    high: float = OPEN
    low_atoms: frozenset[Atom] = NOBODY
    high_atoms: frozenset[Atom] = NOBODY


# From a place to what its own claims say of it.
Own = Callable[[str], Ends]


class WholeAndParts:
    """The tree of places, read from above and from below."""

    def __init__(self, tree: PlaceTree) -> None:
        """List the parts of every place: those listed, and its rest where it has one."""
        self._parts: dict[str, list[str]] = defaultdict(list)
        self._above: dict[str, str] = {}
        for place, above in tree.parent.items():
            if above:
                self._parts[above].append(place)
                self._above[place] = above
        for place in tuple(self._parts):
            rest = place + UNLISTED
            if rest in tree.cells:
                self._parts[place].append(rest)
                self._above[rest] = place

    def above(self, place: str) -> list[str]:
        """Return the places above *place*, nearest first."""
        found = []
        while place in self._above:
            place = self._above[place]
            found.append(place)
        return found

    def has_parts(self, place: str) -> bool:
        """Tell whether *place* is a sum."""
        return place in self._parts

    def below(self, place: str) -> list[str]:
        """Return *place* and all below it."""
        found, waiting = [], [place]
        while waiting:
            found.append(waiting.pop())
            waiting.extend(self._parts.get(found[-1], ()))
        return found

    def ends(self, place: str, own: Own, top: str) -> Ends:
        """Return what claims say of *place*: its own, its parts', and its wholes' up to *top*."""
        line = [place, *self.above(place)]
        line = line[: line.index(top) + 1]
        known = self._up(line[-1], own)
        ends = known[line[-1]]
        for whole, part in zip(reversed(line[1:]), reversed(line[:-1]), strict=True):
            others = [known[p] for p in self._parts[whole] if p != part]
            ends = _both(known[part], _left_of(ends, others))
        return ends

    def _up(self, root: str, own: Own) -> dict[str, Ends]:
        known: dict[str, Ends] = {}
        for place in reversed(self.below(root)):
            parts = self._parts.get(place)
            ends = own(place)
            known[place] = _both(ends, _sum([known[p] for p in parts])) if parts else ends
        return known


def _sum(parts: Sequence[Ends]) -> Ends:
    high = sum(p.high for p in parts)
    return Ends(
        low=sum(p.low for p in parts),
        high=high,
        low_atoms=NOBODY.union(*(p.low_atoms for p in parts)),
        high_atoms=NOBODY.union(*(p.high_atoms for p in parts)) if high < OPEN else NOBODY,
    )


def _left_of(whole: Ends, others: Sequence[Ends]) -> Ends:
    """Return what is left of a whole for one part, beside the *others*."""
    beside = _sum(others) if others else Ends(high=0.0)
    low = whole.low - beside.high
    high = whole.high - beside.low
    return Ends(
        low=max(low, 0.0),
        high=high,
        low_atoms=whole.low_atoms | beside.high_atoms if low > 0 else NOBODY,
        high_atoms=whole.high_atoms | beside.low_atoms if high < OPEN else NOBODY,
    )


def _both(one: Ends, other: Ends) -> Ends:
    """Return the sharper of two on each side; the first where they are equal."""
    lower = other if other.low > one.low else one
    upper = other if other.high < one.high else one
    return Ends(
        low=lower.low,
        high=upper.high,
        low_atoms=lower.low_atoms,
        high_atoms=upper.high_atoms,
    )

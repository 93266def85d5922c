"""The least and the most that the claims allow, and the claims that pin each end (§3.7)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field

from tumen.reconcile.asked import without_days
from tumen.reconcile.atoms import Atom, assumptions_among, claims_among, with_readings
from tumen.reconcile.parts import Parts
from tumen.reconcile.program import Row
from tumen.records import Bound, Measure, Quantity, Standing

# HiGHS works to 1e-7: an end this close to a whole number is that number.
TOLERANCE = 1e-6

# How many origins an end is tried against before it counts as surviving more than anyone needs.
MOST_ORIGINS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a bound: its value, None for open, and a smallest set of atoms that gives it."""

    value: int | None
    atoms: tuple[Atom, ...] = ()
    survives: int = 0
    robust: int | None = None  # what is left of it whichever one origin is wrong
    needed: tuple[Atom, ...] = ()  # without any one of these it is wider


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What stands behind the atoms: the origin of each claim, and what is in dispute."""

    origin_of: Mapping[str, str]  # by claim
    voice_of: Mapping[str, object]  # by claim: the report and the speakers it goes back to
    named_by: Mapping[str, frozenset[Quantity]]  # by claim: the quantities it names itself
    disputed: frozenset[str]  # claims in some contradiction
    again: Mapping[str, frozenset[str]] = field(default_factory=dict)  # `one_group.may_be_one`


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """An end that was found: of which row, what is off, and what pins it."""

    row: Row
    value: int
    pins: tuple[Atom, ...]
    base: frozenset[Atom]
    greatest: bool


class Bounding:
    """Bounds from a solver, on what is left when some atoms are set aside."""

    def __init__(
        self,
        solver: Parts,
        dropped: Iterable[Atom],
        support: Support,
        *,
        only: Callable[[frozenset[Atom], Quantity], tuple[Parts, Row]],
    ) -> None:
        """Bound with the atoms *dropped*, and the readings of dropped claims, off.

        *only* makes a model of some atoms alone, and of one quantity in it.
        """
        self._solver = solver
        self._only = only
        self._everything = frozenset(solver.atoms)
        self._base = with_readings(dropped, solver.atoms) & self._everything
        self._support = support
        self._inwards = True

    def bound(self, quantity: Quantity, row: Row) -> Bound:
        """Return the bound of *quantity*, which is *row* in the solver's program."""
        # People are whole; the mean of several days need not be.
        self._inwards = quantity.measure is not Measure.MEAN_STOCK
        low = self._end(quantity, row, self._once_each(row), greatest=False)
        high = self._end(quantity, row, self._base, greatest=True)
        return Bound(
            quantity=quantity,
            low=low.value,
            high=high.value,
            low_claims=claims_among(low.atoms),
            high_claims=claims_among(high.atoms),
            low_assumptions=assumptions_among(low.atoms),
            high_assumptions=assumptions_among(high.atoms),
            low_survives_origins=low.survives,
            high_survives_origins=high.survives,
            low_if_any_one_origin_is_wrong=low.robust,
            high_if_any_one_origin_is_wrong=high.robust,
            pinned_by=tuple(dict.fromkeys(a.name for a in (*low.needed, *high.needed))),
            standing=self._standing(quantity, low, high),
        )

    def _once_each(self, row: Row) -> frozenset[Atom]:
        """Return what is off when no two claims that may tell one group both pin the least number.

        Of two, the one is left out without which less remains: that much holds whichever place is
        the wrong one, and if none is.
        """
        off = self._base
        while self._support.again:  # without any such claims nothing need be solved for it
            _, atoms = self._value(row, off, greatest=False)
            pair = self._told_again(atoms)
            if not pair:
                return off
            fewer = [off | {a for a in self._everything if a.claim == claim} for claim in pair]
            off = min(fewer, key=lambda left: self._value(row, left, greatest=False)[0] or 0)
        return off

    def _told_again(self, atoms: Set[Atom]) -> tuple[str, ...]:
        """Return two claims among *atoms* that may tell one group, none if there are no such."""
        used = sorted(claims_among(atoms))
        for claim in used:
            for other in used:
                if other in self._support.again.get(claim, ()):
                    return claim, other
        return ()

    def _end(self, quantity: Quantity, row: Row, base: frozenset[Atom], *, greatest: bool) -> End:
        """Return one end of *row*, without what is off in *base*."""
        value, atoms = self._value(row, base, greatest=greatest)
        if value is None or not atoms:
            return End(value=value, robust=value)
        pins = self._smallest(quantity, value, atoms, greatest=greatest)
        asked = _Asked(row=row, value=value, pins=pins, base=base, greatest=greatest)
        return End(
            value=value,
            atoms=pins,
            survives=self._survives(asked),
            robust=self._robust(asked),
            needed=self._needed(asked),
        )

    def _needed(self, asked: _Asked) -> tuple[Atom, ...]:
        """Return those pins without which the end moves, all others being on."""
        return tuple(a for a in asked.pins if self._left(asked, {a}) != asked.value)

    def _left(self, asked: _Asked, off: Set[Atom]) -> int | None:
        return self._value(asked.row, asked.base | off, greatest=asked.greatest)[0]

    def _robust(self, asked: _Asked) -> int | None:
        """Return the end that is left whichever one origin is wrong; others than the pins' move nothing."""
        left: int | None = asked.value
        for origin in sorted({self._origin(atom) for atom in asked.pins} - {""}):
            other = self._left(asked, self._atoms_of(origin, frozenset(asked.pins)))
            if other is None or left is None:
                return None
            left = max(left, other) if asked.greatest else min(left, other)
        return left

    def _value(
        self, row: Row, off: frozenset[Atom], *, greatest: bool
    ) -> tuple[int | None, frozenset[Atom]]:
        """Return the end with *off* switched off, in whole people, and the atoms that prove it."""
        self._solver.switch_off(off)
        return _whole(self._solver, row, greatest=greatest, inwards=self._inwards)

    def _smallest(
        self, quantity: Quantity, value: int, atoms: frozenset[Atom], *, greatest: bool
    ) -> tuple[Atom, ...]:
        """Return a smallest part of *atoms* that alone gives *value*: each is needed for it.

        Tried on a model of *atoms* alone: a single one is needed, or the end would be open.
        """
        pins = sorted(atoms)
        if len(pins) == 1:
            return tuple(pins)
        solver, row = self._only(atoms, quantity)
        for atom in sorted(atoms, key=lambda a: (-len(a.assumptions), a)):
            fewer = [a for a in pins if a != atom]
            solver.switch_off(atoms - frozenset(fewer))
            if _whole(solver, row, greatest=greatest, inwards=self._inwards)[0] == value:
                pins = fewer
        return tuple(pins)

    def _survives(self, asked: _Asked) -> int:
        """Return how many origins may be wrong, whichever they are, before the end moves."""
        level = {asked.base: frozenset(asked.pins)}
        for lost in range(MOST_ORIGINS):
            further: dict[frozenset[Atom], frozenset[Atom]] = {}
            for off, used in level.items():
                for origin in sorted({self._origin(atom) for atom in used} - {""}):
                    fewer = off | self._atoms_of(origin, used)
                    left, further[fewer] = self._value(asked.row, fewer, greatest=asked.greatest)
                    if left != asked.value:
                        return lost
            level = further
        return MOST_ORIGINS

    def _origin(self, atom: Atom) -> str:
        return self._support.origin_of.get(atom.claim, "")

    def _atoms_of(self, origin: str, used: frozenset[Atom]) -> frozenset[Atom]:
        """Return all that falls with *origin*.

        Its claims, and what the same mouth says in one report beside those that are *used*.
        """
        voices = {self._voice(a) for a in used if self._origin(a) == origin}
        return frozenset(
            a
            for a in self._everything
            if a.claim and (self._origin(a) == origin or self._voice(a) in voices)
        )

    def _voice(self, atom: Atom) -> object:
        return self._support.voice_of.get(atom.claim)

    def _standing(self, quantity: Quantity, low: End, high: End) -> Standing:
        claims = {*claims_among(low.atoms), *claims_among(high.atoms)}
        said = [c for c, named in self._support.named_by.items() if quantity in named]
        if self._support.disputed.intersection(claims.union(said)):
            return Standing.DISPUTED
        if not claims.intersection(said) and not self._says_alone(claims, quantity):
            return Standing.INFERRED
        end = low if low.atoms else high
        return Standing.CORROBORATED if end.survives >= 1 else Standing.SINGLE_SOURCE

    def _says_alone(self, claims: Set[str], quantity: Quantity) -> bool:
        """Tell whether one claim is all that pins a bound, and names that very place and state.

        It may say so of another day: that they are there still is an assumption and no other count.
        """
        counted = without_days(quantity)
        return len(claims) == 1 and any(
            counted == without_days(named)
            for claim in claims
            for named in self._support.named_by.get(claim, ())
        )


def whole(value: float, *, up: bool) -> int:
    """Return the whole number next to *value*, itself where it is one but for the solver's noise."""
    return math.ceil(value - TOLERANCE) if up else math.floor(value + TOLERANCE)


def _whole(
    solver: Parts, row: Row, *, greatest: bool, inwards: bool
) -> tuple[int | None, frozenset[Atom]]:
    """Return an end of *row* in whole people, None for open, and the atoms that prove it."""
    answer = solver.greatest(row) if greatest else solver.least(row)
    if answer.value is None:
        return None, frozenset()
    end = whole(answer.value, up=greatest != inwards)
    if greatest:
        return end, answer.atoms
    low = max(0, end)
    return low, answer.atoms if low > 0 else frozenset()

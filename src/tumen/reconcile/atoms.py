"""What stands or falls as one: a claim, one reading of it, or an assumption (§3.8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tumen.records import Constraint


@dataclass(frozen=True, slots=True, order=True)
class Atom:
    """A claim; with assumptions, that reading of the claim; without a claim, the assumption."""

    claim: str = ""
    assumptions: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return how it is written: "c-1", "c-1:still_held", "persistence"."""
        return ":".join([self.claim, *self.assumptions] if self.claim else self.assumptions)


def atom_of(constraint: Constraint) -> Atom:
    """Return what *constraint* stands or falls with."""
    claim = constraint.claims[0] if constraint.claims else ""
    return Atom(claim, constraint.assumptions)


def claims_among(atoms: Iterable[Atom]) -> tuple[str, ...]:
    """Return the claims among *atoms*, also those of which only a reading is used."""
    return tuple(sorted({a.claim for a in atoms if a.claim}))


def assumptions_among(atoms: Iterable[Atom]) -> tuple[str, ...]:
    """Return the assumptions that *atoms* rest on."""
    return tuple(sorted({name for a in atoms for name in a.assumptions}))


def with_readings(dropped: Iterable[Atom], atoms: Iterable[Atom]) -> frozenset[Atom]:
    """Return *dropped* and every reading, among *atoms*, of a claim that is dropped."""
    gone = frozenset(dropped)
    return gone | frozenset(a for a in atoms if a.claim and Atom(a.claim) in gone)

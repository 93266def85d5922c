"""What is set aside so that the rest can stand together (§3.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tumen.reconcile.atoms import Atom
from tumen.reconcile.cores import Conflicts, Core, Correction, conflicts_of
from tumen.reconcile.disagreements import Disagreement
from tumen.reconcile.model import Model
from tumen.reconcile.standing import StandingClaim
from tumen.records import Part

# Giving up a reading of a claim, or an assumption, is lighter than setting a claim aside.
READING = Fraction(1, 2)

# Conflicts of words whose claims both put a number on the model: one of them has to give way.
# In the others (refused and unanswered, two dates of one event) both numbers can stand.
SETTLED = frozenset({"headline_body"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The contradictions of numbers, the lightest corrections, and the one in force."""

    cores: tuple[Core, ...] = ()
    corrections: tuple[tuple[str, ...], ...] = ()
    dropped: Correction = frozenset()

    @property
    def set_aside(self) -> tuple[str, ...]:
        """Return the claims left out."""
        return tuple(sorted(a.claim for a in self.dropped if a.claim and not a.assumptions))

    @property
    def relaxed(self) -> tuple[str, ...]:
        """Return the assumptions, and readings of a claim, that are given up."""
        return tuple(sorted(a.name for a in self.dropped if a.assumptions))


def settle(
    model: Model, claims: Sequence[StandingClaim], of_words: Iterable[Disagreement]
) -> Settled:
    """Return the contradictions in *model* and what settles them and those *of_words*.

    Of equally light corrections all are given; in force is the one that drops headlines before
    bodies, then the first by id, so that the outcome never depends on the order of reports.
    """
    known = [frozenset(Atom(s.claim.id) for s in d.claims) for d in of_words if d.type in SETTLED]
    found = conflicts_of(model.parts, model.parts.atoms, _weights(model, claims), known=known)
    return Settled(
        cores=tuple(core for core in found.cores if core not in known),
        corrections=tuple(tuple(sorted(a.name for a in c)) for c in found.corrections),
        dropped=_in_force(found, claims),
    )


def _weights(model: Model, claims: Sequence[StandingClaim]) -> Mapping[Atom, Fraction]:
    vote = {s.claim.id: s.weight for s in claims}
    weights = {Atom(claim): weight for claim, weight in vote.items()}
    for atom in model.parts.atoms:
        if atom.assumptions:
            weights[atom] = READING * vote.get(atom.claim, Fraction(1))
    return weights


def _in_force(found: Conflicts, claims: Sequence[StandingClaim]) -> Correction:
    headlines = {s.claim.id for s in claims if s.claim.part is Part.HEADLINE}

    def preference(correction: Correction) -> tuple[int, list[Atom]]:
        spared = sum(1 for atom in correction if atom.claim not in headlines)
        return spared, sorted(correction)

    return min(found.corrections, key=preference, default=frozenset())

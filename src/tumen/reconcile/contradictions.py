"""Contradictions as records: typed, with the people they are apart, and in words (§3.8)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from tumen.ids import content_id
from tumen.reconcile.atoms import assumptions_among, atom_of, claims_among
from tumen.reconcile.bounds import TOLERANCE
from tumen.reconcile.cores import Core
from tumen.reconcile.disagreements import Disagreement
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.program import Program, program_of
from tumen.reconcile.solver import Solver
from tumen.reconcile.standing import StandingClaim
from tumen.reconcile.wording import said
from tumen.records import Constraint, Contradiction, Part, Place


def worded(
    disagreements: Iterable[Disagreement], places: Mapping[str, Place]
) -> tuple[Contradiction, ...]:
    """Return conflicts of words as contradictions."""
    return tuple(
        Contradiction(
            id=content_id("x", d.type, *(s.claim.id for s in d.claims)),
            claims=tuple(s.claim.id for s in d.claims),
            type=d.type,
            gap=d.gap,
            assumptions=d.assumptions,
            reason=_sentence(d.claims, d.why, places),
        )
        for d in disagreements
    )


def counted(
    cores: Iterable[Core],
    claims: Sequence[StandingClaim],
    constraints: Sequence[Constraint],
    tree: PlaceTree,
    places: Mapping[str, Place],
) -> tuple[Contradiction, ...]:
    """Return cores of the model as contradictions."""
    by_id = {s.claim.id: s for s in claims}
    return tuple(_counted(core, by_id, constraints, tree, places) for core in cores)


def without_doubles(contradictions: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Return *contradictions* without those whose claims an earlier one of their type has.

    A conflict may be seen in the words of two claims and in a retelling, or in two readings.
    """
    found: dict[tuple[str, frozenset[str]], Contradiction] = {}
    for contradiction in contradictions:
        found.setdefault((contradiction.type, frozenset(contradiction.claims)), contradiction)
    return tuple(found.values())


def _counted(
    core: Core,
    by_id: Mapping[str, StandingClaim],
    constraints: Sequence[Constraint],
    tree: PlaceTree,
    places: Mapping[str, Place],
) -> Contradiction:
    involved = [by_id[claim] for claim in claims_among(core)]
    assumed = assumptions_among(core)
    own = [c for c in constraints if atom_of(c) in core]
    gap = people_apart(program_of(own, (), tree)[0])
    why = f"they are at least {gap} {'person' if gap == 1 else 'people'} apart"
    if assumed:
        why += f" if it is assumed: {', '.join(assumed)}"
    return Contradiction(
        id=content_id("x", *sorted(atom.name for atom in core)),
        claims=tuple(s.claim.id for s in involved),
        type=_type_of(involved),
        gap=gap,
        assumptions=assumed,
        reason=_sentence(involved, why, places),
    )


def people_apart(program: Program) -> int:
    """Return the least number of people by which the figures of *program* would have to change.

    It is that of one core, with the dates of its claims only.
    """
    give = Solver(program, elastic=True).least_give()
    return math.ceil(give - TOLERANCE)


def _type_of(claims: Sequence[StandingClaim]) -> str:
    if len({s.claim.report for s in claims}) == 1:
        if {s.claim.part for s in claims} == {Part.HEADLINE, Part.BODY}:
            return "headline_body"
        if len({s.places for s in claims}) > 1:
            return "arithmetic"
    return "count_conflict"


def _sentence(claims: Sequence[StandingClaim], why: str, places: Mapping[str, Place]) -> str:
    both = " and ".join(said(s, places) for s in claims)
    return f"These cannot all hold: {both}; {why}."

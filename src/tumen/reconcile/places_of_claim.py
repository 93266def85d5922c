"""Where the people of a claim are counted (§3.3)."""

from __future__ import annotations

from tumen.codebook import Kind
from tumen.reconcile.places import Places
from tumen.records import Claim, Role

# Where people are in a state or come into it; and, for those who leave it, where they left from.
STAYING = frozenset({Role.WHERE, Role.HELD})
LEAVING = frozenset({Role.WHERE, Role.HELD, Role.ORIGIN})


def places_of(claim: Claim, kind: Kind, area: str, gazetteer: Places) -> tuple[str, ...]:
    """Return the most special places of *claim*, in their order; the area where it names none.

    Of several, all count together ("in Jilin and Liaoning").  People who leave are counted where
    they leave from, never where they go.
    """
    roles = LEAVING if kind.by else STAYING
    named = list(dict.fromkeys(p.id for p in claim.places if p.role in roles))
    special = [p for p in named if not any(o != p and _within(o, p, gazetteer) for o in named)]
    inside = [p for p in special if _within(p, area, gazetteer)]
    if inside:
        return tuple(inside)
    if not special or kind.by:
        return (area,)
    return tuple(special)


def _within(place: str, ancestor: str, gazetteer: Places) -> bool:
    """Tell whether *place* lies in *ancestor*; a place the gazetteer lacks lies in itself only."""
    if place not in gazetteer.places or ancestor not in gazetteer.places:
        return place == ancestor
    return gazetteer.within(place, ancestor)

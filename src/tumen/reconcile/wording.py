"""A claim in a few English words, for the reasons of contradictions."""

from __future__ import annotations

from collections.abc import Mapping

from tumen.reconcile.standing import StandingClaim
from tumen.records import Modality, Place

# How firmly it is said, where that is the point.
FIRMNESS = {Modality.DENIED: " (denied)", Modality.EXPECTED: " (only expected)"}


def said(s: StandingClaim, places: Mapping[str, Place]) -> str:
    """Return *s* in words: "'about 20' held in Liaoning, 2020-10-28"."""
    kind = s.kind.label.get("en", s.kind.code.replace("_", " "))
    number = f"{s.claim.figure.printed!r} " if s.claim.figure else ""
    where = " and ".join(places[p].name if p in places else p for p in s.places)
    day = f", {s.window.last.isoformat()}" if s.window.last else ""
    return f"{number}{kind} in {where}{day}{FIRMNESS.get(s.claim.modality, '')}"

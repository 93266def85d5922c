"""The named assumptions of the model: each can be switched, and shows up where it matters (§3.4)."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from tumen.codebook import Codebook

# People said to be held in a stretch of time, or since a day, are held on its last day.
STILL_HELD = "still_held"
# Nobody leaves a place unreported.
PERSISTENCE = "persistence"
# A bare number counts everybody in that state at that place, not only those spoken of.
EXHAUSTIVE = "exhaustive"
# Nobody is at a place of the area that no claim names.
ONLY_NAMED_PLACES = "only_named_places"
# While the border is closed nobody is sent back.
CLOSED_BORDER = "closed_border"
# "Detained since" a day counts everybody detained since, also those who are gone.
SINCE_COUNTS_ALL = "since_counts_all"

# A codebook that names an assumption decides whether it holds; these hold for the others.
DEFAULTS = MappingProxyType(
    {
        STILL_HELD: True,
        PERSISTENCE: False,
        EXHAUSTIVE: False,
        ONLY_NAMED_PLACES: False,
        CLOSED_BORDER: False,
        SINCE_COUNTS_ALL: False,
    }
)


def in_force(codebook: Codebook, switched_on: Iterable[str]) -> frozenset[str]:
    """Return the assumptions that hold: those the codebook has on, and those *switched_on*."""
    chosen = DEFAULTS | {a.id: a.on for a in codebook.assumptions.values()}
    return frozenset(name for name, on in chosen.items() if on) | frozenset(switched_on)

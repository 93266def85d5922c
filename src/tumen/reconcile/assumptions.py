"""The named assumptions of the model: each can be switched, and shows up where it matters (§3.4)."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from tumen.codebook import Codebook
from tumen.errors import ReconcileError

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


# Before the name of an assumption: switched off.
OFF = "-"


def in_force(codebook: Codebook, switched: Iterable[str]) -> frozenset[str]:
    """Return the assumptions that hold: those the codebook has on, as they are *switched*.

    "persistence" switches on, "-persistence" off; what is switched off stays in the answer as
    such, since bounds with `PERSISTENCE` are shown beside unless it is off by name.  Raises
    ReconcileError for one nobody knows.
    """
    chosen = DEFAULTS | {a.id: a.on for a in codebook.assumptions.values()}
    for name in sorted(switched):
        code = name.removeprefix(OFF)
        if code not in chosen:
            raise ReconcileError(
                f"There is no assumption {code!r}. Those of this codebook are: "
                f"{', '.join(sorted(chosen))}."
            )
        chosen[code] = not name.startswith(OFF)
    off = (name for name in switched if name.startswith(OFF))
    return frozenset((*(name for name, on in chosen.items() if on), *off))

"""The named assumptions of the model: each can be switched, and shows up where it matters (§3.4)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence, Set
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


# Before the name of an assumption: switched off.  After it: of one claim alone.
OFF, OF = "-", ":"
# How the figure of one claim is read; the others are of the model as a whole.
READINGS = frozenset({STILL_HELD, EXHAUSTIVE, SINCE_COUNTS_ALL, CLOSED_BORDER})


def in_force(
    codebook: Codebook, switched: Iterable[str], claims: Container[str] = ()
) -> frozenset[str]:
    """Return the assumptions that hold: those the codebook has on, as they are *switched*.

    "persistence" switches on, "-persistence" off; "exhaustive:c-0457" is how the claim of that id
    alone is read.  What is switched off, or of one claim, stays in the answer as such.  Raises
    ReconcileError for one nobody knows and for a claim that is not among *claims*.
    """
    chosen = DEFAULTS | {a.id: a.on for a in codebook.assumptions.values()}
    switched = sorted(switched)
    for name in switched:
        code, of, claim = name.removeprefix(OFF).partition(OF)
        if code not in chosen:
            raise ReconcileError(
                f"There is no assumption {code!r}. Those of this codebook are: "
                f"{', '.join(sorted(chosen))}."
            )
        if of:
            _check_reading(code, claim, claims)
        else:
            chosen[code] = not name.startswith(OFF)
    kept = (name for name in switched if name.startswith(OFF) or OF in name)
    return frozenset((*(name for name, on in chosen.items() if on), *kept))


def holds(assumption: str, claims: Sequence[str], assumptions: Set[str]) -> bool:
    """Tell whether an assumption holds of any of *claims*: as is said of one, else as of all."""
    said = said_of_one(assumption, claims, assumptions)
    return assumption in assumptions if said is None else said


def said_of_one(assumption: str, claims: Sequence[str], assumptions: Set[str]) -> bool | None:
    """Return what is said of any of *claims* by its id; None if nothing is."""
    for claim in claims:
        if f"{OFF}{assumption}{OF}{claim}" in assumptions:
            return False
        if f"{assumption}{OF}{claim}" in assumptions:
            return True
    return None


def _check_reading(code: str, claim: str, claims: Container[str]) -> None:
    if code not in READINGS:
        raise ReconcileError(
            f"{code!r} is of the whole model and of no single claim. What can be said of one is: "
            f"{', '.join(sorted(READINGS))}."
        )
    if claim not in claims:
        raise ReconcileError(
            f"There is no claim {claim!r} to read with {code!r}. `tumen read --json` lists the ids."
        )

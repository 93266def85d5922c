"""What is wrong with one case, in lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from gate.cases import Expected
from gate.match import Outcome, Right
from tumen.records import Claim


def failures(outcome: Outcome) -> list[str]:
    """Return a line for everything that the reading of a case got wrong."""
    return [
        *(f"missed   {expected(e)}" for e in outcome.missed),
        *(f"invented {read(c)}" for c in outcome.invented),
        *(
            line
            for e, c, right in outcome.matched
            if not e.optional
            for line in wrong_fields(e, c, right)
        ),
        *(f"unread   {words!r}" for words in outcome.unread),
    ]


def wrong_fields(wanted: Expected, claim: Claim, right: Right) -> Iterator[str]:
    """Yield each wrong field of a matched claim, expected against read."""
    if right.place is False:
        yield f"place    {', '.join(wanted.places)}: read {place_names(claim)}"
    if right.period is False:
        yield f"period   {wanted.start} to {wanted.end}: read {days(claim)}"
    if not right.modality:
        yield f"modality {wanted.modality}: read {claim.modality}"
    if not right.chain:
        yield f"chain    {' < '.join(wanted.says) or 'nobody'}: read {chain(claim) or 'nobody'}"


def expected(wanted: Expected) -> str:
    """Write an expected claim."""
    return f"{wanted.kind} {interval(wanted.low, wanted.high)}"


def read(claim: Claim) -> str:
    """Write a claim as it was read."""
    low, high = (claim.figure.low, claim.figure.high) if claim.figure else (None, None)
    return f"{claim.kind} {interval(low, high)}: {claim.passage.exact!r}"


def interval(low: int | None, high: int | None) -> str:
    """Write a figure."""
    if low is None and high is None:
        return "without a figure"
    return (
        str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
    )


def place_names(claim: Claim) -> str:
    """Write the places of a claim."""
    return ", ".join(place.name for place in claim.places) or "none"


def days(claim: Claim) -> str:
    """Write the period of a claim."""
    return f"{claim.period.first_day} to {claim.period.last_day}" if claim.period else "none"


def chain(claim: Claim) -> str:
    """Write the speakers of a claim after its publisher."""
    return " < ".join(hop.name for hop in claim.attribution[1:] if hop.name)

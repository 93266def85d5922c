"""Listen to an answer: what of it stands in the report becomes claims, the rest is refused."""

from __future__ import annotations

from tumen.records import Answer, Claim, Reading, Refused, Report
from tumen.second.claims import Ground, claim_of
from tumen.second.items import item_of, items_in
from tumen.second.unfit import Unfit, shortened


def reader_name(model: str) -> str:
    """Return what claims read by *model* carry as `read_by`."""
    return f"model/{model}"


def listen(answer: Answer, ground: Ground) -> tuple[Reading, tuple[Refused, ...]]:
    """Return the model's reading of a report, and everything of its answer that was refused.

    1. take the answer apart into items;
    2. give each item the form it must have;
    3. look up its quotations and codes;
    4. take each claim once.
    """
    if answer.text_digest != ground.report.text_digest:
        raise ValueError(f"The answer is not about the report {ground.report.id!r}.")
    read_by = reader_name(answer.model)
    raw, refused = items_in(answer.text)
    listed = list(refused)
    claims: dict[str, Claim] = {}
    for number, one in enumerate(raw, start=1):
        try:
            claim, left_out = claim_of(item_of(one), ground, read_by=read_by)
        except Unfit as verdict:
            listed.append(verdict.refused(number))
            continue
        if claim.id in claims:
            listed.append(
                Refused(reason="said_twice", words=shortened(claim.passage.exact), item=number)
            )
            continue
        claims[claim.id] = claim
        listed += [
            Refused(reason=reason, words=shortened(words), item=number, whole=False)
            for reason, words in left_out
        ]
    ordered = sorted(claims.values(), key=lambda c: (c.passage.span, c.kind, c.id))
    return silent(ground.report, read_by, tuple(ordered)), tuple(listed)


def silent(report: Report, read_by: str, claims: tuple[Claim, ...] = ()) -> Reading:
    """Return a reading of *claims* alone, by default of a reader that said nothing."""
    return Reading(report=report.id, read_by=read_by, claims=claims)

"""Which numbers a sentence of a brief may print: those of its claims, dates, words and bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tumen.brief.view import View
from tumen.records import Claim, Period, Statement

_DIGITS = re.compile(r"\d[\d,]*")


def printed_in(words: str) -> set[int]:
    return {int(found.replace(",", "")) for found in _DIGITS.findall(words)}


def allowed(view: View, statement: Statement) -> set[int]:
    """Return every number that the records behind *statement* contain."""
    numbers = set(statement.values)
    for passage in statement.citations:
        numbers |= printed_in(passage.exact)
    for claim in view.known_claims(statement.claims):
        numbers |= set(_of_claim(view, claim))
    return numbers


def _of_claim(view: View, claim: Claim) -> Iterator[int]:
    if claim.figure:
        yield from (end for end in (claim.figure.low, claim.figure.high) if end is not None)
        yield from printed_in(claim.figure.printed)
    for hop in claim.attribution:
        yield from printed_in(hop.name)
        if known := view.speakers.get(hop.name.casefold()):
            yield from (
                n for names in known.names.values() for name in names for n in printed_in(name)
            )
    yield from printed_in(view.reports[claim.report].publisher)
    for period in (claim.period, claim.since, view.reports[claim.report].published):
        yield from _of_period(period)


def _of_period(period: Period | None) -> Iterator[int]:
    if period is not None:
        yield from printed_in(period.printed)
        for day in (period.first_day, period.last_day):
            if day is not None:
                yield from (day.year, day.month, day.day)

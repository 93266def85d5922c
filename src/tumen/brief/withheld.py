"""Withhold small cells: how few are held at a named place on a day can give away who they are (§3.14).

What is left out of a situation is left out of everything that is written from it: the claims, the
words they stand in, the bounds, and what compares them.  The case itself keeps all of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from tumen.places import Gazetteer
from tumen.records import (
    UNLISTED,
    Bound,
    Claim,
    Condition,
    Lineage,
    Measure,
    Origin,
    Passage,
    Quantity,
    Reading,
    Reconciliation,
    Report,
    Situation,
    Span,
)

T = TypeVar("T")

# What stands for each letter of words that are not to be read.
BAR = "█"


@dataclass(frozen=True, slots=True)
class _Cells:
    """What is small, and where: fewer than `below` people at a place within a country."""

    below: int
    gazetteer: Gazetteer

    def few(self, *ends: int | None) -> bool:
        """Tell whether one of the ends tells of a few people; nobody is not a few."""
        return any(end is not None and 0 < end < self.below for end in ends)

    def named(self, place: str) -> bool:
        """Tell whether a place lies within a country."""
        known = self.gazetteer.places.get(place.removesuffix(UNLISTED))
        return known is not None and known.level > 0

    def claim(self, claim: Claim) -> bool:
        """Tell whether a claim tells of a few people at a named place."""
        figure = claim.figure
        return (
            figure is not None
            and self.few(figure.low, figure.high)
            and any(self.named(place.id) for place in claim.places)
        )

    def bound(self, bound: Bound) -> bool:
        """Tell whether a bound tells of a few people at a named place."""
        return self.named(bound.quantity.place) and self.few(bound.low, bound.high)


def withhold(situation: Situation, *, below: int, gazetteer: Gazetteer) -> Situation:
    """Return *situation* without what tells of fewer than *below* people at a place in a country.

    Where a whole and its other parts would give a withheld number away, the smallest of those parts is
    withheld as well.  Numbers that were not understood are withheld with their words: nobody knows
    whom they count.  How many claims are left out stays in `withheld`.
    """
    cells = _Cells(below, gazetteer)
    claims = [c for reading in situation.readings for c in reading.claims]
    small = {claim.id for claim in claims if cells.claim(claim)}
    outcome = situation.reconciliation
    bounds, more = _bounds(outcome.bounds, small, cells)
    gone = _with_overlapping(claims, small | more)
    hidden = _hidden(situation, gone)
    left = replace(
        situation,
        readings=tuple(_reading(r, gone, hidden[r.report]) for r in situation.readings),
        lineage=_lineage(situation.lineage, gone),
        reconciliation=_reconciliation(outcome, bounds, gone),
        withheld=len(gone),
        withheld_below=below,
    )
    return replace(
        _masked(left, hidden), reports=tuple(_blacked(r, hidden[r.id]) for r in situation.reports)
    )


# --- words --------------------------------------------------------------------------------


def _with_overlapping(claims: Sequence[Claim], gone: Set[str]) -> set[str]:
    """Return *gone* with the claims that share words with them: a quotation is whole or not there."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for claim in claims:
        if claim.id in gone:
            spans[claim.report].append(claim.passage.span)
    return set(gone) | {
        claim.id
        for claim in claims
        if any(_meet(claim.passage.span, span) for span in spans[claim.report])
    }


def _hidden(situation: Situation, gone: Collection[str]) -> Mapping[str, list[Span]]:
    """Return the stretches of each report that are not to be read."""
    hidden: dict[str, list[Span]] = defaultdict(list)
    for reading in situation.readings:
        hidden[reading.report] += [c.passage.span for c in reading.claims if c.id in gone]
        hidden[reading.report] += [unread.passage.span for unread in reading.unread]
    return hidden


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _blacked(report: Report, hidden: Iterable[Span]) -> Report:
    """Return a report whose hidden words are black bars, each letter a bar, so that spans still fit."""
    spans = list(hidden)
    title = report.title
    if any(report.text[s.start : s.end].strip() in title for s in spans):
        title = BAR
    return replace(report, title=title, text=_barred(report.text, 0, spans))


def _barred(text: str, start: int, hidden: Iterable[Span]) -> str:
    """Return *text*, which stands at *start* of its report, with its hidden letters as bars."""
    letters = list(text)
    for span in hidden:
        for at in range(max(span.start - start, 0), min(span.end - start, len(letters))):
            letters[at] = letters[at] if letters[at].isspace() else BAR
    return "".join(letters)


def _masked(thing: T, hidden: Mapping[str, list[Span]]) -> T:
    """Return a record with every passage in it, and what stands around it, without hidden words."""
    if isinstance(thing, Passage):
        return _barred_passage(thing, hidden.get(thing.report, ()))  # type: ignore[return-value]
    if isinstance(thing, tuple):
        return tuple(_masked(item, hidden) for item in thing)  # type: ignore[return-value]
    if is_dataclass(thing) and not isinstance(thing, type):
        new = {f.name: _masked(getattr(thing, f.name), hidden) for f in fields(thing)}
        changed = {name: value for name, value in new.items() if value is not getattr(thing, name)}
        return replace(thing, **changed) if changed else thing
    return thing


def _barred_passage(passage: Passage, hidden: Iterable[Span]) -> Passage:
    spans, start, end = list(hidden), passage.span.start, passage.span.end
    return replace(
        passage,
        exact=_barred(passage.exact, start, spans),
        prefix=_barred(passage.prefix, start - len(passage.prefix), spans),
        suffix=_barred(passage.suffix, end, spans),
    )


# --- records ------------------------------------------------------------------------------


def _reading(reading: Reading, gone: Collection[str], hidden: Sequence[Span]) -> Reading:
    return replace(
        reading,
        claims=tuple(claim for claim in reading.claims if claim.id not in gone),
        statements=tuple(
            s for s in reading.statements if not any(_meet(s.passage.span, h) for h in hidden)
        ),
        unread=(),
    )


def _lineage(lineage: Lineage, gone: Collection[str]) -> Lineage:
    return Lineage(
        retellings=tuple(
            r for r in lineage.retellings if r.child not in gone and r.parent not in gone
        ),
        origins=tuple(
            kept for origin in lineage.origins if (kept := _origin(origin, gone)) is not None
        ),
    )


def _origin(origin: Origin, gone: Collection[str]) -> Origin | None:
    claims = tuple(claim for claim in origin.claims if claim not in gone)
    if not claims:
        return None
    return replace(origin, claims=claims, root=origin.root if origin.root in claims else claims[0])


def _reconciliation(
    outcome: Reconciliation, bounds: tuple[Bound, ...], gone: Collection[str]
) -> Reconciliation:
    def clear(claims: Iterable[str]) -> bool:
        return not any(claim in gone for claim in claims)

    return replace(
        outcome,
        bounds=bounds,
        constraints=tuple(c for c in outcome.constraints if clear(c.claims)),
        contradictions=tuple(c for c in outcome.contradictions if clear(c.claims)),
        conditions=tuple(_condition(c, gone) for c in outcome.conditions),
        findings=tuple(f for f in outcome.findings if clear(f.claims)),
        set_aside=tuple(c for c in outcome.set_aside if c not in gone),
        corrections=tuple(c for c in outcome.corrections if clear(c)),
    )


def _condition(condition: Condition, gone: Collection[str]) -> Condition:
    return replace(condition, claims=tuple(c for c in condition.claims if c not in gone))


# --- bounds -------------------------------------------------------------------------------


def _bounds(
    bounds: Iterable[Bound], small: Collection[str], cells: _Cells
) -> tuple[tuple[Bound, ...], set[str]]:
    """Return the bounds that stay, and the claims that must go with the others."""
    known = [_with_lasting(bound, small, cells) for bound in bounds]
    hidden = {bound.quantity for bound in known if cells.bound(bound)}
    more: set[str] = set()
    for whole in known:
        if whole.quantity in hidden or not _rests_on(whole, small):
            continue
        part = _gives_away(whole, [b for b in known if b.quantity not in hidden], cells)
        if part is not None:
            hidden.add(part.quantity)
            more.update((*part.low_claims, *part.high_claims))
    return tuple(bound for bound in known if bound.quantity not in hidden), more


def _with_lasting(bound: Bound, small: Collection[str], cells: _Cells) -> Bound:
    """Return a bound without what holds if nobody left, where that tells of a few or rests on them."""
    lasting = bound.if_persistence
    tells = lasting is not None and (cells.bound(lasting) or _rests_on(lasting, small))
    return replace(bound, if_persistence=None) if tells else bound


def _rests_on(bound: Bound, claims: Collection[str]) -> bool:
    return any(claim in claims for claim in (*bound.low_claims, *bound.high_claims))


def _gives_away(whole: Bound, shown: Iterable[Bound], cells: _Cells) -> Bound | None:
    """Return the smallest part of a whole that must go: what is left beside the parts is a few."""
    parts = [b for b in shown if b is not whole and _is_part(b.quantity, whole.quantity, cells)]
    finest = [b for b in parts if not any(_is_part(o.quantity, b.quantity, cells) for o in parts)]
    rest = (whole.low or 0) - sum(b.low or 0 for b in finest)
    telling = [b for b in finest if b.low]
    return min(telling, key=lambda b: b.low or 0) if telling and cells.few(rest) else None


def _is_part(part: Quantity, whole: Quantity, cells: _Cells) -> bool:
    """Tell whether one quantity is of a place within that of another, all else alike."""
    if (
        part.measure is not whole.measure
        or part.place == whole.place
        or part.measure is not Measure.STOCK
    ):
        return False
    alike = replace(part, place=whole.place) == whole
    places = cells.gazetteer.places
    return (
        alike
        and part.place in places
        and whole.place in places
        and cells.gazetteer.within(part.place, whole.place)
    )

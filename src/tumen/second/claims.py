"""Make a claim of an item: every quotation is looked up, every code must be the codebook's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tumen.codebook import Codebook
from tumen.ids import content_id
from tumen.places import Gazetteer
from tumen.records import (
    Claim,
    Evidence,
    Hop,
    HopType,
    Located,
    Modality,
    Passage,
    Period,
    Precision,
    Report,
    Role,
    Span,
)
from tumen.second.items import Item, SaidPeriod
from tumen.second.numbers import PrintedNumber, figure_in
from tumen.second.placing import places_of
from tumen.second.quotes import figure_span, nearest_span, passage_of
from tumen.second.unfit import Unfit

RULE = "model:quoted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What an item is checked against."""

    report: Report
    codebook: Codebook
    gazetteer: Gazetteer
    numbers: Sequence[PrintedNumber]


def claim_of(
    item: Item, ground: Ground, *, read_by: str
) -> tuple[Claim, tuple[tuple[str, str], ...]]:
    """Return the claim of an item, and which places were left out of it: (reason, words).

    Raise Unfit if any quotation does not stand in the text or any code is unknown.
    """
    report = ground.report
    _check_codes(item, ground.codebook)
    span = passage_of(report, item.quote, item.before, item.after)
    words = None
    figure = None
    if item.figure is not None:
        at = figure_span(report, item.figure.words, span)
        words = report.passage(at.start, at.end)
        figure = figure_in(item.figure, words, ground.numbers)
    places, left_out = places_of(item.places, report, ground.gazetteer, span)
    period = _period(item.period, report, span) if item.period else None
    attribution = (publisher_of(report, ground.codebook), *_hops(item, report, span))
    passage = report.passage(span.start, span.end)
    claim = Claim(
        id=content_id(
            "c",
            report.id,
            span.start,
            span.end,
            item.kind,
            figure and (figure.low, figure.high),
        ),
        report=report.id,
        passage=passage,
        kind=item.kind,
        subject=item.subject,
        figure=figure,
        places=places,
        period=period,
        since=None,
        attribution=attribution,
        modality=Modality(item.modality),
        evidence=tuple(_evidence(passage, words, places, period, attribution)),
        read_by=read_by,
    )
    return claim, left_out


def _check_codes(item: Item, codebook: Codebook) -> None:
    if item.kind not in codebook.kinds:
        raise Unfit("unknown_kind", item.kind)
    if item.subject and item.subject not in codebook.subjects:
        raise Unfit("unknown_subject", item.subject)
    if item.modality not in [*Modality]:
        raise Unfit("unknown_modality", item.modality)
    for _, role in item.places:
        if role not in [*Role]:
            raise Unfit("unknown_role", role)
    for _, hop in item.speakers:
        if hop not in [*HopType]:
            raise Unfit("unknown_speaker_type", hop)


def _period(said: SaidPeriod, report: Report, passage: Span) -> Period:
    """Return a period: the words are looked up, the days are the model's own arithmetic."""
    at = nearest_span(report, said.words, passage)
    first, last = _day(said.start), _day(said.end)
    if first and last and last < first:
        raise Unfit("period_backwards", f"{said.start} – {said.end}")
    return Period(
        first_day=first,
        last_day=last,
        precision=_precision(first, last),
        printed=said.words,
        passage=report.passage(at.start, at.end),
    )


def _day(said: str | None) -> date | None:
    if said is None:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Unfit("no_day", said) from None


def _precision(first: date | None, last: date | None) -> Precision:
    if first is None and last is None:
        return Precision.UNRESOLVED
    if first is None or last is None:
        return Precision.OPEN
    return Precision.DAY if first == last else Precision.PART


def _hops(item: Item, report: Report, passage: Span) -> list[Hop]:
    hops = []
    for words, code in item.speakers:
        if not words and code == HopType.NONE:
            hops.append(Hop(name="", type=HopType.NONE))
            continue
        at = nearest_span(report, words, passage)
        passage_ = report.passage(at.start, at.end)
        hops.append(Hop(name=words, type=HopType(code), passage=passage_))
    return hops


def publisher_of(report: Report, codebook: Codebook) -> Hop:
    """Return the outermost hop, from what is known of the report and not from the model."""
    known = codebook.publisher_of(report.url) if report.url else None
    name = report.publisher or (known.name if known else "") or report.name
    if known is None:
        spoken = name.casefold()
        known = next(
            (
                s
                for s in codebook.speakers.values()
                if any(spoken == form.casefold() for forms in s.names.values() for form in forms)
            ),
            None,
        )
    unknown = HopType.MEDIA if report.publisher or report.url else HopType.NONE
    return Hop(name=name, type=known.type if known else unknown)


def _evidence(
    passage: Passage,
    figure: Passage | None,
    places: Sequence[Located],
    period: Period | None,
    attribution: Sequence[Hop],
) -> list[Evidence]:
    """Return which words gave which field; the kind is what the model makes of the passage."""
    quoted = [("kind", passage)]
    if figure is not None:
        quoted.append(("figure", figure))
    quoted += [("places", place.passage) for place in places if place.passage]
    if period is not None and period.passage is not None:
        quoted.append(("period", period.passage))
    quoted += [("attribution", hop.passage) for hop in attribution if hop.passage]
    return [Evidence(field=field, passage=words, rule=RULE) for field, words in quoted]

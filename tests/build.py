"""Small builders with sane defaults: a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tumen.ids import content_id, digest_of
from tumen.records import (
    Claim,
    Figure,
    Hop,
    HopType,
    Located,
    Modality,
    Part,
    Period,
    Precision,
    Reconciliation,
    Report,
    Role,
)

RECONCILED_NOTHING = Reconciliation(
    as_of=None,
    constraints=(),
    bounds=(),
    contradictions=(),
    conditions=(),
    findings=(),
    set_aside=(),
    corrections=(),
    codebook="test/1",
    solver="none",
)


def a_day(iso: str) -> Period:
    day = date.fromisoformat(iso)
    return Period(first_day=day, last_day=day, printed=iso)


def a_period(first: str | None, last: str | None) -> Period:
    return Period(
        first_day=date.fromisoformat(first) if first else None,
        last_day=date.fromisoformat(last) if last else None,
        precision=Precision.DAY if first and last else Precision.OPEN,
    )


def a_report(
    text: str = "About 200 defectors are held in Jilin.",
    *,
    language: str = "en",
    published: str | None = "2020-11-05",
    publisher: str = "A Paper",
    name: str = "a.txt",
    title: str = "",
) -> Report:
    content = text.encode()
    digest = digest_of(content)
    return Report(
        id=content_id("r", digest, digest, "text/1", name),
        digest=digest,
        text_digest=digest,
        media_type="text/plain",
        name=name,
        url=None,
        publisher=publisher,
        title=title,
        language=language,
        published=a_day(published) if published else None,
        text=text,
        text_by="text/1",
    )


def a_figure(low: int | None, high: int | None, *, wording: str = "") -> Figure:
    return Figure(
        low=low, high=high, wording=wording, printed=f"{wording} {low}".strip(), approximate=False
    )


def a_claim(
    report: Report | None = None,
    *,
    words: str | None = None,
    kind: str = "detained",
    subject: str = "defectors",
    low: int | None = 200,
    high: int | None = 200,
    figure: Figure | None = None,
    places: tuple[tuple[str, str], ...] = (("CN", "China"), ("CN-JL", "Jilin")),
    period: Period | None = None,
    since: Period | None = None,
    speakers: tuple[tuple[str, HopType], ...] = (("A Paper", HopType.MEDIA),),
    modality: Modality = Modality.REPORTED,
    part: Part = Part.BODY,
    group: str | None = None,
) -> Claim:
    """Return a claim anchored on *words* of *report* (by default on all of its text)."""
    report = report or a_report()
    words = report.text if words is None else words
    start = report.text.index(words)
    if figure is None and (low is not None or high is not None):
        figure = a_figure(low, high)
    claim = Claim(
        id="",
        report=report.id,
        passage=report.passage(start, start + len(words)),
        kind=kind,
        subject=subject,
        figure=figure,
        places=tuple(Located(id=i, name=n, role=Role.HELD) for i, n in places),
        period=period,
        since=since,
        attribution=tuple(Hop(name=n, type=t) for n, t in speakers),
        modality=modality,
        part=part,
        group=group,
        read_by="test/1",
    )
    return replace(
        claim,
        id=content_id("c", report.id, start, words, kind, subject, low, high, str(period)),
    )

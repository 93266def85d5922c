"""Decide which of a page's time expressions a claim is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tumen.reading.link import Link
from tumen.reading.page import Page
from tumen.reading.times import Time
from tumen.reading.vocabulary import KIND, SAY
from tumen.records import Period, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The period of a claim, the start of its cohort, and by which rule each was found."""

    period: Period | None
    since: Period | None
    rule: str


def speech_times(page: Page) -> frozenset[int]:
    """Return where the times stand that say when it was said: "a source said on Tuesday"."""
    says = page.hits.get(SAY, ())
    return frozenset(
        time.start
        for time in page.times
        for say in says
        if _touches(page, time, say.start, say.end)
    )


def _touches(page: Page, time: Time, start: int, end: int) -> bool:
    gap = (end, time.start) if end <= time.start else (time.end, start)
    if gap[0] > gap[1] or gap[1] - gap[0] > 40:
        return False
    return page.pack.speech_time.fullmatch(page.folded, *gap) is not None


def when(page: Page, link: Link, spoken: frozenset[int], stock: bool) -> When:
    """Return when a claim holds: the nearest time of its clause, else of its sentence.

    A state with no time of its own holds on the day the report speaks; an act has happened by
    then.  Without that day both stay open: nothing is guessed.
    """
    sentence = link.sentence
    inside = [t for t in page.times if sentence.start <= t.start and t.end <= sentence.end]
    events = [t for t in inside if t.start not in spoken]
    time = _nearest(page, link, events)
    if time is None:
        return _by_default(page, [t for t in inside if t.start in spoken], stock)
    period = _period(page, time)
    if not time.since:
        return When(period=period, since=None, rule=time.rule)
    last = _anchor(page)
    first = period.first_day
    span = Period(
        first_day=first,
        last_day=last if first is None or last is None or last >= first else None,
        precision=period.precision,
        printed=period.printed,
        passage=period.passage,
        anchor=period.anchor,
    )
    return When(period=span, since=period if stock else None, rule=time.rule)


def _nearest(page: Page, link: Link, times: Sequence[Time]) -> Time | None:
    """Return the time nearest to a claim's cue.

    A time with another cue between belongs to that one ("in October they notified ... 200 held
    since January"); then one in the claim's own clauses comes first.
    """
    sentence, (start, end), cue = link.sentence, link.span, link.cue_span
    clauses = range(sentence.clause_of(start), sentence.clause_of(end - 1) + 1)
    cues = page.words(KIND, sentence.start, sentence.end)

    def away(time: Time) -> tuple[int, bool, int, int]:
        gap = (cue[1], time.start) if time.start >= cue[1] else (time.end, cue[0])
        between = sum(gap[0] <= other.start and other.end <= gap[1] for other in cues)
        outside = sentence.clause_of(time.start) not in clauses
        return between, outside, max(gap[1] - gap[0], 0), time.start

    return min(times, key=away, default=None)


def _period(page: Page, time: Time) -> Period:
    return Period(
        first_day=time.first,
        last_day=time.last,
        precision=time.precision,
        printed=page.report.text[time.start : time.end],
        passage=page.report.passage(time.start, time.end),
        anchor=_anchor(page) if time.anchored else None,
    )


def _anchor(page: Page) -> date | None:
    return page.report.published.last_day if page.report.published else None


def _by_default(page: Page, spoken: Sequence[Time], stock: bool) -> When:
    said = [t for t in spoken if t.resolved]
    if said and stock:
        return When(period=_period(page, said[0]), since=None, rule="time:day_it_was_said")
    published = page.report.published
    if published is None:
        return When(period=None, since=None, rule="time:none")
    first = published.first_day if stock else None
    return When(
        period=Period(
            first_day=first,
            last_day=published.last_day,
            precision=published.precision if stock else Precision.OPEN,
            anchor=published.last_day,
        ),
        since=None,
        rule="time:published",
    )

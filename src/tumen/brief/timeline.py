"""What is said to have happened, in the order of the days."""

from __future__ import annotations

from datetime import date

from tumen.brief.clusters import Cluster
from tumen.brief.dates import day_words, period_words
from tumen.brief.digest import Strand, source_of, strands_of, what_words
from tumen.brief.names import kind_words
from tumen.brief.view import View, cited, told_period
from tumen.records import Claim, Period, Statement, TimelineEntry


def timeline_of(view: View, clusters: tuple[Cluster, ...]) -> tuple[TimelineEntry, ...]:
    """Return an entry for each strand; those whose days are not known come last."""
    entries = [_entry(view, strand) for strand in strands_of(view, clusters)]
    entries.sort(
        key=lambda e: (
            e.first_day is None and e.last_day is None,
            e.first_day or e.last_day or date.max,
            e.last_day or date.max,
            e.when if e.first_day is None and e.last_day is None else "",
        )
    )
    return tuple(entries)


def _entry(view: View, strand: Strand) -> TimelineEntry:
    dated = next((c for c in strand.claims if _when(view, c)), strand.lead)
    period = _when(view, dated) or dated.period
    told = period_words(view.words, period)
    if period is not None and period.resolved and not period.printed:
        # Nobody says when: all that is known is the day of the report.
        told = view.words.say("date.reported", date=_report_day(view, period))
    what, source = what_words(view, strand), source_of(view, strand)
    label = kind_words(view, strand.lead.kind)
    text = view.words.entries["list.colon"].join(part for part in (label, what.text) if part)
    return TimelineEntry(
        first_day=period.first_day if period else None,
        last_day=period.last_day if period else None,
        told=_when(view, dated) is not None,
        when=told,
        statement=Statement(
            text=view.words.say("list.dash", text=text, more=source.text),
            label=label,
            claims=tuple(claim.id for claim in strand.claims),
            citations=cited(strand.claims),
            quoted=(*what.quoted, *source.quoted),
        ),
    )


def _report_day(view: View, period: Period) -> str:
    day = period.last_day or period.first_day
    return day_words(view.words, day) if day else ""


def _when(view: View, claim: Claim) -> Period | None:
    """Return when it happened or began, if that is said and could be worked out."""
    for period in (told_period(view, claim), claim.since):
        if period is not None and period.resolved:
            return period
    return None

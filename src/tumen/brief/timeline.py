"""What is said to have happened, in the order of the days."""

from __future__ import annotations

from datetime import date

from tumen.brief.clusters import Cluster
from tumen.brief.dates import day_words, period_words
from tumen.brief.names import kind_words, source_phrase
from tumen.brief.sentences import short_words
from tumen.brief.view import View, cited, told_period
from tumen.records import Claim, Period, Statement, TimelineEntry


def timeline_of(view: View, clusters: tuple[Cluster, ...]) -> tuple[TimelineEntry, ...]:
    """Return an entry for each cluster; those whose days are not known come last."""
    entries = [_entry(view, cluster) for cluster in clusters]
    entries.sort(
        key=lambda e: (
            e.first_day is None and e.last_day is None,
            e.first_day or e.last_day or date.max,
            e.last_day or date.max,
            e.when if e.first_day is None and e.last_day is None else "",
        )
    )
    return tuple(entries)


def _entry(view: View, cluster: Cluster) -> TimelineEntry:
    dated = next((c for c in cluster.claims if _when(view, c)), cluster.lead)
    period = _when(view, dated) or dated.period
    told = period_words(view.words, period)
    if period is not None and period.resolved and not period.printed:
        # Nobody says when: all that is known is the day of the report.
        told = view.words.say("date.reported", date=_report_day(view, period))
    source = source_phrase(view, cluster.lead)
    return TimelineEntry(
        first_day=period.first_day if period else None,
        last_day=period.last_day if period else None,
        when=told,
        statement=Statement(
            text=view.words.say(
                "list.dash", text=short_words(view, cluster.lead), more=source.text
            ),
            label=kind_words(view, cluster.lead.kind),
            claims=tuple(claim.id for claim in cluster.claims),
            citations=cited((cluster.lead, dated)),
            quoted=source.quoted,
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

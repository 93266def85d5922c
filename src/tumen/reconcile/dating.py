"""When a claim holds (§3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tumen.records import Claim, Modality, Period, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days a claim speaks of.  `last` is None where no day is known; `first` is open or known.

    `since` is the day from which the people it counts came into their state.
    """

    first: date | None = None
    last: date | None = None
    since: date | None = None

    @property
    def one_day(self) -> bool:
        """Tell whether it is a single known day."""
        return self.first is not None and self.first == self.last

    def overlaps(self, other: Window) -> bool:
        """Tell whether the two share a day; days that are not known may be any."""
        before = self.last and other.first and self.last < other.first
        after = other.last and self.first and other.last < self.first
        return not (before or after)


def published_on(report: Report) -> date | None:
    """Return the last day on which *report* can have been published, or None."""
    return report.published.last_day if report.published else None


def window_of(claim: Claim, report: Report) -> Window:
    """Return the days that *claim* speaks of, worked out against its report's date.

    What is told without a date is told of the day of publication.  A report knows no later day
    than that: a period that runs past it ends there, unless the claim is an expectation.
    """
    published = report.published if report.published and report.published.resolved else None
    period = claim.period if claim.period and claim.period.resolved else None
    since = claim.since.first_day if claim.since else None
    if period is None:
        # Unresolved words ("last month" in a report without a date) are not taken for today.
        if claim.period is None and published:
            period = published
        else:
            return Window()
    last = _end_of(period, published, expected=claim.modality is Modality.EXPECTED)
    first = period.first_day
    if since and last and since > last:
        since = None
    if since and (first is None or first <= since):
        first = last  # the period is that of the cohort; the state is that of its end
    return Window(first=first, last=last, since=since)


def _end_of(period: Period, published: Period | None, *, expected: bool) -> date | None:
    """Return the last day of *period*, as far as a report of that date can know it."""
    today = published.last_day if published else None
    first, last = period.first_day, period.last_day
    past = today is not None and (first is None or first <= today) and not expected
    if last is None:
        return today if past else first
    return min(last, today) if past and today else last

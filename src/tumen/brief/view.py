"""A situation seen for writing: what is asked for while sentences are made, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tumen.brief.words import Words
from tumen.codebook import Codebook, Speaker
from tumen.places import Gazetteer
from tumen.records import Claim, Origin, Passage, Period, Report, Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The situation, the language it is told in, and its claims by what is asked of them."""

    situation: Situation
    codebook: Codebook
    gazetteer: Gazetteer
    words: Words
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    origins: Mapping[str, Origin]  # by claim id
    speakers: Mapping[str, Speaker]  # by every form of their names, casefolded
    order: Mapping[str, int]  # claim id -> place in the order of first telling

    @property
    def as_of(self) -> date | None:
        """Return the day the situation is seen from."""
        return self.situation.reconciliation.as_of

    @property
    def language(self) -> str:
        """Return the language the brief is written in."""
        return self.words.language

    def label(self, labels: Mapping[str, str], code: str = "") -> str:
        """Return a codebook's words in the language of the brief, else in English, else *code*."""
        return labels.get(self.language) or labels.get("en") or code.replace("_", " ")

    def known_claims(self, ids: tuple[str, ...]) -> tuple[Claim, ...]:
        """Return the claims of *ids* that are in this situation, in the same order."""
        return tuple(self.claims[i] for i in ids if i in self.claims)


def make_view(
    situation: Situation, *, codebook: Codebook, gazetteer: Gazetteer, words: Words
) -> View:
    """Return *situation* with its claims and speakers by what is asked of them."""
    claims = {c.id: c for reading in situation.readings for c in reading.claims}
    reports = {report.id: report for report in situation.reports}
    return View(
        situation=situation,
        codebook=codebook,
        gazetteer=gazetteer,
        words=words,
        claims=claims,
        reports=reports,
        origins={c: origin for origin in situation.lineage.origins for c in origin.claims},
        speakers=_by_name(codebook),
        order=_telling_order(claims, reports),
    )


def published_on(report: Report) -> date | None:
    """Return the first day on which *report* can have been published."""
    return report.published.first_day if report.published else None


def cited(claims: tuple[Claim, ...]) -> tuple[Passage, ...]:
    """Return the passages of *claims*, each once."""
    return tuple(dict.fromkeys(claim.passage for claim in claims))


def told_period(view: View, claim: Claim) -> Period | None:
    """Return when *claim* says it was, as far as its words tell.

    A period without words of its own was put there by the reader: it is the day of the report and
    no part of what was said.  "Since January" is read as running up to that day, and is told as
    it was said: without an end.
    """
    period = claim.period
    if period is None or not period.printed:
        return None
    first, last = period.first_day, period.last_day
    published = view.reports[claim.report].published
    if first is None or last is None or published is None or last != published.last_day:
        return period
    if (first.year, first.month) == (last.year, last.month):
        return period
    return replace(period, last_day=None)


def _by_name(codebook: Codebook) -> dict[str, Speaker]:
    found: dict[str, Speaker] = {}
    for speaker in codebook.speakers.values():
        for form in (speaker.name, *(n for names in speaker.names.values() for n in names)):
            found.setdefault(form.casefold(), speaker)
    return found


def _telling_order(claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> dict[str, int]:
    """Return claims by the date of their report (undated last), report, and place in its text."""
    places = {report: number for number, report in enumerate(reports)}
    told = sorted(
        claims.values(),
        key=lambda c: (
            (published_on(reports[c.report]) if c.report in reports else None) or date.max,
            places.get(c.report, len(places)),
            c.passage.span,
            c.id,
        ),
    )
    return {claim.id: number for number, claim in enumerate(told)}

"""What became of each report's numbers and dates: nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC

from tumen.brief.dates import day_words, period_words
from tumen.brief.names import base_language, chain_words, publisher_words
from tumen.brief.quotes import quoted_if_foreign, shortened
from tumen.brief.view import View
from tumen.records import (
    Claim,
    Doubt,
    Passage,
    Period,
    Precision,
    Quoted,
    Reading,
    Remainder,
    Report,
    ReportEntry,
    Statement,
)


def report_entries(view: View) -> tuple[ReportEntry, ...]:
    """Return each report with what was claimed, set aside and not understood in it."""
    pairs = zip(view.situation.reports, view.situation.readings, strict=True)
    return tuple(_entry(view, report, reading) for report, reading in pairs)


def doubt_statements(view: View) -> tuple[Statement, ...]:
    """Return a sentence for each thing that does not fit what the codebook knows."""
    return tuple(
        _doubt(view, doubt) for reading in view.situation.readings for doubt in reading.doubts
    )


def unread_statements(view: View) -> tuple[Statement, ...]:
    """Return a sentence for each report that is not told, and why it is not."""
    words, day = view.words, view.as_of
    languages = tuple(
        Statement(
            text=words.say("account.unreadable", file=report.name, language=report.language),
            label=report.name,
        )
        for report in view.situation.unreadable
    )
    later = tuple(
        Statement(
            text=words.say("account.later", file=report.name, date=day_words(words, day)),
            label=report.name,
        )
        for report in view.situation.later
        if day
    )
    return (*languages, *later)


def unresolved_statements(view: View) -> tuple[Statement, ...]:
    """Return, for each report, the dates that could not be worked out, and what would help."""
    found = []
    for report, reading in zip(view.situation.reports, view.situation.readings, strict=True):
        periods = unresolved_periods(reading)
        if not periods:
            continue
        printed = list(dict.fromkeys(period.printed for period in periods if period.printed))
        shape = "undated" if report.published is None else "dated"
        foreign = base_language(report.language) != view.language
        found.append(
            Statement(
                text=view.words.say(
                    f"unresolved.{shape}",
                    file=report.name,
                    words=view.words.joined([view.words.quote(words) for words in printed]),
                ),
                label=report.name,
                claims=tuple(c.id for c in reading.claims if unresolved_of(c)),
                citations=_passages(periods),
                quoted=tuple(Quoted(text=p, language=report.language) for p in printed if foreign),
            )
        )
    return tuple(found)


def unresolved_of(claim: Claim) -> tuple[Period, ...]:
    """Return the periods of *claim* whose words could not be turned into days."""
    periods = (claim.period, claim.since)
    return tuple(p for p in periods if p is not None and p.precision is Precision.UNRESOLVED)


def unresolved_periods(reading: Reading) -> tuple[Period, ...]:
    """Return all periods of a report whose words could not be turned into days, each once."""
    found = [p for claim in reading.claims for p in unresolved_of(claim)]
    return tuple(dict.fromkeys(found))


def custody_warnings(view: View) -> tuple[Statement, ...]:
    """Return a sentence when the case is not as it was put in, naming the reports it concerns."""
    problems = view.situation.problems
    if not problems:
        return ()
    subjects = " ".join(problem.subject for problem in problems)
    names = [r.name for r in view.situation.reports if r.digest in subjects or r.id in subjects]
    text = view.words.say(
        "custody.broken", count=len(problems), names=view.words.joined(list(dict.fromkeys(names)))
    )
    return (Statement(text=text, values=(len(problems),)),)


def withheld_warnings(view: View) -> tuple[Statement, ...]:
    """Return a sentence when small numbers at named places are withheld, with how many they are."""
    below, count = view.situation.withheld_below, view.situation.withheld
    if not below:
        return ()
    text = view.words.say("withheld.claims", count=count, below=below)
    return (Statement(text=text, values=(count, below)),)


def _passages(periods: Iterable[Period]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(p.passage for p in periods if p.passage is not None))


def _entry(view: View, report: Report, reading: Reading) -> ReportEntry:
    return ReportEntry(
        report=report,
        publisher=publisher_words(view, report),
        language=view.words.label("language", base_language(report.language)),
        published=_published(view, report),
        retrieved=_retrieved(view, report),
        claims=len(reading.claims),
        set_aside=tuple(
            Remainder(passage=a.passage, reason=view.words.label("set_aside", a.reason))
            for a in reading.set_aside
        ),
        unread=tuple(Remainder(passage=u.passage, reason=u.reason) for u in reading.unread),
        statements=tuple(
            _other(view, said) for said in reading.statements if not _told(said, reading)
        ),
    )


def _told(statement: Claim, reading: Reading) -> bool:
    """Tell whether a reported statement is told already, by a claim made from its words."""
    return any(statement.passage.span.overlaps(c.passage.span) for c in reading.claims)


def _published(view: View, report: Report) -> str:
    if report.published is None:
        return view.words.say("account.no_date")
    return period_words(view.words, report.published)


def _retrieved(view: View, report: Report) -> str:
    retrieval = view.situation.retrievals.get(report.id)
    if retrieval is None:
        return view.words.say("account.handed")
    at = retrieval.at.astimezone(UTC)
    time = f"{day_words(view.words, at.date())}, {at:%H:%M}"
    return view.words.say("account.taken", time=time, by=retrieval.by)


def _other(view: View, claim: Claim) -> Statement:
    quote = shortened(claim.passage.exact)
    text = view.words.say("unknown.statement", quote=quote, speaker=chain_words(view, claim))
    return Statement(
        text=text,
        claims=(claim.id,),
        citations=(claim.passage,),
        quoted=quoted_if_foreign(view, claim, quote),
    )


def _doubt(view: View, doubt: Doubt) -> Statement:
    report = view.reports[doubt.passage.report]
    quote = shortened(doubt.passage.exact)
    key = f"doubt.{doubt.code}"
    foreign = base_language(report.language) != view.language
    return Statement(
        text=view.words.say(
            key if view.words.knows(key) else "doubt.other",
            quote=quote,
            said=doubt.said,
            known=doubt.known,
            about=_about(view, doubt.about),
        ),
        label=view.words.label("set_aside", doubt.code),
        citations=(doubt.passage,),
        quoted=(Quoted(text=quote, language=report.language),) if foreign else (),
    )


def _about(view: View, about: str) -> str:
    for anniversary in view.codebook.anniversaries:
        if anniversary.id == about:
            label = view.label(anniversary.label, about)
            founded = day_words(view.words, anniversary.founded)
            return view.words.entries["list.comma"].join((label, founded))
    return about.replace("_", " ")

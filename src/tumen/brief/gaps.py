"""What is not known: open ends, what no listed group holds, silent questions, unread words."""

from __future__ import annotations

from collections.abc import Mapping

from tumen.brief.accounts import unresolved_periods
from tumen.brief.board import silent_statements
from tumen.brief.figures import figure_words, interval_words
from tumen.brief.view import View, cited
from tumen.records import BoardRow, Finding, Independence, Measure, PeopleRow, Statement

UNLISTED_REST = "unlisted_rest"
# What is expected stands under its own heading, claim by claim.
FORECAST = "forecast"


def gap_statements(
    view: View, rows: tuple[PeopleRow, ...], board: tuple[BoardRow, ...]
) -> tuple[Statement, ...]:
    """Return what the reports leave open."""
    findings = view.situation.reconciliation.findings
    return (
        *(_finding(view, finding) for finding in findings if finding.code != FORECAST),
        *_open_ends(view, rows),
        *silent_statements(view, board),
        *_independence(view),
        *_not_worked_out(view),
        *_not_understood(view),
    )


def _open_ends(view: View, rows: tuple[PeopleRow, ...]) -> tuple[Statement, ...]:
    """Return one sentence for each state and end: where no claim limits the number of people."""
    found = []
    stocks = [row for row in rows if row.measure is Measure.STOCK]
    for what in dict.fromkeys(row.what for row in stocks):
        same = [row for row in stocks if row.what == what]
        lower = [row for row in same if row.low is None]
        upper = [row for row in same if row.high is None]
        for open_, key in ((upper, "unknown.upper"), (lower, "unknown.lower")):
            if open_:
                places = view.words.joined(list(dict.fromkeys(row.name for row in open_)))
                found.append(
                    Statement(
                        text=view.words.say(key, what=what, places=places),
                        label=view.words.say("heading.people"),
                        claims=tuple(dict.fromkeys(c for r in open_ for c in r.statement.claims)),
                        citations=tuple(
                            dict.fromkeys(p for row in open_ for p in row.statement.citations)
                        ),
                    )
                )
    return tuple(found)


def _finding(view: View, finding: Finding) -> Statement:
    """Return a finding in the words kept for it, or its values as they are."""
    claims = view.known_claims(finding.claims)
    values = finding.values
    if finding.code == UNLISTED_REST and claims and claims[0].figure:
        text = view.words.say(
            f"finding.{UNLISTED_REST}",
            groups=values["groups"],
            listed=interval_words(
                view.words, _number(values, "listed_low"), _number(values, "listed_high")
            ),
            total=figure_words(view.words, claims[0].figure),
            rest=values["rest"],
        )
    else:
        listed = [f"{name.replace('_', ' ')} {values[name]}" for name in sorted(values)]
        code = finding.code.replace("_", " ")
        text = view.words.say("unknown.finding", code=code, values=view.words.joined(listed))
    return Statement(
        text=text,
        label=view.words.label("finding_label", finding.code),
        claims=tuple(claim.id for claim in claims),
        citations=cited(claims),
        values=tuple(value for value in values.values() if isinstance(value, int)),
    )


def _number(values: Mapping[str, int | str], name: str) -> int | None:
    value = values.get(name)
    return value if isinstance(value, int) else None


def _independence(view: View) -> tuple[Statement, ...]:
    origins = view.situation.lineage.origins
    open_ = [origin for origin in origins if origin.independence is Independence.UNKNOWN]
    if len(open_) < 2:  # one origin alone cannot depend on another
        return ()
    claims = view.known_claims(tuple(origin.root for origin in open_))
    return (
        Statement(
            text=view.words.say("unknown.independence", origins=len(open_)),
            label=view.words.say("fact.origins"),
            claims=tuple(claim.id for claim in claims),
            citations=cited(claims),
            values=(len(open_),),
        ),
    )


def _not_worked_out(view: View) -> tuple[Statement, ...]:
    periods = [p for reading in view.situation.readings for p in unresolved_periods(reading)]
    if not periods:
        return ()
    heading = view.words.say("heading.accounts")
    passages = tuple(dict.fromkeys(p.passage for p in periods if p.passage is not None))
    return (
        Statement(
            text=view.words.say("unknown.dates", count=len(periods), heading=heading),
            label=view.words.say("column.day"),
            citations=passages,
            values=(len(periods),),
        ),
    )


def _not_understood(view: View) -> tuple[Statement, ...]:
    unread = [u for reading in view.situation.readings for u in reading.unread]
    if not unread:
        return ()
    heading = view.words.say("heading.accounts")
    return (
        Statement(
            text=view.words.say("unknown.unread", count=len(unread), heading=heading),
            label=view.words.say("column.unread"),
            citations=tuple(dict.fromkeys(u.passage for u in unread)),
            values=(len(unread),),
        ),
    )

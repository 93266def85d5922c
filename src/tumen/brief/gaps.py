"""What is not known: open ends, what no listed group holds, silent questions, unread words."""

from __future__ import annotations

from tumen.brief.accounts import unresolved_periods
from tumen.brief.board import silent_statements
from tumen.brief.view import View, cited
from tumen.records import BoardRow, Finding, Independence, PeopleRow, Statement


def gap_statements(
    view: View, rows: tuple[PeopleRow, ...], board: tuple[BoardRow, ...]
) -> tuple[Statement, ...]:
    """Return what the reports leave open."""
    findings = view.situation.reconciliation.findings
    return (
        *(_finding(view, finding) for finding in findings),
        *_open_ends(view, rows),
        *silent_statements(view, board),
        *_independence(view),
        *_not_worked_out(view),
        *_not_understood(view),
    )


def _open_ends(view: View, rows: tuple[PeopleRow, ...]) -> tuple[Statement, ...]:
    found = []
    for row in rows:
        for end, key in ((row.high, "unknown.upper"), (row.low, "unknown.lower")):
            if end is None:
                text = view.words.say(key, place=row.name, day=row.as_of, what=row.what)
                found.append(
                    Statement(
                        text=text,
                        label=view.words.say("heading.people"),
                        claims=row.statement.claims,
                        citations=row.statement.citations,
                    )
                )
    return tuple(found)


def _finding(view: View, finding: Finding) -> Statement:
    """Return a finding in the words kept for it, or its values as they are."""
    claims = view.known_claims(finding.claims)
    key = f"finding.{finding.code}"
    values = {name: finding.values[name] for name in sorted(finding.values)}
    if view.words.knows(key):
        text = view.words.say(key, **values)
    else:
        listed = [f"{name.replace('_', ' ')} {value}" for name, value in values.items()]
        code = finding.code.replace("_", " ")
        text = view.words.say("unknown.finding", code=code, values=view.words.joined(listed))
    return Statement(
        text=text,
        label=view.words.label("finding_label", finding.code),
        claims=tuple(claim.id for claim in claims),
        citations=cited(claims),
        values=tuple(value for value in values.values() if isinstance(value, int)),
    )


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

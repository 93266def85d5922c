"""What the figures allow together, for people: bounds, contradictions, the board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tumen.brief import visible
from tumen.cli.page import Page, quoted, table
from tumen.cli.words import Words, chain, spelt
from tumen.records import Bound, Claim, Condition, Finding, Quantity, Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Claims by id, and the files they stand in."""

    claims: Mapping[str, Claim]
    files: Mapping[str, str]  # report id -> name

    def cite(self, claim_ids: Iterable[str]) -> list[str]:
        """Return file and words of each claim."""
        return [
            f"{visible(self.files.get(claim.report, claim.report))}: {quoted(claim.passage)}"
            for claim_id in claim_ids
            if (claim := self.claims.get(claim_id))
        ]


def show_situation(page: Page, situation: Situation, words: Words) -> None:
    """Add all that `tumen reconcile` has to say."""
    outcome = situation.reconciliation
    sources = sources_of(situation)
    day = outcome.as_of
    page.add(words.say("as_of", day=day.isoformat()) if day else words.say("as_of_unknown"))
    show_bounds(page, outcome.bounds, sources, words)
    show_contradictions(page, situation, sources, words)
    show_board(page, outcome.conditions, sources, words)
    show_findings(page, outcome.findings, sources, words)
    if outcome.set_aside or outcome.relaxed:
        page.heading(words.say("left_out"))
        show_cited(page, sources.cite(outcome.set_aside))
        show_cited(page, relaxed(outcome.relaxed, sources, words))


def sources_of(situation: Situation) -> Sources:
    """Return the claims and files of a situation."""
    return Sources(
        claims={claim.id: claim for reading in situation.readings for claim in reading.claims},
        files={report.id: report.name for report in situation.reports},
    )


def relaxed(given_up: Iterable[str], sources: Sources, words: Words) -> list[str]:
    """Return assumptions given up, and readings of one claim (`claim:assumption`)."""
    lines = []
    for name in given_up:
        claim, _, assumption = name.rpartition(":")
        cited = "".join(sources.cite([claim]))
        lines.append(f"{words.assumption(assumption)}{f': {cited}' if cited else ''}")
    return lines


def show_bounds(page: Page, bounds: Iterable[Bound], sources: Sources, words: Words) -> None:
    """Add the table of bounds, and under it, numbered, the words that pin them."""
    page.heading(words.say("bounds"))
    # "Nobody or more" is true of every place and day; the JSON has these rows too.
    rows = [bound for bound in bounds if bound.low or bound.high is not None]
    if not rows:
        page.add(words.say("no_bounds"))
        return
    page.add()
    headings = ("where", "claim", "when", "least", "most", "support", "because")
    drawn = table(*(words.say(heading) for heading in headings))
    drawn.columns[3].justify = drawn.columns[4].justify = "right"
    drawn.columns[2].no_wrap = True
    notes = Notes()
    for bound in rows:
        drawn.add_row(
            visible(words.place(bound.quantity.place)),
            counted(bound.quantity, words),
            when(bound.quantity),
            end(bound.low),
            end(bound.high),
            words.label("standing", bound.standing.value),
            notes.mark(grounds(bound, sources, words)),
        )
    page.add(drawn)
    page.add()
    for number, ground in notes.numbered:
        page.add(f"[{number}] {ground}")


class Notes:
    """Notes under a table, each numbered once in the order of its first mention."""

    def __init__(self) -> None:
        """Begin without notes."""
        self._numbers: dict[str, int] = {}

    def mark(self, notes: Iterable[str]) -> str:
        """Return the numbers of *notes*, as they stand in the table."""
        numbers = [self._numbers.setdefault(note, len(self._numbers) + 1) for note in notes]
        return ", ".join(map(str, numbers))

    @property
    def numbered(self) -> list[tuple[int, str]]:
        """Return every note with its number."""
        return [(number, note) for note, number in self._numbers.items()]


def grounds(bound: Bound, sources: Sources, words: Words) -> list[str]:
    """Return the words and the named assumptions that pin a bound."""
    claims = dict.fromkeys((*bound.low_claims, *bound.high_claims))
    assumptions = dict.fromkeys((*bound.low_assumptions, *bound.high_assumptions))
    return sources.cite(claims) + [words.assumption(assumption) for assumption in assumptions]


def counted(quantity: Quantity, words: Words) -> str:
    """Return what a quantity counts: a state, or the way into or out of one."""
    if quantity.state:
        who = f" ({words.subject(quantity.subject)})" if quantity.subject else ""
        return f"{words.state(quantity.state)}{who}"
    if quantity.by:
        return f"→ {words.state(quantity.by)}"
    if quantity.into:
        return f"→ {words.state(quantity.into)}"
    return f"{words.state(quantity.out_of or '')} →"


def when(quantity: Quantity) -> str:
    """Return the day of a stock or the days of a flow."""
    if quantity.day:
        return quantity.day.isoformat()
    return " – ".join(day.isoformat() if day else "…" for day in (quantity.start, quantity.end))


def end(number: int | None) -> str:
    """Return one end of a bound; an open end is a dash."""
    return "–" if number is None else f"{number:,}"


def show_contradictions(page: Page, situation: Situation, sources: Sources, words: Words) -> None:
    """Add each smallest set of claims that cannot all hold, with their words."""
    found = situation.reconciliation.contradictions
    if not found:
        page.add()
        page.add(words.say("no_contradictions"))
        return
    page.heading(words.say("contradictions", count=len(found)))
    for number, contradiction in enumerate(found, start=1):
        # The sentence is English; elsewhere the label and the words themselves must do.
        told = words.language == "en" and contradiction.reason
        reason = f": {visible(contradiction.reason)}" if told else ""
        page.add(f"{number}. {words.label('contradiction', contradiction.type)}{reason}")
        show_cited(page, sources.cite(contradiction.claims))


def show_board(page: Page, conditions: Iterable[Condition], sources: Sources, words: Words) -> None:
    """Add the board: each indicator with its state, since when and by whom."""
    page.heading(words.say("board"))
    rows = list(conditions)
    if not rows:
        page.add(words.say("no_conditions"))
        return
    page.add()
    drawn = table("", "", words.say("when"), words.say("who"))
    for condition in rows:
        indicator, state = words.condition(condition.indicator, condition.state)
        who = dict.fromkeys(
            chain(claim) for i in condition.claims if (claim := sources.claims.get(i))
        )
        drawn.add_row(
            indicator,
            f"{state} ({words.say('disputed')})" if condition.disputed else state,
            words.say("since", day=condition.since) if condition.since else "",
            visible("; ".join(who)),
        )
    page.add(drawn)


def show_findings(page: Page, findings: Iterable[Finding], sources: Sources, words: Words) -> None:
    """Add what follows from the claims taken together."""
    rows = list(findings)
    if not rows:
        return
    page.heading(words.say("findings"))
    for finding in rows:
        values = ", ".join(
            f"{spelt(name)} {value_of(name, value, words)}"
            for name, value in finding.values.items()
        )
        label = words.label("finding_label", finding.code)
        page.add(visible(f"{label}: {values}" if values else label))
        show_cited(page, sources.cite(finding.claims))


def value_of(name: str, value: int | str, words: Words) -> str:
    """Return a value of a finding as a person reads it."""
    if isinstance(value, int):
        return f"{value:,}"
    label = {"place": words.place, "kind": words.kind, "state": words.state}.get(name, str)
    return label(value)


def show_cited(page: Page, cited: Iterable[str]) -> None:
    """Add the words of claims, a line each."""
    for line in cited:
        page.add(f"   {line}")

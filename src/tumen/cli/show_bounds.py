"""What the figures allow together, for people: bounds, contradictions, the board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tumen.brief import visible
from tumen.cli.bounds_table import Rows, rows_of
from tumen.cli.page import Page, quoted, table
from tumen.cli.words import Words, chain, spelt
from tumen.records import Bound, Claim, Condition, Finding, Quantity, Situation, Standing

# Columns: a day ("2020-10-31 –" of a flow), and "at least 1,000 (at least".
DATE_WIDTH = 12
NUMBER_WIDTH = 20


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


def show_situation(page: Page, situation: Situation, words: Words, *, every: bool = False) -> None:
    """Add all that `tumen reconcile` has to say; *every*: the bounds of every place and day."""
    outcome = situation.reconciliation
    sources = sources_of(situation)
    day = outcome.as_of
    page.add(words.say("as_of", day=day.isoformat()) if day else words.say("as_of_unknown"))
    gazetteer = words.background.gazetteer
    rows = rows_of(outcome.bounds, as_of=day, gazetteer=gazetteer, every=every)
    show_bounds(page, rows, sources, words)
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
        lines.append(f"{words.assumption(assumption)}{f' ({cited})' if cited else ''}")
    return lines


def show_bounds(page: Page, rows: Rows, sources: Sources, words: Words) -> None:
    """Add the table of bounds, and under it, numbered, the words that pin them."""
    page.heading(words.say("bounds"))
    if not rows.shown:
        page.add(words.say("no_bounds"))
        return
    page.add()
    drawn = table(
        *(words.say(h) for h in ("where", "claim", "when", "people", "support", "because"))
    )
    drawn.columns[2].max_width = DATE_WIDTH
    drawn.columns[3].min_width = NUMBER_WIDTH
    notes = Notes()
    for bound in rows.shown:
        drawn.add_row(
            visible(words.place(bound.quantity.place)),
            counted(bound.quantity, words),
            when(bound.quantity),
            allowed(bound, words),
            words.label("standing", standing(bound).value),
            notes.mark(grounds(bound, sources, words)),
        )
    page.add(drawn)
    if rows.left:
        page.add(words.say("more_rows", count=rows.left))
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
    """Return the words and the named assumptions that pin a bound, with and without persistence."""
    told = [bound, bound.if_persistence] if bound.if_persistence else [bound]
    claims = [claim for b in told for claim in (*b.low_claims, *b.high_claims)]
    assumptions = [name for b in told for name in (*b.low_assumptions, *b.high_assumptions)]
    cited = sources.cite(dict.fromkeys(claims))
    return cited + [words.assumption(assumption) for assumption in dict.fromkeys(assumptions)]


def standing(bound: Bound) -> Standing:
    """Return how well a row is supported: what it tells only of those who stayed, if nothing else."""
    is_known = bound.low or bound.high is not None or not bound.if_persistence
    return bound.standing if is_known or not bound.if_persistence else bound.if_persistence.standing


def allowed(bound: Bound, words: Words) -> str:
    """Return how many people the claims allow, and how many if nobody left unreported."""
    number = interval(bound, words)
    if bound.if_persistence is None:
        return number
    return words.say("if_persistence", number=number, lasting=interval(bound.if_persistence, words))


def interval(bound: Bound, words: Words) -> str:
    """Return the least and the most in words."""
    return ends_of(bound.low, bound.high, words)


def ends_of(least: int | None, high: int | None, words: Words) -> str:
    """Return two ends of a number of people in words, None where one is open."""
    low = least or 0
    if high is None:
        return words.say("at_least" if low else "none_known", low=f"{low:,}")
    if not low:
        return words.say("at_most", high=f"{high:,}")
    return f"{low:,}" if low == high else words.say("from_to", low=f"{low:,}", high=f"{high:,}")


def counted(quantity: Quantity, words: Words) -> str:
    """Return what a quantity counts: a state, the way into or out of one, or what became of some.

    A flow out by one way names the state that it leaves too: the people are no longer in it.
    """
    who = f" ({words.subject(quantity.subject)})" if quantity.subject else ""
    if quantity.by:
        return f"{words.kind(quantity.by)}{who}"
    if quantity.state:
        return f"{words.state(quantity.state)}{who}"
    if quantity.into:
        return f"→ {words.state(quantity.into)}"
    return f"{words.state(quantity.out_of or '')} →"


def when(quantity: Quantity) -> str:
    """Return the day of a stock or the days of a flow."""
    if quantity.day:
        return quantity.day.isoformat()
    return " – ".join(day.isoformat() if day else "…" for day in (quantity.start, quantity.end))


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
            chain(claim, words) for i in condition.claims if (claim := sources.claims.get(i))
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
        if finding.code == "forecast":
            page.add(forecast(finding, words))
            show_cited(page, sources.cite(finding.claims))
            continue
        values = ", ".join(
            f"{spelt(name)} {value_of(name, value, words)}"
            for name, value in finding.values.items()
        )
        label = words.label("finding_label", finding.code)
        page.add(visible(f"{label}: {values}" if values else label))
        show_cited(page, sources.cite(finding.claims))


def forecast(finding: Finding, words: Words) -> str:
    """Return what is only expected as a sentence: who, where, how many, until when."""
    told = finding.values
    low, high = (int(told[end]) if end in told else None for end in ("low", "high"))
    day = str(told.get("day", ""))
    return words.say(
        "forecast_by" if day else "forecast",
        kind=words.kind(str(told["kind"])),
        place=words.place(str(told["place"])),
        people=ends_of(low, high, words),
        day=day,
    )


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

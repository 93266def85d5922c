"""Claims for people: a table for each report, and what was not understood."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from tumen.brief import visible
from tumen.cli.as_json import claims_of
from tumen.cli.page import Page, quoted, table
from tumen.cli.words import Words, chain, people
from tumen.records import Claim, Reading, Report


def show_report(
    page: Page, report: Report, reading: Reading, words: Words, *, statements: bool = False
) -> None:
    """Add one report: who published it, its claims, and its numbers that became none."""
    show_head(page, report, words)
    claims = claims_of(reading, statements)
    if claims:
        show_claims(page, claims, words)
    if reading.passed_over:
        page.add(words.say("passed_over", file=visible(report.name)))
    elif not any(claim.figure for claim in claims):
        page.add(words.say("no_figures" if claims else "no_claims", file=visible(report.name)))
    show_rest(page, reading, words)


def show_head(page: Page, report: Report, words: Words) -> None:
    """Add the name of a report, its title, publisher and date."""
    page.heading(report.name)
    published = words.period(report.published) if report.published else words.say("undated")
    facts = [report.publisher, report.language, published]
    if report.title:
        page.add(Text(visible(report.title), style="italic"))
    page.add(Text(visible(" · ".join(fact for fact in facts if fact)), style="dim"))
    page.add()


def show_claims(page: Page, claims: list[Claim], words: Words) -> None:
    """Add a table of claims, each with its words and who says them."""
    drawn = table(
        "", words.say("people"), words.say("claim"), words.say("where"), words.say("when")
    )
    drawn.columns[0].justify = drawn.columns[1].justify = "right"
    drawn.columns[1].no_wrap = True
    for number, claim in enumerate(claims, start=1):
        drawn.add_row(
            Text(str(number), style="dim"),
            Text(people(claim.figure), style="bold"),
            described(claim, words),
            visible(words.places(claim)),
            visible(words.when(claim)),
        )
    page.add(drawn)


def described(claim: Claim, words: Words) -> Text:
    """Return what a claim says, the words it rests on and who says so, a line each."""
    kind = words.kind(claim.kind)
    if claim.figure:
        kind = f"{kind} ({words.subject(claim.subject)})"
    text = Text(f"{kind}, {words.label('modality', claim.modality.value)}")
    text.append(f"\n{quoted(claim.passage)}", style="italic")
    text.append(f"\n{visible(chain(claim, words))}", style="dim")
    return text


def show_rest(page: Page, reading: Reading, words: Words) -> None:
    """Add the numbers that became no claim, and the doubts: nothing is dropped silently."""
    if reading.unread:
        page.heading(words.say("unread", count=len(reading.unread)))
        for unread in reading.unread:
            around = f"{unread.passage.prefix}⟦{unread.passage.exact}⟧{unread.passage.suffix}"
            page.add(f"  {visible(' '.join(around.split()))}  ({visible(unread.reason)})")
    if reading.set_aside:
        counted = Counter(words.label("set_aside", aside.reason) for aside in reading.set_aside)
        listed = ", ".join(f"{reason} {count}" for reason, count in sorted(counted.items()))
        page.add()
        page.add(Text(words.say("set_aside", list=listed), style="dim"))
    if reading.doubts:
        page.heading(words.say("doubts"))
        for doubt in reading.doubts:
            said = words.say("doubt", said=visible(doubt.said), known=visible(doubt.known))
            page.add(f"  {said}: {quoted(doubt.passage)}")

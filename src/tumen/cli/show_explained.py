"""A report's own text with the words of each claim marked, and the rule that read each field."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tumen.brief import visible
from tumen.cli.as_json import claims_of
from tumen.cli.page import Page, quoted, table
from tumen.cli.show_claims import show_head, show_rest
from tumen.cli.words import Words, people
from tumen.records import Claim, Evidence, Reading, Report, Unread

# One colour a field, the same on every screen; a field without one is only underlined.
COLOURS = {
    "figure": "bold yellow",
    "kind": "red",
    "places": "green",
    "period": "cyan",
    "since": "cyan",
    "attribution": "magenta",
    "modality": "blue",
    "reasons": "bright_black",
}
UNREAD = "reverse"


def show_explained(
    page: Page, report: Report, reading: Reading, words: Words, *, statements: bool = False
) -> None:
    """Add the text of a report, marked, then for each claim which words gave which field."""
    claims = claims_of(reading, statements)
    show_head(page, report, words)
    page.add(marked(report, claims, reading.unread))
    if not claims:
        page.add()
        page.add(words.say("no_claims", file=visible(report.name)))
    for number, claim in enumerate(claims, start=1):
        show_evidence(page, number, claim, words)
    show_rest(page, reading, words)


def marked(report: Report, claims: Sequence[Claim], unread: Sequence[Unread]) -> Text:
    """Return the text, coloured by field; ⟨n⟩ stands before the words of claim n.

    In a pipe there is no colour, so the numbers are what ties words and claims together.
    """
    # `visible` puts one character for one, so that offsets stay true.
    text = Text(visible(report.text))
    for claim in claims:
        text.stylize("underline", claim.passage.span.start, claim.passage.span.end)
        for evidence in claim.evidence:
            span = evidence.passage.span
            text.stylize(style_of(evidence), span.start, span.end)
    for number in unread:
        text.stylize(UNREAD, number.passage.span.start, number.passage.span.end)
    return with_numbers(text, claims)


def with_numbers(text: Text, claims: Sequence[Claim]) -> Text:
    """Return *text* with ⟨n⟩ before the first word of each claim n."""
    starts: dict[int, list[str]] = {}
    for number, claim in enumerate(claims, start=1):
        starts.setdefault(claim.passage.span.start, []).append(str(number))
    places = sorted(starts)
    pieces = text.divide(places)
    numbered = pieces[0] if places else text
    for start, piece in zip(places, pieces[1:], strict=True):
        numbered.append(f"⟨{','.join(starts[start])}⟩", style="dim")
        numbered.append_text(piece)
    return numbered


def show_evidence(page: Page, number: int, claim: Claim, words: Words) -> None:
    """Add the table of one claim: field, words, rule."""
    page.heading(words.say("explained", number=number))
    page.add(f"{people(claim.figure)} · {words.kind(claim.kind)} · {quoted(claim.passage)}")
    drawn = table(words.say("field"), words.say("exact_words"), words.say("rule"))
    for evidence in claim.evidence:
        drawn.add_row(
            Text(evidence.field, style=style_of(evidence)),
            quoted(evidence.passage),
            visible(evidence.rule),
        )
    page.add(drawn)


def style_of(evidence: Evidence) -> str:
    """Return the colour of a field; `places.held` is a place."""
    return COLOURS.get(evidence.field.partition(".")[0], "underline")

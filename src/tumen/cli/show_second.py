"""The second reader for people: its claims, what was refused, and where both readers agree."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tumen.brief import visible
from tumen.cli.as_json import claims_of
from tumen.cli.page import Page, quoted, table
from tumen.cli.show_claims import show_claims
from tumen.cli.show_explained import show_evidence
from tumen.cli.words import Words, chain, people
from tumen.records import Claim, Reading, Refused, SecondReading


def show_second(  # as `show_report`, and what is explained
    page: Page,
    first: Reading,
    second: SecondReading,
    words: Words,
    *,
    statements: bool = False,
    explain: bool = False,
) -> None:
    """Add what a second reader made of the report above, beside the first."""
    page.heading(words.say("second_reader", name=second.reading.read_by))
    page.add(Text(words.say("second_apart"), style="dim"))
    if second.answer is not None:
        digests = words.say(
            "second_custody",
            prompt=second.answer.prompt_digest,
            answer=second.answer.answer_digest,
        )
        page.add(Text(digests, style="dim"))
    page.add()
    claims = claims_of(second.reading)
    if claims:
        show_claims(page, claims, words)
    if explain:
        for number, claim in enumerate(claims, start=1):
            show_evidence(page, number, claim, words)
    show_refused(page, second.refused, words)
    show_agreement(page, claims_of(first, statements), second, words)


def show_refused(page: Page, refused: tuple[Refused, ...], words: Words) -> None:
    """Add every item that was refused with its reason; none is left out."""
    if not refused:
        return
    page.heading(words.say("refused", count=len(refused)))
    drawn = table("", words.say("why"), words.say("its_words"))
    for one in refused:
        drawn.add_row(
            Text("–" if one.item is None else str(one.item), style="dim"),
            words.say(f"refused_{one.reason}"),
            visible(" ".join(one.words.split())),
        )
    page.add(drawn)


def show_agreement(page: Page, first: Sequence[Claim], second: SecondReading, words: Words) -> None:
    """Add the table of both readers' claims by their numbers in the two tables above it."""
    agreement = second.agreement
    ours = {id(claim): n for n, claim in enumerate(first, start=1)}
    theirs = {id(claim): n for n, claim in enumerate(claims_of(second.reading), start=1)}
    alike = sum(not pair.differs for pair in agreement.pairs)
    page.heading(
        words.say(
            "agreement",
            alike=alike,
            differ=len(agreement.pairs) - alike,
            first=len(agreement.only_first),
            second=len(agreement.only_second),
        )
    )
    drawn = table("1", "2", words.say("people"), words.say("claim"), words.say("agree"))
    rows: list[tuple[Claim, str, str, str]] = [
        (
            pair.first,
            str(ours[id(pair.first)]),
            str(theirs[id(pair.second)]),
            "\n".join(differs(field, pair.first, pair.second, words) for field in pair.differs)
            or words.say("alike"),
        )
        for pair in agreement.pairs
    ]
    rows += [
        (claim, str(ours[id(claim)]), "–", words.say("only_first"))
        for claim in agreement.only_first
    ]
    rows += [
        (alone.claim, "–", str(theirs[id(alone.claim)]), alone_said(alone.aside, words))
        for alone in agreement.only_second
    ]
    for claim, one, other, verdict in sorted(rows, key=lambda row: row[0].passage.span):
        told = Text(f"{words.kind(claim.kind)}\n")
        told.append(quoted(claim.passage), style="italic")
        drawn.add_row(one, other, people(claim.figure), told, visible(verdict))
    if rows:
        page.add(drawn)


def alone_said(aside: str, words: Words) -> str:
    """Return that only the second reader has a claim, and what the first took its number for."""
    if not aside:
        return words.say("only_second")
    reason = words.say("left_unread") if aside == "unread" else words.label("set_aside", aside)
    return words.say("only_second_aside", reason=reason)


def differs(field: str, first: Claim, second: Claim, words: Words) -> str:
    """Return one field and what each reader has in it."""
    ours, theirs = said_of(field, first, words), said_of(field, second, words)
    return f"{field}: {ours or '–'} ≠ {theirs or '–'}"


def said_of(field: str, claim: Claim, words: Words) -> str:
    """Return what a claim says in one field, shortly."""
    match field:
        case "kind":
            return words.kind(claim.kind)
        case "subject":
            return words.subject(claim.subject) if claim.subject else ""
        case "figure":
            return people(claim.figure)
        case "places":
            return words.places(claim)
        case "period":
            return words.period(claim.period) if claim.period else ""
        case "attribution":
            return chain(claim, words)
        case _:
            return words.label("modality", claim.modality.value)

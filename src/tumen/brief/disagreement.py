"""Contradictions in words: which claims cannot all be true, by how much, and on what terms."""

from __future__ import annotations

from tumen.brief.names import source_phrase
from tumen.brief.quotes import quoted_if_foreign, shortened
from tumen.brief.sentences import printed_of, short_words
from tumen.brief.view import View, cited
from tumen.brief.words import Words
from tumen.records import Claim, Contradiction, Quoted, Statement

# So many claims are "both"; one that contradicts itself is alone.
ALONE, PAIR = 1, 2


def contradiction_statements(view: View) -> tuple[Statement, ...]:
    """Return one sentence for each contradiction."""
    found = view.situation.reconciliation.contradictions
    return tuple(dict.fromkeys(_statement(view, contradiction) for contradiction in found))


def ties_statements(view: View) -> tuple[Statement, ...]:
    """Return how many equally light ways out there are, where there is more than one."""
    corrections = view.situation.reconciliation.corrections
    if len(corrections) < PAIR:
        return ()
    ids = dict.fromkeys(part.partition(":")[0] for correction in corrections for part in correction)
    claims = view.known_claims(tuple(ids))
    return (
        Statement(
            text=view.words.say("contradiction.ties", count=len(corrections)),
            label=view.words.say("contradiction.ties_label"),
            claims=tuple(claim.id for claim in claims),
            citations=cited(claims),
            values=(len(corrections),),
        ),
    )


def assumption_words(view: View, name: str) -> str:
    """Return an assumption in words; "claim:assumption" is one reading of one claim."""
    claim_id, _, assumption = name.rpartition(":")
    known = view.codebook.assumptions.get(assumption)
    text = view.label(known.label, assumption) if known else assumption.replace("_", " ")
    if claim_id not in view.claims:
        return text
    claim = short_words(view, view.claims[claim_id])
    return view.words.say("part.assumed", assumption=text.rstrip(".。"), claim=claim)


def as_term(assumption: str) -> str:
    """Return an assumption as a part of a sentence: "nobody was released"."""
    bare = assumption.rstrip(".。")
    return bare[:1].lower() + bare[1:]


def only_if_words(words: Words, assumptions: tuple[str, ...]) -> str:
    """Return what must be true for a number to hold."""
    terms = words.entries["list.semicolon"].join(as_term(one) for one in assumptions)
    return words.say("people.only_if", assumptions=terms)


def _statement(view: View, contradiction: Contradiction) -> Statement:
    claims = view.known_claims(contradiction.claims)
    quotes, quoted = _quotes(view, claims)
    shape = {ALONE: "alone", PAIR: "pair"}.get(len(claims), "sentence")
    # How far a headline is from its text is not a number of people.
    gap = 0 if contradiction.type == "headline_body" else contradiction.gap
    text = view.words.say(f"contradiction.{shape}", quotes=quotes, gap=gap)
    if contradiction.assumptions:
        terms = [as_term(assumption_words(view, name)) for name in contradiction.assumptions]
        text = view.words.say(
            "contradiction.assuming",
            sentence=text,
            assumptions=view.words.entries["list.semicolon"].join(terms),
        )
    return Statement(
        text=text,
        label=view.words.label("contradiction", contradiction.type),
        claims=tuple(claim.id for claim in claims),
        citations=cited(claims),
        quoted=quoted,
        values=(gap,),
    )


def _quotes(view: View, claims: tuple[Claim, ...]) -> tuple[str, tuple[Quoted, ...]]:
    """Return the claims' own words with their speakers, and those in other languages."""
    texts: list[str] = []
    quoted: list[Quoted] = []
    for claim in claims:
        quote = shortened(claim.passage.exact)
        source = source_phrase(view, claim)
        foreign = quoted_if_foreign(view, claim, quote)
        if foreign:
            # What the words say comes first, for those who cannot read them.
            said = {"speaker": source.text, "gist": short_words(view, claim), "quote": quote}
            texts.append(view.words.say("contradiction.gist", **said))
            quoted += [*source.quoted, *printed_of(view, (claim,)), *foreign]
        else:
            texts.append(view.words.say("contradiction.quoted", quote=quote, speaker=source.text))
            quoted += source.quoted
    return view.words.joined(texts), tuple(quoted)

"""Words of a report inside a sentence of the brief."""

from __future__ import annotations

from tumen.brief.names import base_language
from tumen.brief.view import View
from tumen.records import Claim, Quoted

# A quotation longer than this is cut inside a sentence; its note has all of it.
QUOTE_LENGTH = 120


def shortened(words: str) -> str:
    """Return a quotation that fits into a sentence, cut between words where there are any."""
    flat = " ".join(words.split()).rstrip(".,。、")
    if len(flat) <= QUOTE_LENGTH:
        return flat
    cut = flat[:QUOTE_LENGTH]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"


def quoted_if_foreign(view: View, claim: Claim, text: str) -> tuple[Quoted, ...]:
    """Return *text* as words in another language than the brief's, where they are."""
    language = view.reports[claim.report].language
    return (
        () if base_language(language) == view.language else (Quoted(text=text, language=language),)
    )

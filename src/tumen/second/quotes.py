"""Find a model's quotations in the text: character for character, or not at all.

Which of several occurrences is meant is told by the words around it, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from tumen.records import Report, Span
from tumen.second.unfit import Unfit

_MANY = 1_000  # occurrences; a quotation that stands more often says nothing


def passage_of(report: Report, quote: str, before: str, after: str) -> Span:
    """Return where *quote* stands; of several places the one with these words around it."""
    if not quote.strip():
        raise Unfit("quote_empty", quote)
    found = list(_occurrences(report.text, quote))
    if not found:
        raise Unfit("quote_not_found", quote)
    if len(found) > 1:
        found = [span for span in found if _stands_between(report.text, span, before, after)]
        if not found:
            raise Unfit("context_not_found", quote)
    if len(found) > 1:
        raise Unfit("quote_ambiguous", quote)
    return found[0]


def figure_span(report: Report, words: str, passage: Span) -> Span:
    """Return where the words of a figure stand in its passage: there, and only once."""
    if not words.strip():
        raise Unfit("quote_empty", words)
    start = report.text.find(words, passage.start, passage.end)
    if start < 0:
        raise Unfit("figure_not_in_quote", words)
    if report.text.find(words, start + 1, passage.end) >= 0:
        raise Unfit("figure_ambiguous", words)
    return Span(start, start + len(words))


def nearest_span(report: Report, words: str, passage: Span) -> Span:
    """Return where words stand in a passage or, if it lacks them, nearest to it.

    A name means the same wherever it stands; its passage is the context that chooses.
    """
    if not words.strip():
        raise Unfit("quote_empty", words)
    inside = report.text.find(words, passage.start, passage.end)
    if inside >= 0:
        return Span(inside, inside + len(words))
    before = report.text.rfind(words, 0, passage.start)
    after = report.text.find(words, passage.start)
    if before < 0 and after < 0:
        raise Unfit("words_not_found", words)
    if after < 0 or (before >= 0 and passage.start - before <= after - passage.start):
        return Span(before, before + len(words))
    return Span(after, after + len(words))


def _occurrences(text: str, words: str) -> Iterator[Span]:
    """Yield every place where *words* stand, overlapping ones too, up to a limit."""
    start = text.find(words)
    for _ in range(_MANY):
        if start < 0:
            return
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def _stands_between(text: str, span: Span, before: str, after: str) -> bool:
    """Tell whether the words before and after stand there, whatever blanks lie between."""
    before, after = before.strip(), after.strip()
    left = text[max(0, span.start - len(before) - _BLANKS) : span.start].rstrip()
    right = text[span.end : span.end + len(after) + _BLANKS].lstrip()
    return left.endswith(before) and right.startswith(after)


_BLANKS = 8  # the widest gap between a quotation and the words beside it: a new paragraph

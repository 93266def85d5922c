"""Follow a quotation over several sentences to who is quoted: 住民は「A。B」と話す."""

from __future__ import annotations

from dataclasses import dataclass

from tumen.reading.heads import subjects_in
from tumen.reading.lexicon import Hit
from tumen.reading.page import Page
from tumen.reading.sentences import Sentence
from tumen.reading.stretch import starts_before
from tumen.reading.subjects import phrase_around

_PAIRS = (("「", "」"), ("“", "”"), ('"', '"'))
_CLOSE = 16  # characters from the end of a quotation to its verb: 」と電話で語った
_BACK = 6  # sentences of one quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation that was opened in an earlier sentence than it is closed in."""

    opened: int
    closed: int
    sentences: tuple[Sentence, ...]  # from the one it was opened in, without the one it ends in


def quotation_before(page: Page, sentence: Sentence, hit: Hit) -> Quotation | None:
    """Return the quotation of several sentences that a verb of saying closes, or None."""
    for opener, closer in _PAIRS:
        closed = page.folded.rfind(closer, max(sentence.start, hit.start - _CLOSE), hit.start)
        if closed < 0 or not _unopened(page, (sentence.start, closed), opener, closer):
            continue
        earlier = _earlier(page, sentence, opener, closer)
        if earlier:
            opened = page.folded.rfind(opener, earlier[0].start, earlier[0].end)
            return Quotation(opened=opened, closed=closed, sentences=earlier)
    return None


def quoted_by(
    page: Page, sentence: Sentence, hit: Hit, quotation: Quotation
) -> tuple[int, int] | None:
    """Return the words of who is quoted: between the quotation and its verb, else before it."""
    first = quotation.sentences[0]
    for where, start, end in (
        (sentence, quotation.closed, hit.start),
        (first, first.start, quotation.opened),
    ):
        subjects = subjects_in(page, start, end)
        if subjects:
            return phrase_around(page, where, subjects[-1], end)
    return None


def _unopened(page: Page, span: tuple[int, int], opener: str, closer: str) -> bool:
    """Tell whether a sentence up to the end of a quotation has no opening mark for it."""
    if opener == closer:
        return page.folded.count(opener, *span) % 2 == 0
    return page.folded.count(opener, *span) <= page.folded.count(closer, *span)


def _earlier(page: Page, sentence: Sentence, opener: str, closer: str) -> tuple[Sentence, ...]:
    """Return the sentences of the paragraph from the one that leaves a quotation open."""
    last = starts_before(page.sentences, sentence.start)
    for at in range(last - 1, max(last - 1 - _BACK, -1), -1):
        one = page.sentences[at]
        if one.paragraph != sentence.paragraph:
            return ()
        opens = page.folded.count(opener, one.start, one.end)
        closes = page.folded.count(closer, one.start, one.end)
        if opens % 2 if opener == closer else opens > closes:
            return page.sentences[at:last]
        if opens or closes:
            return ()
    return ()

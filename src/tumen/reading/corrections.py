"""Tell the numbers that a correction takes back from those that it puts in their place.

"An earlier version of this article said 600; the correct number is about 200": the 600 are nobody's
claim any more.  They are told as a denial, so that whoever still repeats them is found.
"""

from __future__ import annotations

from tumen.reading.page import Page
from tumen.reading.people import Mention
from tumen.reading.sentences import Sentence

_REACH = 140  # characters of a sentence in which a number is taken back
_NEAR = 40  # characters between the number that is right and what says so


def is_withdrawn(page: Page, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a correction takes the number of a mention back."""
    if mention.number is None or not _corrects(page, sentence):
        return False
    pack, start, end = page.pack, mention.number.start, mention.number.core[1]
    if is_corrected(page, sentence, mention):
        return False
    first = max(sentence.start, start - _REACH)
    before = pack.withdrawn_before.search(page.folded, first, start)
    return bool(before) or pack.withdrawn_after.match(page.folded, end) is not None


def is_corrected(page: Page, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a correction puts the number of a mention in the place of another."""
    if mention.number is None or not _corrects(page, sentence):
        return False
    pack, start, end = page.pack, mention.number.start, mention.number.core[1]
    before = pack.corrected.search(page.folded, max(sentence.start, start - _NEAR), start)
    return bool(before) or pack.corrected_after.match(page.folded, end) is not None


def _corrects(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence, or the one before it in its paragraph, corrects the publisher."""
    last = page.sentence_at(max(sentence.start - 1, 0))
    start = last.start if last.paragraph == sentence.paragraph else sentence.start
    return page.pack.correction.search(page.folded, start, sentence.end) is not None

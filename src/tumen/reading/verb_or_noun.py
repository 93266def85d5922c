"""Tell verbs of saying from the nouns and plain verbs that are written alike: "his report"."""

from __future__ import annotations

import re

from tumen.reading.lexicon import Hit
from tumen.reading.page import Page
from tumen.reading.vocabulary import SPEAKER


def is_noun(page: Page, hit: Hit) -> bool:
    """Tell whether a word that may be a verb of saying is none here: "his final report"."""
    begin = max(hit.start - 40, 0)
    if page.folded[hit.start : hit.end] in page.pack.speech.gerunds:
        return page.pack.speech.progressive.search(page.folded, begin, hit.start) is None
    if page.pack.speech.acts.match(page.folded, hit.start):
        return True
    before = page.pack.speech.no_verb.search(page.folded, begin, hit.end)
    if before and before.start() < hit.start:
        return True
    noun = page.folded[hit.start : hit.end] in page.pack.speech.noun_say
    if not noun or _named_before(page, hit):
        return False
    return page.pack.speech.noun_before.search(page.folded, begin, hit.start) is not None


# Two words with capitals end in a name, whatever the second one means: "Sky News reports".
_CAPITALS = re.compile(r"[A-Z][\w'’.-]*\s[A-Z][\w'’.-]*\s$")


def _named_before(page: Page, hit: Hit) -> bool:
    """Tell whether a name stands right before a word: then it is what the name does."""
    if page.folded[hit.start - 1 : hit.start] != " ":
        return False  # 难民署的请求
    begin = max(hit.start - 40, 0)
    if page.folded[hit.start - 1 : hit.start] != " ":
        return False
    known = any(h.end == hit.start - 1 for h in page.words(SPEAKER, begin, hit.start))
    return known or _CAPITALS.search(page.report.text, begin, hit.start) is not None

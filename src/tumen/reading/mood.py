"""Tell acts that happened from acts that are only supposed, asked for or ruled out.

"If they are sent back", "urged China to release them", 북송하지 말라: the words name an act that
nobody says took place.  What may still come is told as a threat where the codebook has one.
"""

from __future__ import annotations

import re

from tumen.codebook import Kind
from tumen.reading.lexicon import Hit
from tumen.reading.link import Link, describes
from tumen.reading.page import Page
from tumen.reading.situation import threat_of
from tumen.reading.vocabulary import MODALITY, SAY
from tumen.records import Modality

_ASKING = 12  # characters at the end of a sentence that make it a question
_BEFORE, _AFTER = 80, 30  # characters in which a cue's mood is said
_STORY = 120  # characters from a film to what happens in it
_TELLS = 12  # characters from a film to the end of its verb: "tells of"
_OPENING = 12  # a clause's first word may stand before the comma's clause: ", if "


def kind_told(page: Page, link: Link, kind: Kind) -> Kind | None:
    """Return the kind that a link's words really tell, or None when they tell of no fact.

    A return that is supposed or demanded is a threat; a refusal, an arrest, a release or an open
    border that somebody only supposes is nothing yet, nor is an act that is only asked for.
    """
    flow = kind.measure == "flow" and not kind.planned
    if _asked(page, link) or _made_up(page, link):
        return None  # "were 200 sent back?"; "the film tells of 18 who are arrested"
    if kind.measure and not flow:  # people who are held are held, whatever is supposed of them
        never = _meets((page.pack.mood.negated[0], None), *_around(page, link))
        return None if never and not _denied(page, link) else kind
    mention = link.mention
    ahead = page.pack.spaced and mention is not None and mention.end <= link.cue_span[0]
    if mention is not None and ahead and describes(page, mention, link.cue_span):
        return kind  # "demanded that China return eight defectors caught near Benxi"
    before, after = _around(page, link)
    mood = page.pack.mood
    if not kind.measure and mood.negated[1] and mood.negated[1].match(after):
        return None  # "asked whether they had been sent back"
    if _denied(page, link):
        return kind  # what is denied is told, as a denial
    if mood.fact is not None and mood.fact.match(after):
        return kind
    if _meets(mood.negated, before, after):
        return None  # "were not sent back"
    if _meets(mood.supposed, before, after):
        return threat_of(page.codebook, kind) if flow else None
    if flow and (_meets(mood.unreal, before, after) or _goes_on_ahead(page, link)):
        return threat_of(page.codebook, kind)
    return kind


def _goes_on_ahead(page: Page, link: Link) -> bool:
    """Tell whether a clause goes on with what is still to come: 會押往圖們,再送回朝鮮."""
    opens, ahead = page.pack.mood.going_on
    number = link.sentence.clause_of(link.cue_span[0])
    if opens is None or ahead is None or not number:
        return False
    start, _ = link.sentence.clause_span(number)
    before = link.sentence.clause_span(number - 1)
    return bool(opens.match(page.folded, start) and ahead.search(page.folded, *before))


def _asked(page: Page, link: Link) -> bool:
    """Tell whether a sentence of the text asks."""
    sentence = link.sentence
    ends = page.folded[max(sentence.end - _ASKING, sentence.start) : sentence.end]
    return page.pack.question.search(ends) is not None


def _made_up(page: Page, link: Link) -> bool:
    """Tell whether a sentence tells the story of a film or a novel."""
    start, end = link.sentence.start, link.cue_span[0]
    found = page.pack.fiction.search(page.folded, max(start, end - _STORY), end)
    return found is not None and not page.words(SAY, found.end() + _TELLS, end)


def denials(page: Page, start: int, end: int) -> list[Hit]:
    """Return the words of a stretch of text that deny something."""
    return [h for h in page.words(MODALITY, start, end) if h.key == Modality.DENIED.value]


def _denied(page: Page, link: Link) -> bool:
    return bool(denials(page, link.sentence.start, link.sentence.end))


def _around(page: Page, link: Link) -> tuple[str, str]:
    start, end = link.cue_span
    first, last = link.sentence.clause_span(link.sentence.clause_of(start))
    first = max(first - _OPENING, start - _BEFORE, link.sentence.start)
    return page.folded[first:start], page.folded[end : min(last + 1, end + _AFTER)]


def _meets(
    pattern: tuple[re.Pattern[str] | None, re.Pattern[str] | None], before: str, after: str
) -> bool:
    left, right = pattern
    return bool(left and left.search(before)) or bool(right and right.match(after))

"""Find who says what: attributions, as chains of hops from the outside in.

Words of saying come in four forms (see `pack.SayRule`).  For each the speaker's words are looked
for where the form has them; what the speaker is follows from the codebook's known speakers, else
from nouns such as "source", "ministry", 목사, 情報筋.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tumen.reading.lexicon import Hit
from tumen.reading.page import Page
from tumen.reading.sentences import Sentence
from tumen.reading.vocabulary import PLACE, PRONOUN, SAY, SPEAKER, SPEAKER_NOUN
from tumen.records import Hop, HopType, Passage

# A speaker's words rarely run longer ("the South Korean pastor Kim Seung-eun of the Caleb Mission").
_LONGEST = 90
# What is left of a sentence after "and according to X" when X says it, and not what came before.
_SHORT_REST = 15
_PHRASE_STOP = re.compile(r"[,;](?:\s|$)|(?<!\b[a-z])\.(?:\s|$)")  # not after an initial
# Between two heads of one noun phrase: "Kim, a pastor", "Kim of the Database Center".
_SAME_PHRASE = re.compile(
    r"(?:'s)?\"?,?\s(?:(?:of|at|from|in|and|with|for)\s)?(?:(?:the|a|an)\s(?:[a-z-]+\s){0,3})?\"?"
)
_REMEMBERED = 40  # attributions a pronoun may point back over
_TAG = re.compile(r"[(\[](?:source:\s?)?$")
_NAME = re.compile(r"[A-Z][\w'’.-]*(?:\s(?:[A-Z][\w'’.-]*|of|the|for))*\s[A-Z][\w'’-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One attribution: its speakers, outermost first, its cue, and how far it reaches."""

    start: int  # of its sentence
    reach: tuple[int, int]
    cue: tuple[int, int]
    hops: tuple[Hop, ...]  # empty for hearsay without a speaker
    form: str
    whole: bool = False  # an article the whole text goes back to: "a recent article by X"


def find_said(page: Page) -> tuple[Said, ...]:
    """Return the attributions of a page in order, pronouns resolved to the last speaker."""
    found: list[Said] = []
    for sentence in page.sentences:
        for hit in page.words(SAY, sentence.start, sentence.end):
            said = _said(page, sentence, hit, found)
            if said is not None:
                found.append(said)
        found += _tags(page, sentence)
    return tuple(found)


def _said(page: Page, sentence: Sentence, hit: Hit, before: Sequence[Said]) -> Said | None:
    form = hit.key
    span: tuple[int, int] | None = None
    if form == "of":
        span = _phrase_after(page, hit.end, sentence.end)
    elif form in {"by", "quote"}:
        span = _phrase_before(page, sentence.start, hit.start)
    elif form == "verb":
        span = _subject(page, sentence, hit)
    if form != "hearsay" and span is None:
        return None
    hops = _hops(page, span, hit, before) if span else ()
    if form == "verb" and hops:
        hops = (*_listener(page, hit, sentence), *hops)
    return Said(
        start=sentence.start,
        reach=_reach(page, sentence, hit, span),
        cue=(hit.start, hit.end),
        hops=hops,
        form=form,
        whole=page.pack.whole_text.search(page.folded, sentence.start, hit.start) is not None,
    )


def _reach(
    page: Page, sentence: Sentence, hit: Hit, span: tuple[int, int] | None
) -> tuple[int, int]:
    """Return how far an attribution reaches: its sentence, or what follows it within.

    "The blockade goes on, and according to Yonhap mines were laid": Yonhap says the latter.
    """
    opening = page.folded[sentence.start : hit.start].rstrip()
    rest = sentence.end - (span[1] if span else hit.end)
    if hit.key == "of" and opening.endswith((" and", " but", ";")) and rest > _SHORT_REST:
        return hit.start, sentence.end
    return sentence.start, sentence.end


def _tags(page: Page, sentence: Sentence) -> list[Said]:
    """Read agency tags: "(AFP)", "[Source: Daily NK]", (연합뉴스), "(Reuters)"."""
    found = []
    for hit in page.words(SPEAKER, sentence.start, sentence.end):
        if page.codebook.speakers[hit.key].type is not HopType.MEDIA:
            continue
        opening = page.folded[max(0, hit.start - 12) : hit.start]
        closing = page.folded[hit.end : hit.end + 1]
        if _TAG.search(opening) and closing in {")", "]", ","}:
            found.append(
                Said(
                    start=sentence.start,
                    reach=(sentence.start, sentence.end),
                    cue=(hit.start, hit.end),
                    hops=(_hop(page, hit.start, hit.end, None),),
                    form="tag",
                )
            )
    return found


# --- where the speaker stands -----------------------------------------------------------


def _phrase_after(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Return the speaker that follows "according to", 据: up to where its phrase must stop."""
    known = page.words(SPEAKER, start, min(start + _LONGEST, end))
    nouns = page.words(SPEAKER_NOUN, start, min(start + _LONGEST, end))
    if known and known[0].start - start <= 1 and not nouns:
        return known[0].start, known[0].end
    stop = page.pack.speaker_stop.search(page.folded, start + 1, end)
    span = _trimmed(page, start, stop.start() if stop else end)
    return span if span and _heads(page, *span) else None


def _phrase_before(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Return the speaker right before a marker: Xによると, X에 따르면."""
    stops = [m.end() for m in page.pack.speaker_stop.finditer(page.folded, start, end)]
    inner = [stop for stop in stops if stop < end]
    span = _trimmed(page, inner[-1] if inner else start, end)
    return span if span and span[1] - span[0] <= _LONGEST else None


def _subject(page: Page, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """Return the subject of a verb of saying, before it, or after it where they are inverted."""
    if page.pack.inverts:
        inverted = _inverted(page, sentence, hit)
        if inverted is not None:
            return inverted
    heads = _heads(page, sentence.start, hit.start)
    marked = [h for h in heads if page.pack.subject_mark.match(page.folded, h[1])]
    if page.pack.object_first:
        head = _subject_of_last(page, sentence, hit, marked)
        return _phrase_around(page, sentence.start, head, hit.start) if head else None
    if not heads:
        return None
    head = _first_of_phrase(page, heads)
    if '"' in page.folded[head[1] : heads[-1][0]]:
        head = heads[-1]  # the local newspaper "Changchun Daily"
    gap = page.folded[heads[-1][1] : hit.start]
    if not page.pack.speaker_tail.fullmatch(gap):
        return None
    return _phrase_around(page, sentence.start, head, hit.start)


def _subject_of_last(
    page: Page, sentence: Sentence, hit: Hit, marked: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the subject of a verb where verbs come last.

    The last verb of a sentence has the topic for its subject, those inside it the nearest one:
    데일리NK는 [북한 측이 받을 수 없다고] 전했다.
    """
    if not marked:
        return None
    later = [h for h in page.words(SAY, hit.end, sentence.end) if h.key in {"verb", "hearsay"}]
    topics = [h for h in marked if page.pack.topic_mark.match(page.folded, h[1])]
    return topics[0] if topics and not later else marked[-1]


def _inverted(page: Page, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """Read ", said Song of the Database Center." and ", the source added": the former only."""
    if not page.folded[sentence.start : hit.start].rstrip().endswith((",", '"')):
        return None
    stop = _PHRASE_STOP.search(page.folded, hit.end, sentence.end)
    end = stop.start() if stop else sentence.end
    heads = _heads(page, hit.end, end)
    if not heads or page.folded[hit.end : heads[0][0]].strip() not in {"", "the", "a", "an", "one"}:
        return None
    return _trimmed(page, hit.end, end)


def _first_of_phrase(page: Page, heads: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the head of the last noun phrase: in "Kim of the Database Center" it is Kim."""
    head = heads[-1]
    for earlier in reversed(heads[:-1]):
        between = page.folded[earlier[1] : head[0]]
        if not _SAME_PHRASE.fullmatch(between):
            break
        head = earlier
    return head


def _phrase_around(page: Page, start: int, head: tuple[int, int], limit: int) -> tuple[int, int]:
    """Return the noun phrase around a head, back to where it must have begun and up to *limit*."""
    stops = [m.end() for m in page.pack.speaker_stop.finditer(page.folded, start, head[0])]
    begin = stops[-1] if stops else start
    openings = [m.start(1) for m in page.pack.phrase_start.finditer(page.folded, begin, head[1])]
    begin = max((at for at in openings if at <= head[0]), default=begin)
    mark = page.pack.phrase_end.search(page.folded, head[1], limit)
    end = mark.start() if mark else limit
    end = end if end - head[1] < _LONGEST else head[1]
    return _trimmed(page, begin, end) or head


def _trimmed(page: Page, start: int, end: int) -> tuple[int, int] | None:
    while start < end and page.folded[start] in " ,、\"'「『(":
        start += 1
    while end > start and page.folded[end - 1] in " ,、\"'」』":
        end -= 1
    return (start, end) if start < end else None


def _heads(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Return what can be the head of a speaker: a known one, a noun, a pronoun, a name."""
    spans = {
        (hit.start, hit.end)
        for role in (SPEAKER, SPEAKER_NOUN, PRONOUN)
        for hit in page.words(role, start, end)
    }
    if page.pack.inverts:
        spans |= {
            m.span()
            for m in _NAME.finditer(page.report.text, start, end)
            if not _is_place(page, m.span())
        }
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _is_place(page: Page, span: tuple[int, int]) -> bool:
    """Tell whether a name is a place's ("Jilin Province") and not one made with it."""
    return any((hit.start, hit.end) == span for hit in page.words(PLACE, *span))


# --- what the speaker is ----------------------------------------------------------------


def _hops(page: Page, span: tuple[int, int], hit: Hit, before: Sequence[Said]) -> tuple[Hop, ...]:
    """Return the hops a speaker's words stand for: "a Daily NK source" is two."""
    cue = page.report.text[hit.start : hit.end]
    pronouns = page.words(PRONOUN, *span)
    if pronouns and pronouns[0].end - pronouns[0].start >= (span[1] - span[0]) * 0.6:
        known = _last_speaker(before, pronouns[0].key)
        if known is None and pronouns[0].key == "media":
            return ()  # "this paper": the publisher itself
        if known is not None:
            return (
                *known[:-1],
                Hop(name=known[-1].name, type=known[-1].type, cue=cue, passage=_at(page, span)),
            )
    outlets = [
        known
        for known in page.words(SPEAKER, *span)
        if page.codebook.speakers[known.key].type is HopType.MEDIA
    ]
    nouns = page.words(SPEAKER_NOUN, *span)
    if outlets and nouns and nouns[-1].start >= outlets[0].end:
        outlet = _hop(page, outlets[0].start, outlets[0].end, None)
        return (outlet, _hop(page, *span, cue))
    if outlets and all(noun.key == HopType.MEDIA.value for noun in nouns):
        return (_hop(page, outlets[0].start, outlets[0].end, cue),)  # "an article in X"
    return (_hop(page, *span, cue),)


def _last_speaker(before: Sequence[Said], kind: str) -> tuple[Hop, ...] | None:
    """Return the last speaker a pronoun can stand for: "any" or a hop type such as "media"."""
    for said in reversed(before[-_REMEMBERED:]):
        if said.hops and (kind == "any" or said.hops[-1].type.value in kind.split()):
            return said.hops
    return None


def _listener(page: Page, hit: Hit, sentence: Sentence) -> tuple[Hop, ...]:
    """Return the outlet that was told: "missionaries told Radio Free Asia", VOA에 말했다."""
    if page.pack.inverts:
        near = page.words(SPEAKER, hit.end, min(hit.end + 30, sentence.end))
        near = tuple(n for n in near if not page.folded[hit.end : n.start].strip())
    else:
        near = tuple(
            n
            for n in page.words(SPEAKER, sentence.start, hit.start)
            if page.pack.listener_mark.match(page.folded, n.end)
        )
    outlets = [n for n in near if page.codebook.speakers[n.key].type is HopType.MEDIA]
    return tuple(_hop(page, n.start, n.end, None) for n in outlets[:1])


def _at(page: Page, span: tuple[int, int]) -> Passage:
    return page.report.passage(*span)


def _hop(page: Page, start: int, end: int, cue: str | None) -> Hop:
    return Hop(
        name=page.report.text[start:end],
        type=_type(page, start, end),
        cue=cue,
        passage=page.report.passage(start, end),
    )


def _type(page: Page, start: int, end: int) -> HopType:
    """Return what a speaker is: by its noun if it has one, else as the codebook knows it."""
    nouns = page.words(SPEAKER_NOUN, start, end)
    known = page.words(SPEAKER, start, end)
    if nouns and (not known or nouns[-1].end > known[-1].end):
        return HopType(nouns[-1].key)
    if known:
        return page.codebook.speakers[known[0].key].type
    return HopType(nouns[-1].key) if nouns else HopType.WITNESS

"""Decide what the words of a speaker stand for: one hop or two, of which type, and whose name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tumen.reading.fold import fold
from tumen.reading.heads import heads_in
from tumen.reading.lexicon import Hit
from tumen.reading.page import Page
from tumen.reading.sentences import Sentence
from tumen.reading.subjects import phrase_around, trimmed
from tumen.reading.vocabulary import PLACE, PRONOUN, SPEAKER, SPEAKER_NOUN
from tumen.records import Hop, HopType

_REMEMBERED = 40  # attributions a pronoun may point back over
_LATELY = 4000  # characters back to where a person was named in full
_MOSTLY = 0.75  # a pronoun is a speaker's words if it is this much of them: "the source"
_BACK = 3  # sentences in which "she" looks for a name
_OFFICE = 40  # characters that an office takes beside a name
_OFFICE_OPENS = re.compile(r",\s(?:the|a|an)\s")
_OPENING = 60  # characters from a sentence's start in which a subject stands
_APPOSED = re.compile(
    r"\s?\([^()]{0,30}\)|,?\s(?:of|from|at)\s[^,;.]{0,70}|,\s[^,;.]{0,70}"
)  # "Kim, a pastor": what he is


def hops_of(
    page: Page, span: tuple[int, int], hit: Hit, known: Sequence[tuple[Hop, ...]]
) -> tuple[Hop, ...]:
    """Return the hops a speaker's words stand for; () if they are the publisher's own.

    "A Daily NK source" is two.  A pronoun is the last speaker it can be, and "Kwon" the
    "Kwon Na-hyun" of an earlier sentence; *known* are the hops of what was said before.
    """
    cue = page.report.text[hit.start : hit.end]
    if page.pack.speech.own_text.search(page.folded, *span):
        return ()  # "an earlier version of this article said": the publisher itself
    again = _named_again(page, span, known)
    if again is not None:
        return _renamed(page, again, span, cue)
    pronoun = _pronoun(page, span)
    if pronoun is not None:
        return _pointed_at(page, span, pronoun, cue, known)
    paper = _own_paper(page, span, known)
    if paper:
        return _renamed(page, paper, span, cue)
    earlier = _same_person(page, span, known)
    if earlier is not None:
        return _renamed(page, earlier, span, cue)
    outlets = [
        speaker
        for speaker in page.words(SPEAKER, *span)
        if page.codebook.speakers[speaker.key].type is HopType.MEDIA
        and not page.pack.speech.longer_name.search(
            page.report.text, max(span[0] - 1, 0), speaker.start
        )
    ]
    nouns = page.words(SPEAKER_NOUN, *span)
    if outlets and nouns and nouns[-1].start >= outlets[0].end:
        if all(noun.key in {HopType.MEDIA.value, HopType.NONE.value} for noun in nouns):
            return (plain_hop(page, outlets[0].start, outlets[0].end, cue),)
        return (
            plain_hop(page, outlets[0].start, outlets[0].end, None),
            plain_hop(page, *span, cue),
        )
    if outlets and all(noun.key == HopType.MEDIA.value for noun in nouns):
        return (plain_hop(page, outlets[0].start, outlets[0].end, cue),)  # "an article in X"
    hop = plain_hop(page, *span, cue)
    reports = cue.lower() in page.pack.speech.outlet_say  # what an unknown outlet does
    return (replace(hop, type=HopType.MEDIA) if reports and hop.type is HopType.WITNESS else hop,)


# --- pronouns and short names -----------------------------------------------------------


def _pronoun(page: Page, span: tuple[int, int]) -> Hit | None:
    for hit in page.words(PRONOUN, *span):
        if hit.start == span[0] and hit.end - hit.start >= (span[1] - span[0]) * _MOSTLY:
            return hit
    return None


def _named_again(
    page: Page, span: tuple[int, int], known: Sequence[tuple[Hop, ...]]
) -> tuple[Hop, ...] | None:
    """Return the last speaker whose words "the network", 这名官员, 同省 take up again."""
    opening = page.pack.speech.same_opens.match(page.folded, *span)
    noun = page.folded[opening.end() : span[1]].strip() if opening else ""
    if not noun or noun.count(" ") > 1:
        return None
    for hops in reversed(known[-_REMEMBERED:]):
        name = fold(hops[-1].name)
        if noun in name and hops[-1].passage and hops[-1].passage.span.start < span[0]:
            return hops
    return None


def _pointed_at(
    page: Page,
    span: tuple[int, int],
    pronoun: Hit,
    cue: str,
    known: Sequence[tuple[Hop, ...]],
) -> tuple[Hop, ...]:
    """Return the last speaker that a pronoun can stand for, or whom a sentence before is about."""
    kinds = set(pronoun.key.split())
    person = (
        page.pack.speech.person_pronoun.fullmatch(page.folded, pronoun.start, pronoun.end)
        is not None
    )
    thing = page.pack.speech.thing_pronoun.fullmatch(page.folded, pronoun.start, pronoun.end)
    for hops in reversed(known[-_REMEMBERED:]):
        name = fold(hops[-1].name)
        of_person = page.pack.speech.person_noun.search(name) is not None
        body = page.pack.speech.body.search(name) is not None and not of_person
        if thing and of_person:
            continue  # "it" is no lawmaker
        if hops[-1].type.value in kinds and not (person and body):
            return _renamed(page, hops, span, cue)
    if kinds == {HopType.MEDIA.value}:
        return ()  # "this paper": the publisher itself
    if _says_who(page, span):
        return (plain_hop(page, *span, cue),)
    head = _topic(page, span, kinds, person=person)
    return (plain_hop(page, *head, cue),) if head else ()


def _own_paper(
    page: Page, span: tuple[int, int], known: Sequence[tuple[Hop, ...]]
) -> tuple[Hop, ...]:
    """Return whose paper speaks: "His report" is the last speaker's."""
    nouns = page.words(SPEAKER_NOUN, *span)
    if not nouns or any(noun.key != HopType.NONE.value for noun in nouns):
        return ()
    if not page.pack.speech.possessive.match(page.folded, *span):
        return ()
    people = [hops for hops in known[-_REMEMBERED:] if hops[-1].type is not HopType.MEDIA]
    return people[-1] if people else ()


def _says_who(page: Page, span: tuple[int, int]) -> bool:
    """Tell whether words say what they point at: "the source", not "he"."""
    return bool(page.words(SPEAKER_NOUN, *span))


def _topic(
    page: Page, span: tuple[int, int], kinds: set[str], *, person: bool
) -> tuple[int, int] | None:
    """Return whom this sentence or the one before is about: "The office is worried, it said"."""
    here = page.sentence_at(span[0])
    places = [(here.start, min(span[0], here.start + _OPENING))]
    last = here
    for _ in range(_BACK if person else 1):
        before = page.sentence_at(max(last.start - 2, 0))
        if before.start >= last.start or not (person or before.paragraph == here.paragraph):
            break
        places.append((before.start, min(before.end, before.start + _OPENING)))
        last = before
    for start, end in places:
        for head in heads_in(page, start, end)[: 2 if person else 1]:
            named = page.words(SPEAKER, *head) or page.words(SPEAKER_NOUN, *head)
            name = page.pack.speech.person_name.match(page.report.text, *head) if person else None
            head = name.span() if name else head
            body = page.pack.speech.body.search(page.folded, *head) is not None
            if (name or named) and _type(page, *head).value in kinds and not (person and body):
                if name:
                    return head
                return _whole_phrase(page, head, end, alone=person)
    return None


def _whole_phrase(page: Page, head: tuple[int, int], limit: int, *, alone: bool) -> tuple[int, int]:
    """Return a subject at the head of a sentence with all its words: "The U.N. rights office"."""
    if not page.pack.inverts:
        return head
    if alone:
        return phrase_around(page, page.sentence_at(head[0]), head, head[1])
    stop = page.pack.speech.speaker_stop.search(page.folded, head[1], limit)
    return (trimmed(page, head[0], stop.start()) or head) if stop else head


def _renamed(page: Page, hops: tuple[Hop, ...], span: tuple[int, int], cue: str) -> tuple[Hop, ...]:
    last = hops[-1]
    return (
        *hops[:-1],
        Hop(name=last.name, type=last.type, cue=cue, passage=page.report.passage(*span)),
    )


def _same_person(
    page: Page, span: tuple[int, int], known: Sequence[tuple[Hop, ...]]
) -> tuple[Hop, ...] | None:
    """Return the earlier speaker that a short form names again: Song, 김 목사, ソン氏."""
    short = page.pack.speech.short_name.fullmatch(page.report.text, *span)
    if short is None:
        return None
    surname, title = short.group("name"), (short.groupdict().get("title") or "")
    for hops in reversed(known[-_REMEMBERED:]):
        name = hops[-1].name
        if name != short.group() and _names(page, name, surname, title):
            return hops
    return _named_before(page, span, surname)


def _named_before(page: Page, span: tuple[int, int], surname: str) -> tuple[Hop, ...] | None:
    """Return the person of this surname who was named in full before but has said nothing yet."""
    if not page.pack.inverts:
        return None
    at = page.report.text.find(f" {surname}", max(span[0] - _LATELY, 0), max(span[0] - 1, 0))
    if at < 0:
        return None
    sentence = page.sentence_at(at)
    for head in heads_in(page, sentence.start, min(sentence.end, span[0])):
        if head[0] <= at < head[1] and surname in page.report.text[head[0] : head[1]].split():
            return (plain_hop(page, *head, None),)
    return None


def _names(page: Page, full: str, surname: str, title: str) -> bool:
    if page.pack.inverts:
        return surname in full.replace(",", " ").split()
    return surname in full and (len(surname) > 1 or title in full)


# --- one hop ----------------------------------------------------------------------------


def listener(page: Page, hit: Hit, sentence: Sentence) -> tuple[Hop, ...]:
    """Return the outlet that was told: "missionaries told Radio Free Asia", VOA에 말했다."""
    if page.pack.object_first:
        near = tuple(
            n
            for n in page.words(SPEAKER, sentence.start, hit.start)
            if page.pack.speech.listener_mark.match(page.folded, n.end)
        )
    else:
        near = tuple(
            n
            for n in page.words(SPEAKER, hit.end, min(hit.end + 30, sentence.end))
            if page.folded[hit.end : n.start].strip() in {"", "the"}
        ) + tuple(
            n
            for n in page.words(SPEAKER, max(hit.start - 30, sentence.start), hit.start)
            if page.pack.speech.listener_before.search(page.folded, max(n.start - 2, 0), n.start)
        )
    outlets = [n for n in near if page.codebook.speakers[n.key].type is HopType.MEDIA]
    return tuple(plain_hop(page, n.start, n.end, None) for n in outlets[:1])


def plain_hop(page: Page, start: int, end: int, cue: str | None) -> Hop:
    """Return the hop of the speaker named at `start..end`, with the office a person holds."""
    start, end = _with_office(page, start, end)
    return Hop(
        name=page.report.text[start:end],
        type=_type(page, start, end),
        cue=cue,
        passage=page.report.passage(start, end),
    )


def _with_office(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return a person's name with the office beside it: "Elizabeth Salmon, the U.N. envoy"."""
    text = page.report.text
    kinds = {page.codebook.speakers[h.key].type for h in page.words(SPEAKER, start, end)}
    if HopType.MEDIA in kinds or not page.pack.speech.person_name.fullmatch(text, start, end):
        return start, end
    if any(hit.end <= start - 1 for hit in page.words(SPEAKER_NOUN, start - _OFFICE, start)):
        titles = [
            h for h in _offices(page, start - _OFFICE, start) if not text[h.end : start].strip()
        ]
        if titles:
            return titles[0].start, end
    if _OFFICE_OPENS.match(text, end):
        titles = [
            h for h in _offices(page, end, end + _OFFICE) if "," not in text[end + 1 : h.start]
        ]
        return (start, titles[-1].end) if titles else (start, end)
    return start, end


def _offices(page: Page, start: int, end: int) -> list[Hit]:
    hits = [*page.words(SPEAKER, start, end), *page.words(SPEAKER_NOUN, start, end)]
    return sorted(hits, key=lambda hit: (hit.start, hit.end))


def _type(page: Page, start: int, end: int) -> HopType:
    """Return what a speaker is: by its noun if it has one, else as the codebook knows it.

    The noun is the phrase's own ("a broker in Beijing").  One with neither is what its apposition says ("Kim, a pastor"), a country is its state.
    """
    core = page.pack.speech.core_end.search(page.folded, start, end)
    if core and page.words(SPEAKER_NOUN, start, core.start()):
        return HopType(page.words(SPEAKER_NOUN, start, core.start())[-1].key)
    nouns = page.words(SPEAKER_NOUN, start, end)
    known = page.words(SPEAKER, start, end)
    if nouns and (not known or nouns[-1].end > known[-1].end):
        return HopType(nouns[-1].key)
    if known:
        return page.codebook.speakers[known[0].key].type
    if nouns:
        return HopType(nouns[-1].key)
    if any(hit.start == start and hit.end == end for hit in page.words(PLACE, start, end)):
        return HopType.STATE
    if page.pack.speech.outlet_tail.search(page.folded, start, end):
        return HopType.MEDIA
    apposed = _APPOSED.match(page.folded, end)
    if apposed:
        nouns = page.words(SPEAKER_NOUN, *apposed.span())
        if nouns:
            return HopType(nouns[0].key)
    return HopType.WITNESS

"""Build the attribution chain of a claim: from the publisher inwards to who knows."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tumen.reading.headlines import find_headlines
from tumen.reading.page import Page
from tumen.reading.sentences import Sentence
from tumen.reading.situation import speaker_named
from tumen.reading.speakers import BARE, Said
from tumen.reading.stretch import starts_before, within
from tumen.reading.vocabulary import PLACE, SPEAKER_NOUN
from tumen.records import Hop, HopType, Precision, Report, Span

_CARRIED = 3  # sentences without an attribution over which a speaker goes on
_OPENING = 18  # characters in which a sentence opens
_AT_ONCE = 8  # characters before its time if it opens with it: "In early"
_BROAD = frozenset({Precision.PART, Precision.MONTH, Precision.YEAR})
_QUOTES = frozenset('"「『“')
_TOLD = 45  # characters of a sentence that only says who told the one before
_PARTICLES = 5  # characters beside a speaker, a day and a verb that say nothing: が, 、
_LEAD = 12  # a first paragraph of more sentences than this is no lead


class Chains:
    """Answers who says what stands at a place of the page.

    An outlet that was cited holds for what follows until another one is ("After Yonhap: ...").
    """

    def __init__(self, page: Page, said: Sequence[Said]) -> None:
        """Take the attributions of a page, in order."""
        self._page = page
        self._made: dict[tuple[int, int], tuple[Hop, ...]] = {}
        self._spoken = [s for s in said if s.hops]
        self._publisher = _publisher(page)
        self._headlines = find_headlines(page)
        self._by_sentence: dict[int, list[Said]] = defaultdict(list)
        for one in said:
            self._by_sentence[one.start].append(one)
        self._outlets_said = [s for s in said if _media(s) and s.form != "label"]
        self._whole = [s for s in self._outlets_said if s.whole]
        self._closing = [hop for s in said[-1:] if _closes_text(page, s) for hop in _media(s)]

    def at(self, span: tuple[int, int], sentence: Sentence) -> tuple[Hop, ...]:
        """Return the chain for the words at *span*, outermost first."""
        if span not in self._made:  # a cue has one chain, whoever asks for it
            self._made[span] = self._chain(span, sentence)
        return self._made[span]

    def _chain(self, span: tuple[int, int], sentence: Sentence) -> tuple[Hop, ...]:
        local = self._by_sentence.get(sentence.start, [])
        covering = sorted((s for s in local if _covers(s, span)), key=_outermost_first)
        hops = [hop for said in _without_parallels(covering) for hop in said.hops]
        if not any(said.hops for said in local):
            hops = self._carried(sentence, local) or self._heard_from(sentence, covering)
        hops += [hop for hop in self._told_after(sentence) if hop not in hops]
        outlets = self._outlets(hops, sentence)
        hearsay = [self._hearsay(s) for s in covering if s.form == "hearsay"]
        return _without_repeats(self._page, (self._publisher, *outlets, *hops, *hearsay[:1]))

    def speaking(self, sentence: Sentence) -> list[Span]:
        """Return the words of all who speak in a sentence, but for states: what they name is theirs."""
        hops = [hop for said in self._by_sentence.get(sentence.start, ()) for hop in said.hops]
        return [hop.passage.span for hop in hops if hop.passage and hop.type is not HopType.STATE]

    def teller(self, cue: tuple[int, int], sentence: Sentence) -> Hop | None:
        """Return who says something with the very words at *cue*, or None."""
        for said in self._by_sentence.get(sentence.start, ()):
            if said.hops and said.form == "verb" and said.cue[0] < cue[1] and cue[0] < said.cue[1]:
                return said.hops[-1]
        return None

    def goes_on(self, sentence: Sentence, attribution: Sequence[Hop]) -> Sentence | None:
        """Return the next sentence if its speaker is the same: "They also said ..."."""
        sentences = self._page.sentences
        index = starts_before(sentences, sentence.start) + 1
        if index >= len(sentences) or len(attribution) < 2:
            return None
        following = self._by_sentence.get(sentences[index].start, [])
        names = {h.name for s in following for h in s.hops}
        return sentences[index] if attribution[-1].name in names else None

    def _outlets(self, hops: Sequence[Hop], sentence: Sentence) -> list[Hop]:
        """Return the outlets around *hops*: an article the text goes back to, then the one held.

        Where an outlet is cited for the very words, none that was cited before holds.
        """
        whole = self._last(self._whole, sentence.end)
        here = any(hop.type is HopType.MEDIA for hop in hops) or self._is_item(sentence)
        if here or whole or sentence.start in self._headlines:
            return _media(whole)[-1:] if whole else []
        last = self._last(self._outlets_said, sentence.start)
        if last and self._holds_on(last, sentence):
            return self._outlets_of(last)
        lead = self._last(self._outlets_said, self._lead_end())
        if lead and lead.start < sentence.start:
            return self._outlets_of(lead)
        return self._of_lead(sentence) or self._closing

    def _is_item(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is an item of a list that opens with who says it."""
        return any(s.form == "label" for s in self._by_sentence.get(sentence.start, ()))

    def _outlets_of(self, said: Said) -> list[Hop]:
        """Return all outlets that a sentence cites: "Daily NK reported on Tuesday (Yonhap)"."""
        local = [s for s in self._by_sentence[said.start] if _media(s)]
        return [hop for s in sorted(local, key=_outermost_first) for hop in _media(s)]

    def _last(self, said: Sequence[Said], position: int) -> Said | None:
        """Return the last attribution whose sentence starts before *position*."""
        count = bisect_left(said, position, key=lambda one: one.start)
        return said[count - 1] if count else None

    def _lead_end(self) -> int:
        lead = self._page.sentences[0].paragraph
        return max(s.end for s in self._page.sentences[:_LEAD] if s.paragraph == lead)

    def _holds_on(self, said: Said, sentence: Sentence) -> bool:
        """Tell whether an outlet cited earlier still holds: in its paragraph, or from the lead on.

        One cited in passing further down says its own sentence and what follows it there.
        """
        there = self._page.sentence_at(said.start).paragraph
        return there in {self._page.sentences[0].paragraph, sentence.paragraph}

    def _of_lead(self, sentence: Sentence) -> list[Hop]:
        """Return the outlet that the rest of a first paragraph goes on to cite.

        A lead says what happened, the sentence after it who reported it.
        """
        if sentence.paragraph != self._page.sentences[0].paragraph:
            return []
        last = self._last(self._outlets_said, self._lead_end())
        following = bisect_left(self._outlets_said, sentence.end, key=lambda one: one.start)
        if last is None or following >= len(self._outlets_said):
            return []
        first = self._outlets_said[following]
        return self._outlets_of(first) if first.start <= last.start else []

    def _carried(self, sentence: Sentence, local: Sequence[Said]) -> list[Hop]:
        """Return the speaker that goes on from the sentence before, without a cue of its own.

        A first sentence that names nobody is said by the speaker the second one names.
        """
        if local and not self._page.pack.object_first:
            return []  # "between 50,000 and 100,000 are believed to live there": nobody's words
        goes_on = self._goes_on_across(sentence)
        if self._is_own(sentence) or (self._looks_back(sentence) and not goes_on):
            return []
        index = starts_before(self._page.sentences, sentence.start) - 1
        for back in range(index, max(index - _CARRIED, -1), -1):
            last = self._page.sentences[back]
            if last.paragraph != sentence.paragraph and not goes_on:
                break
            said = [s for s in self._by_sentence.get(last.start, []) if s.hops]
            if said:
                return self._going_on(said, sentence)
        if sentence.start == self._page.sentences[0].start:
            return self._going_on(
                self._of_hearsay(sentence) if local else self._next(sentence), sentence
            )
        return []

    def _heard_from(self, sentence: Sentence, covering: Sequence[Said]) -> list[Hop]:
        """Return who must have said what "it is said": who speaks next to it.

        The next sentence's speaker in the same paragraph, else the last of the one before.
        """
        retold = self._page.pack.speech.retold
        if not any(retold.search(self._page.folded, *said.cue) for said in covering):
            return []
        following = self._next(sentence)
        last = self._last(self._spoken, sentence.start)
        if following or last is None:
            return self._going_on(following, sentence)
        far = sentence.paragraph - self._page.sentence_at(last.start).paragraph > 1
        return [] if far else self._going_on([last], sentence)

    def _looks_back(self, sentence: Sentence) -> bool:
        """Tell whether a sentence opens on another time, as background: "In February, ..."."""
        opening = within(self._page.times, sentence.start, sentence.start + 2 * _OPENING)
        opening = [time for time in opening if time.start - sentence.start <= _AT_ONCE]
        if not opening or opening[0].precision not in _BROAD:
            return False
        follows = self._page.folded[opening[0].end : opening[0].end + 3]
        return self._page.pack.spaced or bool({",", "、"} & set(follows))

    def _is_own(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is the publisher's own: its headline, its own sum."""
        own = self._page.pack.speech.own_count
        return sentence.start in self._headlines or bool(
            own.search(self._page.folded, sentence.start, sentence.end)
        )

    def _goes_on_across(self, sentence: Sentence) -> bool:
        """Tell whether a sentence goes on with the account of the paragraph before."""
        end = min(sentence.start + _OPENING, sentence.end)
        additive = self._page.pack.speech.additive
        return additive.search(self._page.folded, sentence.start, end) is not None

    def _of_hearsay(self, sentence: Sentence) -> list[Said]:
        """Return who told what a lead says was learned: "it was learned. Traders said so".

        "It was learned. According to activists, 12 ..." goes on to something else, unless a
        paragraph of its own does.
        """
        told = self._next(sentence, across=1)
        below = told and self._page.sentence_at(told[0].start).paragraph != sentence.paragraph
        return told if below else [said for said in told if said.form != "by"]

    def _next(self, sentence: Sentence, *, across: int = 0) -> list[Said]:
        """Return what is said with a speaker in the next sentence of the same paragraph.

        *across* is how many paragraphs further it may stand.
        """
        index = starts_before(self._page.sentences, sentence.start) + 1
        if index >= len(self._page.sentences):
            return []
        following = self._page.sentences[index]
        if following.paragraph - sentence.paragraph > across:
            return []
        return [s for s in self._by_sentence.get(following.start, []) if s.hops]

    def _told_after(self, sentence: Sentence) -> list[Hop]:
        """Return whom the next sentence names for this one: "A source in Tokyo said so on Friday"."""
        said = self._next(sentence)
        bare = [s for s in said if s.form == "quote" and self._says_nothing(s)]
        bare += [s for s in said if s.form == "verb" and self._only_tells(s)]
        return [replace(h, cue=None) for s in bare for h in _inside(s)]

    def _only_tells(self, said: Said) -> bool:
        """Tell whether a sentence is only a speaker, a day, a town and a verb: 당국자가 4일 서울에서 밝혔다."""
        page, sentence = self._page, self._page.sentence_at(said.start)
        spans = [hop.passage.span for hop in said.hops if hop.passage]
        if not page.pack.object_first or not spans or not self._says_nothing(said):
            return False
        first, last = spans[0].start, spans[-1].end
        between = [(last, said.cue[0]), (sentence.start, first)]
        times = within(page.times, sentence.start, sentence.end)
        places = page.words(PLACE, sentence.start, sentence.end)
        named = [(part.start, part.end) for part in times]
        named += [(part.start, part.end) for part in places]
        told = sum(max(end - start, 0) for start, end in between) - sum(
            end - start for start, end in named if any(a <= start < b for a, b in between)
        )
        return told <= _PARTICLES

    def _says_nothing(self, said: Said) -> bool:
        """Tell whether a sentence only says who told: "VOAが消息筋の話として伝えた"."""
        sentence = self._page.sentence_at(said.start)
        return sentence.end - said.cue[1] <= BARE and sentence.end - sentence.start <= _TOLD

    def _going_on(self, said: Sequence[Said], sentence: Sentence) -> list[Hop]:
        if not said:
            return []
        outer = min(said, key=_outermost_first)
        inside = [s for s in said if s.reach == outer.reach]
        hops = [h for s in sorted(inside, key=_outermost_first) for h in s.hops]
        quoted = self._page.folded[sentence.start] in _QUOTES
        answered = hops and hops[-1].type is HopType.STATE and outer.form == "verb"
        if answered and not quoted and not self._adds_figures(outer, sentence):
            return []  # a state answered; what comes next is told by whoever told that
        return [replace(h, cue=None) for h in hops]

    def _adds_figures(self, said: Said, sentence: Sentence) -> bool:
        """Tell whether a sentence only adds figures to those an office gave: nobody acts in it."""
        page = self._page
        retold = page.pack.speech.retold
        hearsay = any(
            s.form == "hearsay" and not retold.search(page.folded, *s.cue)
            for s in self._by_sentence.get(sentence.start, [])
        )
        actors = (
            hit
            for hit in page.words(SPEAKER_NOUN, sentence.start, sentence.end)
            if hit.key == HopType.STATE.value
            and page.pack.speech.subject_mark.match(page.folded, hit.end)
        )
        counts = self._counts(page.sentence_at(said.start)) and self._counts(sentence)
        return counts and not hearsay and next(actors, None) is None

    def _counts(self, sentence: Sentence) -> bool:
        """Tell whether a sentence gives figures other than days."""
        page = self._page
        numbers = within(page.numbers, sentence.start, sentence.end)
        return any((n.value or 0) > 1 and not page.dated(*n.core) for n in numbers)

    def _hearsay(self, said: Said) -> Hop:
        """Return the trace that hearsay leaves: a hop with a cue and no name."""
        passage = self._page.report.passage(*said.cue)
        return Hop(name="", type=HopType.NONE, cue=passage.exact, passage=passage)


_RANK = {
    "via": -1,
    "label": 0,
    "of": 0,
    "by": 0,
    "from": 0,
    "tag": 0,
    "verb": 2,
    "cite": 3,
    "quote": 3,
    "hearsay": 4,
}


def _outermost_first(said: Said) -> tuple[int, int, tuple[int, int]]:
    """Order attributions from the outside in: by how much they cover, then by their form.

    "X said that the North could not take them, the source added": the source is outside.
    """
    rank = 1 if said.aside else _RANK[said.form]
    return said.reach[0] - said.reach[1], rank, said.cue


def _without_parallels(covering: Sequence[Said]) -> list[Said]:
    """Drop the speakers beside whom, not around whom, another one speaks."""
    beside = [said.cue for said in covering if said.parallel]
    if not beside:
        return list(covering)
    return [
        said
        for said in covering
        if said.form != "verb" or said.aside or _media(said) or said.cue >= beside[-1]
    ]


def _covers(said: Said, span: tuple[int, int]) -> bool:
    return said.reach[0] <= span[0] < said.reach[1]


def _closes_text(page: Page, said: Said) -> bool:
    """Tell whether a tag stands at the very end: "[Source: Daily NK]" is of the whole text."""
    return said.form == "tag" and not page.folded[said.cue[1] :].strip(" )].。\n")


def _inside(said: Said) -> list[Hop]:
    return [hop for hop in said.hops if hop.type is not HopType.MEDIA]


def _media(said: Said) -> list[Hop]:
    return [hop for hop in said.hops if hop.type is HopType.MEDIA]


def _publisher(page: Page) -> Hop:
    """Return the outermost hop: the publisher, or the report itself where none is named."""
    report = page.report
    known = page.codebook.publisher_of(report.url) if report.url else None
    name = report.publisher or (known.name if known else "") or _host(report.url) or report.name
    speaker = known or speaker_named(page.codebook, name)
    return Hop(name=name, type=speaker.type if speaker else _unknown(report))


def _unknown(report: Report) -> HopType:
    """Return what an unknown publisher is: an outlet if it is named or has an address."""
    return HopType.MEDIA if report.publisher or report.url else HopType.NONE


def _host(url: str | None) -> str:
    host = (url or "").split("://", 1)[-1].split("/", 1)[0]
    return host.removeprefix("www.")


def _without_repeats(page: Page, hops: Sequence[Hop]) -> tuple[Hop, ...]:
    """Drop a hop that is the same speaker as one before it."""
    kept: list[Hop] = []
    seen: set[str] = set()
    for hop in hops:
        known = speaker_named(page.codebook, hop.name)
        key = known.id if known else hop.name.casefold()
        if not key or key not in seen:
            kept.append(hop)
            seen.add(key)
    return tuple(kept)

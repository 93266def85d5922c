"""Build the attribution chain of a claim: from the publisher inwards to who knows."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from tumen.reading.page import Page
from tumen.reading.sentences import Sentence
from tumen.reading.situation import speaker_named
from tumen.reading.speakers import Said
from tumen.reading.stretch import starts_before
from tumen.records import Hop, HopType, Report

_LEAD = 12  # a first paragraph of more sentences than this is no lead


class Chains:
    """Answers who says what stands at a place of the page.

    An outlet that was cited holds for what follows until another one is ("After Yonhap: ...").
    """

    def __init__(self, page: Page, said: Sequence[Said]) -> None:
        """Take the attributions of a page, in order."""
        self._page = page
        self._publisher = _publisher(page)
        self._by_sentence: dict[int, list[Said]] = defaultdict(list)
        for one in said:
            self._by_sentence[one.start].append(one)
        self._outlets_said = [s for s in said if _media(s)]
        self._whole = [s for s in self._outlets_said if s.whole]

    def at(self, span: tuple[int, int], sentence: Sentence) -> tuple[Hop, ...]:
        """Return the chain for the words at *span*, outermost first."""
        local = self._by_sentence.get(sentence.start, [])
        outlets = self._outlets(local, span, sentence)
        inner = self._inner([s for s in local if _reaches(s, span)], span)
        return _without_repeats(self._page, (self._publisher, *outlets, *inner))

    def goes_on(self, sentence: Sentence, attribution: Sequence[Hop]) -> Sentence | None:
        """Return the next sentence if its speaker is the same: "They also said ..."."""
        sentences = self._page.sentences
        index = starts_before(sentences, sentence.start) + 1
        if index >= len(sentences) or len(attribution) < 2:
            return None
        following = self._by_sentence.get(sentences[index].start, [])
        names = {h.name for s in following for h in s.hops}
        return sentences[index] if attribution[-1].name in names else None

    def _outlets(
        self, local: Sequence[Said], span: tuple[int, int], sentence: Sentence
    ) -> list[Hop]:
        """Return the outlets that hold: an article the text goes back to, then the one cited."""
        whole = self._last(self._whole, sentence.end)
        here = [h for said in local if _reaches(said, span) for h in _media(said)]
        if here or whole:
            return [*(_media(whole)[-1:] if whole else []), *here]
        last = self._last(self._outlets_said, sentence.start)
        if last and self._holds_on(last, sentence):
            return _media(last)
        lead = self._last(self._outlets_said, self._lead_end())
        if lead and lead.start < sentence.start:
            return _media(lead)
        return self._of_lead(sentence)

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
        return _media(first) if first.start <= last.start else []

    def _inner(self, local: Sequence[Said], span: tuple[int, int]) -> list[Hop]:
        """Return the speakers inside the outlets, outermost first.

        The nearest attribution holds, and around it one that reports what a state said ("the
        source said that ... the North said it could not"), and inside it one that it quotes
        ("Kim added, citing the Academy").
        """
        spoken = [s for s in local if _inside(s)]
        if not spoken:
            return []
        nearest = self._nearest(spoken, span)
        around = [s for s in spoken if self._reports(s, nearest)]
        quoted = [s for s in spoken if s.form in {"of", "quote"} and s is not nearest]
        quoted = [s for s in quoted if s not in around]
        return [h for s in (*around[:1], nearest, *quoted) for h in _inside(s)]

    def _nearest(self, spoken: Sequence[Said], span: tuple[int, int]) -> Said:
        """Return the attribution nearest to words; in English one before them goes first."""
        first_before = self._page.pack.inverts

        def away(said: Said) -> tuple[bool, int, tuple[int, int]]:
            return first_before and said.cue[0] >= span[1], _away(said, span), said.cue

        return min(spoken, key=away)

    def _reports(self, said: Said, inner: Said) -> bool:
        """Tell whether *said* is a speaker who reports what the state in *inner* said."""
        if said is inner or _inside(inner)[-1].type is not HopType.STATE:
            return False
        if _inside(said)[-1].type is HopType.STATE or said.form == "hearsay":
            return False
        outside = said.cue < inner.cue
        return outside or self._page.pack.object_first


def _inside(said: Said) -> list[Hop]:
    return [hop for hop in said.hops if hop.type is not HopType.MEDIA]


def _media(said: Said) -> list[Hop]:
    return [hop for hop in said.hops if hop.type is HopType.MEDIA]


def _reaches(said: Said, span: tuple[int, int]) -> bool:
    return said.reach[0] <= span[0] and span[1] <= said.reach[1]


def _away(said: Said, span: tuple[int, int]) -> int:
    """Return how far an attribution stands from words; one inside them says part of them."""
    if said.cue[1] <= span[0]:
        return span[0] - said.cue[1]
    return max(said.cue[0] - span[1], 0)


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
        if key not in seen:
            kept.append(hop)
            seen.add(key)
    return tuple(kept)

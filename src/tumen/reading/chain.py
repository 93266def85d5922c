"""Build the attribution chain of a claim: from the publisher inwards to who knows."""

from __future__ import annotations

from collections.abc import Sequence

from tumen.reading.page import Page
from tumen.reading.sentences import Sentence
from tumen.reading.situation import speaker_named
from tumen.reading.speakers import Said
from tumen.records import Hop, HopType


class Chains:
    """Answers who says what stands at a place of the page.

    An outlet that was cited holds for what follows until another one is ("After Yonhap: ...").
    """

    def __init__(self, page: Page, said: Sequence[Said]) -> None:
        """Take the attributions of a page, in order."""
        self._page = page
        self._said = said
        self._publisher = _publisher(page)

    def at(self, span: tuple[int, int], sentence: Sentence) -> tuple[Hop, ...]:
        """Return the chain for the words at *span*, outermost first."""
        local = [s for s in self._said if s.start == sentence.start]
        outlets = self._outlets(local, sentence)
        inner = self._inner(local, span)
        return _without_repeats(self._page, (self._publisher, *outlets, *inner))

    def goes_on(self, sentence: Sentence, attribution: Sequence[Hop]) -> Sentence | None:
        """Return the next sentence if its speaker is the same: "They also said ..."."""
        sentences = self._page.sentences
        index = sentences.index(sentence) + 1
        if index >= len(sentences) or len(attribution) < 2:
            return None
        names = {h.name for s in self._said if s.start == sentences[index].start for h in s.hops}
        return sentences[index] if attribution[-1].name in names else None

    def _outlets(self, local: Sequence[Said], sentence: Sentence) -> list[Hop]:
        here = [h for said in local for h in said.hops if h.type is HopType.MEDIA]
        if here:
            return here
        for said in reversed(self._said):
            if said.start >= sentence.start:
                continue
            media = [h for h in said.hops if h.type is HopType.MEDIA]
            if media:
                return media
        return []

    def _inner(self, local: Sequence[Said], span: tuple[int, int]) -> list[Hop]:
        """Return the speakers inside the outlets.

        The nearest attribution to *span*, and inside it one that it quotes ("Kim added, citing
        the Academy").
        """
        with_speakers = [
            (said, [h for h in said.hops if h.type is not HopType.MEDIA])
            for said in local
            if any(h.type is not HopType.MEDIA for h in said.hops)
        ]
        if not with_speakers:
            return []
        nearest = min(with_speakers, key=lambda pair: (_away(pair[0], span), pair[0].cue))
        hops = list(nearest[1])
        for said, quoted in with_speakers:
            if said.form in {"of", "quote"} and said is not nearest[0]:
                hops += quoted
        return hops


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
    return Hop(name=name, type=speaker.type if speaker else HopType.MEDIA)


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

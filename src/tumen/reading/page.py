"""A report laid out for reading: folded, cut into sentences, with all its words found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook import Codebook
from tumen.places import Gazetteer
from tumen.reading.addresses import find_addresses, is_inside
from tumen.reading.fold import fold
from tumen.reading.leading import leads
from tumen.reading.lexicon import Hit, longest
from tumen.reading.numbers import Number, find_numbers
from tumen.reading.pack import Pack, load_pack, pack_language
from tumen.reading.sentences import Sentence, split
from tumen.reading.stretch import starts_before, within
from tumen.reading.times import Time, find_times
from tumen.reading.vocabulary import KIND, MODALITY, PLACE, REASON, SPEAKER, holds, lexicon_for
from tumen.records import Report


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """A report and everything found in it before any of it is joined."""

    report: Report
    pack: Pack
    codebook: Codebook
    gazetteer: Gazetteer
    folded: str
    sentences: tuple[Sentence, ...]
    hits: Mapping[str, tuple[Hit, ...]]
    numbers: tuple[Number, ...]
    times: tuple[Time, ...]
    addresses: tuple[tuple[int, int], ...]  # links and the like: their words say nothing

    def words(self, role: str, start: int, end: int) -> tuple[Hit, ...]:
        """Return the hits of a role that lie within `start..end`."""
        hits = self.hits.get(role, ())
        return tuple(within(hits, max(start, 0), end))

    def inside(self, role: str, start: int, end: int) -> bool:
        """Tell whether `start..end` is part of a longer word of a role: the 7 of News 7."""
        return any(
            hit.start <= start and end <= hit.end for hit in self.words(role, start - 40, end + 40)
        )

    def dated(self, start: int, end: int) -> bool:
        """Tell whether `start..end` shares a character with a time expression."""
        last = starts_before(self.times, end)
        return last > 0 and self.times[last - 1].end > start

    def in_address(self, position: int) -> bool:
        """Tell whether *position* is within a link, a mail address or the like."""
        return is_inside(self.addresses, position)

    def in_turn(self, sentence: Sentence) -> bool:
        """Tell whether a sentence gives two lists side by side: "respectively"."""
        return self.pack.in_turn.search(self.folded, sentence.start, sentence.end) is not None

    def sentence_at(self, position: int) -> Sentence:
        """Return the sentence that *position* is in (or the one before the space it is in)."""
        index = starts_before(self.sentences, position + 1)
        return self.sentences[max(index - 1, 0)]


def lay_out(report: Report, *, codebook: Codebook, gazetteer: Gazetteer) -> Page:
    """Return the page of a report: every word, number and time expression, not yet joined."""
    pack = load_pack(pack_language(report.language))
    folded = fold(report.text)
    sentences = split(folded, report.text, pack)
    addresses = find_addresses(report.text)
    found = lexicon_for(pack, codebook, gazetteer).find(folded)
    places = longest(found.get(PLACE, ()))
    laid = _Laid(folded, sentences, places, pack, gazetteer)
    hits = {role: longest(_fitting(role, hits, laid)) for role, hits in found.items()}
    hits = {role: _outside(role, hits, addresses) for role, hits in hits.items()}
    times = find_times(folded, pack.language, report.published)
    hits[MODALITY] = tuple(h for h in hits.get(MODALITY, ()) if not _is_in_a_date(h, times))
    return Page(
        report=report,
        pack=pack,
        codebook=codebook,
        gazetteer=gazetteer,
        folded=folded,
        sentences=sentences,
        hits=hits,
        numbers=find_numbers(folded, pack),
        times=times,
        addresses=addresses,
    )


def _is_in_a_date(hit: Hit, times: Sequence[Time]) -> bool:
    """Tell whether a word is only a part of a date: the May of "since 7 May"."""
    last = starts_before(times, hit.end)
    time = times[last - 1] if last else None
    return time is not None and (
        time.start <= hit.start
        and hit.end <= time.end
        and time.end - time.start > hit.end - hit.start
    )


def _outside(
    role: str, hits: tuple[Hit, ...], addresses: Sequence[tuple[int, int]]
) -> tuple[Hit, ...]:
    """Leave out what stands in an address; only an outlet may be named by one."""
    if not addresses or role == SPEAKER:
        return hits
    return tuple(hit for hit in hits if not is_inside(addresses, hit.start))


@dataclass(frozen=True, slots=True)
class _Laid:
    """What the conditions of cues are held against."""

    folded: str
    sentences: tuple[Sentence, ...]
    places: tuple[Hit, ...]
    pack: Pack
    gazetteer: Gazetteer


def _fitting(role: str, hits: tuple[Hit, ...], laid: _Laid) -> list[Hit]:
    """Keep the cues whose own conditions hold in their sentence."""
    if role not in {KIND, REASON}:
        return list(hits)
    folded, sentences = laid.folded, laid.sentences
    kept, at = [], 0
    for hit in hits:
        while at + 1 < len(sentences) and sentences[at].end <= hit.start:
            at += 1
        here, last = sentences[at], sentences[max(at - 1, 0)]
        before = folded[last.start : last.end] if last.paragraph == here.paragraph else ""
        if not holds(hit.entry.cue, folded[here.start : here.end], before):
            continue
        if leads(hit, here, laid.places, folded=folded, pack=laid.pack, gazetteer=laid.gazetteer):
            kept.append(hit)
    return _most_special(kept)


def _most_special(hits: Sequence[Hit]) -> list[Hit]:
    """Keep, of cues of several kinds on the same words, those that name a condition for them.

    "detained" is a state, but near "raid" it is an act.
    """
    asked = {(h.start, h.end) for h in hits if h.entry.cue and h.entry.cue.near}
    return [h for h in hits if (h.start, h.end) not in asked or (h.entry.cue and h.entry.cue.near)]

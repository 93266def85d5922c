"""The country that acts: where people were, in a situation of many countries that says no other place.

"Iranian police expelled 400 Afghans" names no place that people are in, but who deports does so
from there.  Where the area is one country, that country is the place, and nothing here is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tumen.codebook import Kind
from tumen.reading.joined import Joined, span_of
from tumen.reading.link import Link
from tumen.reading.page import Page
from tumen.reading.people import Mention
from tumen.reading.situation import in_area
from tumen.reading.stretch import within
from tumen.reading.where import Named
from tumen.records import Role, Span

# Where people are, or were before they were sent away.
_STARTS = frozenset({Role.WHERE, Role.HELD, Role.ORIGIN})
_WAY = 40  # from the verb of coming to its place: "entered illegally from "


def or_acting(
    found: Joined,
    link: Link,
    counted: Mention | None,
    kind: Kind,
    named: tuple[tuple[Named, ...], str],
) -> tuple[tuple[Named, ...], str]:
    """Return the places *named* and their rule, or the country that acts where they say no start.

    A speaker's own place is none: "Iran expelled 12,000, officials in Herat said"; nor is one that
    people came from: "Poland turned back 60 who had crossed from Belarus".
    """
    places, rule = named
    hops = found.chains.at(link.cue_span, link.sentence)
    spoken = [hop.passage.span for hop in hops if hop.passage]
    told = tuple(n for n in places if not _among(spoken, n) and not _came_from(found.page, n))
    if any(n.role in _STARTS for n in told):
        return told, rule
    if not (in_area(found.page.codebook, kind) or kind.indicator):
        return named
    acting = _nearest(found, link, counted, tuple(_countries(found, link, counted, spoken)))
    if not acting:
        return named
    return tuple(sorted((*told, *acting), key=lambda n: n.start)), "place:acting"


def names_a_people(found: Joined, named: Named) -> bool:
    """Tell whether a country is one whose people, or whose speakers, the situation is about.

    Its name stands in texts for them ("activists in South Korea"), not for where people are held.
    """
    place = found.page.gazetteer.place(named.id)
    return place.level == 0 and place.id in found.page.codebook.homes


def _countries(
    found: Joined, link: Link, counted: Mention | None, spoken: Sequence[Span]
) -> Iterator[Named]:
    """Yield the countries of a sentence that act or speak, but those whose people are told of.

    The country in a count's own words is whose people they are: "320 Pakistani migrants".
    """
    page, sentence = found.page, link.sentence
    speaking = (
        n
        for n in within(found.places, sentence.start, sentence.end)
        if page.gazetteer.place(n.id).level == 0 and _among(spoken, n)
    )
    for n in (*within(found.acting, sentence.start, sentence.end), *speaking):
        of_the_people = counted is not None and counted.start <= n.start < counted.end
        if not (of_the_people or names_a_people(found, n) or _came_from(page, n)):
            yield n


def _nearest(
    found: Joined, link: Link, counted: Mention | None, acting: Sequence[Named]
) -> tuple[Named, ...]:
    """Return the one nearest to the cue in its clauses, or before it in its sentence."""
    sentence, (start, end) = link.sentence, link.cue_span
    first, last = span_of(link, counted)
    first = max(first, sentence.start)
    clauses = range(sentence.clause_of(first), sentence.clause_of(last - 1) + 1)
    near = [n for n in acting if sentence.clause_of(n.start) in clauses]
    near = near or [n for n in acting if n.end <= start]
    return tuple(sorted(near, key=lambda n: (max(n.start - end, start - n.end), n.start))[:1])


def _among(spoken: Sequence[Span], named: Named) -> bool:
    return any(s.start <= named.start and named.end <= s.end for s in spoken)


def _came_from(page: Page, named: Named) -> bool:
    """Tell whether a place is where people set out from themselves: "who crossed from Belarus"."""
    before = page.folded[max(0, named.start - _WAY) : named.start]
    return bool(
        page.pack.came_before.search(before) or page.pack.came_after.match(page.folded, named.end)
    )

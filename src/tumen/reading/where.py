"""Decide which places a text names, and which of them a claim is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tumen.reading.lexicon import Hit
from tumen.reading.page import Page
from tumen.reading.speakers import Said
from tumen.reading.vocabulary import PLACE, SPEAKER, SUBJECT
from tumen.records import HopType, Located, Place, Role, Span

_ABBREVIATION = 3  # characters of names that are none in small letters: US
_NOUN = 30  # characters of the rest of a noun that begins with a place
_LATELY = 6  # places back to the one that "the province" means
_MARK = 24  # characters beside a place in which its role is said
ADDRESSED = "addressed"  # the mark of those who are spoken to
_MANY = 2  # places of a province that show that an ambiguous name is meant there


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place named at `text[start:end]`; `role` as the words beside it have it.

    `marked` tells whether words beside it put something there ("in", 에서, で, 在).  `acts` is a country
    that none does: it is named as one that does something.
    """

    start: int
    end: int
    id: str
    role: Role
    acts: bool = False
    marked: bool = True


def find_places(page: Page, said: Sequence[Said]) -> tuple[Named, ...]:
    """Return the places a page names, one for each stretch of words.

    A place in the name of an outlet, a group or an institute is none: Changchun Daily.
    """
    outlets = sorted((*_outlets(said), *_named_bodies(page)))
    hits = tuple(hit for hit in page.hits.get(PLACE, ()) if hit.key)  # "" is a shadow: no place
    mentioned = {hit.key for hit in hits}
    named: list[Named] = []
    for start, end, ids in _stretches(hits):
        if end - start <= _ABBREVIATION and page.report.text[start:end].islower():
            continue  # "told us" names no country
        if _is_part_of_noun(page, start, end):
            continue  # "the North Korean side"
        if page.folded[end : end + 1] == "-" or page.folded[start - 1 : start] == "-":
            continue  # the China-North Korea border lies in neither
        if _is_marked(page, ADDRESSED, start, end) and not _is_a_country(page, ids):
            continue  # who writes to Beijing tells nothing of what happens there
        place = _one_of(page, ids, page.folded[start:end], mentioned)
        role = _role(page, start, end)
        if _inside(outlets, start, end) or page.pack.speech.outlet_tail.match(page.folded, end):
            continue
        if place is None:
            continue
        acts = page.gazetteer.place(place).level == 0 and role is None  # "North Korea refused"
        named.append(
            Named(
                start=start,
                end=end,
                id=place,
                role=role or Role.WHERE,
                acts=acts,
                marked=role is not None,
            )
        )
    speaking = sorted(hop.passage.span for one in said for hop in one.hops if hop.passage)
    again = _places_again(page, [n for n in named if not _inside(speaking, n.start, n.end)])
    return (
        tuple(sorted((*named, *again), key=lambda n: (n.start, n.end))) if again else tuple(named)
    )


def _places_again(page: Page, named: Sequence[Named]) -> list[Named]:
    """Return the places that words point back to: "in the province" after Jilin, 同市, 该县.

    They mean the last place of their type, or the one of their type that the last place lies in.
    """
    found: list[Named] = []
    for types, pattern in page.pack.places_again.items():
        for match in pattern.finditer(page.folded):
            place = _last_of(page, named, match.start(), types)
            if place is not None:
                role = _role(page, *match.span()) or Role.WHERE
                found.append(Named(start=match.start(), end=match.end(), id=place, role=role))
    return found


def _last_of(
    page: Page, named: Sequence[Named], position: int, types: frozenset[str]
) -> str | None:
    """Return the last place of one of *types* before *position*, a few sentences back at most."""
    here = page.sentence_at(position)
    for n in reversed(named[max(bisect_left(named, position, key=_start) - _LATELY, 0) :]):
        if n.start >= position or n.acts:
            continue
        if here.paragraph - page.sentence_at(n.start).paragraph > 1:
            return None
        for place in (page.gazetteer.place(n.id), *reversed(page.gazetteer.ancestors(n.id))):
            if place.type in types:
                return place.id
    return None


def _start(named: Named) -> int:
    return named.start


def _is_part_of_noun(page: Page, start: int, end: int) -> bool:
    """Tell whether a name goes on as another word of the situation: the North, *North Korean*."""
    return any(
        start < hit.start < end < hit.end
        for role in (SUBJECT, PLACE, SPEAKER)
        for hit in page.words(role, start, end + _NOUN)
    )


def _outlets(said: Sequence[Said]) -> list[Span]:
    hops = [hop for one in said for hop in one.hops if hop.type is HopType.MEDIA]
    return [hop.passage.span for hop in hops if hop.passage]


def _named_bodies(page: Page) -> list[Span]:
    """Return where known outlets, groups and institutes are named."""
    speakers = page.codebook.speakers
    return [
        Span(hit.start, hit.end)
        for hit in page.hits.get(SPEAKER, ())
        if speakers[hit.key].type not in {HopType.STATE, HopType.WITNESS}
    ]


def _inside(spans: Sequence[Span], start: int, end: int) -> bool:
    count = bisect_left(spans, Span(start, end + 1))
    return any(s.start <= start and end <= s.end for s in spans[max(count - 2, 0) : count + 1])


def _stretches(hits: tuple[Hit, ...]) -> list[tuple[int, int, list[str]]]:
    """Group the hits on the same words: one form, several places of that name."""
    groups: list[tuple[int, int, list[str]]] = []
    for hit in hits:
        if groups and groups[-1][:2] == (hit.start, hit.end):
            groups[-1][2].append(hit.key)
        else:
            groups.append((hit.start, hit.end, [hit.key]))
    return groups


def _one_of(page: Page, ids: list[str], form: str, mentioned: set[str]) -> str | None:
    """Return the place meant: one with a place above it named on the page comes first.

    An ambiguous form (Nanping, a crossing here and a city in Fujian) counts only so, or where
    several places of its part of the country are named.
    """
    supported = [i for i in ids if any(p.id in mentioned and p.level for p in _above(page, i))]
    if supported:
        return supported[0]
    plain = [i for i in ids if form not in _ambiguous(page, i)]
    if plain:
        return plain[0]
    near = [i for i in ids if _neighbours(page, i, mentioned) >= _MANY]
    return near[0] if near else None


def _neighbours(page: Page, place: str, mentioned: set[str]) -> int:
    """Return how many of the places named on a page lie in the province of *place*."""
    above = [p.id for p in _above(page, place) if p.level == 1]
    return sum(m != place and page.gazetteer.within(m, p) for p in above for m in mentioned)


def _above(page: Page, place: str) -> tuple[Place, ...]:
    return page.gazetteer.ancestors(place)


def _ambiguous(page: Page, place: str) -> set[str]:
    return {form.lower() for form in page.gazetteer.place(place).ambiguous}


def _role(page: Page, start: int, end: int) -> Role | None:
    """Return the role that the words right before or after a place give it, or None."""
    marks = (mark for mark in page.pack.place_marks if mark != ADDRESSED)
    return next((Role(mark) for mark in marks if _is_marked(page, mark, start, end)), None)


def _is_marked(page: Page, mark: str, start: int, end: int) -> bool:
    """Tell whether the words right before or after a place have a mark of the language."""
    ahead, behind = page.pack.place_marks.get(mark, (None, None))
    before = page.folded[max(0, start - _MARK) : start]
    return bool(ahead and ahead.search(before)) or bool(
        behind and behind.match(page.folded[end : end + _MARK])
    )


def _is_a_country(page: Page, ids: Sequence[str]) -> bool:
    return any(page.gazetteer.place(i).level == 0 for i in ids)


def located(page: Page, named: tuple[Named, ...], held: bool) -> tuple[Located, ...]:
    """Return the places of a claim, widest first, with those above them.

    Who left Herat left Afghanistan, and who was sent to Herat is in no other part of it.
    """
    passages = {n.id: page.report.passage(n.start, n.end) for n in reversed(named)}
    below: dict[str, set[Role]] = defaultdict(set)
    ordered: dict[str, None] = {}
    for n in named:
        for above in page.gazetteer.ancestors(n.id):
            if above.type != "region":  # "Northeast China" only where it is named
                ordered.setdefault(above.id)
                below[above.id].add(n.role)
        ordered.setdefault(n.id)
    passed = {i: min(r) for i, r in below.items() if r in ({Role.ORIGIN}, {Role.DESTINATION})}
    roles = passed | {n.id: n.role for n in named}
    default = Role.HELD if held else Role.WHERE
    places = sorted(ordered, key=lambda i: page.gazetteer.place(i).level)
    return tuple(
        Located(
            id=i,
            name=page.gazetteer.place(i).name,
            role=default if roles.get(i, Role.WHERE) is Role.WHERE else roles[i],
            passage=passages.get(i),
        )
        for i in places
    )

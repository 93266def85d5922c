"""Decide where the people of a claim are: the nearest words that name a place its kind can have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tumen.codebook import Kind
from tumen.reading.acting import names_a_people, or_acting
from tumen.reading.beside import beside
from tumen.reading.joined import Joined, span_of
from tumen.reading.link import Link
from tumen.reading.page import Page
from tumen.reading.people import Mention
from tumen.reading.situation import in_area, stock_kind
from tumen.reading.stretch import within
from tumen.reading.sums import SUM
from tumen.reading.vocabulary import KIND
from tumen.reading.where import Named, located
from tumen.records import Evidence, HopType, Located, Role, Span

_REGION, _RIVER = "region", "river"
_OF_PAPER = 4  # characters before a paper in which its city stands
OF_SPEAKER = "place:of_the_speaker"
_SCENE = 4  # sentences back in which a story is set
# Rules that take the places of a claim from its own sentence.
OWN = frozenset({"place:clause", "place:sentence", "place:beside", "place:acting"})


def places_of(
    found: Joined, link: Link, counted: Mention | None, kind: Kind
) -> tuple[tuple[Located, ...], list[Evidence]]:
    """Return the places of a claim, from the nearest words that name any.

    Its own clauses come first, then its sentence, then the sentence its people were named in;
    without any, the area that the codebook is about.  An area of many countries says nothing of
    where; there the country that acts is where people are taken and sent from.
    """
    page = found.page
    named, rule = _named(found, kind, link, counted)
    if not named:
        named, rule = _elsewhere(found, kind, link, counted), "place:outside"
    if not named and in_area(page.codebook, kind) and not kind.anywhere:
        named, rule = _setting(found, link) or _only_place(found, kind, counted), "place:setting"
    if _many_countries(page):
        named, rule = or_acting(found, link, counted, kind, (named, rule))
    if named:
        places = located(page, named, kind.state == "detained")
        words = [
            Evidence(field="places", passage=place.passage, rule=rule)
            for place in places
            if place.passage
        ]
        return places, words
    near = in_area(page.codebook, kind) and not (kind.anywhere and kind.measure == "flow")
    default = kind.place or (page.codebook.area if near else "")
    if not default or page.gazetteer.place(default).type == _REGION:
        return (), []
    area = page.gazetteer.place(default)
    return (Located(id=area.id, name=area.name, role=Role.WHERE),), []


def _candidates(found: Joined, kind: Kind) -> Sequence[Named]:
    """Return the places a kind is about first: those of the area, unless it happens anywhere."""
    near = in_area(found.page.codebook, kind) and not kind.anywhere
    return found.in_area if near else found.places


def _named(
    found: Joined, kind: Kind, link: Link, counted: Mention | None
) -> tuple[tuple[Named, ...], str]:
    page, candidates = found.page, _candidates(found, kind)
    sentence = link.sentence
    spoken = _spoken(found, link)
    everywhere = within(candidates, sentence.start, sentence.end)
    of_speaker = [n for n in everywhere if _among(spoken, n)]
    inside = _fitting(page, kind, [n for n in everywhere if n not in of_speaker])
    first, last = span_of(link, counted)
    first = max(first, sentence.start)
    clauses = _clauses(link, counted)
    own = tuple(n for n in inside if sentence.clause_of(n.start) in clauses)
    apart = _apart(found, link, inside, kind)
    if apart:
        return apart, "place:beside"
    if own:
        within_it = _finer_in_sentence(found, own, inside, last)
        if within_it:
            return within_it, "place:sentence"
        return _with_listed(page, own, inside), "place:clause"
    abroad = _abroad(found, kind, link, counted)
    if inside and not any(sentence.clause_of(n.start) in clauses for n in abroad):
        told = tuple(n for n in inside if n.start < first or not _of_the_next(found, n, last))
        return told or tuple(inside), "place:sentence"
    if abroad:
        return abroad, "place:outside"
    return _before(found, kind, link, counted) or (tuple(of_speaker), OF_SPEAKER)


def _clauses(link: Link, counted: Mention | None) -> range:
    """Return the clauses of its sentence that a claim stands in, by their numbers."""
    sentence, (first, last) = link.sentence, span_of(link, counted)
    return range(sentence.clause_of(max(first, sentence.start)), sentence.clause_of(last - 1) + 1)


def _fitting(page: Page, kind: Kind, inside: list[Named]) -> list[Named]:
    """Return the places of a sentence that a kind can have: none passed through, no haven."""
    if not kind.measure:  # "fewer reached the South because the North closed its border"
        inside = [n for n in inside if not _is_haven(page, n)]
    taken = kind.into == stock_kind(page.codebook).state
    passed = {Role.ORIGIN, Role.DESTINATION} if taken else {Role.ORIGIN}
    if kind.by:  # those sent back from Jilin were there
        return inside
    return _not_passed(inside, passed, fall_back=bool(kind.measure) and not taken)


def _before(
    found: Joined, kind: Kind, link: Link, counted: Mention | None
) -> tuple[tuple[Named, ...], str] | None:
    """Return the places of the sentence that people were named in, or of the one before.

    Without them the speaker's own is left: a villager near Antu speaks of Antu, if of no other.
    """
    sentence, candidates = link.sentence, _candidates(found, kind)
    if counted is not None and not sentence.start <= counted.start < sentence.end:
        home = found.page.sentence_at(counted.start)
        named = tuple(within(candidates, home.start, home.end))
        if named:
            return named, "place:of_the_people"
    carried = () if kind.anywhere else _carried(found, candidates, link)
    return (carried, "place:carried") if carried else None


def _finer_in_sentence(
    found: Joined, own: Sequence[Named], inside: Sequence[Named], last: int
) -> tuple[Named, ...]:
    """Return the places in the country that a clause names and no more: "China arrested 29, ... in Q"."""
    gazetteer = found.page.gazetteer
    if any(gazetteer.place(n.id).level for n in own):
        return ()
    return tuple(
        n
        for n in inside
        if gazetteer.place(n.id).level
        and any(gazetteer.within(n.id, country.id) for country in own)
        and not _of_the_next(found, n, last)
    )


def _of_the_next(found: Joined, named: Named, last: int) -> bool:
    """Tell whether a place behind a claim is that of others: "five were freed, the other 16 moved to T"."""
    sentence = found.page.sentence_at(named.start)
    number = sentence.clause_of(named.start)
    counted = within(found.counted, max(last, sentence.start), sentence.end)
    return any(sentence.clause_of(m.start) == number for m in counted)


def _spoken(found: Joined, link: Link) -> list[Span]:
    """Return the words of the speakers of a claim: a source in Shenyang says nothing of where."""
    hops = found.chains.at(link.cue_span, link.sentence)
    return [hop.passage.span for hop in hops if hop.passage and hop.type is not HopType.STATE]


def _among(spans: Sequence[Span], named: Named) -> bool:
    """Tell whether a place is part of a speaker's words, or stands right before them: 香港・大公網."""
    return any(s.start - _OF_PAPER <= named.start and named.end <= s.end for s in spans)


def _with_listed(page: Page, own: Sequence[Named], inside: Sequence[Named]) -> tuple[Named, ...]:
    """Return places with those of their sentence that stand in one list with them.

    투먼과 훈춘, 단둥의 시설에: a comma between them parts no clauses.
    """
    kept = {n.start for n in own}
    for row in (list(inside), list(reversed(inside))):
        for one, other in pairwise(row):
            left, right = sorted((one, other), key=lambda n: n.start)
            between = page.pack.list_join.fullmatch(page.folded, left.end, right.start)
            if one.start in kept and between:
                kept.add(other.start)
    return tuple(n for n in inside if n.start in kept)


def _not_passed(named: Sequence[Named], passed: set[Role], *, fall_back: bool) -> list[Named]:
    """Leave out where people came from, and where those taken were brought, if others are named.

    A condition that comes from somewhere ("infection from China") is not there.
    """
    stayed = [n for n in named if n.role not in passed]
    return stayed or [n for n in named if fall_back and n.role is Role.ORIGIN]


def _carried(found: Joined, candidates: Sequence[Named], link: Link) -> tuple[Named, ...]:
    """Return the places of the sentence before, where it tells of such people too.

    "31 were held in Tumen. By June the number had risen to 54."
    """
    page, sentence = found.page, link.sentence
    if not sentence.start or within(candidates, sentence.start, sentence.end):
        return ()
    if any(_is_abroad(found, n) for n in within(found.places, sentence.start, sentence.end)):
        return ()
    last = page.sentence_at(sentence.start - 1)
    told = any(page.codebook.kinds[h.key].measure for h in page.words(KIND, last.start, last.end))
    if last.paragraph != sentence.paragraph or not told:
        return ()
    spoken = found.chains.speaking(last)
    finer = [
        n for n in within(candidates, last.start, last.end) if page.gazetteer.place(n.id).level
    ]
    return tuple([n for n in finer if not _among(spoken, n)] or finer)


def _only_place(found: Joined, kind: Kind, counted: Mention | None) -> tuple[Named, ...]:
    """Return the only place of the area that a text on those held names, or none.

    What is done to people may be done elsewhere too; a prison is told of where it is.  A place told
    with a number of its own is that group's: "60 who were held were sent back.  In Hunchun 200 remain."
    """
    if not (kind.limits or kind.state == stock_kind(found.page.codebook).state):
        return ()
    gazetteer = found.page.gazetteer
    local = [n for n in found.in_area if gazetteer.place(n.id).level and _is_scene(found.page, n)]
    if not local:
        return ()
    finest = max(local, key=lambda n: (gazetteer.place(n.id).level, -n.start))
    of_others = all(_of_others(found, n, counted) for n in local)
    alone = all(gazetteer.within(finest.id, n.id) for n in local)
    return (finest,) if alone and not of_others else ()


def _is_scene(page: Page, named: Named) -> bool:
    """Tell whether something is told to happen at a place: a letter to Beijing is none."""
    sentence = page.sentence_at(named.start)
    cues = page.words(KIND, sentence.start, sentence.end)
    return named.marked or any(page.codebook.kinds[cue.key].measure for cue in cues)


def _of_others(found: Joined, named: Named, counted: Mention | None) -> bool:
    """Tell whether a place stands in a sentence that counts people, but none so many."""
    sentence = found.page.sentence_at(named.start)
    there = within(found.counted, sentence.start, sentence.end)
    return bool(there) and not any(
        m.number and counted and counted.number and m.number.value == counted.number.value
        for m in there
    )


def _elsewhere(found: Joined, kind: Kind, link: Link, counted: Mention | None) -> tuple[Named, ...]:
    """Return the places outside the area that a claim's own clauses name.

    "Two were arrested in Laos" says nothing of the area: better told than counted there.
    """
    sentence = link.sentence
    first, _ = span_of(link, counted)
    clauses = _clauses(link, counted)
    named = _outside(found, link, kind)
    own = tuple(n for n in named if sentence.clause_of(n.start) in clauses)
    # A place that opens a sentence is of all of it: タイの首都バンコクで、175人が拘束された.
    opens = found.page.pack.object_first and not _many_countries(found.page)
    spoken = _spoken(found, link)
    before = tuple(n for n in named if opens and n.end <= first and not _among(spoken, n))
    return own or _acts_abroad(found, link, clauses) or before


def _abroad(found: Joined, kind: Kind, link: Link, counted: Mention | None) -> tuple[Named, ...]:
    """Return the places in other countries that a claim's own words name.

    They come before what its group was told of earlier: "They were caught in Laos on the 10th".
    """
    return tuple(n for n in _elsewhere(found, kind, link, counted) if _is_abroad(found, n))


def _outside(found: Joined, link: Link, kind: Kind) -> tuple[Named, ...]:
    """Return where a sentence says that something is, but for where people are safe."""
    in_reach = in_area(found.page.codebook, kind)
    return tuple(
        n
        for n in within(found.places, link.sentence.start, link.sentence.end)
        if n.role in {Role.HELD, Role.WHERE}
        and not names_a_people(found, n)
        and not (in_reach and _is_haven(found.page, n))
    )


def _is_abroad(found: Joined, named: Named) -> bool:
    """Tell whether a place lies in another country than those the situation is about."""
    page = found.page
    countries = [p.id for p in page.gazetteer.ancestors(named.id) if not p.level] or [named.id]
    own = {page.codebook.area, *page.codebook.homes}
    return not own.intersection(countries) and not page.gazetteer.place(countries[0]).level


def _is_haven(page: Page, named: Named) -> bool:
    """Tell whether a place lies where people are safe: "a group in Seoul" holds nobody."""
    havens = {kind.place for kind in page.codebook.kinds.values() if kind.place and kind.into}
    return any(page.gazetteer.within(named.id, haven) for haven in havens)


def _setting(found: Joined, link: Link) -> tuple[Named, ...]:
    """Return the country, other than the area, in which the last sentences were set.

    "Thai police found 175 in a house in Bangkok. ... Sixteen are being held."
    """
    page, sentence = found.page, link.sentence
    for _ in range(_SCENE):
        if not sentence.start or sentence.start in found.headlines:
            return ()
        sentence = page.sentence_at(sentence.start - 1)
        named = within(found.places, sentence.start, sentence.end)
        acting = within(found.acting, sentence.start, sentence.end)
        scene = [
            n
            for n in (*named, *acting)
            if not (names_a_people(found, n) or _is_haven(page, n))
            and page.gazetteer.place(n.id).type != _RIVER  # it is crossed, and in no country
        ]
        if any(page.gazetteer.within(n.id, page.codebook.area) for n in scene):
            return ()
        if scene:
            stayed = [n for n in scene if n.role in {Role.HELD, Role.WHERE}]
            return tuple(sorted(stayed, key=lambda n: n.start))
    return ()


def _acts_abroad(found: Joined, link: Link, clauses: range) -> tuple[Named, ...]:
    """Return another country that takes or sends people back: "Vietnam arrested 13"."""
    gazetteer, area = found.page.gazetteer, found.page.codebook.area
    sentence = link.sentence
    acting = [
        n
        for n in within(found.acting, sentence.start, link.cue_span[0])
        if sentence.clause_of(n.start) in clauses and not names_a_people(found, n)
    ]
    if any(gazetteer.within(n.id, area) for n in acting):
        return ()
    return tuple(n for n in acting if gazetteer.place(n.id).level == 0)


def _many_countries(page: Page) -> bool:
    """Tell whether the codebook's area is no country but a region of many."""
    return page.gazetteer.place(page.codebook.area).type == _REGION


def _apart(found: Joined, link: Link, inside: Sequence[Named], kind: Kind) -> tuple[Named, ...]:
    """Return the places that stand beside one of several counts, where they can be told apart."""
    if link.mention is None or not link.mention.counted or link.mention.rule == SUM:
        return ()
    counts = found.counts(link)
    if len(counts) < 2:  # nobody to share with
        return ()
    finer = [n for n in inside if found.page.gazetteer.place(n.id).level]
    abroad = (n for n in _outside(found, link, kind) if _is_abroad(found, n))
    finer = sorted((*finer, *abroad), key=lambda n: n.start)
    in_turn = found.page.in_turn(link.sentence)
    own = beside(link.sentence, counts, link.mention, finer, in_turn=in_turn)
    return tuple(own) if len(own) < len(finer) else ()

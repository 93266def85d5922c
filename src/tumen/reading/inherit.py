"""Let a claim take from its group, or from the parts of its figure, what its sentence leaves out.

A lead says that 31 were arrested; the paragraphs below say where and when, part by part.  A refusal
says neither place nor day: the notice it answers did.  Only what a claim does not say itself is
filled in, and its evidence says by which rule.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tumen.codebook import Kind
from tumen.reading.page import Page
from tumen.reading.people import SHARE
from tumen.reading.placing import OF_SPEAKER, OWN
from tumen.reading.situation import follows, stock_kind
from tumen.reading.sums import SUM
from tumen.records import Claim, Evidence, Period, Precision, Role

GROUP, PARTS, WHOLE = "of_the_group", "of_the_parts", "of_the_whole"
_LAST = 4  # claims further up than this tell of something else
_MONTH = 31  # days
_MOST = 40  # claims that one may take from, so that endless lists cost no more each


def settle(page: Page, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of a page, filled in, without what only says the same thing again."""
    claims = _without_former_lives(page, _without_echoes(page, claims))
    sources = _Sources.of(page, claims)
    return tuple(_filled(page, claim, sources) for claim in claims)


# --- said again -------------------------------------------------------------------------


def _without_echoes(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Leave out a claim that repeats, with a word like "them", what its group's number said.

    One that adds a day or a place of its own stays: it is news of the group.
    """
    told = {(c.group, c.kind) for c in claims if c.group and c.figure and not _points_back(page, c)}
    return [
        c
        for c in claims
        if not (
            c.group
            and (c.group, c.kind) in told
            and _points_back(page, c)
            and not (says_when(c) or says_where(c))
        )
    ]


def _without_former_lives(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Leave out how people lived before they were taken: "most of them were homeless".

    Only what is said of them with a word that points back; those counted anew are others.
    """
    kinds = page.codebook.kinds
    held = stock_kind(page.codebook).state
    taken = {
        key
        for c in claims
        if c.figure and held in {kinds[c.kind].state, kinds[c.kind].into}
        for key in (c.group, c.part_of)
        if key
    }

    def former(claim: Claim) -> bool:
        kind = kinds[claim.kind]
        elsewhere = kind.measure == "stock" and kind.state not in {held, "missing"}
        shared = any(e.rule == SHARE for e in claim.evidence)
        return elsewhere and (shared or (claim.group in taken and _points_back(page, claim)))

    return [c for c in claims if not former(c)]


def _points_back(page: Page, claim: Claim) -> bool:
    """Tell whether the figure of a claim stands in another sentence than its verb."""
    figure, kind = (_words_of(claim, field) for field in ("figure", "kind"))
    if figure is None or kind is None:
        return False
    return page.sentence_at(figure).start != page.sentence_at(kind).start


def _words_of(claim: Claim, field: str) -> int | None:
    return next((e.passage.span.start for e in claim.evidence if e.field == field), None)


# --- what a claim says itself -----------------------------------------------------------


def says_when(claim: Claim) -> bool:
    """Tell whether a claim's own words date it."""
    return claim.period is not None and claim.period.passage is not None


def says_where(claim: Claim) -> bool:
    """Tell whether a claim's own sentence places it."""
    return any(e.field == "places" and e.rule in OWN for e in claim.evidence)


def _says_which(page: Page, claim: Claim) -> bool:
    """Tell whether a claim's own words place it within a country, and not only its speaker's."""
    if any(e.rule == OF_SPEAKER for e in claim.evidence):
        return False
    return any(p.passage and page.gazetteer.place(p.id).level for p in claim.places)


def _finer(claim: Claim, giver: Claim) -> bool:
    """Tell whether a giver's places hold all countries that a claim has its people in itself."""
    if any(e.rule == OF_SPEAKER for e in claim.evidence):
        return True
    named = {p.id for p in claim.places if p.passage and p.role is not Role.DESTINATION}
    return named <= {p.id for p in giver.places}


# --- filling in -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sources:
    """Claims that others may take from: by group, kind and figure, in order of the text."""

    by_group: dict[str, list[Claim]]
    by_kind: dict[str, list[Claim]]
    by_figure: dict[tuple[int | None, int | None], list[Claim]]

    @staticmethod
    def of(page: Page, claims: Sequence[Claim]) -> _Sources:
        by_group: dict[str, list[Claim]] = defaultdict(list)
        by_kind: dict[str, list[Claim]] = defaultdict(list)
        by_figure: dict[tuple[int | None, int | None], list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.figure and claim.group:
                by_figure[_figure_key(claim)].append(claim)
            if claim.group and claim.figure:
                by_group[claim.group].append(claim)
            if claim.figure and page.codebook.kinds[claim.kind].measure:
                by_kind[claim.kind].append(claim)
        return _Sources(by_group=by_group, by_kind=by_kind, by_figure=by_figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Givers:
    """The claims that one may take from, and why."""

    claims: tuple[Claim, ...]
    rule: str


def _filled(page: Page, claim: Claim, sources: _Sources) -> Claim:
    kind = page.codebook.kinds[claim.kind]
    if claim.figure is None or not (kind.measure or follows(kind)):
        return claim
    if any(e.rule == SUM for e in claim.evidence):
        parts = _Givers(claims=tuple(_summed(claim, sources)), rule=PARTS)
        claim = _dated(page, _placed(page, claim, parts), parts)
    if not _says_which(page, claim):
        givers = _givers(
            page, claim, sources, lambda giver: _says_which(page, giver) and _finer(claim, giver)
        )
        claim = _placed(page, claim, givers)
    threat = bool(kind.measure) and kind.planned  # felt when it is told, not when people were taken
    if claim.yearly:
        return claim
    if not says_when(claim) and not threat:
        claim = _dated(page, claim, _givers(page, claim, sources, says_when))
    if kind.measure == "stock" and not says_when(claim):
        claim = _held_since(page, claim, sources)
    return _dated_as_exactly(page, claim, sources) if kind.measure == "flow" else claim


def _dated_as_exactly(page: Page, claim: Claim, sources: _Sources) -> Claim:
    """Date an act as exactly as the report does where it tells of it once more.

    "Five were arrested in September ... the five were caught on the 13th": all of it is the 13th.
    A total counted since a year began is no one act, so a period of months is left as it is.
    """
    if not says_when(claim) or claim.period is None or not _within_a_month(claim.period):
        return claim
    finer = [
        c
        for c in _same_people(claim, sources)
        if (c.kind, c.modality) == (claim.kind, claim.modality)
        and says_when(c)
        and c.period
        and _inside(c.period, claim.period)
    ]
    days = {(c.period.first_day, c.period.last_day) for c in finer if c.period}
    if len(days) != 1:
        return claim  # two acts of as many people, and nothing says which this is
    return _dated(page, claim, _Givers(claims=tuple(finer[:1]), rule=GROUP))


def _within_a_month(period: Period) -> bool:
    first, last = period.first_day, period.last_day
    return first is not None and last is not None and (last - first).days < _MONTH


def _inside(inner: Period, outer: Period) -> bool:
    """Tell whether a period lies in another and is shorter."""
    first, last = inner.first_day, inner.last_day
    return bool(
        first and last and outer.first_day and outer.last_day
        and outer.first_day <= first <= last <= outer.last_day
        and (first, last) != (outer.first_day, outer.last_day)
    )  # fmt: skip


def _held_since(page: Page, claim: Claim, sources: _Sources) -> Claim:
    """Date a state from the act that began it: those arrested in July are held since then."""
    state = page.codebook.kinds[claim.kind].state
    acts = [
        c
        for c in _same_people(claim, sources)
        if page.codebook.kinds[c.kind].into == state and says_when(c)
    ]
    if not acts or claim.period is None or acts[0].period is None:
        return claim
    first, last = acts[0].period.first_day, claim.period.last_day
    if first is None or last is None or first > last:
        return claim
    words = _words_for([acts[0].period], GROUP)
    period = replace(claim.period, first_day=first, precision=Precision.OPEN)
    return replace(claim, period=period, evidence=(*claim.evidence, *words))


def _same_people(claim: Claim, sources: _Sources) -> list[Claim]:
    """Return the other claims of a claim's group, then those of the same number of people."""
    group = sources.by_group.get(claim.group or "", ())[:_MOST]
    alike = sources.by_figure.get(_figure_key(claim), ())[:_MOST]
    found = {c.id: c for c in (*group, *alike) if c.id != claim.id}
    return list(found.values())


def _figure_key(claim: Claim) -> tuple[int | None, int | None]:
    return (claim.figure.low, claim.figure.high) if claim.figure else (None, None)


def _placed(page: Page, claim: Claim, givers: _Givers) -> Claim:
    places = {p.id: p for giver in givers.claims for p in giver.places}
    if not places:
        return claim
    ordered = sorted(places.values(), key=lambda p: page.gazetteer.place(p.id).level)
    words = tuple(
        Evidence(field="places", passage=p.passage, rule=f"place:{givers.rule}")
        for p in ordered
        if p.passage
    )
    return replace(claim, places=tuple(ordered), evidence=(*claim.evidence, *words))


def _dated(page: Page, claim: Claim, givers: _Givers) -> Claim:
    periods = [g.period for g in givers.claims if g.period and g.period.resolved]
    if not periods:
        return claim
    period = _spanning(periods)
    kind = page.codebook.kinds[claim.kind]
    if follows(kind) and claim.period and claim.period.last_day and period.last_day:
        last = max(claim.period.last_day, period.last_day)  # an answer comes after the notice
        period = replace(period, last_day=last)
    words = _words_for(periods, givers.rule)
    return replace(claim, period=period, evidence=(*claim.evidence, *words))


def _words_for(periods: Sequence[Period], rule: str) -> list[Evidence]:
    """Return the words that a borrowed period was read from."""
    return [
        Evidence(field="period", passage=p.passage, rule=f"time:{rule}")
        for p in periods
        if p.passage
    ]


def _spanning(periods: Sequence[Period]) -> Period:
    firsts = [p.first_day for p in periods]
    lasts = [p.last_day for p in periods]
    return replace(
        periods[0],
        first_day=None if None in firsts else min(day for day in firsts if day),
        last_day=None if None in lasts else max(day for day in lasts if day),
    )


def _summed(claim: Claim, sources: _Sources) -> Iterator[Claim]:
    """Yield the claims whose figures a sum adds up."""
    span = claim.passage.span
    for other in sources.by_kind.get(claim.kind, ()):
        if other.passage.span.start > span.end:
            return
        figure = _words_of(other, "figure")
        if other.id != claim.id and figure is not None and span.start <= figure < span.end:
            yield other


def _givers(page: Page, claim: Claim, sources: _Sources, says: Callable[[Claim], bool]) -> _Givers:
    """Return the claims to take from: the same people's, else those of the figure's parts."""
    kinds = page.codebook.kinds
    stock = kinds[claim.kind].measure == "stock"
    # How long people are held dates nothing that was done about them, nor the other way round.
    apart = says is says_when
    same_people = [
        c
        for c in _same_people(claim, sources)
        if says(c)
        and not (apart and (_threatens(kinds[c.kind]) or stock != _is_stock(kinds[c.kind])))
    ]
    same = [c for c in same_people if c.kind == claim.kind]
    # One act dates no other: those caught on the 10th were not sent back that day.
    group = [
        c
        for c in same_people
        if c.group == claim.group
        and not (apart and _are_two_acts(kinds[c.kind], kinds[claim.kind]))
    ]
    answered = [c for c in group if follows(kinds[c.kind])] if follows(kinds[claim.kind]) else []
    if same or group or kinds[claim.kind].measure != "flow":
        return _Givers(claims=tuple((same or answered or group)[:1]), rule=GROUP)
    alike = sources.by_kind.get(claim.kind, [])
    first = bisect_right(alike, claim.passage.span.start, key=lambda c: c.passage.span.start)
    parts = [c for c in alike[first : first + _MOST] if says(c) and _part(c, claim)]
    if parts:
        return _Givers(claims=tuple(parts), rule=PARTS)
    before = alike[max(first - _LAST, 0) : first]
    wholes = [c for c in before if c.id != claim.id and says(c) and _part(claim, c)]
    told = [c for c in wholes if claim.part_of and c.group == claim.part_of]
    return _Givers(claims=tuple((told or wholes)[-1:]), rule=WHOLE)


def _threatens(kind: Kind) -> bool:
    return bool(kind.measure) and kind.planned


def _are_two_acts(giver: Kind, taker: Kind) -> bool:
    """Tell whether two kinds are acts that happened, and not one and the same."""
    done = all(k.measure == "flow" and not k.planned for k in (giver, taker))
    return done and giver.code != taker.code


def _is_stock(kind: Kind) -> bool:
    return kind.measure == "stock"


def _part(part: Claim, whole: Claim) -> bool:
    """Tell whether a figure can be part of another, by its size."""
    if part.figure is None or whole.figure is None or part.yearly:
        return False  # "1,000 a year" are part of no one count
    small, large = part.figure.low, whole.figure.high or whole.figure.low
    return small is not None and large is not None and 0 < small <= large

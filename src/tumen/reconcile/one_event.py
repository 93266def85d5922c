"""One event told with two numbers, or on two days, by reports that share an origin (§3.8).

An analyst lays the accounts side by side: which of the groups in the one is that in the other?
Two claims are taken for one event where their origin, kind, people, place and time agree and
neither report tells the other's version as well; only then can their difference be a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tumen.codebook import Codebook
from tumen.reconcile.disagreements import Disagreement, dated
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.standing import StandingClaim
from tumen.reconcile.subjects import part_of_all

# Days.  Reports date one event a few days apart; a state changes hands within weeks.
SHORT = 10
DAYS = 3
WEEKS = 14
MONTH = 31

# Figures further apart than one to two are another group, or a part of it; those of other origins
# must be nearer, since nothing else says that they are of one event.
NEAR = 0.5
NEAR_ELSEWHERE = 0.6

# Towns that two lists of one origin have in common to be of one event.
SHARED_TOWNS = 2

# The same small number twice is no sign of one event.
TELLING = 4

# Claims of one origin, kind and people, in the order of their days, that each is held against.
NEIGHBOURS = 24


def told_otherwise(
    claims: Sequence[StandingClaim], tree: PlaceTree, codebook: Codebook
) -> Iterator[Disagreement]:
    """Yield pairs of claims that tell one event with other numbers or on other days."""
    met: set[tuple[str, str]] = set()
    for told in _together(claims, tree):  # in the order of their last days
        for place, one in enumerate(told):
            for other in told[place + 1 : place + 1 + NEIGHBOURS]:
                pair = (one.claim.id, other.claim.id)
                if pair not in met and _one_people(one, other, codebook):
                    met.add(pair)
                    yield from _conflict(one, other, told, tree)


def _together(
    claims: Iterable[StandingClaim], tree: PlaceTree
) -> Iterable[Sequence[StandingClaim]]:
    """Return the claims of one kind that share an origin, or a place below the area."""
    alike: dict[tuple[str, str, str], list[StandingClaim]] = defaultdict(list)
    for s in claims:
        if s.asserted and s.countable and s.people and s.window.last and not s.kind.planned:
            alike["origin", s.origin, s.kind.code].append(s)
            below = {up for place in s.places for up in tree.line(place)} - {tree.area}
            for place in sorted(below):
                alike["place", place, s.kind.code].append(s)
    return alike.values()


def _one_people(one: StandingClaim, other: StandingClaim, codebook: Codebook) -> bool:
    """Tell whether two claims can count the same people; as many of a part can be all of them."""
    if one.subject == other.subject:
        return True
    part = one.subject or other.subject or ""
    is_part = None in (one.subject, other.subject) and part_of_all(part, codebook)
    return is_part and _number(one) == _number(other)


def _conflict(
    one: StandingClaim, other: StandingClaim, told: Sequence[StandingClaim], tree: PlaceTree
) -> Iterator[Disagreement]:
    """Yield the conflict of two claims, if they are of one event and differ."""
    if one.told_in & other.told_in or not _one_place(one, other, tree):
        return
    if one.origin != other.origin and not (_is_tight(one) and _is_tight(other)):
        return
    if _other_number(one, other) and _one_time(one, other):
        type_, why = "count_conflict", "the same people are told with another number"
    elif one.origin == other.origin and _other_day(one, other) and not _is_wider(one, other, tree):
        type_, why = "date_conflict", "the same event is told with another date"
    else:
        return
    if not _are_two(one, other, told):
        gap = one.people.distance(other.people) if one.people and other.people else 0
        yield Disagreement(claims=(one, other), type=type_, gap=gap, why=why)


def _is_tight(s: StandingClaim) -> bool:
    """Tell whether a claim is of an act within days: what other origins tell may be that act."""
    first, last = s.window.first, s.window.last
    return bool(s.kind.measure == "flow" and first and last and (last - first).days <= SHORT)


def _one_place(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    """Tell whether two claims can be of one place: the same, or told less finely.

    What is told of the whole area is a whole: only a whole of one origin and time is its like.
    """
    if one.places == other.places:
        return (tree.area,) != one.places or one.origin == other.origin
    if (tree.area,) in (one.places, other.places):
        return one.origin == other.origin and _number(one) > 1 and _is_one_span(one, other)
    # A list of towns loses one of them in retelling.
    if one.origin == other.origin and len({*one.places} & {*other.places}) >= SHARED_TOWNS:
        return True
    return all(
        any(tree.related(p, q) for q in its_places)
        for places, its_places in ((one.places, other.places), (other.places, one.places))
        for p in places
    )


def _is_wider(one: StandingClaim, other: StandingClaim, tree: PlaceTree) -> bool:
    """Tell whether only one of two claims is of the whole area: that one may be of elsewhere."""
    return one.places != other.places and (tree.area,) in (one.places, other.places)


def _is_one_span(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether two claims are of one stretch of time, each end within days."""
    first, its_first = (
        one.window.since or one.window.first,
        other.window.since or other.window.first,
    )
    last, its_last = one.window.last, other.window.last
    if not (first and its_first and last and its_last):
        return False
    return abs((first - its_first).days) <= SHORT and abs((last - its_last).days) <= SHORT


def _other_number(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether two figures do not meet and are near enough to be one group's."""
    if one.people is None or other.people is None or one.people.meets(other.people):
        return False
    return _likeness(one, other) >= (NEAR if one.origin == other.origin else NEAR_ELSEWHERE)


def _one_time(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether two claims are of one time: states within weeks, acts on days in common."""
    first, second = one.window, other.window
    if first.last is None or second.last is None:
        return False
    apart = abs((first.last - second.last).days)
    if one.kind.measure == "stock":
        return apart <= WEEKS
    begins = [day for w in (first, second) if (day := w.since or w.first)]
    if len(begins) == 2 and abs((begins[0] - begins[1]).days) > MONTH:
        return False
    return apart <= SHORT and first.overlaps(second)


def _other_day(one: StandingClaim, other: StandingClaim) -> bool:
    """Tell whether an act of one number of people is told on other days, not far apart."""
    if one.kind.measure != "flow" or one.people is None or other.people is None:
        return False
    if not one.people.meets(other.people) or _number(one) < TELLING:
        return False
    days = (one.window.first, one.window.last, other.window.first, other.window.last)
    if None in days or one.window.overlaps(other.window) or not (dated(one) and dated(other)):
        return False
    first, last, its_first, its_last = (day.toordinal() for day in days if day)
    is_short = max(last - first, its_last - its_first) <= DAYS
    return is_short and max(its_first - last, first - its_last) <= SHORT


def _are_two(one: StandingClaim, other: StandingClaim, told: Sequence[StandingClaim]) -> bool:
    """Tell whether some report tells both versions, or another group that is nearer to one."""
    return any(
        _tells_as_well(s, its, told) or _tells_nearer(s, its, told)
        for s, its in ((one, other), (other, one))
    )


def _tells_as_well(
    one: StandingClaim,
    other: StandingClaim,
    told: Iterable[StandingClaim],
) -> bool:
    """Tell whether a report that tells *one* also tells the version of *other*.

    Then it knows of two groups, or of a whole and a part, and the two are no versions of one.
    """
    return any(
        s is not one
        and s is not other
        and s.told_in & one.told_in
        and s.people
        and other.people
        and s.people.meets(other.people)
        and s.window.overlaps(other.window)
        for s in told
    )


def _tells_nearer(one: StandingClaim, other: StandingClaim, told: Iterable[StandingClaim]) -> bool:
    """Tell whether a report that tells *one* has a group there whose number is nearer to *other*'s."""
    likeness = _likeness(one, other)
    return any(
        s is not one
        and s.told_in & one.told_in
        and s.subject == one.subject
        and s.places == one.places
        and s.window.overlaps(other.window)
        and _likeness(s, other) > likeness
        for s in told
    )


def _likeness(one: StandingClaim, other: StandingClaim) -> float:
    """Return how near two numbers are, up to 1 for the same."""
    few, many = sorted((_number(one), _number(other)))
    return few / many if many else 1.0


def _number(s: StandingClaim) -> int:
    """Return the printed number, of an interval the lower end."""
    figure = s.claim.figure
    if figure is None:
        return 0
    return figure.low if figure.low is not None else figure.high or 0

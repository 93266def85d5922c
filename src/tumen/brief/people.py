"""People by place: the table and the series of the chart, from the bounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tumen.brief.dates import day_words, period_words
from tumen.brief.disagreement import assumption_words
from tumen.brief.figures import interval_words
from tumen.brief.names import is_one, one_of, place_words, source_phrase, subject_words
from tumen.brief.view import View, cited
from tumen.records import (
    UNLISTED,
    Bound,
    BoundPoint,
    Measure,
    PeopleRow,
    Period,
    Quantity,
    Series,
    Statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """What a bound counts, apart from its day."""

    place: str
    what: str  # the state, or the exit or entry of a flow
    subject: str
    start: date | None  # of a flow
    end: date | None


def people_rows(view: View) -> tuple[PeopleRow, ...]:
    """Return what the claims allow for each place on the last day up to the day of the brief.

    Bounds that no claim pins say nothing and are left out.  Wider places come first.
    """
    latest: dict[_Counted, list[Bound]] = {}
    for bound in each_bound(view):
        if _after(bound.quantity, view.as_of):
            continue
        known = latest.setdefault(_counted(bound.quantity), [])
        if known and _day(known[0].quantity) < _day(bound.quantity):
            known.clear()
        if not known or _day(known[0].quantity) == _day(bound.quantity):
            known.append(bound)
    told = [told for bounds in latest.values() if (told := _told(bounds)) is not None]
    told = [one for one in told if not any(_implies(other, one) for other in told)]
    told.sort(key=lambda one: _row_order(view, one.bound.quantity))
    shown = {one.bound.quantity.place for one in told}
    return tuple(_row(view, one, shown) for one in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The bound that a row shows, and what holds of the same people without its assumptions."""

    bound: Bound
    without: Bound | None


def each_bound(view: View) -> Iterator[Bound]:
    """Yield every bound, and after it the one that holds if nobody leaves unreported."""
    for bound in view.situation.reconciliation.bounds:
        yield bound
        if bound.if_persistence:
            yield bound.if_persistence


def _implies(one: _Told, other: _Told) -> bool:
    """Tell whether *other* says of a longer time what *one* says of a part of it, no more."""
    mine, its = one.bound, other.bound
    if one is other or mine.quantity.measure is not Measure.FLOW:
        return False
    if replace(mine, quantity=its.quantity) != its or mine.quantity == its.quantity:
        return False
    if replace(mine.quantity, start=its.quantity.start, end=its.quantity.end) != its.quantity:
        return False
    return _begins(its) <= _begins(mine) and _ends(mine) <= _ends(its)


def _begins(bound: Bound) -> date:
    return bound.quantity.start or date.min


def _ends(bound: Bound) -> date:
    return bound.quantity.end or date.max


def _told(bounds: list[Bound]) -> _Told | None:
    """Return what to tell of bounds of one quantity: the narrowest, and the most certain."""
    telling = [bound for bound in bounds if _says_something(bound)]
    if not telling:
        return None
    bound = max(telling, key=lambda b: (b.low or 0, b.high is not None, -(b.high or 0)))
    extra = set(_assumed(bound)).difference(*(_assumed(b) for b in bounds if b is not bound))
    without = [b for b in bounds if extra and not extra.intersection(_assumed(b))]
    certain = max(without, key=lambda b: (b.low or 0, b.high is not None), default=None)
    return _Told(bound=bound, without=certain)


def _usual(view: View, bound: Bound) -> bool:
    """Tell whether a bound rests on nothing but what the codebook always takes for granted."""
    known = view.codebook.assumptions
    return all(name in known and known[name].on for name in _assumed(bound))


def _assumed(bound: Bound) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*bound.low_assumptions, *bound.high_assumptions)))


def series_of(view: View) -> tuple[Series, ...]:
    """Return the bounds of every stock over time, for what the table has rows for."""
    points: dict[_Counted, dict[date, Bound]] = defaultdict(dict)
    for bound in each_bound(view):
        if (
            bound.quantity.measure is Measure.STOCK
            and bound.quantity.day
            and _says_something(bound)
        ):
            points[_counted(bound.quantity)][bound.quantity.day] = bound
    ordered = sorted(
        points.items(), key=lambda item: _row_order(view, next(iter(item[1].values())).quantity)
    )
    return tuple(
        Series(
            place=counted.place,
            name=place_words(view, counted.place),
            state=counted.what,
            what=what_words(view, next(iter(days.values())).quantity),
            points=tuple(
                BoundPoint(
                    day=day,
                    low=days[day].low,
                    high=days[day].high,
                    assumptions=tuple(assumption_words(view, a) for a in _assumed(days[day])),
                    usual=_usual(view, days[day]),
                )
                for day in sorted(days)
            ),
        )
        for counted, days in ordered
    )


def what_words(view: View, quantity: Quantity) -> str:
    """Return what a quantity counts in words: people held, people sent back ..."""
    code = _what(quantity)
    if quantity.into and view.words.knows(f"quantity.into_{code}"):
        code = f"into_{code}"
    key = f"quantity.{code}"
    state = view.codebook.states.get(code)
    if view.words.knows(key) or state is None:
        text = view.words.label("quantity", code)
    else:
        text = view.label(state.label, code)
    if quantity.subject:
        more = subject_words(view, quantity.subject)
        return view.words.say("list.in_brackets", text=text, more=more)
    return text


def when_words(view: View, quantity: Quantity) -> str:
    """Return the day of a stock or the days of a flow."""
    if quantity.day:
        return day_words(view.words, quantity.day)
    if quantity.start or quantity.end:
        return period_words(view.words, Period(first_day=quantity.start, last_day=quantity.end))
    return view.words.say("date.none")


def _row(view: View, told: _Told, shown: set[str]) -> PeopleRow:
    bound, quantity = told.bound, told.bound.quantity
    claims = view.known_claims(tuple(dict.fromkeys((*bound.low_claims, *bound.high_claims))))
    sources = dict.fromkeys(source_phrase(view, claim).text for claim in claims)
    return PeopleRow(
        place=quantity.place,
        name=place_words(view, quantity.place, full=False),
        depth=len(shown.intersection(_path(view, quantity.place)[:-1])),
        measure=quantity.measure,
        quantity=_what(quantity),
        what=what_words(view, quantity),
        low=bound.low,
        high=bound.high,
        as_of=when_words(view, quantity),
        speakers=view.words.entries["list.semicolon"].join(sources),
        standing=bound.standing,
        standing_words=view.words.label("standing", bound.standing),
        assumptions=tuple(assumption_words(view, name) for name in _assumed(bound)),
        without=_without(view, told.without),
        ends=_who_ends(view, bound),
        statement=Statement(
            text=view.words.say(
                "lead.bound",
                place=place_words(view, quantity.place),
                day=when_words(view, quantity),
                number=interval_words(view.words, bound.low, bound.high),
                what=_of_number(view, what_words(view, quantity), bound),
            ),
            claims=tuple(claim.id for claim in claims),
            citations=cited(claims),
            values=tuple(end for end in (bound.low, bound.high) if end is not None),
        ),
    )


def _of_number(view: View, what: str, bound: Bound) -> str:
    return one_of(what) if view.language == "en" and is_one(bound.low, bound.high) else what


def _who_ends(view: View, bound: Bound) -> str:
    """Return who says the least and who the most; "" where an end is open or both say both.

    "1,170 to 2,600" of two speakers is no range that anybody gave.
    """
    if not bound.low or bound.high is None or set(bound.low_claims) & set(bound.high_claims):
        return ""
    said = [
        view.words.entries["list.semicolon"].join(
            dict.fromkeys(source_phrase(view, c).text for c in view.known_claims(claims))
        )
        for claims in (bound.low_claims, bound.high_claims)
    ]
    if not all(said) or said[0] == said[1]:
        return ""
    return view.words.say("people.ends", low=said[0], high=said[1])


def _without(view: View, bound: Bound | None) -> str:
    """Return what holds where the assumptions of a row do not; "" where it needs none."""
    if bound is None:
        return ""
    if not _says_something(bound):
        return view.words.say("people.without_none")
    number = interval_words(view.words, bound.low, bound.high)
    return view.words.say("people.without", number=number)


def _says_something(bound: Bound) -> bool:
    return bool(bound.low_claims or bound.high_claims or bound.low or bound.high is not None)


def _what(quantity: Quantity) -> str:
    """Return what is counted; people who leave a state by an exit are counted by the exit."""
    return quantity.by or quantity.state or quantity.into or quantity.out_of or quantity.measure


def _counted(quantity: Quantity) -> _Counted:
    is_flow = quantity.measure is not Measure.STOCK
    return _Counted(
        place=quantity.place,
        what=f"{quantity.measure}:{_what(quantity)}" if is_flow else _what(quantity),
        subject=quantity.subject or "",
        start=quantity.start if is_flow else None,
        end=quantity.end if is_flow else None,
    )


def _day(quantity: Quantity) -> date:
    return quantity.day or quantity.end or date.min


def _after(quantity: Quantity, as_of: date | None) -> bool:
    return as_of is not None and _day(quantity) > as_of


def _row_order(view: View, quantity: Quantity) -> tuple[object, ...]:
    """Order by what is counted, the people held first; then as the places lie in one another."""
    states = list(view.codebook.states)
    what = _what(quantity)
    first = what != _main_state(view)
    return (
        quantity.measure is not Measure.STOCK,
        first,
        states.index(what) if what in states else len(states),
        what,
        quantity.subject or "",
        _path(view, quantity.place),
        _day(quantity),
    )


def _main_state(view: View) -> str:
    """Return the state that most kinds of claim are about: the one people leave by exits."""
    return (
        "detained" if "detained" in view.codebook.states else next(iter(view.codebook.states), "")
    )


def _path(view: View, place_id: str) -> tuple[str, ...]:
    """Return the places above and the place itself; the unlisted rest comes after its sisters."""
    above = place_id.removesuffix(UNLISTED)
    if above not in view.gazetteer.places:
        return (place_id,)
    path = (*(p.id for p in view.gazetteer.ancestors(above)), above)
    return (*path, "\uffff") if place_id != above else path

"""People by place: the table and the series of the chart, from the bounds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from tumen.brief.dates import day_words, period_words
from tumen.brief.disagreement import assumption_words
from tumen.brief.figures import interval_words
from tumen.brief.names import place_words, source_phrase, subject_words
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
    latest: dict[_Counted, Bound] = {}
    for bound in view.situation.reconciliation.bounds:
        if not _says_something(bound) or _after(bound.quantity, view.as_of):
            continue
        counted = _counted(bound.quantity)
        known = latest.get(counted)
        if known is None or _day(known.quantity) <= _day(bound.quantity):
            latest[counted] = bound
    ordered = sorted(latest.values(), key=lambda bound: _row_order(view, bound.quantity))
    shown = {bound.quantity.place for bound in ordered}
    return tuple(_row(view, bound, shown) for bound in ordered)


def series_of(view: View) -> tuple[Series, ...]:
    """Return the bounds of every stock over time, for what the table has rows for."""
    points: dict[_Counted, dict[date, Bound]] = defaultdict(dict)
    for bound in view.situation.reconciliation.bounds:
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
                BoundPoint(day=day, low=days[day].low, high=days[day].high) for day in sorted(days)
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


def _row(view: View, bound: Bound, shown: set[str]) -> PeopleRow:
    quantity = bound.quantity
    claims = view.known_claims(tuple(dict.fromkeys((*bound.low_claims, *bound.high_claims))))
    sources = dict.fromkeys(source_phrase(view, claim).text for claim in claims)
    assumptions = dict.fromkeys((*bound.low_assumptions, *bound.high_assumptions))
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
        assumptions=tuple(assumption_words(view, name) for name in assumptions),
        statement=Statement(
            text=view.words.say(
                "lead.bound",
                place=place_words(view, quantity.place),
                day=when_words(view, quantity),
                number=interval_words(view.words, bound.low, bound.high),
                what=what_words(view, quantity),
            ),
            claims=tuple(claim.id for claim in claims),
            citations=cited(claims),
            values=tuple(end for end in (bound.low, bound.high) if end is not None),
        ),
    )


def _says_something(bound: Bound) -> bool:
    return bool(bound.low_claims or bound.high_claims or bound.low or bound.high is not None)


def _what(quantity: Quantity) -> str:
    return quantity.state or quantity.by or quantity.into or quantity.out_of or quantity.measure


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

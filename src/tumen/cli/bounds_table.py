"""The table of bounds: one row for each place and day, and by default only days with news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tumen.places import Gazetteer
from tumen.records import Bound, Measure, Quantity

_Ends = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The bounds to be shown, in their order, and how many are left for `--all`."""

    shown: tuple[Bound, ...]
    left: int


def rows_of(
    bounds: Iterable[Bound], *, as_of: date | None, gazetteer: Gazetteer, every: bool
) -> Rows:
    """Return the bounds that say something; unless *every*, those without which nothing is missed.

    Of each place these are the day *as_of* and the days on which the bound changes; a row is left
    out where that of a place within it, or of a shorter time, says the very same.
    """
    telling = [bound for bound in bounds if says_something(bound)]
    if every:
        return Rows(shown=tuple(telling), left=0)
    series: dict[Quantity, list[Bound]] = defaultdict(list)
    for bound in telling:
        series[replace(bound.quantity, day=None)].append(bound)
    news = [bound for days in series.values() for bound in _with_news(days, as_of)]
    echoed = _said_within(news, gazetteer)
    shown = tuple(
        bound for bound in news if bound.quantity not in echoed and not _is_longer(bound, telling)
    )
    return Rows(shown=shown, left=len(telling) - len(shown))


def says_something(bound: Bound) -> bool:
    """Tell whether a bound is more than "nobody or more", which is true of every place and day."""
    lasting = bound.if_persistence
    is_known = bool(bound.low) or bound.high is not None
    return is_known or (lasting is not None and says_something(lasting))


def _with_news(days: Sequence[Bound], as_of: date | None) -> Iterator[Bound]:
    """Yield the bounds that differ from those of the day before them, and that of *as_of*."""
    last: tuple[_Ends, _Ends] | None = None
    for bound in days:
        ends = (_ends(bound), _ends(bound.if_persistence or bound))
        if ends != last or (bound.quantity.day is not None and bound.quantity.day == as_of):
            yield bound
        last = ends


def _said_within(news: Iterable[Bound], gazetteer: Gazetteer) -> frozenset[Quantity]:
    """Return what only repeats, number for number and claim for claim, a row of a place within."""
    by_quantity = {bound.quantity: bound for bound in news}
    return frozenset(
        outer
        for inner, bound in by_quantity.items()
        if inner.place in gazetteer.places
        for above in gazetteer.ancestors(inner.place)
        if (outer := replace(inner, place=above.id)) in by_quantity
        and _said(by_quantity[outer]) == _said(bound)
    )


def _is_longer(bound: Bound, others: Iterable[Bound]) -> bool:
    """Tell whether a flow says of a longer time only what another says of a part of it."""
    if bound.quantity.measure is not Measure.FLOW:
        return False
    begins, ends = _days(bound.quantity)
    return any(
        other is not bound
        and _without_days(other.quantity) == _without_days(bound.quantity)
        and _ends(other) == _ends(bound)
        and _days(other.quantity) != (begins, ends)
        and begins <= _days(other.quantity)[0]
        and _days(other.quantity)[1] <= ends
        for other in others
    )


def _said(bound: Bound) -> tuple[object, ...]:
    """Return the numbers of a bound and the claims that it rests on."""
    lasting = bound.if_persistence
    pins = (frozenset(bound.low_claims), frozenset(bound.high_claims))
    return (_ends(bound), pins, _said(lasting) if lasting else None)


def _ends(bound: Bound) -> _Ends:
    return bound.low, bound.high


def _days(quantity: Quantity) -> tuple[date, date]:
    return quantity.start or date.min, quantity.end or date.max


def _without_days(quantity: Quantity) -> Quantity:
    return replace(quantity, start=None, end=None)

"""Small worlds in which everything is known, and true claims about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.reconcile.situation import day, named, said
from tumen.records import UNLISTED, Claim, Measure, Quantity

START = day("2020-10-01")
DAYS = 12
CELLS = ("CN-JL", "CN-LN", "CN" + UNLISTED)
NUMBER = st.integers(0, 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Who came into and left each cell on each day; day 0 also holds all who came before."""

    came: Mapping[str, tuple[int, ...]]
    left: Mapping[str, tuple[int, ...]]

    def flow(self, what: Mapping[str, tuple[int, ...]], place: str, first: int, last: int) -> int:
        """Return how many moved at *place* from day *first* to day *last*."""
        cells = CELLS if place == "CN" else (place,)
        return sum(sum(what[cell][max(first, 0) : last + 1]) for cell in cells)

    def stock(self, place: str, on: int) -> int:
        """Return how many are held at *place* at the end of day *on*."""
        return self.flow(self.came, place, 0, on) - self.flow(self.left, place, 0, on)

    def value(self, q: Quantity) -> int:
        """Return the true value of a quantity."""
        if q.measure is Measure.STOCK:
            assert q.day is not None
            return self.stock(q.place, number_of(q.day))
        what = self.came if q.into else self.left
        first = number_of(q.start) if q.start else 0
        return self.flow(what, q.place, first, number_of(q.end) if q.end else DAYS - 1)


def number_of(on: date) -> int:
    return (on - START).days


def iso(number: int) -> str:
    return (START + timedelta(days=number)).isoformat()


@st.composite
def worlds(draw: st.DrawFn) -> World:
    came: dict[str, tuple[int, ...]] = {}
    left: dict[str, tuple[int, ...]] = {}
    for cell in CELLS:
        came[cell] = tuple(draw(NUMBER) for _ in range(DAYS))
        held, gone = 0, []
        for arrivals in came[cell]:
            leaving = draw(st.integers(0, min(held + arrivals, 9)))
            held += arrivals - leaving
            gone.append(leaving)
        left[cell] = tuple(gone)
    return World(came=came, left=left)


@st.composite
def true_claims(draw: st.DrawFn, world: World, *, most: int = 7) -> list[Claim]:
    """Draw claims that are true of *world*, each an origin of its own."""
    count = draw(st.integers(1, most))
    return [named(f"c-{i}", draw(true_claim(world))) for i in range(count)]


@st.composite
def true_claim(draw: st.DrawFn, world: World) -> Claim:
    place = draw(st.sampled_from(("CN-JL", "CN-LN", "CN")))
    first, last = sorted((draw(st.integers(1, DAYS - 1)), draw(st.integers(1, DAYS - 1))))
    slack = draw(NUMBER)
    form = draw(st.sampled_from(("stock", "cap", "window", "since", "arrested", "returned", "few")))
    days = (iso(first), iso(last))
    if form == "stock":
        return said(low=max(0, world.stock(place, last) - slack), high=None, at=place, on=iso(last))
    if form == "cap":
        return said(low=None, high=world.stock(place, last) + slack, at=place, on=iso(last))
    if form == "window":
        most = max(world.stock(place, on) for on in range(first, last + 1))
        return said(low=max(0, most - slack), high=None, at=place, on=days)
    if form == "since":
        low = max(0, world.flow(world.came, place, first, last) - slack)
        return said(low=low, high=None, at=place, on=iso(last), since=iso(first))
    if form == "arrested":
        low = max(0, world.flow(world.came, place, first, last) - slack)
        return said("arrested", low, None, at=place, on=days)
    gone = world.flow(world.left, place, first, last)
    if form == "returned":
        return said("returned", max(0, gone - slack), None, at=place, on=days)
    return said("returned", None, gone + slack, at=place, on=days)

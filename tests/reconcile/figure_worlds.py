"""Worlds of two places in which every move is known, and true figures about them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.reconcile.figures import claim, flow, mean, stock

START = date(2025, 1, 1)
DAYS = 8


def iso(number: int) -> str:
    return (START + timedelta(days=number)).isoformat()


class World:
    """Who came and left each place on each day; day 0 also has all who came before."""

    def __init__(self, came: dict[str, list[int]], left: dict[str, list[int]]) -> None:
        self.came, self.left = came, left

    def value(self, quantity: dict[str, Any]) -> float:
        places = ("A", "B") if quantity["place"] == "N" else (quantity["place"],)
        if quantity["measure"] == "stock":
            return sum(self._stock(p, number(quantity["day"])) for p in places)
        first, last = number(quantity["start"]), number(quantity["end"])
        if quantity["measure"] == "mean_stock":
            days = range(first, last + 1)
            return sum(self._stock(p, d) for p in places for d in days) / len(days)
        moved = self.came if "into" in quantity else self.left
        return sum(sum(moved[p][first : last + 1]) for p in places)

    def _stock(self, place: str, day: int) -> int:
        return sum(self.came[place][: day + 1]) - sum(self.left[place][: day + 1])

    def limits(self) -> str:
        """Return limits that hold in this world."""
        found = []
        for place in ("A", "B"):
            room = max(self._stock(place, d) for d in range(DAYS))
            most_in, most_out = max(self.came[place][1:]), max(self.left[place][1:])
            found.append(f'[[limit]]\nplace = "{place}"\nkind = "capacity"\nvalue = {room}\n')
            for kind, pace in (("arrivals", most_in), ("departures", most_out)):
                found.append(
                    f'[[limit]]\nplace = "{place}"\nkind = "{kind}"\nsigma = 0\nrho = {pace}\n'
                )
        names = (f'id = "l{i}"\n' for i in range(len(found)))
        return "".join(f.replace("[[limit]]\n", f"[[limit]]\n{n}") for f, n in zip(found, names))  # noqa: B905


def number(day: str) -> int:
    return (date.fromisoformat(day) - START).days


@st.composite
def worlds(draw: st.DrawFn) -> World:
    came: dict[str, list[int]] = {}
    left: dict[str, list[int]] = {}
    for place in ("A", "B"):
        came[place], left[place], held = [], [], 0
        for _ in range(DAYS):
            arrivals = draw(st.integers(0, 6))
            gone = draw(st.integers(0, min(6, held + arrivals)))
            held += arrivals - gone
            came[place].append(arrivals)
            left[place].append(gone)
    return World(came, left)


@st.composite
def quantities(draw: st.DrawFn, *, places: str = "ABN", means: bool = True) -> dict[str, Any]:
    place = draw(st.sampled_from(places))
    first, last = sorted((draw(st.integers(1, DAYS - 1)), draw(st.integers(1, DAYS - 1))))
    kinds = ("stock", "into", "out_of", "mean") if means else ("stock", "into", "out_of")
    kind = draw(st.sampled_from(kinds))
    if kind == "stock":
        return stock(place, iso(last))
    if kind == "mean":
        return mean(place, iso(first), iso(last))
    return flow(place, iso(first), iso(last), **{kind: "detained"})


@st.composite
def true_claims(
    draw: st.DrawFn, world: World, *, most: int = 7, places: str = "ABN", means: bool = True
) -> list[dict[str, Any]]:
    found = []
    for i in range(draw(st.integers(1, most))):
        quantity = draw(quantities(places=places, means=means))
        value = world.value(quantity)
        low = max(0.0, value - draw(st.integers(0, 4)))
        high = value + draw(st.integers(0, 4))
        whole = quantity["measure"] != "mean_stock"
        low, high = (int(low), int(high)) if whole else (low, high)
        form = draw(st.sampled_from(("both", "low", "high")))
        found.append(
            claim(
                f"k{i}",
                quantity,
                None if form == "high" else low,
                None if form == "low" else high,
                origin=f"o{draw(st.integers(0, 3))}",
            )
        )
    return found

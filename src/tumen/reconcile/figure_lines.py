"""Claims, limits and questions from their lines (§3.11); what cannot be is one clear sentence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date

from tumen.codebook import Codebook
from tumen.errors import FiguresError
from tumen.reconcile.figure_fields import Fields, json_lines, shown
from tumen.reconcile.figures import Ask, FigureClaim, FigureLimit, Sort
from tumen.reconcile.people import people_of
from tumen.reconcile.place_tree import PlaceTree
from tumen.records import Figure, Measure, Quantity

AT_LEAST = "at_least"
READINGS = ("exact", AT_LEAST)
FLOWS = ("into", "out_of", "by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What lines are held against: the places there are, and what kinds of claim mean."""

    tree: PlaceTree
    codebook: Codebook


def claims_of_lines(text: str, file: str, frame: Frame) -> tuple[FigureClaim, ...]:
    """Return the claims in *text*; those of `tumen read --json` without number or day are no figures."""
    seen: dict[str, int | None] = {}
    claims = []
    for fields in json_lines(text, file):
        _once(fields, seen)
        if (claim := _claim_of(fields, frame)) is not None:
            claims.append(claim)
    return tuple(claims)


def asks_of_lines(text: str, file: str, frame: Frame) -> tuple[Ask, ...]:
    """Return the quantities asked for, in their order."""
    seen: dict[str, int | None] = {}
    asks = []
    for fields in json_lines(text, file):
        _once(fields, seen)
        own = fields.part("quantity") if "quantity" in fields.values else fields
        asks.append(Ask(id=fields.text("id"), quantity=_quantity(own, frame)))
    return tuple(asks)


def limits_of_toml(text: str, file: str, frame: Frame) -> tuple[FigureLimit, ...]:
    """Return the limits in *text* that are not switched off."""
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FiguresError(file, None, f"it is no TOML: {error}.") from error
    listed = values.get("limit", [])
    if not isinstance(listed, list) or set(values) - {"limit"}:
        strange = ", ".join(sorted(set(values) - {"limit"})) or "limit"
        raise FiguresError(file, None, f"{strange!r}: every limit begins with [[limit]].")
    seen: dict[str, int | None] = {}
    found = []
    for number, own in enumerate(listed, start=1):
        where = f"{file}, limit {number}"
        if not isinstance(own, dict):
            raise FiguresError(where, None, f"{shown(own)} is no table under [[limit]].")
        fields = Fields(file=where, line=None, values={"id": f"limit-{number}", **own})
        _once(fields, seen)
        if fields.values.get("on", True) is not False:
            found.append(_limit(fields, frame))
    return tuple(found)


def check_apart(
    claims: tuple[FigureClaim, ...], limits: tuple[FigureLimit, ...], file: str
) -> None:
    """Refuse a limit with the id of a claim: the pins of a bound could be either."""
    taken = {claim.id for claim in claims}
    for limit in limits:
        if limit.id in taken:
            problem = f"the limit {limit.id!r} has the id of a claim. Give it another."
            raise FiguresError(file, None, problem)


def _once(fields: Fields, seen: dict[str, int | None]) -> None:
    id_ = fields.text("id")
    if id_ in seen:
        first = f" first in line {seen[id_]}" if seen[id_] is not None else ""
        fields.refuse(f"the id {id_!r} is used twice,{first or ' before'}. Give each its own.")
    seen[id_] = fields.line


# --- a claim ---------------------------------------------------------------------------


def _claim_of(fields: Fields, frame: Frame) -> FigureClaim | None:
    if "quantity" in fields.values:
        quantity: Quantity | None = _quantity(fields.part("quantity"), frame)
    elif "kind" in fields.values:
        quantity = _quantity_as_read(fields, frame)
    else:
        fields.refuse("there is no 'quantity' that says what is counted.")
    if quantity is None:
        return None
    low, high = _figure(fields.part("figure"), frame)
    if fields.one_of("reading", READINGS, "exact") == AT_LEAST:
        high = None
    id_ = fields.text("id")
    return FigureClaim(
        id=id_,
        quantity=quantity,
        low=low,
        high=high,
        origin=fields.text("origin", id_),
        weight=fields.weight(),
    )


def _figure(fields: Fields, frame: Frame) -> tuple[float | None, float | None]:
    low, high = fields.people("low"), fields.people("high")
    if low is not None and high is not None and low > high:
        fields.refuse(f"'low' is {low:g}, above 'high', which is {high:g}.")
    whole = all(end is None or float(end).is_integer() for end in (low, high))
    if fields.values.get("approximate") is not True or not whole:
        return low, high
    figure = Figure(
        wording=fields.text("wording", "about"),
        low=None if low is None else int(low),
        high=None if high is None else int(high),
        printed=fields.text("printed", "about"),
        approximate=True,
    )
    people = people_of(figure, "en", frame.codebook.vagueness)
    return (people.low if low is not None else None), people.high


def _quantity_as_read(fields: Fields, frame: Frame) -> Quantity | None:
    """Return what a claim of `tumen read --json` counts; None where it has no number or no day."""
    kind = frame.codebook.kinds.get(fields.text("kind"))
    if kind is None or not fields.has("figure") or not fields.has("period"):
        return None
    period, place = fields.part("period"), _place_as_read(fields, frame)
    if not period.has("end") or kind.measure not in {"stock", "flow"} or kind.planned:
        return None
    if kind.measure == "stock":
        day = period.day("end")
        return Quantity(measure=Measure.STOCK, state=kind.state, place=place, day=day)
    if not period.has("start"):
        return None
    return Quantity(
        measure=Measure.FLOW,
        into=kind.into or None,
        by=None if kind.into else kind.by,
        place=place,
        start=period.day("start"),
        end=period.day("end"),
    )


def _place_as_read(fields: Fields, frame: Frame) -> str:
    """Return the most special place that a claim as read names."""
    listed = fields.values.get("places")
    named = [p.get("id") for p in listed if isinstance(p, dict)] if isinstance(listed, list) else []
    known = [p for p in named if isinstance(p, str) and p in frame.tree.cells]
    for place in named:
        if place not in known:
            fields.refuse(_unknown(place))
    return max(known, key=lambda p: len(frame.tree.line(p)), default=frame.tree.area)


# --- a quantity ------------------------------------------------------------------------


def _quantity(fields: Fields, frame: Frame) -> Quantity:
    place = fields.text("place")
    if place not in frame.tree.cells:
        fields.refuse(_unknown(place))
    measure = Measure(fields.one_of("measure", [m.value for m in Measure]))
    if measure is Measure.STOCK:
        state, day = fields.text("state"), fields.day("day")
        return Quantity(measure=measure, state=state, place=place, day=day)
    start, end = fields.day("start"), fields.day("end")
    if start > end:
        fields.refuse(f"'start' is {start}, after 'end', which is {end}.")
    if measure is Measure.MEAN_STOCK:
        return Quantity(
            measure=measure, state=fields.text("state"), place=place, start=start, end=end
        )
    return _flow(fields, place, start, end)


def _flow(fields: Fields, place: str, start: date, end: date) -> Quantity:
    ways = [name for name in FLOWS if fields.has(name)]
    if len(ways) != 1:
        told = ", ".join(ways) or "none of them"
        fields.refuse(f"a flow has exactly one of 'into', 'out_of' and 'by'; here: {told}.")
    way = fields.text(ways[0])
    return Quantity(
        measure=Measure.FLOW,
        into=way if ways == ["into"] else None,
        out_of=way if ways == ["out_of"] else None,
        by=way if ways == ["by"] else None,
        state=fields.text("state") if ways == ["by"] and fields.has("state") else None,
        place=place,
        start=start,
        end=end,
    )


def _unknown(place: object) -> str:
    return f"the place {shown(place)} is not among the places. Give it a row there."


# --- a limit ---------------------------------------------------------------------------


def _limit(fields: Fields, frame: Frame) -> FigureLimit:
    place = fields.text("place")
    if place not in frame.tree.cells:
        fields.refuse(_unknown(place))
    sort = Sort(fields.one_of("kind", [s.value for s in Sort]))
    closed = sort is Sort.CLOSED
    start = fields.day("start") if closed else None
    end = fields.day("end") if closed else None
    if start and end and start > end:
        fields.refuse(f"'start' is {start}, after 'end', which is {end}.")
    return FigureLimit(
        id=fields.text("id"),
        sort=sort,
        place=place,
        most=0.0 if closed else fields.number("value" if sort is Sort.CAPACITY else "sigma"),
        pace=fields.number("rho") if sort in {Sort.ARRIVALS, Sort.DEPARTURES} else 0.0,
        state=fields.text("state") if fields.has("state") else None,
        by=fields.text("by") if fields.has("by") else None,
        start=start,
        end=end,
        origin=fields.text("origin", "no origin") if fields.has("origin") else "",
        weight=fields.weight(),
    )

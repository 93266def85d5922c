"""What somebody supposes will happen: the border reopens, so many are taken back, arrests go on.

A scenario is a TOML file.  What it does not say does not happen: without `[returns]` nobody is taken
back, without `[arrests]` nobody is arrested, without `[releases]` nobody is let go (§3.13).
"""

from __future__ import annotations

import calendar
import tomllib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta

from tumen.codebook import Codebook
from tumen.errors import FiguresError
from tumen.places import Gazetteer
from tumen.reconcile.assumptions import OF, OFF
from tumen.reconcile.figure_fields import Fields, shown

PERIODS = ("week", "month")
_DAYS_OF_WEEK = 7
# A table of more steps than this is no help to anybody, and each costs work.
MOST_STEPS = 1200

_KEYS = {
    "": ("title", "place", "start", "until", "every", "assume", "held", "returns", "arrests",
         "releases"),
    "held": ("low", "high"),
    "returns": ("from", "at_most", "per", "everybody"),
    "arrests": ("low", "high", "per"),
    "releases": ("low", "high", "per"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """So many people, or such a share of them, in each week or month; `high` None: no upper end."""

    low: float
    high: float | None
    per: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returns:
    """From when on people are taken back: at most so many in each period, or everybody held."""

    start: date
    pace: Pace | None  # None: everybody


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is supposed from `start` (None: the last day the claims tell of) to `until`."""

    file: str
    title: str
    place: str
    start: date | None
    until: date
    every: str
    assume: tuple[str, ...]
    held_low: int | None
    held_high: int | None
    returns: Returns | None
    arrests: Pace | None
    releases: Pace | None


def read_scenario(text: str, file: str, *, codebook: Codebook, gazetteer: Gazetteer) -> Scenario:
    """Return the scenario in *text*; raise FiguresError for the first value that cannot be."""
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise FiguresError(file, None, f"it is not valid TOML: {error}.") from error
    fields = Fields(file=file, line=None, values=values)
    _check_keys(fields, "")
    start = fields.day("start") if fields.has("start") else None
    if not fields.has("until"):
        fields.refuse("'until' is missing; say the last day, such as: until = 2021-03-31.")
    until = fields.day("until")
    if start is not None and start >= until:
        fields.refuse(f"'until' is {until}, not after 'start', which is {start}.")
    low, high = _held(fields)
    return Scenario(
        file=file,
        title=fields.text("title", "") if fields.has("title") else "",
        place=_place(fields, codebook, gazetteer),
        start=start,
        until=until,
        every=fields.one_of("every", PERIODS, "month"),
        assume=_assume(fields, codebook),
        held_low=low,
        held_high=high,
        returns=_returns(fields),
        arrests=_pace(fields, "arrests", _whole),
        releases=_pace(fields, "releases", _share),
    )


def steps_of(scenario: Scenario, start: date) -> tuple[date, ...]:
    """Return the days on which the steps end: those of months or weeks, and the last day."""
    days: list[date] = []
    day = start
    while day < scenario.until:
        day = min(_next(day, scenario.every), scenario.until)
        days.append(day)
        if len(days) > MOST_STEPS:
            raise FiguresError(
                scenario.file, None, f"'until' is {scenario.until}: that is more than "
                f"{MOST_STEPS:,} steps from {start}. Choose an earlier day."
            )  # fmt: skip
    return tuple(days)


def periods_in(first: date, last: date, per: str) -> float:
    """Return how many weeks or calendar months the days from *first* to *last*, both counted, are."""
    if first > last:
        return 0.0
    if per == "week":
        return ((last - first).days + 1) / _DAYS_OF_WEEK
    total, day = 0.0, first
    while day <= last:
        length = calendar.monthrange(day.year, day.month)[1]
        end = min(day.replace(day=length), last)
        total += ((end - day).days + 1) / length
        day = end + timedelta(days=1)
    return total


def _next(day: date, every: str) -> date:
    if every == "week":
        return day + timedelta(days=_DAYS_OF_WEEK)
    following = day + timedelta(days=1)
    return following.replace(day=calendar.monthrange(following.year, following.month)[1])


# --- the fields ---------------------------------------------------------------------------


def _check_keys(fields: Fields, table: str) -> None:
    for name in fields.values:
        if name not in _KEYS[table]:
            known = ", ".join(_KEYS[table])
            where = f" of [{table}]" if table else ""
            fields.refuse(f"there is no {name!r}{where}; it knows {known}.")


def _table(fields: Fields, name: str) -> Fields | None:
    if not fields.has(name):
        return None
    value = fields.values[name]
    if not isinstance(value, dict):
        fields.refuse(f"{name!r} is {shown(value)}; it should be a table: [{name}].")
    part = Fields(file=f"{fields.file}, [{name}]", line=None, values=value)
    _check_keys(part, name)
    return part


def _place(fields: Fields, codebook: Codebook, gazetteer: Gazetteer) -> str:
    place = fields.text("place", codebook.area)
    if place not in gazetteer.places:
        fields.refuse(
            f"'place' is {place!r}, which the gazetteer does not know; use an id such as "
            f"{codebook.area!r}."
        )
    return place


def _assume(fields: Fields, codebook: Codebook) -> tuple[str, ...]:
    value = fields.values.get("assume", [])
    if not isinstance(value, list):
        fields.refuse(f"'assume' is {shown(value)}; it should be a list of names.")
    for name in value:
        code = name.removeprefix(OFF).partition(OF)[0] if isinstance(name, str) else ""
        if code not in codebook.assumptions:
            known: Collection[str] = codebook.assumptions
            fields.refuse(f"'assume' has {shown(name)}; the codebook knows {', '.join(known)}.")
    return tuple(value)


def _held(fields: Fields) -> tuple[int | None, int | None]:
    part = _table(fields, "held")
    if part is None:
        return None, None
    low, high = (_whole(part, name) if part.has(name) else None for name in ("low", "high"))
    if low is not None and high is not None and low > high:
        part.refuse(f"'low' is {low:.0f}, more than 'high', which is {high:.0f}.")
    return (None if low is None else int(low)), (None if high is None else int(high))


def _returns(fields: Fields) -> Returns | None:
    part = _table(fields, "returns")
    if part is None:
        return None
    start = part.day("from")
    everybody = part.values.get("everybody", False)
    if not isinstance(everybody, bool):
        part.refuse(f"'everybody' is {shown(everybody)}; it should be true or false.")
    if everybody == part.has("at_most"):
        part.refuse("say either 'at_most', with 'per', or 'everybody = true'.")
    if everybody:
        return Returns(start=start, pace=None)
    pace = Pace(low=0.0, high=_whole(part, "at_most"), per=part.one_of("per", PERIODS, "month"))
    return Returns(start=start, pace=pace)


def _pace(fields: Fields, name: str, value: Callable[[Fields, str], float]) -> Pace | None:
    part = _table(fields, name)
    if part is None:
        return None
    low = value(part, "low") if part.has("low") else 0.0
    high = value(part, "high")
    if low > high:
        part.refuse(f"'low' is {low:g}, more than 'high', which is {high:g}.")
    return Pace(low=low, high=high, per=part.one_of("per", PERIODS, "month"))


def _whole(fields: Fields, name: str) -> float:
    value = fields.number(name)
    if value != int(value):
        fields.refuse(f"{name!r} is {shown(value)}; people come whole.")
    return value


def _share(fields: Fields, name: str) -> float:
    value = fields.number(name)
    if value > 1:
        fields.refuse(f"{name!r} is {shown(value)}; a share lies between 0 and 1.")
    return value

"""What follows, step by step, if a scenario comes true: bounds, no forecast (§3.13).

Each end of each bound is reached with every supposition at one of its ends: who are held at first and
who come in only add, who are let go or taken back only take away.  So the recursion below is exact,
and costs one step of arithmetic for each step of time.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tumen.codebook import Codebook
from tumen.errors import FiguresError
from tumen.reconcile.scenario import Pace, Scenario, periods_in, steps_of
from tumen.records import Bound, Measure

# The solver works to 1e-7; a count that is off by less is the whole number beside it.
_NOISE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The least and the most; None is open."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is so at the end of a day: who are held, and who were returned, let go, arrested since."""

    day: date
    held: Ends
    returned: Ends
    released: Ends
    arrested: Ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """A scenario, where it starts from, and every step; `known` is the bound that it rests on."""

    scenario: Scenario
    start: date
    held: Ends
    known: Bound | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Course:
    """One way in which all may go: every supposition at one of its ends."""

    held: bool  # at the upper end
    arrests: bool
    releases: bool
    returns: bool


def project(
    scenario: Scenario, bounds: Iterable[Bound], *, codebook: Codebook, as_of: date | None
) -> Projection:
    """Return what follows from *scenario* and the bounds of the case on who are held.

    Raises FiguresError where no day is known to start from, and where what the scenario says of
    those held cannot be with what the claims say.
    """
    known = _last_known(scenario, bounds, codebook)
    start = scenario.start or (known.quantity.day if known else as_of)
    if start is None:
        raise FiguresError(
            scenario.file,
            None,
            "no report has a date, so there is no day to start from; say 'start'.",
        )
    if start >= scenario.until:
        raise FiguresError(
            scenario.file, None,
            f"'until' is {scenario.until}, not after the day to start from, which is {start}.",
        )  # fmt: skip
    lasts = known is not None and (known.quantity.day == start or "persistence" in scenario.assume)
    held = _held(scenario, known if lasts else None)
    days = steps_of(scenario, start)
    runs = {name: _run(scenario, held, start, days, course) for name, course in _COURSES.items()}
    return Projection(
        scenario=scenario,
        start=start,
        held=held,
        known=known if lasts else None,
        steps=tuple(
            Step(
                day=day,
                held=_ends(runs["held_low"][at].held, runs["held_high"][at].held),
                returned=_ends(
                    runs["returned_low"][at].returned, runs["returned_high"][at].returned
                ),
                released=_ends(
                    runs["released_low"][at].released, runs["released_high"][at].released
                ),
                arrested=_ends(runs["held_low"][at].arrested, runs["held_high"][at].arrested),
            )
            for at, day in enumerate(days)
        ),
    )


# Which end of each supposition gives an end of a bound; "returns" False is: nobody who need not.
_COURSES = {
    "held_low": _Course(held=False, arrests=False, releases=True, returns=True),
    "held_high": _Course(held=True, arrests=True, releases=False, returns=False),
    "returned_low": _Course(held=False, arrests=False, releases=True, returns=False),
    "returned_high": _Course(held=True, arrests=True, releases=False, returns=True),
    "released_low": _Course(held=False, arrests=False, releases=False, returns=True),
    "released_high": _Course(held=True, arrests=True, releases=True, returns=False),
}


@dataclass(frozen=True, slots=True)
class _Stand:
    held: float
    returned: float = 0.0
    released: float = 0.0
    arrested: float = 0.0


def _run(
    scenario: Scenario, held: Ends, start: date, days: tuple[date, ...], course: _Course
) -> list[_Stand]:
    """Return where a course stands at the end of each step.

    Those held as a step begins are let go first, unless all are taken back; those who come in during
    it may be taken back in it.
    """
    first = (math.inf if held.high is None else held.high) if course.held else held.low
    stand, before, run = _Stand(float(first)), start, []
    for day in days:
        begins = before + timedelta(days=1)
        arrested = _number(scenario.arrests, begins, day, upper=course.arrests)
        released = 0.0
        if course.releases or not _empties(scenario, day):
            days_of = (begins, day)
            released = _released(scenario.releases, stand.held, days_of, upper=course.releases)
        left = _left(stand.held, released)
        returned = _returned(scenario, left + arrested, begins, day, upper=course.returns)
        stand = _Stand(
            held=0.0 if returned == left + arrested else left + arrested - returned,
            returned=stand.returned + returned,
            released=stand.released + released,
            arrested=stand.arrested + arrested,
        )
        run.append(stand)
        before = day
    return run


def _number(pace: Pace | None, first: date, last: date, *, upper: bool) -> float:
    if pace is None:
        return 0.0
    each = pace.high if upper else pace.low
    return math.inf if each is None else each * periods_in(first, last, pace.per)


def _released(pace: Pace | None, held: float, days: tuple[date, date], *, upper: bool) -> float:
    """Return how many of those held are let go: a share of them for each period that passes."""
    share = (pace.high if upper else pace.low) if pace else 0.0
    if not pace or not share:
        return 0.0
    part = 1.0 - math.pow(1.0 - share, periods_in(*days, pace.per))
    return held * part


def _returned(scenario: Scenario, there: float, first: date, last: date, *, upper: bool) -> float:
    """Return how many of those who are *there* are taken back."""
    returns = scenario.returns
    if returns is None or last < returns.start:
        return 0.0
    if returns.pace is None:
        return there
    if not upper:
        return 0.0
    return min(there, _number(returns.pace, max(first, returns.start), last, upper=True))


def _left(held: float, released: float) -> float:
    """Return who are left; of a number that nobody knows, all may be let go, or any number stay."""
    if math.isinf(held):
        return held
    return held - released


def _empties(scenario: Scenario, day: date) -> bool:
    """Tell whether everybody held is taken back in a step that ends on *day*."""
    returns = scenario.returns
    return returns is not None and returns.pace is None and day >= returns.start


def _ends(low: float, high: float) -> Ends:
    return Ends(
        low=0 if math.isinf(low) else max(math.ceil(low - _NOISE), 0),
        high=None if math.isinf(high) else math.floor(high + _NOISE),
    )


# --- where it starts from -----------------------------------------------------------------


def _last_known(scenario: Scenario, bounds: Iterable[Bound], codebook: Codebook) -> Bound | None:
    """Return the bound on those held at the place on the last day up to the start."""
    state = next(kind.state for kind in codebook.kinds.values() if kind.measure == "stock")
    fitting = [
        bound
        for bound in bounds
        if bound.quantity.measure is Measure.STOCK
        and (bound.quantity.state, bound.quantity.place) == (state, scenario.place)
        and bound.quantity.subject is None
        and bound.quantity.day is not None
        and bound.quantity.day <= (scenario.start or scenario.until)
    ]
    return max(fitting, key=lambda bound: bound.quantity.day or date.min, default=None)


def _held(scenario: Scenario, known: Bound | None) -> Ends:
    """Return who are held at first: what the claims allow, within what the scenario supposes."""
    least, most = (known.low, known.high) if known else (None, None)
    low = max(least or 0, scenario.held_low or 0)
    high = min((end for end in (most, scenario.held_high) if end is not None), default=None)
    if high is not None and low > high:
        raise FiguresError(
            f"{scenario.file}, [held]", None,
            f"at least {low:,} and at most {high:,} cannot both be: the claims allow "
            f"{least or 0:,} to {_open(most)}, and it supposes "
            f"{scenario.held_low or 0:,} to {_open(scenario.held_high)}.",
        )  # fmt: skip
    return Ends(low=low, high=high)


def _open(high: int | None) -> str:
    return "any number" if high is None else f"{high:,}"

"""§3.13: what follows from a scenario."""

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from tests.reconcile.test_scenario import background, read
from tumen.errors import FiguresError
from tumen.reconcile.scenario import Pace, Returns, Scenario, periods_in, steps_of
from tumen.reconcile.what_if import Ends, Projection, project
from tumen.records import Bound, Measure, Quantity

DAY = date(2020, 10, 28)
CLOSED = "until = 2021-03-31\nassume = ['persistence']\n[arrests]\nhigh = 25\n"


def held(low: int, high: int | None, day: date = DAY) -> Bound:
    quantity = Quantity(measure=Measure.STOCK, place="CN", state="detained", day=day)
    return Bound(quantity=quantity, low=low, high=high)


def projected(scenario: Scenario, *bounds: Bound) -> Projection:
    return project(scenario, bounds, codebook=background()[0], as_of=DAY)


def test_while_the_border_is_closed_nobody_is_sent_back() -> None:
    """The numbers of the seed text: 217 to 1,000 held, arrests go on."""
    last = projected(read(CLOSED), held(217, 1000)).steps[-1]

    assert last.held == Ends(low=217, high=1127)
    assert last.returned == Ends(low=0, high=0)
    assert last.arrested == Ends(low=0, high=127)


def test_so_many_are_taken_back_at_most_as_the_pace_allows() -> None:
    text = CLOSED + "[returns]\nfrom = 2021-01-01\nat_most = 100\n"
    last = projected(read(text), held(217, 1000)).steps[-1]

    assert last.returned == Ends(low=0, high=300)
    assert last.held == Ends(low=0, high=1127)


def test_where_everybody_is_taken_back_the_number_held_is_the_number_returned() -> None:
    text = CLOSED + "[returns]\nfrom = 2020-12-31\neverybody = true\n"
    last = projected(read(text), held(217, 1000)).steps[-1]

    assert last.returned == Ends(low=217, high=1127)
    assert last.held == Ends(low=0, high=0)


def test_those_who_are_let_go_are_a_share_of_those_held() -> None:
    text = "until = 2020-12-31\nstart = 2020-10-31\n[releases]\nlow = 0.1\nhigh = 0.5\n"
    last = projected(read(text), held(100, 200, date(2020, 10, 31))).steps[-1]

    assert last.released == Ends(low=19, high=150)  # a tenth twice, a half twice
    assert last.held == Ends(low=25, high=162)


def test_an_end_that_nobody_knows_stays_open() -> None:
    text = CLOSED + "[returns]\nfrom = 2021-01-01\nat_most = 100\n"
    last = projected(read(text), held(217, None)).steps[-1]

    assert last.held == Ends(low=0, high=None)
    assert last.returned == Ends(low=0, high=300)  # the pace is known


@pytest.mark.parametrize("share", ["0.5", "1"])
def test_of_a_number_that_nobody_knows_no_share_can_be_told(share: str) -> None:
    last = projected(read(CLOSED + f"[releases]\nhigh = {share}\n"), held(217, None)).steps[-1]

    assert last.held == Ends(low=0 if share == "1" else 7, high=None)
    assert last.released == Ends(low=0, high=None)


def test_a_stock_of_an_earlier_day_holds_only_if_nobody_leaves_unreported() -> None:
    later = "start = 2020-12-31\n"
    kept = projected(read(later + CLOSED), held(217, 1000))
    gone = projected(read(later + CLOSED.replace("'persistence'", "")), held(217, 1000))

    assert kept.held == Ends(low=217, high=1000)
    assert gone.held == Ends(low=0, high=None)
    assert gone.known is None


def test_what_is_supposed_of_those_held_narrows_what_the_claims_say() -> None:
    assert projected(read(CLOSED + "[held]\nhigh = 400\n"), held(217, 1000)).held.high == 400
    with pytest.raises(FiguresError, match="at least 217 and at most 100 cannot both be"):
        projected(read(CLOSED + "[held]\nhigh = 100\n"), held(217, 1000))


def test_without_a_day_there_is_nothing_to_start_from() -> None:
    with pytest.raises(FiguresError, match="no day to start from"):
        project(read("until = 2021-03-31"), (), codebook=background()[0], as_of=None)


PACES = st.builds(
    lambda low, more, per: Pace(low=float(low), high=float(low + more), per=per),
    st.integers(0, 20),
    st.integers(0, 40),
    st.sampled_from(["week", "month"]),
)
SHARES = st.builds(
    lambda low, more: Pace(low=low / 100, high=min(low + more, 100) / 100, per="month"),
    st.integers(0, 50),
    st.integers(0, 60),
)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    start = DAY + timedelta(days=draw(st.integers(0, 100)))
    pace = draw(st.none() | PACES)
    return replace(
        read("until = 2021-03-31"),
        every=draw(st.sampled_from(["week", "month"])),
        arrests=draw(st.none() | PACES),
        releases=draw(st.none() | SHARES),
        returns=draw(st.sampled_from([None, Returns(start=start, pace=pace)])),
    )


@given(scenarios(), st.integers(0, 300), st.integers(0, 300), st.randoms(use_true_random=False))
def test_whatever_happens_as_supposed_stays_within_the_bounds(
    scenario: Scenario, least: int, more: int, dice: object
) -> None:
    """§3.13, by throwing dice: a course that keeps to the scenario leaves no bound."""
    chance = dice.random  # type: ignore[attr-defined]
    projection = projected(scenario, held(least, least + more))
    there, returned, released, before = float(least + more * chance()), 0.0, 0.0, DAY
    for step, day in zip(projection.steps, steps_of(scenario, DAY), strict=True):
        first = before + timedelta(days=1)
        arrests, releases = scenario.arrests, scenario.releases
        come = (
            (arrests.low + ((arrests.high or 0) - arrests.low) * chance())
            * periods_in(first, day, arrests.per)
            if arrests
            else 0.0
        )
        share = (
            1
            - (1 - (releases.low + ((releases.high or 0) - releases.low) * chance()))
            ** periods_in(first, day, releases.per)
            if releases
            else 0.0
        )
        go = there * share
        there += come - go
        released += go
        if scenario.returns and day >= scenario.returns.start:
            pace = scenario.returns.pace
            most = (
                (pace.high or 0) * periods_in(max(first, scenario.returns.start), day, pace.per)
                if pace
                else there
            )
            back = there if pace is None else min(there, most) * chance()
            there -= back
            returned += back
        before = day
        for ends, value in (
            (step.held, there),
            (step.returned, returned),
            (step.released, released),
        ):
            assert ends.low <= math.ceil(value + 1e-6)
            assert ends.high is not None
            assert math.floor(value - 1e-6) <= ends.high


@given(scenarios(), st.integers(0, 300), st.integers(1, 300))
def test_a_wider_start_never_narrows_what_follows(
    scenario: Scenario, least: int, more: int
) -> None:
    narrow = projected(scenario, held(least, least + more)).steps
    wide = projected(scenario, held(0, least + more + 10)).steps

    for one, other in zip(narrow, wide, strict=True):
        assert other.held.low <= one.held.low
        assert (one.held.high or 0) <= (other.held.high or 0)
        assert (one.returned.high or 0) <= (other.returned.high or 0)

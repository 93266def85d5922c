from __future__ import annotations

from tests.build import a_day, a_period
from tests.lineage.world import Telling, exactly, place, sketcher, sketches
from tumen.lineage.steps import ends_of, last_news, steps_of

DANDONG, SHENYANG = place("Dandong"), place("Shenyang")
KINDS = sketcher().kinds


def test_a_state_that_lasts_is_one_step_up_to_the_last_day_it_is_told_of() -> None:
    told = Telling("RFA", "2020-10-30")
    told.says(exactly(20), places=DANDONG, period=a_day("2020-10-05"))
    told.says(exactly(20), places=DANDONG, period=a_day("2020-10-30"))
    (step,) = steps_of(sketches(told), kinds=KINDS)

    assert (str(step.first_day), str(step.last_day)) == ("2020-10-05", "2020-10-30")
    assert len(step.claims) == 2


def test_two_arrests_far_apart_are_two_steps_and_undated_ones_come_last() -> None:
    told = Telling("RFA", None)
    told.says(exactly(20), kind="released", places=DANDONG)
    told.says(exactly(20), kind="arrested", places=DANDONG, period=a_day("2020-10-05"))
    told.says(exactly(20), kind="arrested", places=DANDONG, period=a_day("2020-03-05"))
    told.says(exactly(20), kind="arrested", places=DANDONG, period=a_day("2020-03-07"))
    steps = steps_of(sketches(told), kinds=KINDS)

    assert [(step.kind, len(step.claims)) for step in steps] == [
        ("arrested", 2),
        ("arrested", 1),
        ("released", 1),
    ]


def test_an_end_is_where_nothing_leads_out_of() -> None:
    told = Telling("RFA", None).says(exactly(20), kind="arrested", period=a_day("2020-03-05"))
    told.says(exactly(20), kind="arrived", period=a_day("2020-05-05"))
    told.says(exactly(3), kind="died", period=a_day("2020-04-05"))
    members = sketches(told)

    assert ends_of(members, members[0], kinds=KINDS) == ("arrived", ("died",))
    assert ends_of(members[:1], members[0], kinds=KINDS) == ("unknown", ())


def test_no_news_are_later_than_the_report_that_brings_them() -> None:
    told = Telling("RFA", "2020-10-05")
    told.says(exactly(20), kind="at_risk", period=a_period("2020-10-01", "2020-12-31"))
    (sketch,) = sketches(told)

    assert last_news([sketch], set()) == sketch.published
    assert last_news([sketch], {sketch.id}) is None

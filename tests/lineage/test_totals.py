"""A total is at all places of the groups that add up to it."""

from __future__ import annotations

from tests.build import a_day, a_period
from tests.lineage.world import Telling, exactly, place, sketcher, sketches
from tumen.lineage.totals import adds_up, at_all_places, parts_of
from tumen.records import Period

WEEK = a_period("2012-02-08", "2012-02-13")
SHENYANG, CHANGCHUN, YANJI = place("Shenyang"), place("Changchun"), place("Yanji")
LEAVES = {"CN-LN-shenyang", "CN-JL-changchun", "CN-JL-yanji"}


def told(total: int, *, last: Period = WEEK) -> Telling:
    """Return a report that says "33 were caught" and tells of three groups."""
    telling = Telling("Dong-A Ilbo", "2012-02-14")
    telling.says(exactly(total), kind="arrested", places=SHENYANG, period=WEEK)
    telling.says(exactly(12), kind="arrested", places=SHENYANG, period=a_day("2012-02-08"))
    telling.says(exactly(8), kind="arrested", places=SHENYANG, period=a_day("2012-02-08"))
    telling.says(exactly(7), kind="arrested", places=CHANGCHUN, period=a_day("2012-02-11"))
    telling.says(exactly(11), kind="arrested", places=YANJI, period=last)
    return telling


def test_a_total_has_the_places_of_its_parts() -> None:
    total, *parts = at_all_places(sketches(told(31)), kinds=sketcher().kinds)

    assert len(total.leaves) == len(LEAVES)
    assert all(len(part.leaves) == 1 for part in parts)


def test_a_number_to_which_nothing_adds_up_stays_where_it_is() -> None:
    total, *_ = at_all_places(sketches(told(50)), kinds=sketcher().kinds)

    assert len(total.leaves) == 1


def test_what_happened_at_another_time_is_no_part() -> None:
    after = a_day("2012-03-01")
    total, *_ = at_all_places(sketches(told(31, last=after)), kinds=sketcher().kinds)

    assert len(total.leaves) == 1


def test_of_one_place_and_day_the_largest_number_counts() -> None:
    total, twelve, eight, *_ = sketches(told(30))

    assert len(parts_of(total, sketches(told(30)), kinds=sketcher().kinds)) == 4
    assert adds_up(total, twelve, sketches(told(30)), kinds=sketcher().kinds)
    assert not adds_up(eight, twelve, sketches(told(30)), kinds=sketcher().kinds)

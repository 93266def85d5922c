"""Of two reports, one group of the one is one group of the other."""

from __future__ import annotations

from tests.build import a_day, a_period
from tests.lineage.world import Telling, exactly, place, sketches
from tumen.lineage.evidence import Evidence
from tumen.lineage.forest import Link
from tumen.lineage.matching import (
    are_apart,
    best_of_both,
    without_mismatches,
    without_second_groups,
)
from tumen.lineage.sketch import Sketch

EIGHTH, ELEVENTH = a_day("2012-02-08"), a_period("2012-02-11", "2012-02-12")
SHENYANG, CHANGCHUN = place("Shenyang"), place("Changchun")


def link(child: Sketch, parent: Sketch, score: float, code: str = "same_figure") -> Link:
    return Link(child=child, parent=parent, evidence=Evidence(score=score, codes=(code,)))


def caught(publisher: str, *numbers: int) -> Telling:
    told = Telling(publisher, "2012-02-16")
    for number in numbers:
        told.says(exactly(number), kind="arrested", places=SHENYANG, period=EIGHTH)
    return told


def test_who_tells_the_very_number_has_changed_no_other_into_it() -> None:
    twelve, seven, its_twelve, its_nine = sketches(caught("KBS", 12, 7), caught("SBS", 12, 9))
    very = link(its_twelve, twelve, 5.0)
    mismatch = link(its_nine, twelve, 4.0, "figure_differs")
    left = link(its_nine, seven, 4.0, "figure_differs")

    assert without_mismatches((very, mismatch, left)) == (very, left)


def test_the_best_of_both_is_best_for_either_end() -> None:
    twelve, its_twelve, another = sketches(caught("KBS", 12), caught("SBS", 12, 12))
    good, bad = link(its_twelve, twelve, 5.0), link(another, twelve, 4.0)

    assert best_of_both((good, bad)) == (good,)


def test_as_many_of_another_place_are_no_second_counterpart() -> None:
    first = caught("KBS", 12)
    second = caught("SBS", 12)
    second.says(exactly(12), kind="arrested", places=CHANGCHUN, period=ELEVENTH)
    twelve, here, there = sketches(first, second)
    plain, doubtful = link(here, twelve, 6.0), link(there, twelve, 4.0)

    assert without_second_groups((plain, doubtful)) == (plain,)
    assert without_second_groups((doubtful,)) == (doubtful,)


def test_a_headline_and_its_text_are_both_counterparts() -> None:
    twelve, one, other = sketches(caught("KBS", 12), caught("SBS", 12, 12))
    both = (link(one, twelve, 6.0), link(other, twelve, 4.0))

    assert without_second_groups(both) == both


def test_apart_are_places_and_days_that_do_not_meet() -> None:
    told = caught("KBS", 12)
    told.says(exactly(12), kind="arrested", places=CHANGCHUN, period=EIGHTH)
    told.says(exactly(12), kind="arrested", places=SHENYANG, period=ELEVENTH)
    told.says(exactly(12), kind="arrested", places=SHENYANG)
    first, elsewhere, later, undated = sketches(told)

    assert [are_apart(first, other) for other in (elsewhere, later, undated)] == [True, True, False]

"""The fate of a group: the same people through what is told of them, and never two that look alike."""

from __future__ import annotations

from datetime import date

from hypothesis import given, strategies as st

from tests.build import a_day, a_period
from tests.lineage.test_lookalikes import TWO_EVENTS
from tests.lineage.world import (
    CHINA,
    FEBRUARY,
    JILIN,
    MEDIA,
    OCTOBER,
    SOURCE,
    Telling,
    about,
    codebook,
    exactly,
    gazetteer,
    place,
    sketcher,
    sketches,
    traced,
)
from tumen.lineage import follow
from tumen.lineage.follow import is_of_a_group
from tumen.records import Group, Modality, Period

CITING = (("Daily NK", MEDIA),)
DANDONG, SHENYANG = place("Dandong"), place("Shenyang")


def followed(*tellings: Telling) -> tuple[Group, ...]:
    return follow(
        [telling.report for telling in tellings],
        [claim for telling in tellings for claim in telling.claims],
        traced(*tellings),
        codebook=codebook(),
        gazetteer=gazetteer(),
    )


def caught() -> Telling:
    """Return a first report: 20 caught in Dandong and held there."""
    told = Telling("Daily NK", "2020-10-16")
    told.says(about(20), kind="arrested", places=DANDONG, period=OCTOBER, by=SOURCE, group="g")
    told.says(
        about(20), kind="detained", places=DANDONG, period=a_day("2020-10-16"), by=SOURCE, group="g"
    )
    return told


def later(kind: str, day: str, number: int = 20, publisher: str = "RFA") -> Telling:
    """Return a report that cites the first one and tells what came after."""
    told = Telling(publisher, day)
    told.says(
        about(20), kind="arrested", places=DANDONG, period=OCTOBER, by=(*CITING, *SOURCE), group="h"
    )
    told.says(exactly(number), kind=kind, places=DANDONG, period=a_day(day), group="h")
    return told


def kinds_of(group: Group) -> list[str]:
    return [step.kind for step in group.steps]


def test_a_group_is_followed_from_report_to_report() -> None:
    (group,) = followed(caught(), later("returned", "2020-11-20"))

    assert kinds_of(group) == ["arrested", "detained", "returned"]
    assert (group.outcome, group.reports) == ("returned", 2)
    assert (group.last_news, group.silent_days) == (date(2020, 11, 20), 0)


def test_where_nobody_tells_the_end_is_unknown_and_the_silence_is_counted() -> None:
    other = Telling("KBS", "2020-12-05").says(exactly(3), kind="arrested", places=SHENYANG)

    group = next(g for g in followed(caught(), other) if len(g.claims) == 2)

    assert (group.outcome, group.last_news) == ("unknown", date(2020, 10, 16))
    assert group.silent_days == 50


def test_a_copy_brings_no_news() -> None:
    copy = Telling("A Site", "2020-12-05")
    copy.says(about(20), kind="arrested", places=DANDONG, period=OCTOBER, by=(*CITING, *SOURCE))

    (group,) = followed(caught(), copy)

    assert (group.reports, group.last_news) == (2, date(2020, 10, 16))


def test_two_ends_of_one_time_are_disputed_and_the_later_one_counts() -> None:
    back, free = later("returned", "2020-11-20"), later("released", "2020-11-21", publisher="KBS")
    much_later = later("released", "2020-12-21", publisher="KBS")

    assert [g.outcome for g in followed(caught(), back, much_later)] == ["released"]
    assert [g.outcome for g in followed(caught(), back, free)] == ["released"]
    same_day = later("released", "2020-11-20", publisher="KBS")
    assert [g.outcome for g in followed(caught(), back, same_day)] == ["disputed"]


def test_what_happened_to_some_is_no_end_of_all() -> None:
    (group,) = followed(caught(), later("released", "2020-11-20", number=12))

    assert (group.outcome, group.partly) == ("unknown", ("released",))


def test_what_is_feared_is_no_end() -> None:
    told = caught()
    told.says(
        about(20),
        kind="returned",
        places=DANDONG,
        period=a_day("2020-10-30"),
        modality=Modality.EXPECTED,
        by=SOURCE,
        group="g",
    )
    (group,) = followed(told)

    assert group.outcome == "unknown"
    assert [step.expected for step in group.steps] == [False, False, True]


def test_people_who_are_then_held_elsewhere_were_moved() -> None:
    told = caught()
    told.says(
        about(20),
        kind="detained",
        places=SHENYANG,
        period=a_day("2020-10-30"),
        by=SOURCE,
        group="g",
    )
    (group,) = followed(told)

    assert [(step.kind, step.moved) for step in group.steps] == [
        ("arrested", False),
        ("detained", False),
        ("detained", True),
    ]


def test_groups_that_only_look_alike_are_never_joined() -> None:
    for tellings in TWO_EVENTS.values():
        for group in followed(*tellings):
            assert group.reports == 1


def test_two_groups_of_one_report_stay_two_though_another_report_makes_them_one() -> None:
    source = caught()
    source.says(about(20), kind="detained", places=DANDONG, period=FEBRUARY, group="other")
    merged = Telling("NEWS Post Seven", "2020-10-31", language="ja")
    merged.says(
        about(20, wording="約"),
        kind="detained",
        places=DANDONG,
        period=a_period("2020-02-01", "2020-10-31"),
        by=CITING,
    )

    groups = followed(source, merged)

    assert {frozenset(kinds_of(g)) for g in groups if source.claims[0].id in g.claims} == {
        frozenset({"arrested", "detained"})
    }
    of = {claim: group.id for group in groups for claim in group.claims}
    assert of[source.claims[0].id] != of[source.claims[2].id]


def test_estimates_denials_and_all_who_live_somewhere_are_no_group() -> None:
    told = Telling("RFA", "2020-10-16")
    told.says(exactly(200), modality=Modality.ESTIMATED).says(exactly(200), kind="residing")
    told.says(exactly(200), modality=Modality.DENIED).says(None).says(exactly(200), places=CHINA)
    told.says(exactly(200), kind="border_closed").says(exactly(200), places=JILIN)

    fit = [is_of_a_group(sketch, kinds=sketcher().kinds) for sketch in sketches(told)]

    assert fit == [False, False, False, False, False, False, True]


@given(st.permutations(range(3)))
def test_the_order_of_the_reports_changes_nothing(order: list[int]) -> None:
    told = (caught(), later("returned", "2020-11-20"), later("released", "2020-11-21"))

    assert followed(*(told[n] for n in order)) == followed(*told)


def test_reports_without_a_date_have_no_silence() -> None:
    told = Telling("RFA", None).says(exactly(20), kind="arrested", places=DANDONG)
    dated: Period = a_day("2020-10-05")
    known = Telling("KBS", None).says(exactly(7), kind="arrested", places=SHENYANG, period=dated)

    groups = followed(told, known)

    assert [(group.last_news, group.silent_days) for group in groups] == [
        (date(2020, 10, 5), None),
        (None, None),
    ]

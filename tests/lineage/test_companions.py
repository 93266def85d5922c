"""A group that is told beside another: its date may have moved; alone it stays another group."""

from __future__ import annotations

from tests.build import a_day, a_period
from tests.lineage.world import (
    FEBRUARY,
    JILIN,
    LIAONING,
    MEDIA,
    OCTOBER,
    SOURCE,
    Speakers,
    Telling,
    about,
    exactly,
    links,
    place,
    the_link,
    traced,
    twenty_women_of_october,
    types,
)
from tumen.records import Lineage

PAPER: Speakers = (("Changchun Daily", MEDIA),)
DANDONG = place("Dandong")
SINCE_FEBRUARY = a_period("2020-02-01", "2020-10-31")


def two_hundred(told: Telling, *, by: Speakers = SOURCE) -> Telling:
    return told.says(exactly(200), kind="return_refused", places=JILIN, period=OCTOBER, by=by)


def twenty_since_february(told: Telling, *, by: Speakers = PAPER) -> Telling:
    return told.says(
        about(20, wording="約"),
        kind="detained",
        places=LIAONING,
        since=FEBRUARY,
        period=SINCE_FEBRUARY,
        by=by,
    )


def the_source() -> Telling:
    return Telling("Daily NK", "2020-10-16")


def the_retelling(published: str = "2020-10-31") -> Telling:
    return Telling("NEWS Post Seven", published, language="ja")


def moved(lineage: Lineage) -> list[str]:
    """Return the children whose date a companion shows to have moved."""
    return [r.child for r in lineage.retellings if "companion" in r.because]


def test_a_group_beside_one_that_is_retold_is_retold_with_another_date() -> None:
    first = twenty_women_of_october(two_hundred(the_source()))
    second = twenty_since_february(two_hundred(the_retelling(), by=PAPER))
    lineage = traced(first, second)
    link = the_link(lineage, second.claims[1])

    assert (link.parent, "date_reanchored" in types(link)) == (first.claims[2].id, True)
    assert len(lineage.origins) == 1


def test_it_is_the_group_of_that_account_and_not_the_one_of_that_date() -> None:
    first = twenty_women_of_october(two_hundred(the_source()))
    first.says(about(20), places=DANDONG, period=FEBRUARY)  # background, in the outlet's own words
    second = twenty_since_february(two_hundred(the_retelling(), by=PAPER))

    assert (second.claims[1].id, first.claims[2].id) in links(traced(first, second))


def test_the_order_of_the_reports_changes_nothing() -> None:
    first = twenty_women_of_october(two_hundred(the_source()))
    second = twenty_since_february(two_hundred(the_retelling(), by=PAPER))

    assert traced(first, second) == traced(second, first)


def test_without_the_other_group_they_stay_apart() -> None:
    first = twenty_women_of_october(the_source())
    second = twenty_since_february(the_retelling())

    assert len(traced(first, second).origins) == 2


def test_a_companion_of_another_speaker_vouches_for_nothing() -> None:
    first = twenty_women_of_october(two_hundred(the_source()))
    second = twenty_since_february(two_hundred(the_retelling(), by=PAPER), by=SOURCE)

    assert moved(traced(first, second)) == []


def test_a_number_that_anybody_may_have_is_no_companion() -> None:
    first = twenty_women_of_october(the_source()).says(exactly(5), period=OCTOBER, by=SOURCE)
    second = twenty_since_february(the_retelling().says(exactly(5), period=OCTOBER, by=PAPER))

    assert moved(traced(first, second)) == []


def test_who_tells_both_groups_has_moved_neither() -> None:
    first = twenty_women_of_october(two_hundred(the_source()))
    second = two_hundred(the_retelling(), by=PAPER)
    twenty_since_february(twenty_women_of_october(second, by=PAPER))

    assert moved(traced(first, second)) == []


def test_where_the_source_tells_both_groups_neither_is_moved() -> None:
    first = twenty_since_february(twenty_women_of_october(two_hundred(the_source())), by=SOURCE)
    second = twenty_since_february(two_hundred(the_retelling(), by=PAPER))

    assert moved(traced(first, second)) == []


def test_two_years_of_one_outlets_statistics_are_not_companions() -> None:
    """The total of the year before is printed again, and a part happens to be as great again."""
    total = a_period("2019-01-01", "2019-12-31")
    first = Telling("Ministry", "2020-01-20")
    first.says(exactly(1047), kind="arrested", places=JILIN, period=total)
    first.says(
        exactly(60), kind="arrested", places=LIAONING, period=a_period("2019-01-01", "2019-03-31")
    )
    second = Telling("Ministry", "2021-01-20")
    second.says(exactly(1047), kind="arrested", places=JILIN, period=total)
    second.says(
        exactly(60), kind="arrested", places=LIAONING, period=a_period("2020-01-01", "2020-03-31")
    )
    linked = links(traced(first, second))

    assert (second.claims[0].id, first.claims[0].id) in linked
    assert second.claims[1].id not in {child for child, _ in linked}


def test_reports_of_two_seasons_are_not_companions() -> None:
    first = twenty_women_of_october(two_hundred(the_source()))
    second = twenty_since_february(two_hundred(the_retelling("2021-02-20"), by=PAPER))

    assert moved(traced(first, second)) == []


# --- another number --------------------------------------------------------------------

EIGHTH = a_day("2012-02-08")


def caught(publisher: str, number: int, *more: int, total: int = 31) -> Telling:
    """Return a report that tells how many were caught, and how many at Shenyang on one day."""
    told = Telling(publisher, "2012-02-16")
    told.says(exactly(total), kind="arrested", places=JILIN, period=a_period(*WEEK))
    for one in (number, *more):
        told.says(exactly(one), kind="arrested", places=place("Shenyang"), period=EIGHTH)
    return told


WEEK = ("2012-02-08", "2012-02-12")


def test_a_group_beside_one_that_is_retold_is_retold_with_another_number() -> None:
    first, second = caught("Dong-A Ilbo", 12), caught("ICNK", 10)
    lineage = traced(first, second)
    pair = {first.claims[1].id, second.claims[1].id}
    (link,) = [r for r in lineage.retellings if {r.child, r.parent} == pair]

    assert types(link) == ["figure_changed"]


def test_without_the_group_beside_it_another_number_is_another_group() -> None:
    assert moved(traced(caught("Dong-A Ilbo", 12), caught("ICNK", 10, total=90))) == []


def test_of_two_numbers_that_could_be_meant_neither_is() -> None:
    assert moved(traced(caught("Dong-A Ilbo", 12, 11), caught("ICNK", 10))) == []


def test_who_tells_the_very_number_as_well_has_changed_none() -> None:
    assert moved(traced(caught("Dong-A Ilbo", 12), caught("ICNK", 12, 10))) == []

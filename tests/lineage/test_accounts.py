from __future__ import annotations

from dataclasses import replace

from tests.build import a_day, a_period
from tests.lineage.world import (
    ANONYMOUS,
    CHINA,
    FEBRUARY,
    JILIN,
    LIAONING,
    NGO,
    OCTOBER,
    SOURCE,
    Telling,
    about,
    at_least,
    exactly,
    place,
    sketcher,
    sketches,
)
from tumen.lineage.accounts import accounts
from tumen.lineage.evidence import Evidence
from tumen.lineage.forest import Link


def joined(telling: Telling) -> set[frozenset[int]]:
    """Return which claims of a report are joined, by their place in the telling."""
    told = sketches(telling)
    at = {sketch.id: place for place, sketch in enumerate(told)}
    pairs = accounts(told, [], kinds=sketcher().kinds)
    return {frozenset((at[one.id], at[other.id])) for one, other in pairs}


def test_what_one_source_says_of_two_places_is_one_account():
    told = Telling("Daily NK", None)
    told.says(about(20), places=LIAONING, by=SOURCE).says(exactly(200), places=JILIN, by=SOURCE)

    assert joined(told) == {frozenset({0, 1})}


def test_a_source_speaks_of_two_countries_in_two_accounts():
    told = Telling("Yonhap", None).says(exactly(30), places=CHINA, by=SOURCE)
    told.says(exactly(2), kind="died", places=(("KP", "North Korea"),), by=SOURCE)

    assert joined(told) == set()


def test_two_named_speakers_are_two_accounts():
    told = Telling("Chosun Ilbo", None).says(about(220), by=(("Kim Hoe-tae", NGO),))
    told.says(exactly(300), by=(("NKDB", NGO),))

    assert joined(told) == set()


def test_an_outlets_own_words_on_another_date_are_another_account():
    told = Telling("Daily NK", None)
    told.says(about(20), places=place("Dandong"), period=OCTOBER, by=SOURCE)
    told.says(about(20), places=place("Dandong"), period=FEBRUARY)

    assert joined(told) == set()


def test_a_lead_rests_on_parts_that_add_up_to_it():
    told = Telling("Dong-A Ilbo", None).says(exactly(33), kind="arrested", places=CHINA)
    told.says(exactly(12), kind="arrested", places=place("Shenyang"), by=(("활동가들", NGO),))
    told.says(exactly(18), kind="arrested", places=JILIN, by=(("활동가들", NGO),))
    told.says(exactly(5), kind="arrested", places=place("Shenyang"))

    assert {0, 1} in joined(told)


def test_a_lead_of_1000_does_not_rest_on_a_source_of_220():
    told = Telling("NEWS Post Seven", None).says(at_least(1000), places=CHINA)
    told.says(exactly(200), places=JILIN, by=SOURCE).says(about(20), places=LIAONING, by=SOURCE)

    assert joined(told) == {frozenset({1, 2})}


def test_the_arrested_of_september_are_those_held_in_december():
    told = Telling("Chosun Ilbo", None)
    told.says(exactly(40), places=place("Qingdao"), period=a_day("2020-12-30"))
    told.says(
        exactly(40),
        kind="arrested",
        places=place("Qingdao"),
        period=a_day("2020-09-13"),
        by=(("an activist", NGO),),
    )

    assert joined(told) == {frozenset({0, 1})}


def test_one_group_of_people_is_one_account_whatever_happens_to_it():
    told = Telling("RFA", None).says(exactly(12), kind="arrested", group="g1")
    told.says(exactly(11), kind="arrived", group="g1")

    assert joined(told) == {frozenset({0, 1})}


def test_an_organisation_that_publishes_itself_is_one_source() -> None:
    """41 and 51, and the 92 they are: whoever counts them is no outlet that passes things on."""
    period = a_period("2016-06-01", "2017-09-18")
    counts = Telling("HRW", "2017-09-18")
    for number in (41, 51, 92):
        counts.says(exactly(number), kind="arrested", places=CHINA, period=period)
    own = [
        replace(
            sketch,
            claim=replace(
                sketch.claim, attribution=(replace(sketch.claim.attribution[0], type=NGO),)
            ),
        )
        for sketch in sketches(counts)
    ]
    joined_ids = {
        frozenset((one.id, other.id)) for one, other in accounts(own, [], kinds=sketcher().kinds)
    }

    assert len(joined_ids) == 3


def test_of_two_copies_one_alone_tells_what_is_one_account() -> None:
    """Which of the two was first nobody knows: one claim hangs below the copy, the other above."""
    told = [Telling(outlet, "2020-10-16") for outlet in ("RFA", "A Site")]
    for telling in told:
        for number in (30, 12):
            telling.says(exactly(number), by=(("a man", ANONYMOUS),))
    here, other, copy_of_here, copy_of_other = sketches(*told)
    evidence = Evidence(score=9.0, codes=("copied_report",))
    links = [
        Link(child=copy_of_here, parent=here, evidence=evidence),
        Link(child=other, parent=copy_of_other, evidence=evidence),
    ]

    joined = list(
        accounts((here, other, copy_of_here, copy_of_other), links, kinds=sketcher().kinds)
    )

    assert joined
    assert len({sketch.report.id for pair in joined for sketch in pair}) == 1


def test_a_lead_of_no_certain_day_and_number_is_of_no_group_in_particular() -> None:
    """ "They were refused" above a group of October and one of February is not the latter's."""
    told = Telling("Daily NK", "2020-10-16")
    told.says(None, kind="return_refused", places=CHINA, period=a_period(None, "2020-10-16"))
    told.says(exactly(20), kind="return_refused", period=a_period("2020-02-01", "2020-02-29"))

    assert joined(told) == set()

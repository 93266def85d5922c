from __future__ import annotations

from dataclasses import replace

from tests.build import a_period
from tests.lineage.world import (
    ANONYMOUS,
    CHINA,
    JILIN,
    NONE,
    OCTOBER,
    STATE,
    Telling,
    exactly,
    place,
    sketcher,
    sketches,
)
from tumen.lineage.sketch import Firmness, days_of, sketches_of
from tumen.records import Modality


def test_the_most_special_places_stand_for_all_above_them():
    (sketch,) = sketches(Telling("RFA", None).says(exactly(20), places=place("Dandong")))

    assert sketch.leaves == {"CN-LN-dandong"}
    assert {"CN", "CN-LN", "CN-LN-dandong"} <= sketch.above
    assert "CN" not in sketch.districts
    assert sketch.depth > 2


def test_a_country_alone_is_its_own_district():
    (sketch,) = sketches(Telling("RFA", None).says(exactly(20), places=CHINA))

    assert sketch.districts == sketch.leaves == {"CN"}


def test_a_place_that_the_gazetteer_does_not_know_is_kept():
    (sketch,) = sketches(Telling("RFA", None).says(exactly(20), places=(("XX-1", "Nowhere"),)))

    assert sketch.leaves == sketch.above == {"XX-1"}


def test_a_party_to_the_matter_is_not_the_one_who_tells_it():
    by = (("a source in China", ANONYMOUS), ("the North Korean side", STATE))
    (refused,) = sketches(
        Telling("Daily NK", None).says(exactly(200), kind="return_refused", by=by)
    )
    (counted,) = sketches(
        Telling("Yonhap", None).says(exactly(229), kind="arrived", by=(("the ministry", STATE),))
    )

    assert refused.mouth
    assert refused.mouth.name == "a source in China"
    assert counted.mouth
    assert counted.mouth.name == "the ministry"
    assert not counted.is_own_voice


def test_hearsay_is_told_by_nobody():
    (sketch,) = sketches(Telling("RFA", None).says(exactly(20), by=(("", NONE),)))

    assert sketch.mouth is None
    assert sketch.is_own_voice
    assert sketch.is_hearsay


def test_the_publisher_comes_from_the_report_then_its_address_then_the_first_hop():
    telling = Telling("Daily NK", None).says(exactly(20))
    report, (claim,) = telling.report, telling.claims
    unnamed = replace(report, publisher="")
    addressed = replace(unnamed, url="https://www.dailynk.com/english/1")

    assert sketcher().publisher(report, claim) == "daily-nk"
    assert sketcher().publisher(addressed, replace(claim, attribution=())) == "daily-nk"
    assert sketcher().publisher(unnamed, claim) == "daily-nk"
    assert sketcher().publisher(unnamed, replace(claim, attribution=())) == ""


def test_modalities_fall_into_firmness_as_two_readers_agree_on_it():
    told = {
        modality: sketches(Telling("RFA", None).says(exactly(20), modality=modality))[0].firmness
        for modality in Modality
    }

    assert told[Modality.OFFICIAL] is told[Modality.REPORTED] is Firmness.ASSERTED
    assert told[Modality.ESTIMATED] is Firmness.THOUGHT
    assert told[Modality.EXPECTED] is Firmness.EXPECTED


def test_an_east_asian_character_is_as_long_as_two_latin_ones():
    english = replace(Telling("RFA", None).says(exactly(20)).report, id="r-1", text="abcd")
    korean = replace(english, id="r-2", text="탈북")

    assert sketcher().length(english) == sketcher().length(korean) == 4


def test_days_are_ordinals_and_open_ends_stay_open():
    assert days_of(OCTOBER)[1] == OCTOBER.last_day.toordinal()  # type: ignore[union-attr]
    assert days_of(a_period(None, "2020-10-10"))[0] is None
    assert days_of(None) == (None, None)


def test_sketches_come_once_each_in_the_order_of_ids():
    telling = Telling("RFA", None).says(exactly(20)).says(exactly(30), places=JILIN)
    claims = (*telling.claims, *reversed(telling.claims))

    made = sketches_of(claims, {telling.report.id: telling.report}, sketcher=sketcher())

    assert [sketch.id for sketch in made] == sorted({claim.id for claim in claims})

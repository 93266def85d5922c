from __future__ import annotations

from tests.lineage.world import (
    ANONYMOUS,
    FEBRUARY,
    JILIN,
    LIAONING,
    MEDIA,
    NGO,
    OCTOBER,
    Telling,
    about,
    exactly,
    sketcher,
    sketches,
    yeo,
)
from tumen.lineage.within import by_report, is_one_teller, pairs_within, restates
from tumen.records import Modality


def restated(telling: Telling) -> bool:
    one, other = sketches(telling)
    assert restates(one, other, kinds=sketcher().kinds) == restates(
        other, one, kinds=sketcher().kinds
    )
    return restates(one, other, kinds=sketcher().kinds)


def test_a_lead_and_its_source_say_one_thing_twice():
    told = Telling("RFA", None).says(exactly(30)).says(exactly(30), by=(("HRW", NGO),))

    assert restated(told)


def test_two_sides_of_an_account_repeat_nothing():
    told = Telling("RFA", None).says(exactly(200)).says(exactly(200), kind="return_refused")

    assert not restated(told)


def test_a_number_put_in_another_way_is_a_retelling():
    told = Telling("RFA", None).says(yeo(200, 100), kind="return_refused").says(exactly(200))

    assert restated(told)


def test_people_who_are_only_spoken_of_again_are_those_counted_before():
    def spoken_of(number: int) -> bool:
        told = Telling("RFA", None).says(about(number), kind="return_refused", places=JILIN)
        return restated(told.says(exactly(number), kind="other", places=()))

    assert spoken_of(200)
    assert not spoken_of(5)


def test_two_places_dates_or_named_speakers_are_two():
    elsewhere = Telling("RFA", None).says(about(20), places=JILIN).says(about(20), places=LIAONING)
    later = Telling("RFA", None).says(about(20), period=FEBRUARY).says(about(20), period=OCTOBER)
    others = Telling("RFA", None)
    others.says(about(20), by=(("HRW", NGO),)).says(about(20), by=(("NKDB", NGO),))

    assert not restated(elsewhere)
    assert not restated(later)
    assert not restated(others)


def test_the_source_is_whoever_was_anonymous_before():
    def tellers(first: str, second: str) -> bool:
        told = Telling("RFA", None)
        told.says(exactly(1), by=((first, ANONYMOUS),)).says(exactly(2), by=((second, ANONYMOUS),))
        one, other = sketches(told)
        return is_one_teller(one, other)

    assert tellers("a source in China", "the source")
    assert tellers("소식통", "대북 소식통")
    assert not tellers("a source in China", "a source in Pyongyang")


def test_an_outlets_own_count_rests_on_the_greatest_figure_it_was_given():
    told = Telling("nknews.jp", None)
    told.says(exactly(7), kind="arrested", by=(("TV Chosun", MEDIA),))
    told.says(exactly(20), kind="arrested", by=(("TV Chosun", MEDIA),))
    told.says(exactly(38), kind="arrested", modality=Modality.OWN_COUNT)
    _, twenty, total = sketches(told)

    ((child, parent, evidence),) = pairs_within(sketches(told), kinds=sketcher().kinds)

    assert (child.id, parent.id) == (total.id, twenty.id)
    assert evidence.has("counted")


def test_claims_come_by_report_in_the_order_of_the_text():
    told = Telling("RFA", None).says(exactly(1)).says(exactly(2)).says(exactly(3))

    ((first, *rest),) = by_report(sketches(told)[::-1])

    assert [sketch.bases for sketch in (first, *rest)] == [{1}, {2}, {3}]

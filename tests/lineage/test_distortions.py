"""Each rule once where it holds and once where it nearly does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.build import a_day, a_period
from tests.lineage.world import (
    CHINA,
    FEBRUARY,
    JILIN,
    LIAONING,
    MEDIA,
    NGO,
    NONE,
    OCTOBER,
    SOURCE,
    STATE,
    Telling,
    about,
    at_least,
    exactly,
    more_than,
    place,
    sketcher,
    sketches,
    up_to,
    yeo,
)
from tumen.lineage.distortions import RULES, Told, distortions_of, words_of
from tumen.lineage.sketch import Sketch
from tumen.records import Evidence, Figure, Modality, Part, Period

AUTUMN = a_period("2020-02-01", "2020-10-31")


def told(
    child: Telling,
    parent: Telling,
    *,
    is_within: bool = False,
    alongside: int = 1,
    siblings: Sequence[Sketch] = (),
) -> Told:
    """Return the last claim of *child* as retelling the first of *parent*."""
    of_child, of_parent = sketches(child), sketches(parent)
    return Told(
        child=of_child[-1],
        parent=of_parent[0],
        is_within=is_within,
        beside_parent=of_parent,
        alongside=alongside,
        siblings=siblings or of_child[-1:],
        kinds=sketcher().kinds,
    )


def one(figure: Figure | None, **said: object) -> Telling:
    return Telling("BBC", "2020-10-31").says(figure, **{"period": OCTOBER, **said})  # type: ignore[arg-type]


def first(figure: Figure | None, **said: object) -> Telling:
    return Telling("Daily NK", "2020-10-16").says(figure, **{"period": OCTOBER, **said})  # type: ignore[arg-type]


def holds(rule: str, child: Telling, parent: Telling, **around: object) -> bool:
    return RULES[rule](told(child, parent, **around))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        (exactly(200), exactly(200), []),
        (exactly(60), about(60), ["approximator_dropped"]),
        (yeo(200, 100), exactly(200), ["approximator_added"]),
        (about(20), more_than(20), ["approximator_turned"]),
        (yeo(20, 10), about(20), ["approximator_turned"]),
        (more_than(1000), at_least(1000), []),
        (yeo(30, 10), more_than(30), []),
        (exactly(2000), up_to(2000), ["approximator_dropped", "upper_bound_as_estimate"]),
        (about(2000), up_to(2000), ["approximator_turned", "upper_bound_as_estimate"]),
        (exactly(31), exactly(33), ["figure_changed"]),
        (None, exactly(33), []),
    ],
)
def test_figures(child: Figure | None, parent: Figure, expected: list[str]) -> None:
    found = [d.type for d in distortions_of(told(one(child), first(parent)))]

    assert found == expected


def test_the_sum_of_two_groups_is_merged_and_not_changed():
    parts = first(exactly(7), words="탈북자 7명과 5명이 각각 체포돼", kind="arrested")
    total = one(exactly(12), kind="arrested")

    assert holds("groups_merged", total, parts)
    assert not holds("figure_changed", total, parts)
    assert not holds("groups_merged", one(exactly(11), kind="arrested"), parts)


def test_two_groups_of_one_size_are_merged_when_the_dates_span_both():
    groups = first(about(20), kind="return_refused", places=place("Dandong"))
    groups.says(about(20), kind="return_refused", places=place("Dandong"), period=FEBRUARY)
    merged = one(about(20), kind="return_notified", places=LIAONING, period=AUTUMN)
    apart = one(about(20), kind="return_notified", places=LIAONING, period=OCTOBER)

    assert holds("groups_merged", merged, groups)
    assert not holds("groups_merged", apart, groups)


def test_an_own_count_over_one_time_may_count_twice():
    telling = Telling("nknews.jp", "2019-06-30")
    telling.says(exactly(20), kind="arrested", by=(("TV Chosun", MEDIA),), period=OCTOBER)
    telling.says(at_least(38), kind="arrested", modality=Modality.OWN_COUNT, period=OCTOBER)
    counted = told(telling, telling, is_within=True)

    assert [d.type for d in distortions_of(counted)] == ["groups_merged", "overlap_double_counted"]


def test_figures_that_add_up_to_the_parents_split_it():
    parts = one(exactly(20)).says(exactly(9), period=OCTOBER)

    assert holds("groups_split", parts, first(exactly(29)), siblings=sketches(parts))
    assert not holds("groups_split", parts, first(exactly(30)), siblings=sketches(parts))


def test_a_total_of_two_cities_told_of_one_is_a_single_event():
    both = first(exactly(29), places=(*place("Qingdao"), *place("Kunming")[1:]), kind="arrested")

    assert holds("sum_as_single_event", one(exactly(29), places=place("Qingdao")), both)
    assert not holds("sum_as_single_event", one(exactly(29), places=CHINA), both)


@pytest.mark.parametrize(
    ("child", "parent", "days", "expected"),
    [
        ("return_requested", "return_notified", 9, True),
        ("returned", "arrested", 9, True),
        ("detained", "arrested", 9, False),
        ("arrested", "detained", 9, False),
        ("detained", "arrested", 400, True),
        ("detained", "detained", 400, False),
        ("other", "arrested", 9, False),
    ],
)
def test_kinds(child: str, parent: str, days: int, expected: bool) -> None:
    period = a_day("2020-10-10") if days < 31 else a_period("2019-07-01", "2020-10-10")
    there = first(exactly(51), kind=parent, period=period)

    assert holds("kind_swapped", one(exactly(51), kind=child), there) is expected
    assert not holds("kind_swapped", one(exactly(51), kind=child), there, is_within=True)


@pytest.mark.parametrize(
    ("kind", "child", "parent", "expected"),
    [
        ("arrested", FEBRUARY, OCTOBER, True),
        ("arrested", a_day("2020-10-12"), OCTOBER, True),
        ("arrested", a_day("2020-10-10"), OCTOBER, False),
        ("detained", a_day("2020-10-31"), OCTOBER, False),
        ("detained", a_day("2020-12-31"), OCTOBER, True),
        ("detained", AUTUMN, OCTOBER, True),
        ("detained", OCTOBER, AUTUMN, False),
        ("detained", None, OCTOBER, False),
    ],
)
def test_dates(kind: str, child: Period | None, parent: Period, expected: bool) -> None:
    assert (
        holds(
            "date_reanchored",
            one(exactly(20), kind=kind, period=child),
            first(exactly(20), kind=kind, period=parent),
        )
        is expected
    )


def test_places_within_each_other_are_no_swap():
    assert holds("place_swapped", one(exactly(7), places=JILIN), first(exactly(7), places=LIAONING))
    assert not holds(
        "place_swapped", one(exactly(7), places=CHINA), first(exactly(7), places=LIAONING)
    )


def test_known_offices_that_act_in_each_others_place_are_swapped():
    def notified(telling: Telling, office: str) -> Telling:
        return telling.says(exactly(200), kind="return_notified", by=((office, STATE),))

    beijing = notified(Telling("BBC", None), "Chinese foreign ministry")
    seoul = notified(Telling("RFA", None), "Unification Ministry")
    again = notified(Telling("SBS", None), "통일부")

    assert holds("actor_swapped", beijing, seoul)
    assert not holds("actor_swapped", again, seoul)


def test_words_in_another_known_mouth_are_swapped_only_where_the_text_is_cited():
    there = first(exactly(600), by=(("NKDB", NGO),))

    assert holds(
        "speaker_swapped", one(exactly(600), by=(("Daily NK", MEDIA), ("HRW", NGO))), there
    )
    assert not holds("speaker_swapped", one(exactly(600), by=(("HRW", NGO),)), there)
    assert not holds(
        "speaker_swapped",
        one(exactly(600), by=(("데일리NK", MEDIA), ("북한인권정보센터", NGO))),
        there,
    )


def test_a_lost_source_shortens_the_chain():
    there = first(exactly(200), by=SOURCE)

    assert holds("chain_shortened", one(exactly(200), by=(("Daily NK", MEDIA),)), there)
    assert not holds("chain_shortened", one(exactly(200), by=(("Daily NK", MEDIA), *SOURCE)), there)
    assert not holds("chain_shortened", first(exactly(200)), there, is_within=True)


def test_a_party_to_the_matter_is_no_lost_source():
    there = first(exactly(200), kind="return_refused", by=(*SOURCE, ("the North", STATE)))
    retold = one(exactly(200), kind="return_refused", by=(("Daily NK", MEDIA), *SOURCE))

    assert not holds("chain_shortened", retold, there)


def test_words_laid_to_an_outlet_from_which_they_do_not_come():
    retold = one(exactly(200), by=(("Changchun Daily", MEDIA),))
    there = first(exactly(200), by=SOURCE)
    same_day = Telling("Daily NK", "2020-10-31").says(exactly(200), by=SOURCE)
    passed_on = one(exactly(200), by=(("UPI", MEDIA), ("Daily NK", MEDIA)))

    assert holds("false_origin", retold, there, alongside=3)
    assert not holds("false_origin", retold, there, alongside=1)
    assert not holds("false_origin", retold, same_day, alongside=3)
    assert not holds("false_origin", passed_on, there, alongside=3)
    assert not holds("false_origin", one(exactly(200)), there, alongside=3)


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        (Modality.REPORTED, Modality.ESTIMATED, ["hedge_dropped"]),
        (Modality.EXPECTED, Modality.ESTIMATED, ["hedge_turned"]),
        (Modality.ESTIMATED, Modality.REPORTED, []),
        (Modality.DENIED, Modality.ESTIMATED, []),
    ],
)
def test_hedges(child: Modality, parent: Modality, expected: list[str]) -> None:
    retold = told(one(exactly(9), modality=child), first(exactly(9), modality=parent))

    assert [d.type for d in distortions_of(retold)] == expected


def test_hearsay_retold_as_fact_drops_a_hedge_even_of_what_is_planned():
    there = first(exactly(9), kind="return_notified", by=(("", NONE),))

    assert holds("hedge_dropped", one(exactly(9), kind="return_notified"), there)
    assert not holds(
        "hedge_dropped", one(exactly(9), kind="return_notified", by=(("", NONE),)), there
    )
    assert not holds(
        "hedge_dropped",
        one(exactly(9), kind="at_risk"),
        first(exactly(9), kind="at_risk", modality=Modality.EXPECTED),
    )


def test_a_headline_that_says_more_than_its_body():
    there = first(at_least(1000), modality=Modality.ESTIMATED)
    headline = Telling("Daily NK", "2020-10-16", name="p1.txt")
    headline.says(at_least(1000), part=Part.HEADLINE, period=OCTOBER)

    assert holds("headline_differs_from_body", headline, there)
    assert holds("headline_differs_from_body", headline, there, is_within=True)
    assert not holds("headline_differs_from_body", headline, first(at_least(1000)))
    assert not holds("headline_differs_from_body", one(at_least(1000), part=Part.HEADLINE), there)


def test_both_wordings_are_those_of_the_field_that_changed():
    link = told(one(exactly(60)), first(about(60)))
    number = link.child.report.passage(0, 8)
    evidence = Evidence(field="figure", passage=number, rule="test")

    (distortion,) = distortions_of(link)

    assert distortion.child == link.child.claim.passage
    assert distortion.parent == link.parent.claim.passage
    assert words_of(with_evidence(link.child, evidence), "approximator_dropped") == number
    assert words_of(with_evidence(link.child, evidence), "place_swapped") != number


def with_evidence(sketch: Sketch, evidence: Evidence) -> Sketch:
    return replace(sketch, claim=replace(sketch.claim, evidence=(evidence,)))


def test_every_rule_says_what_it_is():
    assert all(rule.__doc__ for rule in RULES.values())
    assert len(RULES) == 19

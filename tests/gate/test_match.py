from __future__ import annotations

from datetime import date

import pytest

from gate.cases import Expected
from gate.match import judge, same_speaker
from tests.build import a_claim, a_day, a_period
from tests.gate.build import a_case, a_reading
from tumen.records import HopType, Modality

HELD = Expected(kind="detained", low=200, high=200)
PAPER = ("A Paper", HopType.MEDIA)


def right_of(expected: Expected, claim):
    ((_, _, right),) = judge(a_case(expected), a_reading(claim)).matched
    return right


def test_a_claim_is_matched_when_kind_and_figure_are_right():
    outcome = judge(a_case(HELD), a_reading(a_claim()))

    assert len(outcome.matched) == 1
    assert not outcome.missed
    assert not outcome.invented


@pytest.mark.parametrize(
    "claim", [a_claim(kind="arrested"), a_claim(low=201, high=None), a_claim(low=20, high=20)]
)
def test_another_kind_or_figure_is_one_missed_and_one_invented(claim):
    outcome = judge(a_case(HELD), a_reading(claim))

    assert outcome.matched == ()
    assert outcome.missed == (HELD,)
    assert outcome.invented == (claim,)


def test_a_claim_said_twice_is_not_invented():
    outcome = judge(a_case(HELD), a_reading(a_claim(), a_claim()))

    assert outcome.invented == ()


def test_a_claim_without_a_figure_is_never_invented():
    outcome = judge(a_case(), a_reading(a_claim(kind="border_closed", low=None, high=None)))

    assert outcome.invented == ()


def test_an_optional_claim_may_be_missed_and_may_be_read():
    expected = Expected(kind="detained", low=200, high=200, optional=True)

    assert judge(a_case(expected), a_reading()).missed == ()
    assert judge(a_case(expected), a_reading(a_claim())).invented == ()


def test_where_two_are_alike_the_one_with_the_right_place_is_taken():
    in_tumen = Expected(kind="detained", low=200, high=200, places=("Tumen",))
    in_jilin = Expected(kind="detained", low=200, high=200, places=("Jilin",))
    tumen = a_claim(places=(("CN-JL-tumen", "Tumen"),))
    outcome = judge(a_case(in_tumen, in_jilin), a_reading(a_claim(), tumen))

    assert [right.place for _, _, right in outcome.matched] == [True, True]


def test_a_claim_elsewhere_in_the_text_is_not_the_expected_one():
    elsewhere = Expected(kind="detained", low=200, high=200, words=(100, 120))
    outcome = judge(a_case(elsewhere), a_reading(a_claim()))

    assert outcome.missed == (elsewhere,)
    assert len(outcome.invented) == 1


def test_every_place_that_is_expected_must_be_read():
    both = Expected(kind="detained", low=200, high=200, places=("Jilin", "Tumen"))

    assert right_of(both, a_claim()).place is False
    assert right_of(HELD, a_claim()).place is None


def test_a_period_may_be_three_days_off():
    early = Expected(
        kind="detained", low=200, high=200, start=date(2020, 10, 1), end=date(2020, 10, 10)
    )

    assert right_of(early, a_claim(period=a_period("2020-10-01", "2020-10-13"))).period is True
    assert right_of(early, a_claim(period=a_period("2020-10-01", "2020-10-14"))).period is False
    assert right_of(early, a_claim(period=a_period(None, "2020-10-10"))).period is False
    assert right_of(early, a_claim()).period is False


def test_an_end_that_the_case_leaves_out_may_be_anything():
    until = Expected(kind="detained", low=200, high=200, end=date(2020, 11, 5))

    assert right_of(until, a_claim(period=a_day("2020-11-05"))).period is True
    assert right_of(HELD, a_claim(period=a_day("2020-11-05"))).period is None


@pytest.mark.parametrize(
    ("says", "speakers", "right"),
    [
        ((), (PAPER,), True),
        ((), (PAPER, ("a source", HopType.ANONYMOUS)), False),
        (("a source",), (PAPER,), False),
        (("a source",), (PAPER, ("A source in Jilin", HopType.ANONYMOUS)), True),
        (("a source",), (PAPER, PAPER, ("a source", HopType.ANONYMOUS)), True),
        (("a source",), (PAPER, ("", HopType.NONE), ("a source", HopType.ANONYMOUS)), True),
        (
            ("Kyodo", "a source"),
            (PAPER, ("a source", HopType.ANONYMOUS), ("Kyodo", HopType.MEDIA)),
            False,
        ),
    ],
)
def test_a_chain_has_the_expected_speakers_in_order_and_no_others(says, speakers, right):
    expected = Expected(kind="detained", low=200, high=200, says=says)

    assert right_of(expected, a_claim(speakers=speakers)).chain is right


def test_ways_to_assert_are_one_and_a_denial_is_another():
    estimated = a_claim(modality=Modality.ESTIMATED)
    denied = a_claim(modality=Modality.DENIED)

    assert right_of(HELD, estimated).modality
    assert not right_of(HELD, denied).modality


def test_speakers_are_alike_whatever_their_articles_and_particles():
    assert same_speaker("a source in Jilin", "the source in Jilin")
    assert same_speaker("ＲＦＡ", "rfa")
    assert same_speaker("북한 소식통", "소식통")
    assert same_speaker("the resident", "a Korean-Chinese resident of the city")
    assert same_speaker(
        "VOA", "ボイス・オブ・アメリカ", {"voa": "v", "ボイス・オブ・アメリカ": "v"}
    )
    assert not same_speaker("Daily NK", "Kyodo News")
    assert not same_speaker("", "Kyodo News")

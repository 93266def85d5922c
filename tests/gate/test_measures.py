from __future__ import annotations

import pytest

from gate.cases import Expected
from gate.match import judge
from gate.measures import by_language, measure
from tests.build import a_claim
from tests.gate.build import a_case, a_reading

HELD = Expected(kind="detained", low=200, high=200, places=("Tumen",))


def test_measures_are_counted_over_all_cases():
    outcomes = [
        judge(a_case(HELD), a_reading(a_claim())),
        judge(a_case(HELD), a_reading(unread=1)),
        judge(a_case(), a_reading(a_claim(kind="arrested"))),
        judge(a_case(), a_reading(set_aside=1)),
    ]
    measured = measure(outcomes)

    assert measured.cases == 4
    assert measured.precision == measured.recall == measured.f1 == 0.5
    assert measured.place == 0.0
    assert measured.modality == measured.chain == 1.0
    assert measured.clean == 0.5
    assert measured.made_up == 1
    assert measured.read == 0.75


def test_precision_counts_what_is_made_up_beside_what_is_right():
    measured = measure(
        [judge(a_case(HELD), a_reading(a_claim(), a_claim(kind="died"), a_claim(kind="released")))]
    )

    assert measured.precision == pytest.approx(1 / 3)
    assert measured.recall == 1.0


def test_a_share_of_nothing_is_whole():
    measured = measure([judge(a_case(), a_reading())])

    assert measured.precision == measured.recall == measured.place == measured.clean == 1.0
    assert measured.read == 1.0


def test_optional_claims_that_are_read_count_nowhere():
    optional = Expected(kind="detained", low=200, high=200, places=("Tumen",), optional=True)
    measured = measure(
        [judge(a_case(optional), a_reading(a_claim())), judge(a_case(HELD), a_reading())]
    )

    assert measured.precision == 1.0
    assert measured.recall == 0.0
    assert measured.place == 1.0


def test_languages_are_measured_apart_and_both_chinese_scripts_together():
    outcomes = [
        judge(a_case(HELD, language=language), a_reading(a_claim()))
        for language in ("ko", "zh-Hans", "zh-Hant")
    ]

    assert {language: m.cases for language, m in by_language(outcomes).items()} == {
        "ko": 1,
        "zh": 2,
    }

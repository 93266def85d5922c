from __future__ import annotations

from dataclasses import replace

from tests.brief.case import (
    ALREADY,
    ARRIVED,
    EASED,
    EXCEED,
    HAND_OVER_JA,
    HELD,
    MINES,
    REFUSED_EN,
    UNANSWERED,
    WOMEN,
)
from tests.build import a_claim
from tumen.brief.sentences import sentence_of, short_words
from tumen.records import Claim, Modality


def test_a_claim_becomes_a_sentence_with_speaker_people_place_and_time(view):
    assert sentence_of(view, WOMEN).text == (
        "According to a source in China via Daily NK, the authorities arrested about 20 North "
        "Korean women in Liaoning in early October 2020."
    )


def test_the_same_claim_reads_naturally_in_korean_japanese_and_chinese(seen):
    assert sentence_of(seen(language="ko"), HELD).text.endswith("탈북민 200명이 구금돼 있었다.")
    assert sentence_of(seen(language="ja"), HAND_OVER_JA).text.startswith(
        "NEWSポストセブンが伝えた"
    )
    assert "约20名脱北女性被捕" in sentence_of(seen(language="zh"), WOMEN).text


def test_what_is_expected_is_not_told_as_done(view):
    assert "expected to reach more than 1,000" in sentence_of(view, EXCEED).text
    assert "may be eased" in sentence_of(view, EASED).text
    assert "held more than 1,000" in sentence_of(view, ALREADY).text


def test_unofficial_words_are_told_as_unofficial_with_their_reason(view):
    text = sentence_of(view, REFUSED_EN).text

    assert "speaking unofficially" in text
    assert text.endswith("Reason given: fear of infection.")


def test_a_denial_is_told_as_a_denial(view):
    assert sentence_of(view, replace(HELD, modality=Modality.DENIED)).text.startswith("Denied by")


def test_since_when_people_are_held_goes_with_the_people(view):
    assert "about 20 North Koreans held since February 2020" in sentence_of(view, UNANSWERED).text
    assert "(detained since January 2020)" in sentence_of(view, HELD).text


def test_words_that_could_not_be_dated_are_quoted(view):
    assert "“Last month”: date not worked out" in sentence_of(view, ARRIVED).text


def test_a_condition_is_told_in_the_words_of_the_report(view):
    sentence = sentence_of(view, MINES)

    assert sentence.text.endswith("In the report's words: “朝鲜在部分边境地区埋设了地雷”.")
    assert sentence.quoted[-1].language == "zh"


def test_a_claim_without_a_number_names_the_people_only(view):
    claim = a_claim(kind="return_refused", low=None, high=None, places=())

    assert "take back North Korean defectors." in sentence_of(view, _in_case(claim)).text


def test_a_kind_the_codebook_does_not_know_is_still_told(view):
    assert "moved house" in sentence_of(view, replace(HELD, kind="moved_house")).text


def test_a_claim_in_a_few_words(view):
    assert short_words(view, WOMEN) == "Arrested: about 20 North Korean women, Liaoning"


def _in_case(claim: Claim) -> Claim:
    """Return *claim* as one of a report of the case."""
    return replace(claim, report=HELD.report)

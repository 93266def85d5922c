from __future__ import annotations

import pytest

from tests.build import a_report
from tests.second.build import TEXT, a_claim_said, heard, why
from tumen.records import Span
from tumen.second.quotes import nearest_span, passage_of
from tumen.second.unfit import Unfit


def bare(quote: str, **changed: object) -> dict[str, object]:
    """Return an item that says nothing but a quotation and a kind."""
    said = {"quote": quote, "before": "", "after": "", "kind": "other", "modality": "reported"}
    return {**said, **changed}


@pytest.mark.parametrize(
    "invented",
    [
        "About 30 women were arrested in Dandong",  # another number
        "about 20 women were arrested",  # another letter
        "About 20  women",  # another blank
        "About 20 women were arrested in Dandong early October",  # a word left out
        "단둥에서 여성 20명이 체포됐다",  # translated
        "「About 20 women」",
        "[0:20]",
    ],
)
def test_a_quotation_that_does_not_stand_in_the_text_is_refused(invented):
    claims, refused = heard(bare(invented))

    assert claims == ()
    assert [(one.reason, one.words) for one in refused] == [("quote_not_found", invented)]


@pytest.mark.parametrize("empty", ["", " ", "\n"])
def test_an_empty_quotation_is_none(empty):
    assert why(heard(bare(empty))[1]) == ["quote_empty"]


def test_of_several_places_the_words_around_tell_which_is_meant():
    quote = "he women are safe"
    first, _ = heard(bare(quote, before="said: t", after="."))
    second, _ = heard(bare(quote, after=", she"))
    starts = [TEXT.index(quote), TEXT.rindex(quote)]

    assert [first[0].passage.span.start, second[0].passage.span.start] == starts


def test_without_words_around_nothing_is_guessed():
    assert why(heard(bare("he women are safe"))[1]) == ["quote_ambiguous"]


def test_words_around_that_stand_nowhere_are_refused():
    assert why(heard(bare("he women are safe", before="Tumen"))[1]) == ["context_not_found"]


def test_words_around_a_quotation_that_stands_once_choose_nothing():
    claims, _ = heard(a_claim_said(before="wrong", after="wrong"))

    assert claims[0].passage.exact.startswith("About 20 women")


@pytest.mark.parametrize(
    ("language", "text", "quote", "before"),
    [
        ("ko", "탈북민 200여 명을 구금했다. 소식통은 200여 명이라고 했다.", "200여 명", "소식통은"),
        ("ja", "脱北者200人余りを拘束した。関係者は200人余りだと話す。", "200人余り", "関係者は"),
        ("zh", "警方拘留200多名脱北者。消息人士称有200多名。", "200多名", "消息人士称有"),
    ],
)
def test_spans_are_right_without_blanks_between_words(language, text, quote, before):
    claims, refused = heard(bare(quote, before=before), text=text, language=language)

    assert refused == ()
    assert claims[0].passage.span.start == text.rindex(quote)
    assert claims[0].passage.exact == quote


def test_offsets_count_code_points():
    text = "🚨🚨 20 women were held."
    claims, _ = heard(bare("20 women"), text=text)

    assert claims[0].passage.span == Span(3, 11)


def test_a_name_outside_the_passage_is_the_nearest_one():
    report = a_report("Jilin. A long way to go. Jilin! Here it is said. And far, far away: Jilin")
    passage = passage_of(report, "Here it is said", "", "")

    assert nearest_span(report, "Jilin", passage).start == report.text.index("Jilin!")


@pytest.mark.parametrize("words", ["Tumen", "Jilin", "Hunchun"])
def test_a_name_is_looked_for_inside_and_then_on_both_sides(words):
    report = a_report("Tumen: Jilin held. Hunchun")

    assert nearest_span(report, words, Span(7, 18)).start == report.text.index(words)


def test_a_name_that_stands_nowhere_is_refused():
    with pytest.raises(Unfit, match="words_not_found"):
        nearest_span(a_report("Tumen"), "Jilin", Span(0, 5))


def test_a_quotation_of_a_letter_costs_no_more_than_others():
    assert why(heard(bare("a", before="b", after="c"), text="a" * 50_000)[1]) == [
        "context_not_found"
    ]

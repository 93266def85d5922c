from __future__ import annotations

import json

import pytest

from tests.second.build import a_claim_said, heard, heard_text, why
from tumen.second.items import item_of, items_in
from tumen.second.unfit import Unfit


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I am sorry, I cannot help with that.",
        "ここに主張はありません。",
        '{"claims": [',
        "{'claims': []}",
        '{"claims": []} and more',
        '{"claims": [NaN]}',
        '{"claims": [Infinity]}',
        '{"claims": [], "claims": [1]}',
        "[" * 100_000,
        '{"claims": ' + "9" * 10_000 + "}",
        "\ud800",
    ],
)
def test_what_is_no_json_gives_no_claim_and_is_listed(answer):
    claims, refused = heard_text(answer)

    assert claims == ()
    assert why(refused) == ["not_json"]


@pytest.mark.parametrize(
    "answer", ["[]", "null", "7", '"claims"', "{}", '{"claims": {}}', '{"claims": null}']
)
def test_json_of_another_form_gives_no_claim_and_is_listed(answer):
    claims, refused = heard_text(answer)

    assert claims == ()
    assert why(refused) == ["not_the_form"]


def test_an_empty_list_is_an_answer():
    assert heard_text('{"claims": []}') == ((), ())


@pytest.mark.parametrize("fence", ["```", "```json"])
def test_one_fence_around_the_whole_answer_is_taken_off(fence):
    claims, refused = heard_text(f"{fence}\n{json.dumps({'claims': [a_claim_said()]})}\n```\n")

    assert len(claims) == 1
    assert refused == ()


def test_a_key_too_many_beside_the_claims_is_listed_and_the_claims_are_read():
    claims, refused = heard_text(json.dumps({"claims": [a_claim_said()], "run": "rm -rf"}))

    assert len(claims) == 1
    assert [(one.reason, one.words, one.whole) for one in refused] == [("extra_key", "run", False)]


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ("a string", "wrong_type"),
        (7, "wrong_type"),
        (None, "wrong_type"),
        ([], "wrong_type"),
        ({}, "missing_key"),
        (a_claim_said(start=0, end=20), "extra_key"),
        (a_claim_said(confidence=0.9), "extra_key"),
        (a_claim_said(quote=7), "wrong_type"),
        (a_claim_said(quote=None), "wrong_type"),
        (a_claim_said(quote="x" * 5_001), "words_too_long"),
        (a_claim_said(kind=["arrested"]), "wrong_type"),
        (a_claim_said(subject={}), "wrong_type"),
        (a_claim_said(figure=20), "wrong_type"),
        (a_claim_said(figure={"words": "20", "low": 20}), "missing_key"),
        (a_claim_said(figure={"words": "20", "low": "20", "high": 20}), "wrong_type"),
        (a_claim_said(figure={"words": "20", "low": 20.0, "high": 20}), "wrong_type"),
        (a_claim_said(figure={"words": "20", "low": True, "high": 20}), "wrong_type"),
        (a_claim_said(figure={"words": "20", "low": -1, "high": 20}), "count_out_of_range"),
        (a_claim_said(figure={"words": "20", "low": 10**30, "high": None}), "count_out_of_range"),
        (a_claim_said(figure={"words": "20", "low": 20, "high": 20, "unit": ""}), "extra_key"),
        (a_claim_said(places="Dandong"), "wrong_type"),
        (a_claim_said(places=["Dandong"]), "wrong_type"),
        (a_claim_said(places=[{"words": "Dandong"}]), "missing_key"),
        (a_claim_said(places=[{"words": "Dandong", "role": 1}]), "wrong_type"),
        (a_claim_said(places=[{"words": "Dandong", "role": "where", "id": "CN"}]), "extra_key"),
        (a_claim_said(period="October"), "wrong_type"),
        (a_claim_said(period={"words": "early October", "start": 1, "end": None}), "wrong_type"),
        (a_claim_said(speakers={}), "wrong_type"),
        (a_claim_said(modality=None), "wrong_type"),
    ],
)
def test_an_item_of_another_form_is_refused_with_its_number_and_the_next_one_is_read(item, reason):
    claims, refused = heard(item, a_claim_said())

    assert len(claims) == 1
    assert [(one.item, one.reason, one.whole) for one in refused] == [(1, reason, True)]


def test_what_a_claim_may_lack_is_left_empty():
    item = item_of({"quote": "a", "kind": "arrested", "modality": "reported"})

    assert (item.before, item.after, item.subject, item.figure, item.period) == ("",) * 3 + (
        None,
        None,
    )
    assert item.places == item.speakers == ()


def test_an_answer_without_end_is_read_up_to_a_limit_and_the_rest_is_counted():
    raw, refused = items_in(json.dumps({"claims": [1] * 1_234}))

    assert len(raw) == 500
    assert [(one.reason, one.words) for one in refused] == [("too_many", "734")]


def test_a_huge_word_makes_no_huge_list():
    with pytest.raises(Unfit) as caught:
        item_of({"x" * 1_000_000: 1})

    assert len(caught.value.words) == 200

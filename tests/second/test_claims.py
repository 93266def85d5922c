from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.build import a_report
from tests.second.build import TEXT, a_claim_said, background, heard, why
from tumen.records import Hop, HopType, Modality, Precision
from tumen.second.claims import RULE, publisher_of


def test_a_good_item_becomes_a_claim_with_every_field_anchored():
    (claim,), refused = heard(a_claim_said())

    assert refused == ()
    assert (claim.kind, claim.subject, claim.modality) == ("arrested", "women", Modality.REPORTED)
    assert claim.read_by == "model/small"
    assert {e.field for e in claim.evidence} == {
        "kind",
        "figure",
        "places",
        "period",
        "attribution",
    }
    for evidence in claim.evidence:
        span = evidence.passage.span
        assert TEXT[span.start : span.end] == evidence.passage.exact
        assert evidence.rule == RULE


def test_the_publisher_is_the_outermost_hop_whatever_the_model_says():
    (claim,), _ = heard(a_claim_said())

    assert [hop.name for hop in claim.attribution] == ["A Paper", "a source in China"]
    assert claim.attribution[1].type is HopType.ANONYMOUS


def test_hearsay_is_a_hop_without_a_name():
    (claim,), _ = heard(a_claim_said(speakers=[{"words": "", "type": "none"}]))

    assert claim.attribution[-1] == Hop(name="", type=HopType.NONE)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"kind": "abducted"}, "unknown_kind"),
        ({"kind": "체포"}, "unknown_kind"),
        ({"kind": "ARRESTED"}, "unknown_kind"),
        ({"kind": ""}, "unknown_kind"),
        ({"subject": "aliens"}, "unknown_subject"),
        ({"modality": "certain"}, "unknown_modality"),
        ({"modality": "報道"}, "unknown_modality"),
        ({"places": [{"words": "Dandong", "role": "prison"}]}, "unknown_role"),
        ({"speakers": [{"words": "a source", "type": "god"}]}, "unknown_speaker_type"),
        ({"places": [{"words": "Pyongyang", "role": "where"}]}, "words_not_found"),
        ({"places": [{"words": "", "role": "where"}]}, "quote_empty"),
        ({"speakers": [{"words": "Reuters", "type": "media"}]}, "words_not_found"),
        ({"speakers": [{"words": "", "type": "media"}]}, "quote_empty"),
        ({"period": {"words": "late May", "start": None, "end": None}}, "words_not_found"),
        ({"period": {"words": "October", "start": "2020-13-01", "end": None}}, "no_day"),
        ({"period": {"words": "October", "start": "yesterday", "end": None}}, "no_day"),
        (
            {"period": {"words": "October", "start": "2020-10-31", "end": "2020-10-01"}},
            "period_backwards",
        ),
    ],
)
def test_what_is_unknown_or_invented_in_any_field_refuses_the_claim(changed, reason):
    claims, refused = heard(a_claim_said(**changed))

    assert claims == ()
    assert why(refused) == [reason]


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [
        ("2020-10-01", "2020-10-01", Precision.DAY),
        ("2020-10-01", "2020-10-10", Precision.PART),
        ("2020-10-01", None, Precision.OPEN),
        (None, None, Precision.UNRESOLVED),
    ],
)
def test_the_days_are_the_models_and_the_words_the_texts(start, end, precision):
    said = {"words": "early October", "start": start, "end": end}
    (claim,), _ = heard(a_claim_said(period=said))

    assert claim.period is not None
    assert claim.period.first_day == (date.fromisoformat(start) if start else None)
    assert claim.period.precision is precision
    assert claim.period.passage is not None
    assert claim.period.passage.exact == "early October"


def test_a_publisher_is_known_by_its_address_or_its_name():
    codebook = background().codebook
    named = a_report(publisher="daily nk")
    linked = replace(a_report(publisher=""), url="https://www.dailynk.com/a")
    unnamed = a_report(publisher="")

    assert publisher_of(named, codebook).type is HopType.MEDIA
    assert publisher_of(linked, codebook).name == "Daily NK"
    assert publisher_of(unnamed, codebook) == Hop(name="a.txt", type=HopType.NONE)

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.build import a_claim, a_day, a_report
from tests.second.build import background
from tumen.records import (
    Agreement,
    Claim,
    Evidence,
    HopType,
    Modality,
    Reading,
    SetAside,
    Unread,
)
from tumen.second import compare

REPORT = a_report(
    "About 200 defectors are held in Jilin. In Tumen 30 women were arrested. It is full."
)


def anchored(words: str, figure: str | None, **about: object) -> Claim:
    """Return a claim with the words of its figure and of its places as evidence."""
    report = REPORT
    claim = a_claim(report, words=words, **about)  # type: ignore[arg-type]
    evidence = []
    if figure:
        start = report.text.index(figure)
        passage = report.passage(start, start + len(figure))
        evidence.append(Evidence(field="figure", passage=passage, rule="test"))
    places = tuple(replace(p, passage=claim.passage) for p in claim.places)
    return replace(claim, evidence=tuple(evidence), places=places)


def held(**about: object) -> Claim:
    return anchored("About 200 defectors are held", "200", **about)


def agreement(first: list[Claim], second: list[Claim], **more: object) -> Agreement:
    return compare(
        Reading(report=REPORT.id, read_by="rules/1", claims=tuple(first), **more),  # type: ignore[arg-type]
        Reading(report=REPORT.id, read_by="model/a", claims=tuple(second)),
        background().gazetteer,
    )


def test_two_claims_on_the_same_figure_are_a_pair_though_the_passages_differ():
    other = anchored("200 defectors are held in Jilin", "200")
    found = agreement([held()], [other])

    assert [(pair.first, pair.second, pair.differs) for pair in found.pairs] == [
        (held(), other, ())
    ]
    assert not found.only_first
    assert not found.only_second


@pytest.mark.parametrize(
    ("about", "field"),
    [
        ({"kind": "arrested"}, "kind"),
        ({"subject": "women"}, "subject"),
        ({"low": 201, "high": None}, "figure"),
        ({"places": (("CN", "China"),)}, "places"),
        ({"period": a_day("2020-10-01")}, "period"),
        ({"speakers": (("Somebody", HopType.NGO),)}, "attribution"),
        ({"modality": Modality.DENIED}, "modality"),
    ],
)
def test_a_pair_tells_the_field_it_differs_in(about, field):
    (pair,) = agreement([held()], [held(**about)]).pairs

    assert pair.differs == (field,)


def test_a_place_is_no_different_for_what_it_lies_in():
    named_more = held(places=(("CN", "China"), ("CN-JL", "Jilin")))
    named_less = held(places=(("CN-JL", "Jilin"),))

    assert agreement([named_more], [named_less]).pairs[0].differs == ()


def test_a_place_that_no_words_name_is_none():
    by_default = replace(held(), places=(replace(held().places[0], passage=None),))

    assert agreement([by_default], [held(places=())]).pairs[0].differs == ()


def test_a_speaker_is_the_same_with_an_article_before_it():
    one = held(speakers=(("source in China", HopType.ANONYMOUS),))
    other = held(speakers=(("a source in China", HopType.ANONYMOUS),))

    assert agreement([one], [other]).pairs[0].differs == ()


def test_of_several_claims_on_one_figure_those_alike_are_paired():
    arrested = held(kind="arrested")
    found = agreement([held(), arrested], [arrested, held()])

    assert [pair.differs for pair in found.pairs] == [(), ()]


def test_of_two_claims_of_one_kind_the_nearer_one_is_paired():
    denied = held(modality=Modality.DENIED)
    found = agreement([held()], [denied, held()])

    assert [pair.differs for pair in found.pairs] == [()]
    assert [alone.claim for alone in found.only_second] == [denied]


def test_each_claim_stands_once_in_the_table():
    women = anchored("30 women were arrested", "30", kind="arrested", subject="women", low=30)
    full = anchored("It is full", None, kind="capacity", low=None, high=None)
    found = agreement([held(), full], [women, full])

    assert [pair.first for pair in found.pairs] == [full]
    assert found.only_first == (held(),)
    assert [alone.claim for alone in found.only_second] == [women]


def test_two_figures_of_one_kind_in_one_passage_are_two_claims():
    whole = REPORT.text
    one = anchored(whole, "200")
    other = anchored(whole, "30")

    assert agreement([one], [other]).pairs == ()


def test_a_claim_without_a_figure_goes_with_one_of_its_kind():
    vague = replace(held(low=None, high=None), evidence=())
    (pair,) = agreement([held()], [vague]).pairs

    assert pair.differs == ("figure",)


def test_what_the_first_reader_took_the_number_for_is_told():
    aside = SetAside(passage=held().evidence[0].passage, reason="date")
    unread = Unread(passage=held().evidence[0].passage, reason="odd")

    assert agreement([], [held()], set_aside=(aside,)).only_second[0].aside == "date"
    assert agreement([], [held()], unread=(unread,)).only_second[0].aside == "unread"
    assert agreement([], [held()]).only_second[0].aside == ""

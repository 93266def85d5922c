"""§3.14: small cells are withheld from what is published."""

from dataclasses import replace
from functools import cache

import pytest

from tests.build import a_report
from tumen import pipeline
from tumen.brief import withhold
from tumen.brief.withheld import BAR
from tumen.records import Situation

TEXT = (
    "Police in Hunchun arrested three North Korean women on June 2, a source in China said. "
    "In Tumen 40 North Korean defectors were held as of June 8, the source added. "
    "In Dandong 12 North Korean defectors were held as of June 8, the source said."
)


@cache
def background() -> pipeline.Background:
    return pipeline.load_background("dprk-china")


def understood(text: str = TEXT) -> Situation:
    report = a_report(text, published="2021-06-10", publisher="Post")
    return pipeline.understand([report], background=background())


def withheld(text: str = TEXT, below: int = 10) -> Situation:
    return withhold(understood(text), below=below, gazetteer=background().gazetteer)


def figures(situation: Situation) -> list[int | None]:
    return [c.figure.low for r in situation.readings for c in r.claims if c.figure]


def test_a_few_at_a_named_place_are_left_out_with_their_words() -> None:
    situation = withheld()

    assert figures(situation) == [40, 12]
    assert (situation.withheld, situation.withheld_below) == (1, 10)
    assert "three North Korean women" not in situation.reports[0].text
    assert len(situation.reports[0].text) == len(TEXT)


def test_every_quotation_that_is_left_still_stands_in_its_text() -> None:
    situation = withheld()
    text = situation.reports[0].text

    for claim in situation.readings[0].claims:
        span = claim.passage.span
        assert claim.passage.exact == text[span.start : span.end]
        assert BAR not in claim.passage.exact
        assert "three" not in claim.passage.prefix + claim.passage.suffix


@pytest.mark.parametrize("form", ["html", "md", "json"])
@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh"])
def test_no_format_tells_of_them(form: str, language: str) -> None:
    page = pipeline.write_brief(
        withheld(), background=background(), format=form, language=language
    ).decode("utf-8")

    assert "three North Korean women" not in page


def test_the_brief_says_how_many_are_withheld() -> None:
    page = pipeline.write_brief(withheld(), background=background(), format="md").decode("utf-8")

    assert "1 claim is withheld here" in page
    assert "fewer than 10 people" in page


def test_nobody_is_no_small_number_and_a_country_is_no_small_place() -> None:
    text = "Three North Korean women were arrested in China on June 2, a source said."

    assert figures(withheld(text)) == [3]


def test_what_the_parts_of_a_whole_would_give_away_is_withheld_too() -> None:
    text = (
        "In Tumen 40 North Korean defectors were held on June 8, a source said. "
        "In Hunchun 3 North Korean defectors were held on June 8, the source said."
    )
    situation = withheld(text)
    shown = {
        bound.quantity.place: bound.low for bound in situation.reconciliation.bounds if bound.low
    }

    assert shown
    assert "CN-JL-hunchun" not in shown
    assert not ({"CN-JL", "CN-JL-yanbian"} & set(shown) and "CN-JL-tumen" in shown)


def test_without_the_setting_nothing_changes() -> None:
    situation = understood()

    assert pipeline.withhold(situation, 0, background=background()) is situation
    assert replace(situation, withheld=0) == situation


def test_words_shared_with_a_withheld_claim_are_not_half_quoted() -> None:
    text = "In Tumen 40 North Korean defectors, among them 3 children, were held on June 8."
    situation = withheld(text)

    assert all(BAR not in c.passage.exact for r in situation.readings for c in r.claims)


def test_no_statement_is_quoted_with_bars_in_it() -> None:
    assert all(BAR not in said.passage.exact for said in withheld().readings[0].statements)

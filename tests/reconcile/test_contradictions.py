from tests.build import a_report
from tests.reconcile.situation import REPORT, headline, named, outcome, said
from tumen.records import Claim, Contradiction

OTHER = a_report("Another paper.", published="2020-10-28", name="b.txt")


def found(*claims: Claim, on: tuple[str, ...] = ()) -> tuple[Contradiction, ...]:
    numbered = [named(f"c-{i}", claim) for i, claim in enumerate(claims, start=1)]
    return outcome(*numbered, on=on, reports=(REPORT, OTHER)).contradictions


def test_the_gap_is_the_least_change_in_people():
    (one,) = found(said(low=2500, at="CN"), said(low=None, high=2000, at="CN", report=OTHER))

    assert (one.type, one.gap, one.assumptions) == ("count_conflict", 500, ())


def test_the_reason_is_one_sentence_with_both_claims():
    (one,) = found(said(low=200), said(low=None, high=199, report=OTHER))

    assert one.reason == (
        "These cannot all hold: '200' held in Jilin, 2020-10-28 and 'None' held in Jilin, "
        "2020-10-28; they are at least 1 person apart."
    )


def test_assumptions_without_which_it_would_be_none_are_named():
    (one,) = found(said(low=100), said(low=150, report=OTHER), on=("exhaustive",))

    assert one.assumptions == ("exhaustive",)
    assert "if it is assumed: exhaustive" in one.reason


def test_a_headline_against_its_body():
    (one,) = found(headline(said(low=None, high=100)), said(low=200))

    assert one.type == "headline_body"


def test_parts_against_their_whole():
    (one,) = found(said(low=200), said(low=150, at="CN-LN"), said(low=None, high=300, at="CN"))

    assert (one.type, one.gap, len(one.claims)) == ("arithmetic", 50, 3)


def test_ids_are_made_from_content():
    claims = (said(low=200), said(low=None, high=100, report=OTHER))

    assert found(*claims)[0].id == found(*claims)[0].id
    assert found(*claims)[0].id.startswith("x-")

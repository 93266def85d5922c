from tests.reconcile.situation import (
    GAZETTEER,
    REPORT,
    a_codebook,
    alone,
    denied,
    expected,
    said as claimed,
)
from tumen.reconcile.standing import standing_claims
from tumen.reconcile.wording import said
from tumen.records import Claim


def words(claim: Claim) -> str:
    (s,) = standing_claims(
        [REPORT], [claim], alone(claim), codebook=a_codebook(), gazetteer=GAZETTEER, as_of=None
    )
    return said(s, GAZETTEER.places)


def test_a_claim_is_told_with_its_number_as_printed():
    assert words(claimed(low=20, wording="about")) == "'about 20' held in Jilin, 2020-10-28"


def test_a_claim_without_a_number_or_a_day_is_told_without():
    assert (
        words(claimed("return_refused", None, None, at=("CN-JL", "CN-LN"), on=(None, None)))
        == "return refused in Jilin and Liaoning"
    )


def test_how_firmly_it_is_said_is_told_where_it_matters():
    assert words(denied(claimed())).endswith("(denied)")
    assert words(expected(claimed())).endswith("(only expected)")


def test_a_place_no_gazetteer_knows_is_told_by_its_id():
    assert "in atlantis" in words(claimed(at="atlantis"))

from dataclasses import replace

from tests.reconcile.situation import GAZETTEER, KINDS, said
from tumen.reconcile.places_of_claim import places_of
from tumen.records import Claim, Role

KIND = {kind.code: kind for kind in KINDS}


def where(claim: Claim) -> tuple[str, ...]:
    return places_of(claim, KIND[claim.kind], "CN", GAZETTEER)


def in_role(claim: Claim, role: Role) -> Claim:
    return replace(claim, places=tuple(replace(p, role=role) for p in claim.places))


def test_the_most_special_place_counts():
    assert where(said(at=("CN", "CN-LN", "CN-LN-DD"))) == ("CN-LN-DD",)


def test_several_places_count_together():
    assert where(said(at=("CN", "CN-JL", "CN-LN"))) == ("CN-JL", "CN-LN")


def test_no_place_is_the_area():
    assert where(said(at=())) == ("CN",)


def test_people_who_leave_are_counted_where_they_leave_from():
    assert where(in_role(said("returned", at="KP"), Role.DESTINATION)) == ("CN",)
    assert where(said("returned", at=("CN-JL", "KP"))) == ("CN-JL",)


def test_where_people_come_from_is_not_where_they_are_held():
    assert where(in_role(said(at="KP"), Role.ORIGIN)) == ("CN",)


def test_people_elsewhere_are_elsewhere():
    assert where(said(at="KR")) == ("KR",)


def test_a_place_the_gazetteer_lacks_lies_in_itself_only():
    assert where(said(at=("CN", "atlantis"))) == ("CN",)
    assert where(said(at="atlantis")) == ("atlantis",)

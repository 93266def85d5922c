from tests.reconcile.situation import GAZETTEER, outcome, said
from tumen.places import load_gazetteer
from tumen.reconcile.place_tree import place_tree
from tumen.reconcile.places import Places


def test_the_gazetteer_has_what_this_room_needs_to_know():
    gazetteer: Places = load_gazetteer("dprk-china")

    tree = place_tree(["CN-JL", "CN-LN"], "CN", gazetteer)

    assert tree.cells["CN"] == ("CN-JL", "CN-LN", "CN/unlisted")


def test_a_place_that_no_gazetteer_knows_is_counted_on_its_own():
    result = outcome(said(low=5, at="atlantis"))

    assert "atlantis" not in GAZETTEER.places
    assert {b.quantity.place: b.low for b in result.bounds} == {"atlantis": 5}

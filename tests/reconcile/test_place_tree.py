from tests.reconcile.situation import GAZETTEER
from tumen.reconcile.place_tree import place_tree
from tumen.records import UNLISTED

TREE = place_tree(["CN-JL", "CN-LN-DD", "KR"], "CN", GAZETTEER)


def test_every_place_with_listed_parts_has_an_unlisted_rest():
    assert TREE.cells["CN-LN"] == ("CN-LN-DD", "CN-LN/unlisted")
    assert TREE.cells["CN"] == ("CN-JL", "CN-LN-DD", "CN-LN/unlisted", "CN/unlisted")


def test_a_place_without_listed_parts_is_a_cell():
    assert TREE.cells["CN-JL"] == ("CN-JL",)
    assert "CN-JL" + UNLISTED not in TREE.cells


def test_the_area_is_there_even_when_nobody_names_it():
    assert place_tree([], "CN", GAZETTEER).cells == {"CN": ("CN",)}


def test_a_line_runs_up_to_the_root():
    assert TREE.line("CN-LN-DD") == ("CN-LN-DD", "CN-LN", "CN")
    assert TREE.line("CN-LN/unlisted") == ("CN-LN/unlisted", "CN-LN", "CN")
    assert TREE.line("KR") == ("KR",)


def test_places_are_related_if_one_lies_in_the_other():
    assert TREE.related("CN", "CN-LN-DD")
    assert TREE.related("CN-LN-DD", "CN-LN")
    assert not TREE.related("CN-LN-DD", "CN-JL")
    assert not TREE.related("KR", "CN")


def test_the_order_of_places_changes_nothing():
    assert place_tree(["KR", "CN-LN-DD", "CN-JL"], "CN", GAZETTEER).cells == TREE.cells

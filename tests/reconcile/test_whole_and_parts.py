from __future__ import annotations

from tests.reconcile.figures import COMPLETE, PLACES
from tumen.reconcile.figure_places import tree_of_table
from tumen.reconcile.whole_and_parts import OPEN, Ends, WholeAndParts

TOLD = {"N": Ends(low=50, high=100), "A": Ends(low=20, high=40), "B": Ends(low=5, high=90)}


def ends(table: str, place: str) -> tuple[float, float]:
    tree = WholeAndParts(tree_of_table(table, "places.csv"))
    found = tree.ends(place, lambda p: TOLD.get(p, Ends()), "N")
    return found.low, found.high


def test_a_part_of_a_complete_whole_makes_up_for_the_others():
    assert ends(COMPLETE, "B") == (10, 80)  # 50 less 40; 100 less 20


def test_a_whole_with_a_rest_says_only_how_many_a_part_can_be():
    assert ends(PLACES, "B") == (5, 80)


def test_a_place_without_claims_is_open():
    assert Ends() == Ends(low=0, high=OPEN)

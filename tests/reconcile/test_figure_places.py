from __future__ import annotations

from tests.reconcile.figures import COMPLETE, PLACES
from tumen.reconcile.figure_places import tree_of_table
from tumen.records import UNLISTED


def test_every_parent_has_a_rest_unless_it_is_complete():
    assert tree_of_table(PLACES, "p").cells["N"] == ("A", "B", "N" + UNLISTED)
    assert tree_of_table(COMPLETE, "p").cells["N"] == ("A", "B")


def test_children_may_be_listed_before_their_parents():
    tree = tree_of_table("id,name,parent\nC,,B\nB,,A\nA,,\n", "p")
    assert tree.line("C") == ("C", "B", "A")
    assert tree.cells["A"] == ("C", "B" + UNLISTED, "A" + UNLISTED)

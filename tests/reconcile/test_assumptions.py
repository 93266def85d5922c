from tests.reconcile.situation import a_codebook
from tumen.reconcile.assumptions import EXHAUSTIVE, PERSISTENCE, STILL_HELD, in_force


def test_those_held_are_still_held_unless_the_codebook_says_otherwise():
    assert in_force(a_codebook(), ()) == {STILL_HELD}
    assert in_force(a_codebook("-still_held"), ()) == frozenset()


def test_an_assumption_can_be_switched_on_by_the_codebook_or_by_hand():
    assert in_force(a_codebook(EXHAUSTIVE), [PERSISTENCE]) == {STILL_HELD, EXHAUSTIVE, PERSISTENCE}

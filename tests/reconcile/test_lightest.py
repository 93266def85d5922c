from __future__ import annotations

from fractions import Fraction

from tumen.reconcile.atoms import Atom
from tumen.reconcile.lightest import greedy, knots_of, lightest_hitting, settled

A, B, C, D, E = map(Atom, "abcde")


def sets(*words: str) -> list[frozenset[Atom]]:
    return [frozenset(map(Atom, word)) for word in words]


class Known:
    def __init__(self, *cores: frozenset[Atom]) -> None:
        self.cores = cores

    def cores_without(self, dropped: frozenset[Atom], *, thorough: bool) -> list[frozenset[Atom]]:
        return [core for core in self.cores if not core & dropped][:1]


def test_contradictions_that_share_a_claim_are_one_knot():
    cores = [frozenset({A, B}), frozenset({C, D}), frozenset({B, E})]
    assert [len(knot) for knot in knots_of(cores)] == [2, 1]


def test_the_lightest_sets_of_a_knot_are_all_given():
    knot = [frozenset({A, B}), frozenset({B, C})]
    assert lightest_hitting(knot, {}) == sets("b")
    assert lightest_hitting(knot, {B: Fraction(2)}) == sets("ac", "b")
    assert lightest_hitting(knot, {}, work=1) is None


def test_ties_of_knots_multiply():
    found = settled(Known(frozenset({A, B}), frozenset({C, D})), {})
    assert list(found.corrections) == sets("ac", "ad", "bc", "bd")
    assert found.proven


def test_greed_settles_everything():
    cores = [frozenset({A, B}), frozenset({B, C}), frozenset({D, E})]
    assert all(core & greedy(cores, {}) for core in cores)

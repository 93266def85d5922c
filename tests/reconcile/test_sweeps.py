from __future__ import annotations

from tests.reconcile.test_differences import A, B, came, held, on
from tumen.reconcile.atoms import Atom
from tumen.reconcile.differences import place_system
from tumen.reconcile.sweeps import CAME, LEFT, OPEN, Question, Sweeps

SYSTEM = place_system([held("a", 1, None, 10), came("b", 2, 5, None, 5)], [])


def most_held(day: int, off: frozenset[Atom] = frozenset()) -> Question:
    ordinal = on(day).toordinal()
    return Question(source=(LEFT, ordinal), target=(CAME, ordinal), off=off)


def test_a_stock_is_at_most_the_last_one_and_all_who_came():
    reply = Sweeps(SYSTEM, frozenset()).ask([most_held(5)], with_atoms=True)[0]
    assert (reply.most, reply.atoms) == (15, frozenset({A, B}))


def test_a_day_between_two_dates_is_bounded_as_well():
    assert Sweeps(SYSTEM, frozenset()).ask([most_held(3)])[0].most == 15


def test_what_is_off_or_dropped_limits_nothing():
    assert Sweeps(SYSTEM, frozenset()).ask([most_held(5, frozenset({B}))])[0].most == OPEN
    assert Sweeps(SYSTEM, frozenset({A})).ask([most_held(5)])[0].most == OPEN

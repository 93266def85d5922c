from __future__ import annotations

from tests.reconcile.test_differences import A, B, came, held, limited, on
from tumen.reconcile.atoms import Atom
from tumen.reconcile.differences import place_system
from tumen.reconcile.program import StandingLimit
from tumen.reconcile.sweeps import CAME, LEFT, OPEN, Question, Sweeps
from tumen.records import Measure

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


def test_who_came_can_be_capped_by_room_and_by_who_left():
    shut = [
        StandingLimit(constraint=limited(name, counted, None, 0))
        for name, counted in (
            ("a", {"measure": Measure.STOCK, "state": "held"}),
            ("b", {"measure": Measure.FLOW, "out_of": "held"}),
            ("c", {"measure": Measure.FLOW, "into": "held"}),
        )
    ]
    source, target = (CAME, on(1).toordinal()), (CAME, on(2).toordinal())
    asked = [Question(source=source, target=target, off=frozenset({Atom("c")}))]
    assert Sweeps(place_system([], shut), frozenset()).ask(asked)[0].most == 0

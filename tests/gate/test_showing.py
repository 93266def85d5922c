from __future__ import annotations

from datetime import date

from gate.cases import Expected
from gate.match import judge
from gate.showing import failures
from tests.build import a_claim, a_day
from tests.gate.build import a_case, a_reading
from tumen.records import Modality


def test_a_case_that_is_read_as_expected_has_nothing_to_show():
    expected = Expected(kind="detained", low=200, high=200, places=("Jilin",))

    assert failures(judge(a_case(expected), a_reading(a_claim()))) == []


def test_everything_that_is_wrong_has_its_line():
    wanted = Expected(
        kind="detained",
        low=200,
        high=200,
        places=("Tumen",),
        start=date(2020, 1, 1),
        modality=Modality.DENIED,
        says=("a trader",),
    )
    missed = Expected(kind="arrested", low=21)
    outcome = judge(
        a_case(wanted, missed),
        a_reading(a_claim(period=a_day("2020-11-05")), a_claim(kind="died", low=5), unread=1),
    )

    assert failures(outcome) == [
        "missed   arrested 21..",
        "invented died 5..200: 'About 200 defectors are held in Jilin.'",
        "place    Tumen: read China, Jilin",
        "period   2020-01-01 to None: read 2020-11-05 to 2020-11-05",
        "modality denied: read reported",
        "chain    a trader: read nobody",
        "unread   '200'",
    ]

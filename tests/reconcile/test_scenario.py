from datetime import date
from functools import cache

import pytest

from tumen.codebook import Codebook, load_codebook
from tumen.errors import FiguresError
from tumen.places import Gazetteer, load_gazetteer
from tumen.reconcile.scenario import Scenario, periods_in, read_scenario, steps_of

WHOLE = """
title = "The border reopens"
place = "CN-JL"
start = 2020-10-28
until = 2021-03-31
every = "week"
assume = ["persistence", "-still_held"]
[held]
low = 10
high = 900
[returns]
from = 2021-01-01
at_most = 100
per = "week"
[arrests]
low = 5
high = 25
[releases]
high = 0.1
"""


@cache
def background() -> tuple[Codebook, Gazetteer]:
    return load_codebook("dprk-china"), load_gazetteer("dprk-china")


def read(text: str) -> Scenario:
    codebook, gazetteer = background()
    return read_scenario(text, "s.toml", codebook=codebook, gazetteer=gazetteer)


def test_a_scenario_says_what_is_supposed() -> None:
    scenario = read(WHOLE)

    assert (scenario.place, scenario.every, scenario.held_high) == ("CN-JL", "week", 900)
    assert scenario.returns is not None
    assert scenario.returns.pace is not None
    assert (scenario.returns.pace.high, scenario.returns.pace.per) == (100, "week")
    assert scenario.releases is not None
    assert (scenario.releases.low, scenario.releases.high) == (0, 0.1)


def test_what_it_does_not_say_does_not_happen() -> None:
    scenario = read("until = 2021-03-31")

    assert (scenario.returns, scenario.arrests, scenario.releases) == (None, None, None)
    assert (scenario.place, scenario.every) == ("CN", "month")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("until = 2021-13-31", "s.toml: it is not valid TOML"),
        ("", "'until' is missing; say the last day"),
        ("until = 2021-03-31\nplace = 'Atlantis'", "'place' is 'Atlantis'"),
        ("until = 2021-03-31\nstart = 2021-03-31", "'until' is 2021-03-31, not after 'start'"),
        ("until = 2021-03-31\nevery = 'day'", "'every' is 'day'; it should be one of week, month"),
        ("until = 2021-03-31\narests = 3", "there is no 'arests'; it knows title"),
        ("until = 2021-03-31\narrests = 3", "'arrests' is 3; it should be a table: [arrests]"),
        ("until = 2021-03-31\nassume = ['hope']", "'assume' has 'hope'; the codebook knows"),
        ("until = 2021-03-31\n[arrests]\nlow = 9\nhigh = 3", "'low' is 9, more than 'high'"),
        ("until = 2021-03-31\n[arrests]\nhigh = 2.5", "'high' is 2.5; people come whole"),
        ("until = 2021-03-31\n[arrests]\nhigh = -1", "people cannot be fewer than none"),
        ("until = 2021-03-31\n[arrests]\nhigh = nan", "[arrests]: 'high' is nan"),
        ("until = 2021-03-31\n[arrests]\nhigh = 100000000000000000000", "more people than live"),
        ("until = 2021-03-31\n[releases]\nhigh = 30", "a share lies between 0 and 1"),
        ("until = 2021-03-31\n[returns]\nfrom = 2021-01-01", "either 'at_most', with 'per'"),
        (
            "until = 2021-03-31\n[returns]\nfrom = 2021-01-01\nat_most = 3\neverybody = true",
            "either 'at_most', with 'per'",
        ),
        ("until = 2021-03-31\n[held]\nlow = 9\nhigh = 3", "'low' is 9, more than 'high'"),
    ],
)
def test_a_value_that_cannot_be_is_named_in_one_sentence(text: str, told: str) -> None:
    with pytest.raises(FiguresError) as caught:
        read(text)

    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_steps_end_with_the_months_and_on_the_last_day() -> None:
    scenario = read("until = 2021-01-15")

    assert steps_of(scenario, date(2020, 10, 28)) == (
        date(2020, 10, 31),
        date(2020, 11, 30),
        date(2020, 12, 31),
        date(2021, 1, 15),
    )
    assert steps_of(scenario, date(2020, 10, 31))[0] == date(2020, 11, 30)


def test_a_thousand_years_of_weeks_are_too_many() -> None:
    scenario = read("until = 2999-01-01\nevery = 'week'")

    with pytest.raises(FiguresError, match="Choose an earlier day"):
        steps_of(scenario, date(2020, 10, 28))


def test_a_part_of_a_month_counts_by_its_days() -> None:
    assert periods_in(date(2021, 2, 1), date(2021, 3, 31), "month") == 2
    assert periods_in(date(2021, 2, 15), date(2021, 2, 28), "month") == 0.5
    assert periods_in(date(2021, 2, 1), date(2021, 2, 14), "week") == 2
    assert periods_in(date(2021, 2, 2), date(2021, 2, 1), "week") == 0

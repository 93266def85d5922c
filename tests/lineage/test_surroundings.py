from __future__ import annotations

import pytest

from tests.build import a_day, a_period
from tests.lineage.world import ANONYMOUS, FEBRUARY, MEDIA, Telling, exactly, sketches
from tumen.records import Period

OVER_MONTHS = a_period("2020-02-01", "2020-10-31")


@pytest.mark.parametrize(
    ("kind", "period", "since", "began"),
    [
        ("arrested", a_day("2020-10-05"), None, a_day("2020-10-05")),
        ("arrested", OVER_MONTHS, None, None),
        ("detained", OVER_MONTHS, None, FEBRUARY),
        ("detained", a_day("2020-10-05"), None, None),
        ("detained", a_day("2020-10-05"), FEBRUARY, FEBRUARY),
        ("returned", a_day("2020-10-05"), None, None),
    ],
    ids=["arrest", "arrests", "held for months", "held", "held since", "sent back"],
)
def test_a_group_begins_with_its_arrest_or_with_since(
    kind: str, period: Period, since: Period | None, began: Period | None
) -> None:
    (sketch,) = sketches(
        Telling("Daily NK", None).says(exactly(20), kind=kind, period=period, since=since)
    )
    expected = began.first_day.toordinal() if began and began.first_day else None

    assert sketch.began == expected


def test_the_beginning_of_a_group_holds_for_all_that_its_report_says_of_it() -> None:
    told = Telling("Daily NK", None)
    told.says(exactly(20), kind="return_refused", group="g")
    told.says(exactly(20), kind="arrested", period=a_day("2020-10-05"), group="g")
    told.says(exactly(30), kind="return_refused", group="other")
    refused, arrested, other = sketches(told)

    assert refused.began == arrested.began is not None
    assert other.began is None


def test_a_report_that_cites_an_outlet_once_may_rest_on_it_elsewhere() -> None:
    told = Telling("News21", None)
    told.says(exactly(20), by=(("Daily NK", MEDIA), ("a source", ANONYMOUS)))
    told.says(exactly(200), by=(("the source", ANONYMOUS),))
    _, second = sketches(told)

    assert second.beside == {"daily-nk"}
    assert "daily-nk" not in second.outlets

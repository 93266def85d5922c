from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.brief.case import BOUNDS, HELD, RECONCILIATION, a_situation, held
from tests.brief.conftest import Seen
from tumen.brief.people import people_rows, series_of, what_words, when_words
from tumen.brief.view import View
from tumen.records import Bound, Measure, Quantity


def seen_with(seen: Seen, *bounds: Bound) -> View:
    reconciliation = replace(RECONCILIATION, bounds=bounds)
    return seen(replace(a_situation(), reconciliation=reconciliation))


def test_the_last_day_up_to_the_brief_counts(seen):
    later = Bound(quantity=held("CN-JL", "2021-01-01"), low=9, high=9, low_claims=(HELD.id,))
    (row,) = people_rows(seen_with(seen, *BOUNDS[:2], later))

    assert (row.low, row.high, row.as_of) == (200, 800, "5 November 2020")


def test_wider_places_come_first_and_the_unlisted_rest_last(view):
    names = [(row.depth, row.name) for row in people_rows(view)]

    assert names[:4] == [
        (0, "China"),
        (1, "Jilin"),
        (1, "Liaoning"),
        (1, "elsewhere in China"),
    ]


def test_people_who_moved_are_counted_after_people_who_are_there(view):
    last = people_rows(view)[-1]

    assert (last.what, last.measure) == ("people sent back", Measure.FLOW)
    assert (last.low, last.high) == (0, 0)


def test_a_row_names_its_source_its_support_and_what_it_takes_for_granted(view):
    jilin = people_rows(view)[1]

    assert "the Jilin authorities via NEWS Post Seven" in jilin.speakers
    assert jilin.standing_words == "rests on a single origin"
    assert jilin.assumptions == ("Nobody was released, sent back or moved without a report of it.",)
    assert jilin.statement.values == (200, 800)


def test_a_bound_that_no_claim_pins_says_nothing(seen):
    empty = Bound(quantity=held("CN-HL", "2020-11-05"), low=0, high=None)

    assert people_rows(seen_with(seen, empty)) == ()
    assert series_of(seen_with(seen, empty)) == ()


def test_a_series_has_its_days_in_order(seen):
    (jilin,) = series_of(seen_with(seen, BOUNDS[1], BOUNDS[0]))

    assert [point.day for point in jilin.points] == [date(2020, 10, 5), date(2020, 11, 5)]
    assert [point.high for point in jilin.points] == [None, 800]


def test_what_is_counted_and_when_have_words(view):
    arrests = Quantity(measure=Measure.FLOW, place="CN", into="detained", end=date(2020, 10, 31))
    women = replace(held("CN", "2020-11-05"), subject="defectors;women")

    assert what_words(view, arrests) == "people taken into detention"
    assert when_words(view, arrests) == "until October 2020"
    back = Quantity(measure=Measure.FLOW, place="CN", state="detained", by="returned")
    assert what_words(view, back) == "people sent back"
    assert what_words(view, women) == "people in detention (North Korean women)"
    assert when_words(view, replace(arrests, end=None)) == "undated"


def test_a_row_says_what_holds_without_what_it_takes_for_granted(seen):
    assumed = replace(BOUNDS[1], low_assumptions=("persistence",))
    certain = replace(BOUNDS[1], low=20, high=None, low_assumptions=(), high_assumptions=())
    nothing = replace(certain, low=0, low_claims=(), high_claims=())

    assert people_rows(seen_with(seen, assumed))[0].without == ""
    assert people_rows(seen_with(seen, certain, assumed))[0].without == "Otherwise: at least 20."
    (row,) = people_rows(seen_with(seen, nothing, assumed))
    assert row.without == "Otherwise no number holds for that day."


def test_a_longer_time_that_says_no_more_is_no_row(seen):
    flow = Quantity(measure=Measure.FLOW, place="CN-JL", into="detained", end=date(2020, 11, 5))
    short = Bound(quantity=replace(flow, start=date(2020, 10, 1)), low=20, high=None)
    long = replace(short, quantity=replace(flow, start=date(2020, 1, 1)))

    rows = people_rows(seen_with(seen, long, short))
    assert [row.as_of for row in rows] == ["October 2020 to 5 November 2020"]


def test_two_ends_of_two_speakers_are_told_with_who_says_which(seen):
    """1,170 to 2,600 is a range that nobody gave."""
    claims = [c for reading in a_situation().readings for c in reading.claims]
    other = next(c for c in claims if c.attribution != HELD.attribution)
    two = Bound(
        quantity=held("CN", "2020-11-05"),
        low=1170,
        high=2600,
        low_claims=(HELD.id,),
        high_claims=(other.id,),
    )
    (row,) = people_rows(seen_with(seen, two))
    (of_one,) = people_rows(seen_with(seen, replace(two, high_claims=(HELD.id,))))

    assert row.ends.startswith("The least is by ")
    assert ", the most by " in row.ends
    assert of_one.ends == ""

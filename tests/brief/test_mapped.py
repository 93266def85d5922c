from __future__ import annotations

from dataclasses import replace

from tests.brief.case import HELD, RECONCILIATION, a_situation, held
from tumen.brief.mapped import map_labels, map_marks
from tumen.brief.people import people_rows
from tumen.records import Bound


def test_places_with_a_number_are_marked_but_not_the_whole_area(view):
    marks = map_marks(view, people_rows(view))

    assert [(m.name, m.words) for m in marks] == [
        ("Jilin", "200 to 800"),
        ("Liaoning", "at least 17"),
    ]


def test_people_are_marked_once_where_they_are_most_closely_placed(seen):
    bounds = tuple(
        Bound(quantity=held(place, "2020-11-05"), low=20, high=None, low_claims=(HELD.id,))
        for place in ("CN-LN", "CN-LN-dandong")
    )
    view = seen(replace(a_situation(), reconciliation=replace(RECONCILIATION, bounds=bounds)))

    assert [mark.name for mark in map_marks(view, people_rows(view))] == ["Dandong"]


def test_the_provinces_of_the_map_are_named(seen):
    names = {label.name for label in map_labels(seen(language="ko"))}

    assert {"지린", "랴오닝"} <= names

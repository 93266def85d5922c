from __future__ import annotations

from tests.brief.case import CLOSED, EASED, MINES
from tumen.brief.clusters import clusters_of
from tumen.brief.timeline import timeline_of


def test_entries_run_from_the_first_day_to_the_undated(view):
    timeline = timeline_of(view, clusters_of(view))
    days = [e.first_day or e.last_day for e in timeline]
    dated = [day for day in days if day]

    assert timeline[0].statement.claims == (CLOSED.id,)
    assert dated == sorted(dated)
    assert days[: len(dated)] == dated


def test_what_nobody_dates_is_undated(view):
    timeline = timeline_of(view, clusters_of(view))
    whens = {claim: entry.when for entry in timeline for claim in entry.statement.claims}

    assert whens[EASED.id] == "undated"
    assert whens[MINES.id] == "reported 3 November 2020"  # the day of the report, said by nobody


def test_an_entry_says_what_and_who_says_so(view):
    first = timeline_of(view, clusters_of(view))[0]

    assert first.statement.text == "Border closed — Gospel Prayer Newspaper"
    assert first.when == "since January 2020"

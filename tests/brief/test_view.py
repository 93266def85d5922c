from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.brief.case import CLOSED, HELD, MINES, UNANSWERED, UNDATED, WOMEN
from tests.build import a_period, a_report
from tumen.brief.view import cited, published_on, told_period


def test_claims_are_ordered_by_the_day_of_their_report_and_their_place_in_it(view):
    order = sorted(view.order, key=lambda claim: view.order[claim])

    assert order[0] == WOMEN.id
    assert view.claims[order[-1]].report == UNDATED.id
    assert view.order[HELD.id] < view.order[UNANSWERED.id]


def test_a_known_speaker_is_found_by_any_of_its_names(view):
    assert view.speakers["데일리nk"] == view.speakers["daily nk"]


def test_claims_that_are_not_here_are_left_out(view):
    assert view.known_claims((MINES.id, "c-gone")) == (MINES,)


def test_labels_fall_back_to_english_and_then_to_the_code(view):
    assert view.label({"en": "held", "ko": "구금"}) == "held"
    assert view.label({}, "trade_banned") == "trade banned"


def test_a_period_that_nobody_said_is_not_told(view):
    assert told_period(view, replace(CLOSED, period=a_period("2020-10-01", "2020-10-17"))) is None


def test_since_january_is_told_without_the_day_of_the_report(seen, view):
    period = replace(a_period("2020-01-01", "2020-10-17"), printed="올해 1월부터")
    told = told_period(view, replace(CLOSED, period=period))

    assert told is not None
    assert told.last_day is None


def test_a_passage_is_cited_once(view):
    twin = replace(HELD, id="c-twin")

    assert cited((HELD, twin)) == (HELD.passage,)


def test_a_report_without_a_date_has_no_first_day():
    assert published_on(a_report(published=None)) is None
    assert published_on(a_report(published="2020-11-05")) == date(2020, 11, 5)

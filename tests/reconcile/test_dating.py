from dataclasses import replace
from datetime import date

from tests.build import a_period, a_report
from tests.reconcile.situation import REPORT, day, expected, said
from tumen.reconcile.dating import Window, published_on, window_of
from tumen.records import Period, Precision

UNDATED = a_report(published=None)
UNRESOLVED = Period(
    first_day=None, last_day=None, precision=Precision.UNRESOLVED, printed="last month"
)


def test_what_is_told_without_a_date_is_told_of_the_day_of_publication():
    window = window_of(said(on=None), REPORT)

    assert window == Window(first=day("2020-10-28"), last=day("2020-10-28"))
    assert window.one_day


def test_nothing_is_guessed_without_a_date():
    assert window_of(said(on=None), UNDATED) == Window()
    assert window_of(replace(said(on=None), period=UNRESOLVED), REPORT) == Window()


def test_a_full_date_needs_no_report_date():
    assert window_of(said(on="2020-10-05"), UNDATED).last == day("2020-10-05")


def test_a_report_knows_no_later_day_than_its_own():
    assert window_of(said(on=("2020-10-01", "2020-12-31")), REPORT).last == day("2020-10-28")


def test_an_expectation_may_lie_ahead():
    ahead = window_of(expected(said(on=("2020-10-01", "2020-12-31"))), REPORT)

    assert ahead.last == day("2020-12-31")


def test_an_open_end_reaches_to_the_day_of_publication():
    assert window_of(said(on=("2020-01-01", None)), REPORT).last == day("2020-10-28")
    assert window_of(said(on=("2020-12-01", None)), REPORT).last == day("2020-12-01")


def test_a_cohorts_period_is_that_of_its_state_at_its_end():
    window = window_of(said(on=("2020-01-01", "2020-10-10"), since="2020-01-01"), REPORT)

    assert window == Window(
        first=day("2020-10-10"), last=day("2020-10-10"), since=day("2020-01-01")
    )


def test_a_start_after_the_end_is_no_start():
    assert window_of(said(on="2020-10-05", since="2020-10-20"), REPORT).since is None


def test_windows_with_open_ends_overlap_what_they_may_reach():
    early = Window(first=None, last=date(2020, 2, 29))

    assert early.overlaps(Window(first=date(2020, 2, 1), last=date(2020, 2, 10)))
    assert not early.overlaps(Window(first=date(2020, 3, 1), last=None))
    assert early.overlaps(Window())


def test_a_month_of_publication_ends_on_its_last_day():
    assert published_on(replace(UNDATED, published=a_period("2020-10-01", "2020-10-31"))) == day(
        "2020-10-31"
    )

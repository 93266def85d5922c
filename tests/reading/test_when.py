from datetime import date

from tests.reading.reader import claims_in
from tumen.records import Claim


def only(text: str, kind: str, language: str = "en", published: str | None = "2020-11-05") -> Claim:
    (claim,) = (c for c in claims_in(text, language, published=published) if c.kind == kind)
    return claim


def days(claim: Claim) -> tuple[date | None, date | None]:
    assert claim.period is not None
    return claim.period.first_day, claim.period.last_day


def test_an_act_happened_by_the_day_of_the_report() -> None:
    claim = only("About 20 women were arrested in Dandong.", "arrested")

    assert days(claim) == (None, date(2020, 11, 5))


def test_a_state_without_a_time_holds_on_the_day_of_the_report() -> None:
    claim = only("About 20 women are held in a prison in Dandong.", "detained")

    assert days(claim) == (date(2020, 11, 5), date(2020, 11, 5))


def test_since_begins_a_cohort() -> None:
    claim = only("About 20 people have been detained in Dandong since February.", "detained")

    assert claim.since is not None
    assert claim.since.first_day == date(2020, 2, 1)
    assert days(claim) == (date(2020, 2, 1), date(2020, 11, 5))


def test_a_time_belongs_to_the_nearest_verb() -> None:
    text = "In early October, Jilin notified the North that it would hand over 200 defectors who had been detained from January."

    assert days(only(text, "return_notified")) == (date(2020, 10, 1), date(2020, 10, 10))
    assert days(only(text, "detained"))[0] == date(2020, 1, 1)


def test_a_state_lasts_from_the_act_that_began_it() -> None:
    text = "About 20 women were caught early this month and put in a lockup in Dandong."

    assert days(only(text, "detained", published="2020-10-16")) == (
        date(2020, 10, 1),
        date(2020, 10, 16),
    )


def test_the_day_it_was_said_is_not_the_day_it_happened() -> None:
    claim = only("About 20 women were arrested in Dandong, a source said on Tuesday.", "arrested")

    assert days(claim) == (None, date(2020, 11, 5))


def test_without_a_date_nothing_is_guessed() -> None:
    claim = only("About 20 women were arrested early this month.", "arrested", published=None)

    assert claim.period is not None
    assert not claim.period.resolved
    assert claim.period.printed == "early this month"
    assert only("About 20 women were arrested.", "arrested", published=None).period is None

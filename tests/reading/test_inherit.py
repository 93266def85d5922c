"""Claims take from their group, or from the parts of their figure, what their sentence leaves out."""

from __future__ import annotations

from datetime import date

from tests.reading.reader import claims_in
from tumen.records import Claim


def the(claims: tuple[Claim, ...], kind: str, low: int) -> Claim:
    found = [c for c in claims if c.kind == kind and c.figure and c.figure.low == low]
    assert len(found) == 1, [(c.kind, c.figure) for c in claims]
    return found[0]


def places(claim: Claim) -> list[str]:
    return [place.name for place in claim.places]


def test_a_lead_takes_places_and_days_from_the_parts_told_below_it():
    claims = claims_in(
        "A total of 12 defectors were arrested in China.\n\n"
        "On October 3, seven defectors were arrested in Dandong. "
        "On October 9, five defectors were arrested in Yanji."
    )

    whole = the(claims, "arrested", 12)

    assert {"Dandong", "Yanji"} <= set(places(whole))
    assert whole.period is not None
    assert (whole.period.first_day, whole.period.last_day) == (
        date(2020, 10, 3),
        date(2020, 10, 9),
    )
    assert {"place:of_the_parts", "time:of_the_parts"} <= {e.rule for e in whole.evidence}


def test_a_refusal_has_the_place_of_the_group_it_is_about():
    claims = claims_in(
        "About 20 defectors are held in Dandong. North Korea refused to take them back."
    )

    assert "Dandong" in places(the(claims, "return_refused", 20))


def test_what_a_claim_says_itself_is_kept():
    claims = claims_in(
        "In October, 12 defectors were arrested in Shenyang. "
        "Seven of the defectors were arrested in Dandong."
    )

    assert "Shenyang" in places(the(claims, "arrested", 12))
    assert "Dandong" not in places(the(claims, "arrested", 12))


def test_a_word_that_points_back_does_not_make_the_same_claim_twice():
    claims = claims_in("Police arrested 20 defectors in Dandong. They were arrested by agents.")

    assert [c.kind for c in claims if c.figure].count("arrested") == 1


def test_news_of_the_same_group_stays():
    claims = claims_in(
        "Police arrested 20 defectors in Dandong. They have been held in Tumen since January."
    )

    assert "Tumen" in places(the(claims, "detained", 20))


def test_a_claim_that_names_another_country_keeps_it():
    claims = claims_in(
        "Seven defectors were arrested in Laos. Those seven defectors were held in Jilin in May."
    )

    assert places(the(claims, "arrested", 7)) == ["Laos"]


def test_an_act_told_twice_has_its_most_exact_day():
    claims = claims_in(
        "Five defectors were arrested in China in September.\n\n"
        "The group of five defectors was arrested on September 13 near Yanji."
    )

    told = [c.period for c in claims if c.kind == "arrested" and c.figure and c.figure.low == 5]

    assert told
    assert {p and (p.first_day, p.last_day) for p in told} == {
        (date(2020, 9, 13), date(2020, 9, 13))
    }


def test_two_days_that_it_may_be_leave_a_month_a_month():
    claims = claims_in(
        "Five defectors were arrested in China in September.\n\n"
        "On September 13 five defectors were arrested in Yanji. "
        "On September 20 five defectors were arrested in Dandong."
    )

    first = next(c for c in claims if c.kind == "arrested" and c.figure)

    assert first.period is not None
    assert (first.period.first_day, first.period.last_day) == (
        date(2020, 9, 1),
        date(2020, 9, 30),
    )


def test_what_is_only_denied_dates_nothing():
    claims = claims_in(
        "Five defectors were arrested in China in September. "
        "China denied that five defectors were arrested on September 13."
    )

    first = next(c for c in claims if c.kind == "arrested" and c.modality == "reported")

    assert first.period is not None
    assert first.period.first_day == date(2020, 9, 1)


def test_a_yearly_count_is_part_of_no_total():
    text = "累计入境韩国的脱北者为33815人。2019年以前,每年有1000多人抵韩。"
    claims = claims_in(text, "zh")

    period = the(claims, "arrived", 33815).period

    assert period is not None
    assert period.last_day == date(2020, 11, 5)


def test_one_act_dates_no_other():
    text = (
        "Nine defectors were sent back to North Korea. The nine were caught in Kunming on May 10."
    )
    returned = the(claims_in(text, "en"), "returned", 9)

    assert returned.period is not None
    assert returned.period.first_day is None

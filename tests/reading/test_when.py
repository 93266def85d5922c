from datetime import date

import pytest

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


def period_of(text: str, kind: str, language: str = "en") -> tuple[str, str]:
    claim = next(c for c in claims_in(text, language, published="2020-11-05") if c.kind == kind)
    assert claim.period is not None
    return str(claim.period.first_day), str(claim.period.last_day)


def test_what_is_told_as_done_this_month_was_done_by_the_day_of_the_report():
    assert period_of("20 defectors were arrested in Yanji this month.", "arrested") == (
        "2020-11-01",
        "2020-11-05",
    )


def test_a_threat_is_not_dated_by_an_arrest_of_the_past():
    text = "Five defectors arrested in Qingdao in September are at risk of repatriation."

    assert period_of(text, "at_risk") == ("2020-11-05", "2020-11-05")


def test_those_arrested_are_held_since_then_if_nothing_else_is_said():
    text = "Police arrested 12 defectors on October 3. The 12 defectors are held in Tumen."

    assert period_of(text, "detained") == ("2020-10-03", "2020-11-05")


def test_the_day_on_which_something_became_known_is_not_when_it_was():
    text = "탈북민 16명이 지난 1일 칭다오에서 체포된 것으로 4일 알려졌다."

    assert period_of(text, "arrested", "ko") == ("2020-11-01", "2020-11-01")


def test_a_request_is_not_as_old_as_the_detention_of_those_it_is_about():
    text = "Liaoning has asked North Korea to accept about 20 North Koreans held since February."

    assert period_of(text, "detained") == ("2020-02-01", "2020-11-05")
    assert period_of(text, "return_requested") == ("None", "2020-11-05")


def test_the_verb_of_the_next_sentence_takes_no_time_of_this_one():
    text = "200 defectors are held in the border area since January. North Korea answered late."

    assert period_of(text, "detained") == ("2020-01-01", "2020-11-05")


def test_what_is_to_be_done_by_a_day_is_done_from_now_on() -> None:
    claim = only("China plans to send 31 defectors back to North Korea by November 20.", "at_risk")

    assert days(claim) == (date(2020, 11, 5), date(2020, 11, 20))


def test_the_day_of_an_article_is_no_day_of_an_act() -> None:
    claim = only(
        "It cites an article in JB Press of Oct. 30: 49 North Korean defectors entered South Korea.",
        "arrived",
    )

    assert days(claim) == (None, date(2020, 11, 5))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ja",
            "中央日報は20日、消息筋の話として、中国当局が14日早朝、脱北者約50人を北朝鮮側に引き渡したと報じた。",
        ),
        (
            "ko",
            "자유아시아방송(RFA)은 20일 소식통을 인용해 중국이 지난 14일 새벽 탈북민 50명을 북한에 넘겼다고 보도했다.",
        ),
    ],
)
def test_the_day_beside_a_speaker_is_no_day_of_what_happened_before(
    language: str, text: str
) -> None:
    (claim,) = (c for c in claims_in(text, language, published="2021-07-20") if c.figure)

    assert claim.period is not None
    assert claim.period.first_day == claim.period.last_day == date(2021, 7, 14)


def test_a_count_that_is_of_now_has_not_the_time_of_the_count_before_it() -> None:
    text = "看守所里去年底时有60多人,如今已超过百人。"
    then, now = (c for c in claims_in(text, "zh", published="2021-04-22") if c.kind == "detained")

    assert days(then)[1] == date(2020, 12, 31)
    assert days(now) == (date(2021, 4, 22), date(2021, 4, 22))


def test_an_until_is_no_year_that_the_next_sentence_is_about() -> None:
    text = "2019年までは毎年1000人以上が韓国に入国した。韓国に入国した人は累計3万人だ。"
    claims = claims_in(text, "ja", published="2022-01-05")

    assert days(claims[-1])[1] == date(2022, 1, 5)

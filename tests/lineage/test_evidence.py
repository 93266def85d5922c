from __future__ import annotations

import pytest

from tests.build import a_period
from tests.lineage.world import (
    ANONYMOUS,
    CHINA,
    FEBRUARY,
    JILIN,
    LIAONING,
    MEDIA,
    NGO,
    OCTOBER,
    UN,
    Telling,
    about,
    exactly,
    place,
    sketcher,
    sketches,
    up_to,
    yeo,
)
from tumen.lineage.evidence import ENOUGH, HIGH, Evidence, days_apart, weigh
from tumen.records import Figure, Modality, Period


def evidence(one: Telling, other: Telling) -> Evidence | None:
    first, second = sketches(one, other)
    both = [weigh(a, b, kinds=sketcher().kinds) for a, b in ((first, second), (second, first))]
    assert both[0] == both[1]
    return both[0]


def links(one: Telling, other: Telling) -> bool:
    found = evidence(one, other)
    return found is not None and found.score >= ENOUGH


def told(
    publisher: str, figure: Figure | None, day: str | None = "2020-10-16", **said: object
) -> Telling:
    return Telling(publisher, day).says(figure, **said)  # type: ignore[arg-type]


def test_a_citation_of_the_same_figure_is_sure():
    found = evidence(
        told("Daily NK", exactly(200), period=OCTOBER),
        told("ICNK", yeo(200, 100), period=OCTOBER, by=(("데일리NK", MEDIA),)),
    )

    assert found
    assert found.has("cited")
    assert found.has("same_figure")
    assert found.score >= HIGH


def test_one_figure_at_one_place_and_time_is_enough_without_a_citation():
    assert links(
        told("Daily NK", exactly(200), period=OCTOBER, kind="return_refused"),
        told("NEWS Post Seven", exactly(200), period=OCTOBER, kind="return_notified"),
    )


@pytest.mark.parametrize("by", [(), (("Daily NK", MEDIA),)])
def test_events_that_only_look_alike_are_two(by: tuple[tuple[str, object], ...]) -> None:
    february = told("Daily NK", about(20), "2020-03-01", period=FEBRUARY, places=place("Dandong"))
    october = told("RFA", about(20), period=OCTOBER, places=place("Dandong"), by=by)

    assert evidence(february, october) is None


def test_sixty_arrested_in_2019_are_not_sixty_returned_in_2024():
    assert not links(
        told(
            "RFA",
            about(60),
            "2019-08-07",
            kind="arrested",
            period=a_period("2019-07-01", "2019-08-07"),
        ),
        told(
            "RFA",
            about(60),
            "2024-05-01",
            kind="returned",
            period=a_period("2024-04-26", "2024-04-26"),
        ),
    )


def test_a_small_figure_in_a_whole_country_says_nothing():
    assert not links(
        told(
            "Reuters",
            exactly(5),
            kind="arrested",
            places=CHINA,
            period=a_period(None, "2020-10-16"),
        ),
        told("SBS", exactly(5), kind="arrested", places=place("Shenyang"), period=OCTOBER),
    )


def test_another_place_speaks_against_a_link():
    assert not links(
        told("RFA", exactly(7), kind="arrested", places=JILIN, period=OCTOBER),
        told("SBS", exactly(7), kind="arrested", places=LIAONING, period=OCTOBER),
    )


def test_a_large_stock_told_again_within_the_year_is_the_same_estimate():
    first = told(
        "AP", up_to(2000), "2023-08-12", places=CHINA, period=a_period("2022-10-01", "2022-10-31")
    )
    again = told(
        "Telegraph",
        up_to(2000),
        "2023-07-11",
        places=CHINA,
        period=a_period("2023-07-11", "2023-07-11"),
    )
    later = told(
        "NPR", up_to(2000), "2025-07-11", places=CHINA, period=a_period("2025-07-11", "2025-07-11")
    )

    assert links(first, again)
    assert not links(first, later)


def test_two_known_speakers_are_rivals_and_one_is_a_tie():
    def says(speaker: str, name: str) -> Telling:
        return told(name, up_to(2000), places=CHINA, period=OCTOBER, by=((speaker, NGO),))

    rivals, one = says("NKDB", "KBS"), says("HRW", "BBC")

    assert evidence(rivals, one).has("other_speaker")  # type: ignore[union-attr]
    assert evidence(rivals, says("북한인권정보센터", "SBS")).has("same_speaker")  # type: ignore[union-attr]


def test_without_figures_only_a_citation_or_one_speaker_makes_a_link():
    closed = told("Yonhap", None, kind="border_closed", places=CHINA, period=OCTOBER)

    assert (
        evidence(closed, told("RFA", None, kind="border_closed", places=CHINA, period=OCTOBER))
        is None
    )
    assert links(
        closed,
        told(
            "RFA",
            None,
            kind="border_closed",
            places=CHINA,
            period=OCTOBER,
            by=(("聯合ニュース", MEDIA),),
        ),
    )


def test_a_citation_does_not_tie_what_has_nothing_in_common():
    assert not links(
        told("Daily NK", exactly(38), kind="arrested", period=OCTOBER),
        told("RFA", None, kind="return_requested", period=OCTOBER, by=(("Daily NK", MEDIA),)),
    )


def test_a_figure_that_changed_needs_a_citation_or_the_same_words():
    first = told("Dong-A Ilbo", exactly(33), kind="arrested", period=OCTOBER)

    assert evidence(first, told("SBS", exactly(31), kind="arrested", period=OCTOBER)) is None
    assert links(
        first, told("SBS", exactly(31), kind="arrested", period=OCTOBER, by=(("동아일보", MEDIA),))
    )


def test_a_copy_with_a_wrong_date_is_still_a_copy():
    words = "Some 220 people have been questioned and are held in ten centres at the border now."
    text = "They wait in ten centres at the border, an activist said, and nobody may see them. " * 6

    def copied(publisher: str, period: Period) -> Telling:
        telling = Telling(publisher, "2012-02-24", text=text)
        return telling.says(exactly(220), words=words, period=period)

    found = evidence(copied("RFA", FEBRUARY), copied("SBS", OCTOBER))

    assert found
    assert found.has("copied_report")
    assert found.has("copied_passage")
    assert found.score >= ENOUGH


def test_short_words_that_anyone_may_write_are_no_copy():
    def said(publisher: str) -> Telling:
        return told(publisher, exactly(20), period=OCTOBER, words="20 were held there.")

    assert not evidence(said("RFA"), said("SBS")).has("copied_passage")  # type: ignore[union-attr]


def test_a_fact_and_a_guess_speak_a_little_less_for_each_other():
    fact = told("RFA", exactly(200), period=OCTOBER)
    guess = told("SBS", exactly(200), period=OCTOBER, modality=Modality.ESTIMATED)
    firm = told("SBS", exactly(200), period=OCTOBER)

    assert evidence(fact, guess).score < evidence(fact, firm).score  # type: ignore[union-attr]


def test_an_anonymous_source_ties_only_within_its_outlet():
    def said(name: str, outlet: str) -> Telling:
        by = ((outlet, MEDIA), ("a source", ANONYMOUS))
        return told(name, exactly(200), period=OCTOBER, by=by)

    assert evidence(said("ICNK", "Daily NK"), said("BBC", "데일리NK")).has("shared_speaker")  # type: ignore[union-attr]
    assert not evidence(said("ICNK", "RFA"), said("BBC", "UPI")).has("same_speaker")  # type: ignore[union-attr]


def test_days_apart_knows_open_ends_and_missing_periods():
    def at(period: Period | None) -> Telling:
        return told("RFA", exactly(20), period=period)

    (october, february) = sketches(at(OCTOBER), at(FEBRUARY))
    (until, unknown) = sketches(at(a_period(None, "2020-03-31")), at(None))

    assert days_apart(october, february) == days_apart(february, october) == 215
    assert days_apart(until, february) == 0
    assert days_apart(until, october) == 184
    assert days_apart(unknown, october) is None


def test_a_source_of_the_un_in_two_languages_is_one():
    def said(name: str, speaker: str) -> Telling:
        return told(name, about(1500), places=CHINA, period=OCTOBER, by=((speaker, UN),))

    found = evidence(said("Arirang", "Tomas Ojea Quintana"), said("BBC", "Tomas Ojea Quintana"))

    assert found
    assert found.has("same_speaker")


def test_a_near_number_of_the_women_alone_is_no_link() -> None:
    first = told("Dong-A", exactly(35), places=LIAONING, period=OCTOBER, by=(("a group", NGO),))
    women = told(
        "Yonhap",
        exactly(31),
        places=LIAONING,
        period=OCTOBER,
        by=(("a group", NGO),),
        subject="defectors;women",
    )
    people = told("Yonhap", exactly(31), places=LIAONING, period=OCTOBER, by=(("a group", NGO),))

    assert evidence(first, women) is None
    assert evidence(first, people) is not None


def test_a_plan_is_no_guess_beside_its_announcement() -> None:
    notified = told("NEWS Post Seven", exactly(200), kind="return_notified", period=OCTOBER)
    feared = told("Daily NK", exactly(200), kind="at_risk", modality=Modality.EXPECTED)
    refused = told("Daily NK", exactly(200), kind="return_refused")
    plan, answer = evidence(notified, feared), evidence(notified, refused)

    assert plan
    assert answer
    assert not plan.has("other_firmness")
    assert plan.score > answer.score


@pytest.mark.parametrize(("printed", "is_cited"), [("2020-11-10", True), ("2021-04-22", False)])
def test_what_an_outlet_writes_months_later_was_not_cited(printed: str, is_cited: bool) -> None:
    citing = told("KBS", exactly(200), "2020-10-15", period=OCTOBER, by=(("Daily NK", MEDIA),))
    found = evidence(citing, told("Daily NK", exactly(200), printed, period=OCTOBER))

    assert found
    assert found.has("cited") is is_cited


def test_a_denial_of_a_number_answers_whoever_told_it() -> None:
    reported = told(
        "AP", up_to(2000), "2023-08-12", places=CHINA, period=a_period("2022-10-01", "2022-10-31")
    )
    denied = told(
        "JoongAng Ilbo",
        exactly(2000),
        "2023-09-13",
        places=CHINA,
        period=a_period("2023-09-13", "2023-09-13"),
        modality=Modality.DENIED,
    )

    assert links(reported, denied)


def test_people_who_are_held_are_those_arrested_rather_than_those_in_danger() -> None:
    held = told("KBS", exactly(200), period=OCTOBER)
    arrested = evidence(told("SBS", exactly(200), kind="arrested", period=OCTOBER), held)
    in_danger = evidence(told("SBS", exactly(200), kind="at_risk", period=OCTOBER), held)

    assert arrested
    assert in_danger
    assert arrested.score > in_danger.score

from __future__ import annotations

import pytest

from tests.build import a_day, a_period
from tests.lineage.world import (
    CHINA,
    JILIN,
    LIAONING,
    MEDIA,
    OCTOBER,
    Telling,
    exactly,
    place,
    sketches,
)
from tumen.lineage.candidates import HEADS, candidate_pairs, may_be_one


def meet(one: Telling, other: Telling) -> bool:
    return len(list(candidate_pairs(sketches(one, other)))) == 1


def test_claims_of_one_number_meet_where_one_place_holds_the_other():
    def at(name: str, places: tuple[tuple[str, str], ...]) -> Telling:
        return Telling(name, None).says(exactly(200), places=places, period=OCTOBER)

    assert meet(at("RFA", CHINA), at("SBS", place("Tumen")))
    assert meet(at("RFA", JILIN), at("SBS", place("Tumen")))
    assert meet(at("RFA", ()), at("SBS", place("Tumen")))
    assert not meet(at("RFA", LIAONING), at("SBS", place("Tumen")))


def test_claims_of_two_numbers_meet_at_one_place_or_by_a_citation():
    def says(name: str, number: int, kind: str, **more: object) -> Telling:
        telling = Telling(name, None)
        return telling.says(exactly(number), kind=kind, period=OCTOBER, **more)  # type: ignore[arg-type]

    assert meet(says("RFA", 31, "arrested"), says("SBS", 33, "arrested"))
    assert not meet(says("RFA", 31, "arrested"), says("SBS", 33, "detained"))
    assert meet(says("RFA", 31, "arrested"), says("SBS", 33, "detained", by=(("RFA", MEDIA),)))


def test_claims_of_one_report_do_not_meet_here():
    telling = Telling("RFA", None).says(exactly(200)).says(exactly(200), kind="arrested")

    assert list(candidate_pairs(sketches(telling))) == []


def test_no_pair_comes_twice():
    tellings = [
        Telling("RFA", None, name=str(n)).says(exactly(200), period=OCTOBER) for n in range(9)
    ]
    pairs = [frozenset((a.id, b.id)) for a, b in candidate_pairs(sketches(*tellings))]

    assert len(pairs) == len(set(pairs))


def test_copies_meet_the_first_of_them_and_not_each_other():
    copies = [
        Telling("RFA", f"2020-10-{n % 20 + 11}", name=str(n)).says(exactly(200), period=OCTOBER)
        for n in range(300)
    ]

    assert len(list(candidate_pairs(sketches(*copies)))) <= 300 * HEADS


def test_copies_do_not_crowd_out_another_telling():
    copies = [
        Telling("RFA", "2020-10-20", name=str(n)).says(exactly(200), period=OCTOBER)
        for n in range(300)
    ]
    other = Telling("SBS", "2020-10-21").says(
        exactly(200), kind="arrested", period=a_period("2020-10-01", "2020-10-09")
    )
    met = {
        a.report.name for a, b in candidate_pairs(sketches(*copies, other)) if b.kind == "arrested"
    }
    met |= {
        b.report.name for a, b in candidate_pairs(sketches(*copies, other)) if a.kind == "arrested"
    }

    assert met


def test_the_order_of_the_claims_changes_no_pair():
    told = sketches(
        *(
            Telling("RFA", None, name=str(n)).says(exactly(20 + n % 3), period=OCTOBER)
            for n in range(30)
        )
    )

    forwards = list(candidate_pairs(told))
    backwards = list(candidate_pairs(told[::-1]))

    assert forwards == backwards


@pytest.mark.parametrize(
    ("number", "kind", "places", "meets"),
    [
        (200, "arrested", JILIN, True),
        (31, "detained", JILIN, True),
        (31, "arrested", JILIN, False),
        (210, "arrested", JILIN, True),
        (210, "arrested", LIAONING, False),
    ],
    ids=["number", "misquoted", "other number and kind", "near number", "near, elsewhere"],
)
def test_in_another_language_a_citation_alone_brings_no_two_together(
    number: int, kind: str, places: tuple[tuple[str, str], ...], meets: bool
) -> None:
    cited = Telling("RFA", "2020-10-12").says(exactly(200), period=OCTOBER)
    citing = Telling("SBS", "2020-10-13", language="ko")
    citing.says(exactly(number), kind=kind, places=places, period=OCTOBER, by=(("RFA", MEDIA),))

    assert may_be_one(*sketches(cited, citing)) is meets


def test_in_another_season_only_large_stocks_and_copies_meet() -> None:
    def of(day: str, number: int, language: str = "en") -> Telling:
        return Telling(day, day, language=language).says(exactly(number), period=a_day(day))

    assert may_be_one(*sketches(of("2020-01-10", 1000), of("2020-10-10", 1000, "ko")))
    assert not may_be_one(*sketches(of("2020-01-10", 1000), of("2021-10-10", 1000, "ko")))
    assert not may_be_one(*sketches(of("2020-01-10", 200), of("2020-10-10", 200, "ko")))
    assert may_be_one(*sketches(of("2020-01-10", 200), of("2020-10-10", 200)))
    assert not may_be_one(*sketches(of("2020-01-10", 200), of("2020-10-10", 30)))

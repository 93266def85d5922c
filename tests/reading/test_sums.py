"""Parts that the words coordinate under one act add up, and nothing else does."""

from __future__ import annotations

import pytest

from tests.reading.reader import claims_in
from tumen.reading.sums import SUM


def sums_in(text: str, language: str = "en") -> list[int | None]:
    return [
        claim.figure.low
        for claim in claims_in(text, language)
        if claim.figure and any(e.rule == SUM for e in claim.evidence)
    ]


@pytest.mark.parametrize(
    ("text", "language", "total"),
    [
        ("20 defectors were arrested in Qingdao and nine in Kunming.", "en", 29),
        ("Police seized her son of 22 and four other defectors.", "en", 5),
        ("선양에서 탈북민 7명과 5명이 각각 체포됐다.", "ko", 12),
        ("瀋陽で7人、白山で5人の脱北者が逮捕された。", "ja", 12),
        ("在辽宁省被拘留的是三男三女和一名女童。", "zh", 7),
        ("二十名脱北者在青岛被捕,其他九人在昆明。", "zh", 29),
    ],
)
def test_coordinated_parts_add_up(text: str, language: str, total: int):
    assert sums_in(text, language) == [total]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Police arrested 20 defectors, including nine children.", "en"),
        ("China sent back 600 North Koreans, up 540 from 2022.", "en"),
        ("The number of North Koreans detained in Jilin rose by 50, to 200.", "en"),
        ("20 defectors were arrested this year, against nine last year.", "en"),
        ("Police arrested 20 defectors and two officials.", "en"),
        ("Police arrested 20 defectors, nine of them children.", "en"),
        ("About 20 defectors were arrested in Qingdao and nine in Kunming.", "en"),
        ("In all 29 defectors were arrested, 20 in Qingdao and nine in Kunming.", "en"),
        ("탈북민 20명이 체포됐는데 이 가운데 9명은 아동이다.", "ko"),
        ("脱北者20人が逮捕され、うち9人は子どもだ。", "ja"),
        ("20名脱北者被捕,其中9名是儿童。", "zh"),
    ],
)
def test_a_part_a_comparison_an_estimate_and_a_printed_total_do_not(text: str, language: str):
    assert sums_in(text, language) == []


def test_a_sum_has_the_places_of_its_parts():
    claims = claims_in("20 defectors were arrested in Qingdao and nine in Kunming.")
    total = next(c for c in claims if c.figure and c.figure.low == 29)

    assert {"Qingdao", "Kunming"} <= {place.name for place in total.places}


def test_parts_of_a_whole_that_is_told_are_not_added_up_once_more() -> None:
    claims = claims_in(
        "聯合國專家說，目前至少有1170名北韓人被關押，其中長春450人，圖們325人，瀋陽180人。", "zh"
    )

    assert {c.figure.low for c in claims if c.figure} == {1170, 450, 325, 180}

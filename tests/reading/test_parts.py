"""Counts that are parts of others add to nothing and stand for nobody else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reader import claims_in
from tumen.records import Claim


def the(text: str, language: str, low: int, kind: str) -> Claim:
    return next(
        c for c in claims_in(text, language) if c.kind == kind and c.figure and c.figure.low == low
    )


@pytest.mark.parametrize(
    ("text", "language", "part", "whole"),
    [
        ("210 defectors are held in Hunchun. Sixty of them were arrested in Yanji.", "en", 60, 210),
        ("탈북자 12명(남자 4명)이 체포됐다.", "ko", 4, 12),
    ],
)
def test_a_part_names_the_group_it_is_taken_from(text: str, language: str, part: int, whole: int):
    claims = claims_in(text, language)
    groups = {c.figure.low: c.group for c in claims if c.figure}
    parts = [c for c in claims if c.figure and c.figure.low == part]

    assert parts
    assert all(c.part_of == groups[whole] for c in parts)


def test_a_count_of_its_own_is_no_part():
    assert the("210 defectors are held in Hunchun.", "en", 210, "detained").part_of is None


def test_they_are_all_those_and_not_the_part_told_last():
    text = (
        "탈북민 85명이 투먼에 구금돼 있으며 그중 7명은 어린이다. 중국은 이들을 넘기겠다고 통보했다."
    )

    assert the(text, "ko", 85, "return_notified").figure is not None


def test_these_people_are_the_sum_of_those_told_together():
    text = "20名脱北者在青岛被捕,其他9人在昆明。这些人被关在图们监狱。"

    assert the(text, "zh", 29, "detained").figure is not None


def test_a_part_is_of_the_count_itself_and_not_of_what_it_is_compared_with() -> None:
    women = claims_in(
        "통일부에 따르면 지난해 국내에 들어온 탈북민은 1276명으로 전년(1397명)보다 9% 줄었다. "
        "이 중 여성이 1025명이었다.",
        "ko",
        published="2016-02-10",
    )[-1]

    assert women.figure is not None
    assert women.figure.low == 1025
    assert women.period is not None
    assert women.period.first_day == date(2015, 1, 1)


def test_a_list_that_begins_with_a_part_goes_on_with_parts() -> None:
    text = "About 1,170 defectors are held, 450 of them in Tumen and 325 in Changbai. Pyongyang has refused to take them back."
    refused = [c for c in claims_in(text) if c.kind == "return_refused"]

    assert [c.figure and c.figure.low for c in refused] == [1170]

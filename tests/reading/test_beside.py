"""Each of several counts in a sentence has the place and the time beside it."""

from __future__ import annotations

import pytest

from tests.reading.reader import claims_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("20 defectors were arrested in Qingdao and nine in Kunming.", "en"),
        ("In Qingdao 20 defectors were arrested, in Kunming nine defectors.", "en"),
        ("칭다오에서 탈북민 20명, 쿤밍에서 9명이 체포됐다.", "ko"),
        ("青島で脱北者20人、昆明で9人が逮捕された。", "ja"),
        ("二十名脱北者在青岛被捕,其他九人在昆明被捕。", "zh"),
    ],
)
def test_counts_of_one_sentence_have_a_place_each(text: str, language: str):
    claims = claims_in(text, language)
    where = {c.figure.low: {p.name for p in c.places} for c in claims if c.figure}

    assert "Qingdao" in where[20]
    assert "Kunming" not in where[20]
    assert "Kunming" in where[9]
    assert "Qingdao" not in where[9]


def test_a_place_said_once_for_all_counts_holds_for_each():
    claims = claims_in("20 women and nine children were arrested in Qingdao.")

    assert all("Qingdao" in {p.name for p in c.places} for c in claims if c.kind == "arrested")


def test_counts_have_a_day_each():
    claims = claims_in("Seven defectors were arrested on May 3, 2020 and five on June 9, 2020.")
    when = {c.figure.low: c.period for c in claims if c.figure}

    assert str(when[7] and when[7].first_day) == "2020-05-03"
    assert str(when[5] and when[5].first_day) == "2020-06-09"


def test_two_lists_side_by_side_go_in_turn():
    claims = claims_in("옌지와 창춘에서 탈북민 6명과 4명이 각각 체포됐다.", "ko")
    where = {c.figure.low: {p.name for p in c.places} for c in claims if c.figure}

    assert "Yanji" in where[6]
    assert "Changchun" not in where[6]
    assert "Changchun" in where[4]

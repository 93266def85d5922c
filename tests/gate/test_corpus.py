from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gate.cases import Expected
from gate.corpus import corpus_outcomes, expected_in
from tumen.pipeline import load_background
from tumen.records import Modality

HEAD = "file,start,end,kind,low,high,places,period_start,period_end,says,modality\n"
REPORT = """date: 2020-11-05
language: en
publisher: A Paper

About 200 defectors are held in Jilin, a trader said. The border is closed.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "one.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "gold" / "claims.csv").write_text(
        HEAD
        + "one.txt,0,38,detained,200,200,China;Jilin,,2020-11-05,A Paper < a trader,reported\n"
        + "one.txt,54,75,border_closed,,,,,,A Paper,reported\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_row_is_an_expected_claim(corpus):
    first, second = expected_in(corpus)["one.txt"]

    assert first == Expected(
        kind="detained",
        low=200,
        high=200,
        places=("Jilin",),
        end=date(2020, 11, 5),
        modality=Modality.REPORTED,
        says=("a trader",),
        words=(0, 38),
    )
    assert second.optional


def test_what_a_second_look_added_is_optional(corpus):
    (corpus / "gold" / "claims_more.csv").write_text(
        HEAD + "one.txt,0,38,arrested,200,200,,,,A Paper,reported\n"
        "another.txt,0,38,arrested,200,200,,,,A Paper,reported\n",
        encoding="utf-8",
    )

    assert [e.optional for e in expected_in(corpus)["one.txt"]] == [False, True, True]
    assert set(expected_in(corpus)) == {"one.txt"}


def test_a_corpus_is_judged_as_cases_are(corpus):
    (outcome,) = corpus_outcomes(corpus, background=load_background("dprk-china"))

    assert outcome.case.group == "en"
    assert len(outcome.matched) + len(outcome.missed) >= 1
    assert outcome.numbers >= 1

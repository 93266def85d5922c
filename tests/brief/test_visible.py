from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from tests.brief.case import a_situation
from tests.build import a_claim, a_report
from tumen.brief import FORMATS, compose, render, spelt_out, visible
from tumen.records import HopType, Reading

STEERS = "\x1b[2J\x9b2J\r\x7f\x00\u202e\u2066\u2069\u200e\u200f\u061c\u2028\x85"
WORDS = f"About 20 women {STEERS} are held."


@pytest.fixture
def steering_brief(codebook, gazetteer):
    report = replace(
        a_report(WORDS, publisher=f"Daily{STEERS}", name=f"a{STEERS}.txt", title=f"T{STEERS}"),
        url=f"https://example.org/{STEERS}",
    )
    claim = a_claim(report, words=WORDS[:-1], speakers=((f"someone{STEERS}", HopType.ANONYMOUS),))
    situation = replace(
        a_situation(),
        reports=(report,),
        readings=(Reading(report=report.id, read_by="t", claims=(claim,)),),
    )
    return compose(situation, codebook=codebook, gazetteer=gazetteer)


def test_each_letter_that_steers_is_shown_as_one_mark():
    hostile = "20\x1b]0;title\x07 women\x9b2J \u202eesrever\u200f"

    assert visible(hostile) == "20�]0;title� women�2J �esrever�"


def test_letters_that_do_not_steer_stay():
    plain = "20여 명,\n約20人\t約２０人 200多人 — “a\u200db” \u3000é🙂"

    assert visible(plain) == plain


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_that_is_written_steers(steering_brief, format_):
    written = render(steering_brief, format=format_).decode()

    assert written == visible(written)
    assert "women" in written


def test_a_passage_with_such_letters_is_marked_in_place(steering_brief):
    page = render(steering_brief, format="html").decode()

    marked = re.findall(r"<mark[^>]*>([^<]*)</mark>", page)
    assert "".join(marked) == visible(WORDS[:-1])


def test_the_data_keep_the_letters_as_they_came(steering_brief):
    brief = json.loads(render(steering_brief, format="json"))["brief"]

    assert brief["reports"][0]["report"]["text"] == WORDS
    assert brief["notes"][0]["passage"]["exact"] == WORDS[:-1]


def test_json_that_is_spelt_out_says_the_same():
    value = {"a\u202e": ["\x9b\u2028", "\\u202e", "한국어"]}
    written = spelt_out(json.dumps(value, ensure_ascii=False))

    assert json.loads(written) == value
    assert written == visible(written)

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.build import a_report
from tests.second.build import an_answer
from tumen.errors import SecondReaderError
from tumen.records import Answer
from tumen.second import parse_answers, write_answers


def answers() -> tuple[Answer, Answer]:
    first = an_answer('{"claims": [] } 탈북민 \ud800 \x00\u2028', a_report("About 20 women."))
    return first, an_answer("nonsense", a_report("About 30 women."), model="other")


def test_what_is_saved_comes_back_as_it_was():
    assert parse_answers(write_answers(answers()), name="a.jsonl") == answers()


def test_nothing_saved_is_nothing():
    assert parse_answers(write_answers([]), name="a.jsonl") == ()


@pytest.mark.parametrize("field", ["prompt", "text"])
def test_a_prompt_or_an_answer_changed_after_it_was_saved_is_found_out(field):
    told = json.loads(write_answers(answers()).splitlines()[0])
    told[field] += " "

    with pytest.raises(SecondReaderError, match="changed after it was saved"):
        parse_answers(json.dumps(told).encode(), name="a.jsonl")


@pytest.mark.parametrize(
    "line",
    [b"nonsense", b"[]", b"7", b"{}", b'{"form": "tumen answer 1"}', b"\xff\xfe", b"[" * 100_000],
)
def test_what_is_no_saved_answer_is_refused_with_its_line(line):
    with pytest.raises(SecondReaderError, match=r"line 3 of 'a\.jsonl'"):
        parse_answers(write_answers(answers()) + line, name="a.jsonl")


@pytest.mark.parametrize(
    "changed", [{"form": "tumen answer 2"}, {"more": ""}, {"server": 7}, {"model": "\x1b[31m"}]
)
def test_a_saved_answer_has_exactly_its_fields(changed):
    told = json.loads(write_answers(answers()).splitlines()[0]) | changed

    with pytest.raises(SecondReaderError, match="line 1"):
        parse_answers(json.dumps(told).encode(), name="a.jsonl")


def test_one_model_answers_a_report_once():
    first = answers()[0]
    twice = write_answers([first, replace(first, text="another")])

    with pytest.raises(SecondReaderError, match="keep one of the two"):
        parse_answers(twice, name="a.jsonl")

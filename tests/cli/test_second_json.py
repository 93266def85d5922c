from __future__ import annotations

from dataclasses import replace

from tests.build import a_claim, a_report
from tumen.cli.second_json import second_lines
from tumen.records import Agreement, Alone, Answer, Pair, Reading, Refused, SecondReading

REPORT = a_report()
FIRST = a_claim(REPORT)
SECOND = replace(a_claim(REPORT, kind="arrested"), read_by="model/small")
ANSWER = Answer(text_digest="", server="", model="small", asked_at="", prompt="[]", text="{}")
READING = Reading(report=REPORT.id, read_by="model/small", claims=(SECOND,))


def test_claims_come_first_then_what_was_refused_then_the_agreement():
    second = SecondReading(
        reading=READING,
        refused=(Refused(reason="unknown_place", words="Nowhere", item=2, whole=False),),
        agreement=Agreement(
            pairs=(Pair(first=FIRST, second=SECOND, differs=("kind",)),),
            only_first=(FIRST,),
            only_second=(Alone(claim=SECOND, aside="date"), Alone(claim=SECOND)),
        ),
        answer=ANSWER,
    )
    claim, refused, agreement = second_lines(REPORT, second)

    assert isinstance(claim, dict)
    assert (claim["kind"], claim["read_by"], claim["file"]) == ("arrested", "model/small", "a.txt")
    assert refused == {
        "record": "refused",
        "report": REPORT.id,
        "file": "a.txt",
        "read_by": "model/small",
        "item": 2,
        "reason": "unknown_place",
        "words": "Nowhere",
        "whole": False,
    }
    assert agreement == {
        "record": "agreement",
        "report": REPORT.id,
        "file": "a.txt",
        "read_by": "model/small",
        "both": [{"first": FIRST.id, "second": SECOND.id, "differs": ["kind"]}],
        "only_first": [FIRST.id],
        "only_second": [
            {"second": SECOND.id, "aside": "date"},
            {"second": SECOND.id, "aside": None},
        ],
        "refused": 1,
        "prompt_digest": ANSWER.prompt_digest,
        "answer_digest": ANSWER.answer_digest,
    }


def test_without_an_answer_there_is_no_hash_of_one():
    nothing = Agreement(pairs=(), only_first=(), only_second=())
    second = SecondReading(reading=READING, refused=(), agreement=nothing, answer=None)
    *_, agreement = second_lines(REPORT, second)

    assert isinstance(agreement, dict)
    assert agreement["prompt_digest"] is agreement["answer_digest"] is None

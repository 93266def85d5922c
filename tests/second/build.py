"""A report, answers about it, and what they are checked against."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from tests.build import a_report
from tumen.pipeline import Background, load_background, read
from tumen.records import Answer, Claim, Reading, Refused, Report, Span
from tumen.second import Ground, PrintedNumber, listen

TEXT = (
    "About 20 women were arrested in Dandong in early October, a source in China said. "
    "In Tumen more than 300 defectors are held. Police held 45 men in Hunchun. "
    "The official said: the women are safe. The women are safe, she said."
)


@cache
def background() -> Background:
    return load_background("dprk-china")


def a_claim_said(**changed: Any) -> dict[str, Any]:
    """Return a good item of an answer about TEXT, with some keys changed; None takes a key out."""
    said: dict[str, Any] = {
        "quote": "About 20 women were arrested in Dandong in early October",
        "before": "",
        "after": ", a source",
        "kind": "arrested",
        "subject": "women",
        "figure": {"words": "About 20", "low": 20, "high": 20},
        "places": [{"words": "Dandong", "role": "where"}],
        "period": {"words": "early October", "start": "2020-10-01", "end": "2020-10-10"},
        "speakers": [{"words": "a source in China", "type": "anonymous"}],
        "modality": "reported",
    }
    return said | changed


def an_answer(text: str, report: Report, *, model: str = "small") -> Answer:
    return Answer(
        text_digest=report.text_digest,
        server="http://127.0.0.1:1/v1",
        model=model,
        asked_at="2020-11-05T12:00:00+00:00",
        prompt="[]",
        text=text,
    )


def ground_of(report: Report) -> Ground:
    from tumen.reading import find_expressions

    numbers = find_expressions(report.text, language=report.language, said=None).numbers
    return Ground(
        report=report,
        codebook=background().codebook,
        gazetteer=background().gazetteer,
        numbers=[
            PrintedNumber(
                span=Span(*n.core),
                low=n.low,
                high=n.high,
                value=n.value,
                approximate=n.approximate,
                wording=n.wording,
            )
            for n in numbers
        ],
    )


def heard(
    *items: object, text: str = TEXT, language: str = "en"
) -> tuple[tuple[Claim, ...], tuple[Refused, ...]]:
    """Return what is taken and what is refused of an answer with these items."""
    return heard_text(json.dumps({"claims": items}), text=text, language=language)


def heard_text(
    answer: str, *, text: str = TEXT, language: str = "en"
) -> tuple[tuple[Claim, ...], tuple[Refused, ...]]:
    report = a_report(text, language=language)
    reading, refused = listen(an_answer(answer, report), ground_of(report))
    return reading.claims, refused


def why(refused: tuple[Refused, ...]) -> list[str]:
    return [one.reason for one in refused]


def first_reading(report: Report) -> Reading:
    return read([report], background=background())[0]

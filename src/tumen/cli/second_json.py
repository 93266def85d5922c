"""What a second reader said, as further lines of `tumen read --json`.

A line without `record` is a claim, as ever; both readers' claims are told apart by `read_by`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tumen.cli.as_json import Json, claim_json
from tumen.records import Report, SecondReading


def second_lines(report: Report, second: SecondReading) -> Iterator[Json]:
    """Yield the second reader's claims on a report, what was refused, and the agreement."""
    for claim in second.reading.claims:
        yield claim_json(claim, report.name)
    for refused in second.refused:
        yield {
            "record": "refused",
            "report": report.id,
            "file": report.name,
            "read_by": second.reading.read_by,
            "item": refused.item,
            "reason": refused.reason,
            "words": refused.words,
            "whole": refused.whole,
        }
    yield agreement_json(report, second)


def agreement_json(report: Report, second: SecondReading) -> Json:
    """Return where both readers agree, and the proof of what the second one said."""
    agreement, answer = second.agreement, second.answer
    return {
        "record": "agreement",
        "report": report.id,
        "file": report.name,
        "read_by": second.reading.read_by,
        "both": [
            {"first": pair.first.id, "second": pair.second.id, "differs": list(pair.differs)}
            for pair in agreement.pairs
        ],
        "only_first": [claim.id for claim in agreement.only_first],
        "only_second": [
            {"second": alone.claim.id, "aside": alone.aside or None}
            for alone in agreement.only_second
        ],
        "refused": len(second.refused),
        "prompt_digest": answer.prompt_digest if answer else None,
        "answer_digest": answer.answer_digest if answer else None,
    }

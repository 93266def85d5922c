"""Cases and readings for tests of the gate."""

from __future__ import annotations

from datetime import date

from gate.cases import Case, Expected
from tests.build import a_report
from tumen.records import Claim, Passage, Reading, Report, SetAside, Unread

REPORT = a_report("About 200 defectors are held in Jilin.")


def a_case(*claims: Expected, language: str = "en", name: str = "a") -> Case:
    return Case(
        id=name,
        file="mine.toml",
        language=language,
        text=REPORT.text,
        published=date(2020, 11, 5),
        claims=claims,
    )


def a_reading(*claims: Claim, unread: int = 0, set_aside: int = 0) -> Reading:
    words = a_passage_of(REPORT)
    return Reading(
        report=REPORT.id,
        read_by="test/1",
        claims=claims,
        unread=tuple(Unread(passage=words, reason="no noun") for _ in range(unread)),
        set_aside=tuple(SetAside(passage=words, reason="date") for _ in range(set_aside)),
    )


def a_passage_of(report: Report) -> Passage:
    return report.passage(6, 9)

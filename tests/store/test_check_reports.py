from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.cases import a_capture_of, a_reading, a_report, draw
from tumen.errors import UnreadableReportError
from tumen.ids import digest_of
from tumen.records import Capture, Gravity, Problem, Report, report_id
from tumen.store.check_reports import Draw, check_reports
from tumen.store.evidence import EvidenceFolder
from tumen.store.kept import receipt_for

WORDS = "About 200 defectors are held in Jilin."
FORGED = WORDS.replace("200", "900")


@pytest.fixture
def folder(tmp_path) -> EvidenceFolder:
    kept = EvidenceFolder(tmp_path)
    kept.keep(WORDS.encode())
    return kept


def forged(text: str = FORGED, *, text_by: str = "text/1") -> Report:
    """Return a report with another text than its file, with digest and id to fit."""
    digest = digest_of(text.encode())
    report = replace(a_report(WORDS), text=text, text_digest=digest, text_by=text_by)
    return replace(report, id=report_id(report.digest, report.text_digest, report.text_by))


def problems(folder: EvidenceFolder, report: Report, *, draw: Draw = draw) -> tuple[Problem, ...]:
    receipt = receipt_for(report, a_capture_of(a_report(WORDS)))
    return tuple(check_reports([receipt, report], folder, draw))


def test_a_report_whose_text_is_in_its_file_holds(folder):
    assert problems(folder, a_report(WORDS)) == ()


def test_a_text_that_its_file_does_not_hold_is_named_with_both_wordings(folder):
    report = forged()

    assert problems(folder, report) == (
        Problem(
            subject=f"report {report.id}",
            text="Its text is not the one in its evidence file, which says "
            f"{WORDS!r} where the case says {FORGED!r} (character 6).",
        ),
    )


def test_a_text_that_was_cut_short_is_named(folder):
    (problem,) = problems(folder, forged(WORDS[:20]))

    assert "(character 20)" in problem.text


def test_an_id_that_the_digests_do_not_make_is_named(folder):
    (problem,) = problems(folder, replace(a_report(WORDS), id="r-0"))

    assert problem.text.startswith("Its id is not the one that its file and its text make")


def test_a_text_drawn_by_another_version_is_a_warning_that_says_so(folder):
    (problem,) = problems(folder, forged(text_by="text/0"))

    assert problem.gravity is Gravity.WARNING
    assert "by 'text/0', which is not this version" in problem.text


def test_a_file_that_has_no_text_any_more_is_named(folder):
    def refuse(capture: Capture) -> tuple[str, str]:
        raise UnreadableReportError(capture.name, "there is no text in it")

    (problem,) = problems(folder, a_report(WORDS), draw=refuse)
    assert problem.text == (
        "It has a text, but 'a.txt' cannot be read as a report: there is no text in it."
    )


def test_a_report_that_was_revised_is_drawn_once(folder):
    drawn = []

    def counting(capture: Capture) -> tuple[str, str]:
        drawn.append(capture.name)
        return draw(capture)

    report = a_report(WORDS)
    receipt = receipt_for(report, a_capture_of(report))
    revised = replace(report, publisher="Another")
    assert not list(check_reports([receipt, report, revised], folder, counting))
    assert drawn == ["a.txt"]


def test_a_quotation_that_stands_nowhere_is_named(folder):
    reading = a_reading(a_report(FORGED))

    (problem,) = check_reports([reading], folder)
    assert "which does not stand there" in problem.text

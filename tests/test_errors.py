from __future__ import annotations

import pytest

from tumen.errors import (
    CaptureError,
    CaseNotFoundError,
    TumenError,
    UnreadableReportError,
)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (CaptureError("a.txt", "no such file."), "'a.txt' cannot be taken in: no such file."),
        (
            UnreadableReportError("a.pdf", "it is empty."),
            "'a.pdf' cannot be read as a report: it is empty.",
        ),
        (
            CaseNotFoundError("autumn"),
            "There is no case at 'autumn'. Make one with: tumen init autumn",
        ),
    ],
)
def test_an_error_says_what_is_wrong_with_which_value(error: TumenError, sentence: str) -> None:
    assert str(error) == sentence


def test_an_error_keeps_what_a_program_may_want_to_know():
    error = UnreadableReportError("a.pdf", "it is empty.")

    assert (error.name, error.reason) == ("a.pdf", "it is empty.")

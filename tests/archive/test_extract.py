from __future__ import annotations

import pytest

from tumen.archive.extract import check_text
from tumen.errors import UnreadableReportError
from tumen.settings import MAX_LINE_CHARACTERS


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", "there is no text in it", id="empty"),
        pytest.param(" \n\t\u3000\n", "there is no text in it", id="only white space"),
        pytest.param("held\0in Jilin", "there are NUL characters in it", id="NUL"),
        pytest.param(
            "a\n" + "x" * (MAX_LINE_CHARACTERS + 1), "has 200,001 characters", id="a long line"
        ),
    ],
)
def test_what_no_report_looks_like_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableReportError, match=reason):
        check_text(text, "a.txt")


def test_a_report_passes_as_it_is():
    text = "\x0c First page\n" + "x" * MAX_LINE_CHARACTERS

    assert check_text(text, "a.txt") == text

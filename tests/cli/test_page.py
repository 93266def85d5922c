from __future__ import annotations

from rich.text import Text

from tests.build import a_report
from tumen.cli.page import Page, quoted, table


def a_page(*, terminal: bool) -> str:
    page = Page(terminal=terminal)
    page.heading("Bounds [bold]")
    drawn = table("place", "least")
    drawn.add_row("吉林", Text("200", style="bold red"))
    page.add(drawn)
    return page.text


def test_a_page_in_a_pipe_is_plain_and_a_hundred_columns_wide():
    text = a_page(terminal=False)

    assert "\x1b" not in text
    assert "Bounds [bold]" in text
    assert max(map(len, text.splitlines())) <= 100
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_a_page_on_a_terminal_has_colour(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert "\x1b[1" in a_page(terminal=True)


def test_text_from_a_report_cannot_steer_the_terminal():
    report = a_report("20\x1b]0;title\x07 women\x9b2J \u202eesrever")

    assert quoted(report.passage(0, len(report.text))) == "“20�]0;title� women�2J �esrever”"


def test_a_long_quotation_is_cut_and_stands_on_one_line():
    report = a_report("About\n20 " + "women " * 50)
    quotation = quoted(report.passage(0, len(report.text)))

    assert quotation.startswith("“About 20 women")
    assert quotation.endswith("…”")
    assert len(quotation) <= 162

from __future__ import annotations

from tumen.cli.progress import PACE, Bar, Lines, showing


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_work_that_is_soon_done_says_nothing(capsys):
    with showing(quiet=False) as progress:
        progress(0, 2, "reading a.txt")

    assert capsys.readouterr().err == ""


def test_long_work_says_the_step_it_is_at_and_then_one_line_in_a_while(capsys):
    clock = Clock()
    lines = Lines(clock)
    lines.step(0, 3, "reading a.txt")
    lines.begin()
    lines.step(1, 3, "reading b.txt")
    clock.seconds += PACE
    lines.step(2, 3, "reading c.txt")
    lines.end()

    assert capsys.readouterr().err.splitlines() == [
        "reading a.txt (1 of 3) ...",
        "reading c.txt (3 of 3) ...",
    ]


def test_a_timer_that_comes_too_late_says_nothing(capsys):
    lines, bar = Lines(Clock()), Bar()
    for display in (lines, bar):
        display.step(0, 1, "reading a.txt")
        display.end()
        display.begin()

    assert capsys.readouterr().err == ""


def test_a_bar_is_drawn_and_taken_away(capsys):
    bar = Bar()
    bar.begin()
    bar.step(1, 2, "reading [b].txt")
    bar.end()

    assert "\x1b]" not in capsys.readouterr().err


def test_quiet_work_is_never_heard(capsys):
    with showing(quiet=True) as progress:
        progress(0, 1, "reading a.txt")

    assert capsys.readouterr().err == ""

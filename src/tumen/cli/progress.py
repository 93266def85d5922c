"""How far the work is, on standard error, once it has taken longer than anyone likes to wait."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Protocol

import click

from tumen.brief import visible
from tumen.pipeline import Progress, say_nothing

# Seconds: the contract's "work that takes more than two seconds shows progress".
PATIENCE = 2.0
# Seconds between two lines where standard error is a file or a log.
PACE = 5.0


class Display(Protocol):
    """Something that shows steps from `begin` to `end`."""

    def begin(self) -> None:
        """Start to show; called from a timer."""

    def step(self, done: int, total: int, what: str) -> None:
        """Note a step, and show it if showing has begun."""

    def end(self) -> None:
        """Stop to show and leave the screen as it was."""


@contextlib.contextmanager
def showing(*, quiet: bool) -> Iterator[Progress]:
    """Yield the callback to give to the pipeline."""
    if quiet:
        yield say_nothing
        return
    display: Display = Bar() if sys.stderr.isatty() else Lines(time.monotonic)
    timer = threading.Timer(PATIENCE, display.begin)
    timer.daemon = True
    timer.start()
    try:
        yield display.step
    finally:
        timer.cancel()
        display.end()


class Lines:
    """Plain lines, for a pipe or a log."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin in silence; *clock* tells seconds."""
        self._clock = clock
        self._lock = threading.Lock()
        self._latest = ""
        self._said_at: float | None = None  # None: not begun
        self._ended = False

    def begin(self) -> None:
        """Say the step that is under way."""
        with self._lock:
            self._say()

    def step(self, done: int, total: int, what: str) -> None:
        """Note the step; say it when the last line is old enough."""
        with self._lock:
            self._latest = visible(f"{what} ({done + 1} of {total})" if total > 1 else what)
            if self._said_at is not None and self._clock() - self._said_at >= PACE:
                self._say()

    def end(self) -> None:
        """Say no more."""
        with self._lock:
            self._ended = True

    def _say(self) -> None:
        if not self._ended:
            self._said_at = self._clock()
            click.echo(f"{self._latest or 'working'} ...", err=True)


class Bar:
    """A bar that goes away when the work is done, for a terminal."""

    def __init__(self) -> None:
        """Begin in silence."""
        self._lock = threading.Lock()
        self._latest: tuple[int, int, str] = (0, 1, "working")
        self._show: Callable[[int, int, str], None] | None = None
        self._stop: Callable[[], None] | None = None
        self._ended = False

    def begin(self) -> None:
        """Draw the bar."""
        # Rich is imported only by those who wait.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress as Drawn, TextColumn

        with self._lock:
            if self._ended:
                return
            words = TextColumn("{task.description}", markup=False)
            drawn = Drawn(
                words,
                BarColumn(),
                MofNCompleteColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            task = drawn.add_task("")
            drawn.start()
            self._stop = drawn.stop
            self._show = lambda done, total, what: drawn.update(
                task, completed=done, total=total, description=what
            )
            self._show(*self._latest)

    def step(self, done: int, total: int, what: str) -> None:
        """Note the step, and move the bar."""
        with self._lock:
            self._latest = (done, total, visible(what))
            if self._show is not None:
                self._show(*self._latest)

    def end(self) -> None:
        """Take the bar away."""
        with self._lock:
            self._ended = True
            if self._stop is not None:
                self._stop()

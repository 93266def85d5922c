"""A page for the terminal: drawn by Rich in memory, then written out whole.

On a terminal it has colours and the terminal's width; in a pipe it is plain, 100 columns wide and
the same every time.  Text from reports is data: what would steer a terminal is shown as a mark.
"""

from __future__ import annotations

import io
import sys

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from tumen.brief import visible
from tumen.cli.writing import emit
from tumen.records import Passage

# Columns in a pipe, where no terminal tells: a comfortable page, the same on every machine.
PLAIN_WIDTH = 100

# A quotation on one line; the whole passage is in the JSON and in the brief.
QUOTE_LENGTH = 160


class Page:
    """What is to be printed, so far."""

    def __init__(self, *, terminal: bool | None = None) -> None:
        """Begin an empty page, for a terminal or (default) for what standard output is."""
        self.terminal = sys.stdout.isatty() if terminal is None else terminal
        self._console = Console(
            file=io.StringIO(),
            force_terminal=self.terminal,
            color_system="auto" if self.terminal else None,
            width=None if self.terminal else PLAIN_WIDTH,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def add(self, thing: Text | Table | Tree | str = "") -> None:
        """Add a table, a tree or a paragraph."""
        self._console.print(thing)

    def heading(self, words: str) -> None:
        """Add a heading with room above it."""
        self._console.print()
        self._console.print(Text(visible(words), style="bold"))

    @property
    def text(self) -> str:
        """Return the page as it will be printed."""
        drawn = self._console.file
        assert isinstance(drawn, io.StringIO)  # noqa: S101  # made above
        lines = drawn.getvalue().splitlines()
        return "".join(f"{line.rstrip()}\n" for line in lines).lstrip("\n")

    def print(self) -> None:
        """Write the page to standard output."""
        emit(self.text)


def table(*columns: str) -> Table:
    """Return a table with these headings."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1))
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def quoted(passage: Passage) -> str:
    """Return the words of a passage as a quotation on one line."""
    words = " ".join(visible(passage.exact).split())
    if len(words) > QUOTE_LENGTH:
        words = words[: QUOTE_LENGTH - 1].rstrip() + "…"
    return f"“{words}”"

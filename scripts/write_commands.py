"""Write docs/commands.md from the program itself, so that it never says anything else.

Run by `make docs`; a test compares the file with what is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tumen.cli.commands import tumen

TARGET = Path(__file__).parents[1] / "docs" / "commands.md"
WIDTH = 90

PREFACE = """\
# Commands

What `tumen COMMAND --help` says, in one place.
This page is written by `make docs`; a test fails when it and the program differ.

Exit codes: 0 done; 1 could not be done, with one sentence on standard error; 2 wrong usage.
Results go to standard output, progress and errors to standard error.
"""


def page() -> str:
    """Return the whole page."""
    return PREFACE + "".join(
        f"\n## {name}\n\n```text\n{text.rstrip()}\n```\n" for name, text in helps()
    )


def helps() -> Iterator[tuple[str, str]]:
    """Yield each command's full name and its help, the program itself first."""
    top = context_of(tumen, "tumen", None)
    yield "tumen", tumen.get_help(top)
    for name in tumen.list_commands(top):
        command = tumen.get_command(top, name)
        if command is None:
            raise SystemExit(f"'tumen {name}' is listed, but there is no such command.")
        yield f"tumen {name}", command.get_help(context_of(command, name, top))


def context_of(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    """Return the context of a call with nothing typed, as wide as the page."""
    return command.make_context(
        name, [], parent=parent, resilient_parsing=True, terminal_width=WIDTH
    )


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")

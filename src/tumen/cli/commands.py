"""The list of commands.  A command's module is imported when the command is called, not before."""

# `typing.override` comes with Python 3.12 only.
# mypy: disable-error-code="explicit-override"
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module

import click

from tumen import __version__
from tumen.errors import CommandError, TumenError


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where a command is and what `tumen --help` says of it, so that help imports nothing."""

    module: str
    summary: str


COMMANDS: Mapping[str, Entry] = {
    "brief": Entry(
        module="tumen.cli.brief", summary="Write the brief: the main job, from reports to a page."
    ),
    "read": Entry(
        module="tumen.cli.read", summary="List the claims in reports, with the words they rest on."
    ),
    "trace": Entry(
        module="tumen.cli.trace", summary="Show who repeats whom, and what was lost on the way."
    ),
    "reconcile": Entry(
        module="tumen.cli.reconcile",
        summary="Show what the figures allow together, and what cannot all be true.",
    ),
    "what-if": Entry(
        module="tumen.cli.what_if",
        summary="Show how many would be held, sent back and let go if a scenario came true.",
    ),
    "expressions": Entry(
        module="tumen.cli.expressions", summary="Find the dates and numbers in short texts."
    ),
    "init": Entry(module="tumen.cli.init", summary="Make a case: a folder that keeps reports."),
    "add": Entry(module="tumen.cli.add", summary="Add reports to a case."),
    "verify": Entry(
        module="tumen.cli.verify", summary="Check that a case holds what was once put in."
    ),
}

# Commands of the contract that do not work yet; help does not list them.
LATER = ("review", "serve", "export", "watch")


class Sentence(click.ClickException):
    """An error made on purpose: its sentence, and nothing else, goes to standard error."""

    def show(self, file: object = None) -> None:
        """Print the sentence on one line."""
        click.echo(" ".join(self.message.split()), err=True)


class Commands(click.Group):
    """The commands of the contract."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command; say so when it is one that is not built yet."""
        if cmd_name in LATER:
            raise CommandError(
                f"'tumen {cmd_name}' is not built yet in version {__version__}; "
                "'tumen --help' lists what is."
            )
        if cmd_name not in COMMANDS:
            nearest = get_close_matches(cmd_name, COMMANDS, n=1)
            if not nearest or ctx.resilient_parsing:
                return None
            raise click.UsageError(
                f"There is no command {cmd_name!r}. Did you mean 'tumen {nearest[0]}'?", ctx
            )
        command = import_module(COMMANDS[cmd_name].module).command
        assert isinstance(command, click.Command)  # noqa: S101  # each module's only promise
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list from the table above, importing nothing."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what could not be done ends as one sentence and exit code 1."""
        try:
            return super().invoke(ctx)
        except TumenError as error:
            raise Sentence(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tumen")
def tumen() -> None:
    """Who is held at a border, how many, and where each number came from.

    Tumen reads reports in English, Korean, Japanese and Chinese, finds out who repeats whom, and
    says what the figures allow together. Nothing leaves this machine unless you ask for it.

    \b
    Start here:
      tumen brief report.txt page.html -o brief.html

    \b
    What one command can do:
      tumen brief --help
    """

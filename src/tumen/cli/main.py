"""The door of the program: exit codes, signals, and what a bug says of itself.

Exit codes are those of the contract: 0 done, 1 could not be done (one sentence), 2 wrong usage;
130 when stopped from the keyboard and 143 when told to end, as shells expect.
"""

from __future__ import annotations

import signal
import sys
from types import FrameType, TracebackType

import click

from tumen import __version__
from tumen.cli.commands import tumen

INTERRUPTED = 130
TERMINATED = 143


def main() -> None:
    """Run the command line and exit."""
    sys.excepthook = say_it_is_a_bug
    try:
        signal.signal(signal.SIGTERM, end_tidily)
        code = tumen.main(prog_name="tumen", standalone_mode=False)
    except click.ClickException as refusal:
        refusal.show()
        sys.exit(refusal.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    sys.exit(code if isinstance(code, int) else 0)


def end_tidily(_signal: int, _frame: FrameType | None) -> None:
    """Leave by the ordinary way out, so that files half written are removed."""
    sys.exit(TERMINATED)


def say_it_is_a_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Print whose fault it is before the traceback: never that of the one who typed."""
    click.echo(
        f"This is a bug in Tumen {__version__}, not in what you typed. Please report it with "
        "the lines below, after taking out names that must stay private.",
        err=True,
    )
    sys.__excepthook__(kind, error, trace)

"""What every command that takes reports asks for, as one value.

A command is written as `def command(asked: Asked, ...)` under `@takes_reports`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

import click

from tumen.settings import DEFAULT_CODEBOOK

P = ParamSpec("P")

LANGUAGES = ("en", "ko", "ja", "zh")


# Options that stand in for reports: files of figures without texts.
FIGURE_FILES = ("claims", "places", "limits", "ask")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed: the reports and the common options."""

    reports: tuple[str, ...]
    case: str | None
    codebook: str | None  # None: the case's own, or the default
    published: date | None
    language: str | None
    as_of: date | None
    output_language: str
    quiet: bool


def day_of(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """Return the day written in ISO 8601, or explain how to write one."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(
            f"{value!r} is no day; write it as year-month-day, such as 2020-11-05."
        ) from None


COMMON: tuple[Callable[[Callable[..., None]], Callable[..., None]], ...] = (
    click.argument("reports", metavar="REPORT...", nargs=-1, type=str),
    click.option("--case", metavar="CASE", help="Take the reports of this case too."),
    click.option(
        "--codebook",
        metavar="NAME|FILE",
        help=f"The situation: kinds of claim, places, cues.  [default: {DEFAULT_CODEBOOK}]",
    ),
    click.option(
        "--published",
        callback=day_of,
        metavar="DATE",
        help="The day the given reports were published; wins over what they say themselves.",
    ),
    click.option(
        "--language",
        metavar="CODE",
        help="The language of the given reports (en, ko, ja, zh); wins over what they say.",
    ),
    click.option(
        "--as-of",
        callback=day_of,
        metavar="DATE",
        help="The day to speak of.  [default: the latest date of publication]",
    ),
    click.option(
        "--lang",
        "output_language",
        type=click.Choice(LANGUAGES),
        default="en",
        help="The language of what is printed.  [default: en]",
    ),
    click.option("--quiet", is_flag=True, help="Say nothing but errors on standard error."),
)


WITHHOLDS = click.option(
    "--withhold-below",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Leave out what tells of fewer than N people at a named place, such as 10, for what is "
    "published.",
)


def takes_reports(command: Callable[Concatenate[Asked, P], None]) -> Callable[..., None]:
    """Give *command* the common arguments and options, gathered into one `Asked`."""

    @wraps(command)
    def gathered(*args: P.args, **kwargs: P.kwargs) -> None:
        common = {name: kwargs.pop(name) for name in Asked.__slots__}
        asked = Asked(**common)  # type: ignore[arg-type]  # click has converted each value
        figures = any(kwargs.get(name) for name in FIGURE_FILES)
        if not asked.reports and asked.case is None and not figures:
            raise click.UsageError("Name at least one REPORT, or a case with --case CASE.")
        command(asked, *args, **kwargs)

    decorated: Callable[..., None] = gathered
    for option in reversed(COMMON):
        decorated = option(decorated)
    return decorated

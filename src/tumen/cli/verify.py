"""`tumen verify`: check that a case holds what was once put in."""

from __future__ import annotations

import click

from tumen import pipeline, store
from tumen.brief import visible
from tumen.cli.writing import emit
from tumen.errors import CustodyError
from tumen.records import Gravity, Problem, usable_head


def hash_of(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Return the hash that was typed, or explain what one is."""
    try:
        return None if value is None else usable_head(value)
    except CustodyError as error:
        raise click.BadParameter(str(error)) from None


@click.command(name="verify")
@click.argument("case", metavar="CASE")
@click.option(
    "--head",
    metavar="HASH",
    callback=hash_of,
    help="The hash of the last entry as it was written down earlier, or its first 8 digits or more; "
    "it must still be in the log.",
)
def command(*, case: str, head: str | None) -> None:
    """Check every file, text, quotation and log entry of a case against what was put in.

    The hash that is printed stands for the whole case. Write it down outside the case, or send it
    to someone: with --head it shows later that nothing was cut off or written anew.

    \b
    Examples:
      tumen verify autumn-2020
      tumen verify autumn-2020 --head 3f9a01c2
    """
    kept = store.open_case(case)
    problems = pipeline.check(kept, head=head)
    emit("".join(f"{line_of(problem)}\n" for problem in problems))
    errors = sum(problem.gravity is Gravity.ERROR for problem in problems)
    if errors:
        raise CustodyError(
            f"The case {case!r} is not as it was put in: {errors:,} "
            f"{'problem' if errors == 1 else 'problems'}, listed on standard output; compare with "
            "a copy before you rely on it."
        )
    emit(
        f"The case {case!r} is as it was put in: reports: {len(kept.reports()):,}, "
        f"entries in the custody log: {len(kept.custody()):,}.\n"
        f"Hash of the last entry, to be written down elsewhere: {kept.head}\n"
    )


def line_of(problem: Problem) -> str:
    """Return one problem as a line."""
    return visible(f"{problem.gravity.value}: {problem.subject}: {problem.text}")

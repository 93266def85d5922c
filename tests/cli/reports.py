"""Tiny reports for tests of commands, and a way to run one."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from tumen.cli.commands import tumen

NEWS = """date: 2020-10-16
publisher: News
title: Twenty women arrested

About 20 women from North Korea were arrested in Dandong in early October, a source in China said.
"""
UNDATED = """publisher: Paper

200 defectors from North Korea have been detained in Jilin since last month, an official said.
"""
NOTHING = "It rained.\n"


def write(folder: Path, name: str, text: str) -> str:
    """Write a report and return its path as typed."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def run(*arguments: str) -> Result:
    """Run `tumen` in this process."""
    return CliRunner().invoke(tumen, list(arguments), catch_exceptions=False)


def said(done: Result) -> list[str]:
    """Return the lines on standard error, but for progress: that is a matter of the machine."""
    return [line for line in done.stderr.splitlines() if not line.endswith(" ...")]

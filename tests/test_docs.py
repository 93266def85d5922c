"""The docs run: what they show is what happens, and what they point to is there."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from scripts.write_commands import page
from tumen.cli.commands import tumen

ROOT = Path(__file__).parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/**/*.md")])
SESSION = re.compile(r"^```console\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```.*?^```$", flags=re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^()\s]+)\)")


def steps(document: Path) -> Iterator[tuple[str, str]]:
    """Yield each command a document shows, with the output it shows for it."""
    for block in SESSION.findall(document.read_text(encoding="utf-8")):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = step.partition("\n")
            yield command, output


def run(command: str, folder: Path) -> str:
    """Return what *command* prints in *folder*, on either stream."""
    binaries = Path(sys.executable).parent
    done = subprocess.run(  # noqa: S603  # the project's own docs
        ["bash", "-o", "pipefail", "-c", command],  # noqa: S607  # any bash will do
        cwd=folder,
        env={
            "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "100",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    text = done.stdout.decode("utf-8")
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{text}"
    return text


@pytest.mark.slow
@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md"])
def test_what_a_session_shows_is_what_happens(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shown = list(steps(ROOT / name))
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

    assert shown
    for command, expected in shown:
        actual = run(command, tmp_path)
        assert doctest.OutputChecker().check_output(expected, actual, options), (
            f"$ {command}\n--- shown\n{expected}\n--- printed\n{actual}"
        )


def test_the_page_of_commands_is_what_the_program_says():
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    assert written == page(), "Run: make commands"


def test_the_page_of_commands_names_every_command_and_option():
    text = page()
    context = click.Context(tumen)
    missing = [
        f"{name} {option}"
        for name in tumen.list_commands(context)
        for parameter in visible_options(tumen.get_command(context, name))
        for option in parameter.opts
        if option not in text or f"## tumen {name}\n" not in text
    ]

    assert missing == []


def visible_options(command: click.Command | None) -> list[click.Option]:
    assert command is not None
    return [p for p in command.params if isinstance(p, click.Option) and not p.hidden]


def test_the_plain_lines_of_the_readme_are_what_make_runs():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    plain = [
        line.removeprefix("    ")
        for line in readme.splitlines()
        if line.startswith(("    .venv/bin/", "    python3.11 "))
    ]
    make = ["make", "--dry-run", "--always-make", "PYTHON=python3.11", "demo", "test"]
    recipe = subprocess.run(  # noqa: S603  # our own Makefile
        make, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert plain
    for line in plain:
        assert line in recipe.replace("--quiet --disable-pip-version-check ", "")


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    text = FENCED.sub("", document.read_text(encoding="utf-8"))
    broken = [target for target in LINK.findall(text) if not resolves(target, document)]

    assert broken == []


def resolves(target: str, document: Path) -> bool:
    if target.startswith(("https://", "http://", "mailto:")):
        return True
    name, _, anchor = target.partition("#")
    file = (document.parent / name).resolve() if name else document
    if not file.exists():
        return False
    return not anchor or anchor in anchors(file)


def anchors(document: Path) -> set[str]:
    """Return the names under which a page of Markdown can be entered."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}

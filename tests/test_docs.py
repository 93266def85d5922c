"""The docs run: what they show is what happens, and what they point to is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import click
import pytest

from scripts.sessions import WITH_SESSIONS, prepare, run, steps_in
from scripts.write_commands import page
from tumen import pipeline
from tumen.cli.commands import tumen

ROOT = Path(__file__).parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/**/*.md")])
FENCED = re.compile(r"^```.*?^```$", flags=re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^()\s]+)\)")


@pytest.mark.slow
@pytest.mark.parametrize("name", WITH_SESSIONS)
def test_what_a_session_shows_is_what_happens(name: str, tmp_path: Path) -> None:
    prepare(tmp_path)
    steps = steps_in((ROOT / name).read_text(encoding="utf-8"))

    assert steps
    for step in steps:
        printed = run(step.command, tmp_path)
        assert step.agrees(printed), (
            f"$ {step.command}\n--- shown\n{step.shown}--- printed\n{printed}"
            "If the new words are right: make docs"
        )


def test_the_page_of_commands_is_what_the_program_says():
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    assert written == page(), "Run: make docs"


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


def _block(document: str, language: str) -> str:
    """Return the first block of code of a language in a document."""
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    return text.split(f"```{language}\n", 1)[1].split("```", 1)[0]


def test_the_python_of_the_page_on_figures_runs(capsys):
    exec(_block("figures.md", "python"), {})  # noqa: S102  # our own page

    assert "P-a 180 400 k1 k2" in capsys.readouterr().out


def test_the_scenario_of_the_page_on_what_if_is_one():
    background = pipeline.load_background("dprk-china")
    scenario = pipeline.read_scenario(
        _block("what-if.md", "toml"), "what-if.md", background=background
    )

    assert scenario.returns is not None
    assert scenario.releases is not None

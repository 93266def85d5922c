from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from tumen.cli.commands import COMMANDS, LATER, tumen


def run(*arguments: str) -> Result:
    return CliRunner().invoke(tumen, list(arguments))


def test_help_lists_what_works_and_nothing_else():
    said = run("--help").output

    assert [name for name in COMMANDS if f"\n  {name} " not in said] == []
    assert [name for name in LATER if f"\n  {name} " in said] == []


def test_help_imports_no_room_and_no_drawing():
    code = (
        "import sys; from click.testing import CliRunner; from tumen.cli.commands import tumen;"
        "CliRunner().invoke(tumen, ['--help'], catch_exceptions=False);"
        "heavy = {'rich', 'tumen.pipeline', 'tumen.store', 'tumen.reading', 'sqlalchemy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603  # our own interpreter and our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", LATER)
def test_a_command_that_is_not_built_says_so_in_one_sentence(name):
    done = run(name, "some", "--thing")

    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        f"'tumen {name}' is not built yet in version 0.1.0; 'tumen --help' lists what is."
    ]


def test_a_command_nobody_knows_is_wrong_usage():
    done = run("brieff")

    assert done.exit_code == 2
    assert "brieff" in done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name):
    done = run(name, "--help")

    assert done.exit_code == 0
    assert f"tumen {name} " in done.output.partition("Example")[2]


def test_the_version_is_said():
    assert run("--version").output == "tumen, version 0.1.0\n"


@pytest.mark.parametrize(("typed", "meant"), [("brif", "brief"), ("verifi", "verify")])
def test_a_misspelt_command_is_answered_with_the_nearest(typed, meant):
    done = run(typed, "a.txt")

    assert done.exit_code == 2
    assert f"There is no command '{typed}'. Did you mean 'tumen {meant}'?" in done.output


def test_what_is_near_no_command_is_only_unknown():
    done = run("xyzzy")

    assert done.exit_code == 2
    assert "No such command 'xyzzy'" in done.output

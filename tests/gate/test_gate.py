"""The gate itself: every language at or above its floors, and a ledger that only grows."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from gate.cases import LANGUAGES, load_cases
from gate.floors import load_floors, shortfalls
from gate.measures import MEASURES, by_language
from gate.reading import outcomes_of
from tumen.pipeline import load_background

GATE = Path(__file__).parents[2] / "gate"


@pytest.mark.slow
def test_every_language_is_read_at_or_above_its_floors():
    background = load_background("dprk-china")
    cases = load_cases(GATE / "cases", codebook=background.codebook, gazetteer=background.gazetteer)
    measured = by_language(outcomes_of(cases, background=background))

    assert [s.sentence for s in shortfalls(load_floors(GATE / "floors.toml"), measured)] == []


def test_every_case_and_report_can_be_used():
    background = load_background("dprk-china")
    counts = {
        folder: Counter(
            case.language
            for case in load_cases(
                GATE / folder, codebook=background.codebook, gazetteer=background.gazetteer
            )
        )
        for folder in ("cases", "reports")
    }

    assert set(counts["cases"]) == set(counts["reports"]) == set(LANGUAGES)
    assert min(counts["reports"].values()) >= 10


def test_every_language_has_a_floor_for_every_measure():
    floors = load_floors(GATE / "floors.toml")

    assert {language: set(mine) for language, mine in floors.items()} == {
        language: {"cases", *MEASURES} for language in floors
    }


def test_no_line_of_the_ledger_was_ever_changed_or_taken_away():
    git = shutil.which("git")
    if git is None or not (GATE.parent / ".git").exists():
        pytest.skip("no history to look at: this is not a clone")
    changes = [
        subprocess.run(  # noqa: S603 - our own arguments
            [git, *arguments, "--", "gate/floors.toml"],
            cwd=GATE.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for arguments in (("log", "-p", "--format="), ("diff", "HEAD"))
    ]
    gone = [
        line
        for line in "\n".join(changes).splitlines()
        if line.startswith("-") and not line.startswith(("---", "-#")) and line.strip("- ")
    ]

    assert gone == [], "Append a row instead, with the reason in `why`."

"""The gate itself: every language at or above its floors, and a ledger that only grows."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from gate.__main__ import FOLDERS, ledger_of
from gate.cases import LANGUAGES, load_cases
from gate.floors import load_floors, shortfalls
from gate.measures import MEASURES, by_language
from gate.reading import outcomes_of
from tumen.pipeline import load_background

GATE = Path(__file__).parents[2] / "gate"


@pytest.mark.slow
@pytest.mark.parametrize(("codebook", "folder"), FOLDERS.items())
def test_every_language_is_read_at_or_above_its_floors(codebook, folder):
    background = load_background(codebook)
    cases = load_cases(GATE / folder, codebook=background.codebook, gazetteer=background.gazetteer)
    measured = by_language(outcomes_of(cases, background=background))

    assert [s.sentence for s in shortfalls(load_floors(ledger_of(codebook)), measured)] == []


@pytest.mark.parametrize(
    ("codebook", "folders", "least"),
    [
        ("dprk-china", ("cases", "reports"), 10),
        ("pushback-generic", ("pushback", "pushback-reports"), 1),
    ],
)
def test_every_case_and_report_can_be_used(codebook, folders, least):
    background = load_background(codebook)
    counts = {
        folder: Counter(
            case.language
            for case in load_cases(
                GATE / folder, codebook=background.codebook, gazetteer=background.gazetteer
            )
        )
        for folder in folders
    }

    assert all(set(languages) == set(LANGUAGES) for languages in counts.values())
    assert min(counts[folders[-1]].values()) >= least


@pytest.mark.parametrize("codebook", FOLDERS)
def test_every_language_has_a_floor_for_every_measure(codebook):
    floors = load_floors(ledger_of(codebook))

    assert set(floors) == {"en", "ko", "ja", "zh"}

    assert {language: set(mine) for language, mine in floors.items()} == {
        language: {"cases", *MEASURES} for language in floors
    }


def test_no_line_of_the_ledger_was_ever_changed_or_taken_away():
    git = shutil.which("git")
    if git is None or not (GATE.parent / ".git").exists():
        pytest.skip("no history to look at: this is not a clone")
    changes = [
        subprocess.run(  # noqa: S603 - our own arguments
            [git, *arguments, "--", *(str(ledger_of(codebook)) for codebook in FOLDERS)],
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

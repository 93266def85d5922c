"""What the brief and the README say of how often the reading is wrong is what was measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gate.cases import load_cases
from gate.measures import measure
from gate.reading import outcomes_of
from tumen.brief.caution import Measured, measured
from tumen.pipeline import load_background

ROOT = Path(__file__).parents[2]
# The freshest reports of each codebook: those whose first score docs/gate.md tells last.
FRESHEST = {"dprk-china": "reports-fourth", "pushback-generic": "pushback-reports"}


def test_every_codebook_that_is_measured_is_told():
    assert set(measured()) == set(FRESHEST)


@pytest.mark.parametrize(("codebook", "folder"), FRESHEST.items())
def test_what_is_told_is_the_first_score_of_the_freshest_reports(codebook, folder):
    told = measured()[codebook]
    precision, recall = first_score(folder)

    assert told.wrong[0] <= 10 * (1 - precision) <= told.wrong[1]
    assert told.missed[0] <= 10 * (1 - recall) <= told.missed[1]


@pytest.mark.slow
@pytest.mark.parametrize(("codebook", "folder"), FRESHEST.items())
def test_what_is_measured_now_is_no_worse_than_what_is_told(codebook, folder):
    background = load_background(codebook)
    cases = load_cases(
        ROOT / "gate" / folder, codebook=background.codebook, gazetteer=background.gazetteer
    )
    now = measure(outcomes_of(cases, background=background))
    told = measured()[codebook]

    assert told.reports == len(cases)
    assert 10 * (1 - now.precision) <= told.wrong[1]
    assert 10 * (1 - now.recall) <= told.missed[1]


def test_the_readme_tells_the_same():
    known: Measured = measured()["dprk-china"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert (
        f"In {known.reports} fresh reports {known.wrong[0]} to {known.wrong[1]} of ten claims read "
        f"were wrong in number or kind, and {known.missed[0]} to {known.missed[1]} of ten that "
        "stood there were missed"
    ) in readme


def first_score(folder: str) -> tuple[float, float]:
    """Return precision and recall of the table that follows the folder's name, over languages."""
    page = (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")
    table = page.partition(f"`gate/{folder}/`")[2].partition("\n| English")[2]
    rows = re.findall(r"\|([^\n]*)\|\n", table.partition("\n\n")[0] + "\n")
    scores = [[float(n) for n in re.findall(r"\d?\.\d{3}", row)[:2]] for row in rows]

    assert len(scores) == 4
    return tuple(sum(column) / len(scores) for column in zip(*scores, strict=True))

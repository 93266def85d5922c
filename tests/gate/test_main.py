"""The command as it is typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CASE = """
language = "en"
[[case]]
id = "ten-held"
published = 2021-04-12
text = "Ten North Korean defectors are held in Tumen, an activist said."
claims = [{ kind = "died", low = 10, high = 10 }]
"""


def gate(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "gate", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_folder_of_cases_is_measured_and_its_failures_are_shown(tmp_path):
    (tmp_path / "mine.toml").write_text(CASE, encoding="utf-8")
    done = gate("--cases", str(tmp_path), "--show", "ten-held")

    assert done.returncode == 0
    assert "mine.toml ten-held (2021-04-12)" in done.stdout
    assert "missed   died 10" in done.stdout
    assert "invented detained 10" in done.stdout
    assert "No corpus of whole reports was named" in done.stdout


def test_a_case_that_cannot_be_used_ends_the_run_with_one_sentence(tmp_path):
    (tmp_path / "mine.toml").write_text(CASE.replace("died", "dead"), encoding="utf-8")
    done = gate("--cases", str(tmp_path))

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "mine.toml, case 'ten-held', field 'kind': 'dead' is no kind of the codebook.\n"
    )


def test_a_folder_without_gold_is_said_to_be_no_corpus(tmp_path):
    (tmp_path / "mine.toml").write_text(CASE, encoding="utf-8")
    done = gate("--cases", str(tmp_path), "--corpus", str(tmp_path))

    assert f"{tmp_path} holds no gold/claims.csv: no corpus was measured." in done.stdout


def test_a_codebook_has_cases_and_floors_of_its_own():
    done = gate("--codebook", "pushback-generic")

    assert done.returncode == 0, done.stdout
    assert "cases of pushback/" in done.stdout
    assert "Every measure is at or above its floor." in done.stdout

"""What was acknowledged survives: a killed program, a full disk, two programs at once."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.cases import a_case
from tumen.records import Gravity
from tumen.store import Store, open_case

ROOT = Path(__file__).parents[2]


def adder(store: Store, *numbers: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.adder", str(store.path), *map(str, numbers)]
    return subprocess.Popen(  # noqa: S603  # our own program
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def check(path: Path, acknowledged: set[str]) -> None:
    """Check that the case opens, holds what was acknowledged and holds it whole."""
    store = open_case(path)
    reports = store.reports()
    assert acknowledged <= {report.id for report in reports}
    # One more may have been written and not yet acknowledged.
    assert len(reports) - len(acknowledged) <= 1
    assert [p for p in store.verify() if p.gravity is Gravity.ERROR] == []
    for report in reports:
        assert store.evidence(report.digest) == report.text.encode()


@pytest.mark.slow
def test_a_program_killed_at_any_moment_loses_nothing_it_acknowledged(tmp_path):
    store = a_case(tmp_path / "case")
    acknowledged: set[str] = set()
    for round_ in range(6):
        program = adder(store, round_ * 1000, 1000)
        assert program.stdout is not None
        for _ in range(1 + 2 * round_):
            acknowledged.add(program.stdout.readline().strip())
        time.sleep(round_ * 0.0007)  # another moment of an addition each time
        program.kill()
        out, err = program.communicate()
        acknowledged.update(out.split())
        assert err == ""
        store = open_case(store.path)
        assert acknowledged <= {report.id for report in store.reports()}
        assert [p for p in store.verify() if p.gravity is Gravity.ERROR] == []
    assert len(acknowledged) >= 36


@pytest.mark.slow
@pytest.mark.parametrize("largest_file", [1_000, 45_000, 60_000, 70_001])
def test_a_full_disk_is_told_and_loses_nothing_acknowledged(tmp_path, largest_file):
    store = a_case(tmp_path / "case")
    program = adder(store, 0, 1000, largest_file)
    out, err = program.communicate(timeout=60)

    assert program.returncode == 1
    assert err.count("\n") == 1
    assert err.startswith(f"The case {str(store.path)!r}: the disk ")
    check(store.path, set(out.split()))
    assert list((store.path / "evidence").glob(".*")) == []
    # With room again, the work goes on where it stopped.
    again = adder(store, 0, 20)
    assert len(again.communicate(timeout=60)[0].split()) == 20
    assert [p for p in store.verify() if p.gravity is Gravity.ERROR] == []


@pytest.mark.slow
def test_two_programs_add_at_once_and_nothing_is_lost(tmp_path):
    store = a_case(tmp_path / "case")
    programs = [adder(store, first, 25) for first in (0, 10)]  # 15 of them the same
    answers = [program.communicate(timeout=120) for program in programs]

    assert [(len(out.split()), err) for out, err in answers] == [(25, ""), (25, "")]
    assert len(store.reports()) == 35
    assert len(store.receipts()) == 50
    assert store.verify() == ()

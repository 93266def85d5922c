from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.reports import NEWS, run, write
from tumen.cli.words import Words, words_in
from tumen.pipeline import Background, load_background


@pytest.fixture(scope="session")
def background() -> Background:
    return load_background("dprk-china")


@pytest.fixture
def english(background: Background) -> Words:
    return words_in("en", background)


@pytest.fixture
def case(tmp_path: Path) -> str:
    """Return a case with one report in it."""
    path = str(tmp_path / "case")
    run("init", path, "--quiet")
    run("add", path, write(tmp_path, "a.txt", NEWS), "--quiet")
    return path

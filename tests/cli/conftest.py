from __future__ import annotations

import pytest

from tumen.cli.words import Words, words_in
from tumen.pipeline import Background, load_background


@pytest.fixture(scope="session")
def background() -> Background:
    return load_background("dprk-china")


@pytest.fixture
def english(background: Background) -> Words:
    return words_in("en", background)

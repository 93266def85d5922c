"""What the tests of the room share: the shipped codebook and places, and briefs made from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.brief.case import a_situation
from tumen.brief import compose
from tumen.brief.view import View, make_view
from tumen.brief.words import Words, load_words
from tumen.codebook import Codebook, load_codebook
from tumen.places import Gazetteer, load_gazetteer
from tumen.records import Brief, Claim, Situation

Seen = Callable[..., View]


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook("dprk-china")


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer("dprk-china")


@pytest.fixture(scope="session")
def english() -> Words:
    return load_words("en")


@pytest.fixture(scope="session")
def seen(codebook: Codebook, gazetteer: Gazetteer) -> Seen:
    """Return a function that views a situation (the case) in a language (English)."""

    def look(situation: Situation | None = None, language: str = "en") -> View:
        return make_view(
            situation or a_situation(),
            codebook=codebook,
            gazetteer=gazetteer,
            words=load_words(language),
        )

    return look


@pytest.fixture(scope="session")
def view(seen: Seen) -> View:
    return seen()


@pytest.fixture(scope="session")
def written(codebook: Codebook, gazetteer: Gazetteer) -> Callable[[str], Brief]:
    made: dict[str, Brief] = {}

    def write(language: str) -> Brief:
        if language not in made:
            made[language] = compose(
                a_situation(), codebook=codebook, gazetteer=gazetteer, language=language
            )
        return made[language]

    return write


@pytest.fixture(scope="session")
def brief(written: Callable[[str], Brief]) -> Brief:
    return written("en")


@pytest.fixture(scope="session")
def all_claims() -> tuple[Claim, ...]:
    return tuple(claim for reading in a_situation().readings for claim in reading.claims)

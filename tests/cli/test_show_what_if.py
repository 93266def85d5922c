from __future__ import annotations

import pytest

from tests.reconcile.test_scenario import WHOLE, background, read
from tumen.cli.show_bounds import Sources
from tumen.cli.show_what_if import interval, supposed
from tumen.cli.words import Words, words_in
from tumen.pipeline import Background
from tumen.reconcile import Ends

NONE = Sources(claims={}, files={})


def words(language: str = "en") -> Words:
    codebook, gazetteer = background()
    return words_in(language, Background(codebook=codebook, gazetteer=gazetteer))


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (Ends(low=0, high=None), "not known"),
        (Ends(low=3, high=None), "at least 3"),
        (Ends(low=0, high=0), "0"),
        (Ends(low=0, high=1127), "at most 1,127"),
        (Ends(low=3, high=4), "3 to 4"),
    ],
)
def test_an_interval_is_said_as_people_say_it(ends: Ends, said: str) -> None:
    assert interval(ends, words()) == said


@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh"])
def test_all_that_is_supposed_is_said_also_what_does_not_happen(language: str) -> None:
    whole = list(supposed(read(WHOLE), NONE, words(language)))
    nothing = list(supposed(read("until = 2021-03-31"), NONE, words(language)))

    assert len(whole) == 6  # returns, arrests, releases, held, two assumptions
    assert len(nothing) == 3  # no returns, arrests, releases
    assert not [line for line in (*whole, *nothing) if "{" in line]

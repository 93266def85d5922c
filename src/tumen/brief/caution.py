"""How often the reading is wrong: said at the head and the foot of every brief."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tumen.brief.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured with one codebook; of ten claims, from so many to so many."""

    reports: int
    wrong: tuple[int, int]
    missed: tuple[int, int]


def caution_words(view: View) -> str:
    """Return how often claims are wrong or missed, or that nobody has measured it."""
    words = view.words
    known = measured().get(view.codebook.name)
    if known is None:
        return words.say("caution.unmeasured")
    wrong, missed = (
        words.say("caution.between", low=low, high=high)
        for low, high in (known.wrong, known.missed)
    )
    return words.say("caution.measured", reports=known.reports, wrong=wrong, missed=missed)


@cache
def measured() -> Mapping[str, Measured]:
    """Return what was measured, by codebook."""
    source = files("tumen.brief").joinpath("measured.toml")
    return {
        name: Measured(
            reports=row["reports"], wrong=tuple(row["wrong"]), missed=tuple(row["missed"])
        )
        for name, row in tomllib.loads(source.read_text(encoding="utf-8")).items()
    }

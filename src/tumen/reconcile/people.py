"""From the words of a figure to the people they allow (§3.2)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from tumen.codebook import Vagueness
from tumen.records import Figure

# "about" without a word that the codebook knows: 15 % to either side, as wide as reporters go
# when they round a count of tens or hundreds.
ABOUT = (0.85, 1.15)

# 20 * 0.85 is 17.0 on paper and may be 17.000000000000004 here.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """How many people a figure allows; `capped`: its words set an upper end and no lower one."""

    low: int
    high: int | None
    capped: bool

    def meets(self, other: People) -> bool:
        """Tell whether some number fits both."""
        return (other.high is None or self.low <= other.high) and (
            self.high is None or other.low <= self.high
        )

    def distance(self, other: People) -> int:
        """Return how many people lie between the two, 0 where they meet."""
        if self.meets(other):
            return 0
        lower, upper = sorted((self, other), key=lambda p: p.low)
        return upper.low - (lower.high if lower.high is not None else upper.low)


def people_of(figure: Figure, language: str, vagueness: Iterable[Vagueness]) -> People:
    """Return the people that *figure* allows, vague words widened by the codebook's table.

    An approximate number is widened on both sides; an end that the words leave open is filled
    where the table knows how far they reach ("nearly 200": 180..200).
    """
    low_factor, high_factor = _factors(figure, language, vagueness)
    low, high = figure.low, figure.high
    if figure.approximate:
        low = None if low is None else _down(low * low_factor)
        high = None if high is None else _up(high * high_factor)
    elif low is None and high is not None and low_factor < 1:
        low = _down(high * low_factor)
    elif high is None and low is not None and high_factor > 1:
        high = _up(low * high_factor)
    capped = figure.low is None and figure.high is not None
    return People(low=low or 0, high=high, capped=capped)


def _factors(figure: Figure, language: str, vagueness: Iterable[Vagueness]) -> tuple[float, float]:
    """Return the factors for a figure's wording: its language first, then any, then "about"."""
    wording = figure.wording.casefold().strip()
    known = [v for v in vagueness if wording and v.word.casefold() == wording]
    base = language.split("-")[0]
    known.sort(key=lambda v: v.language.split("-")[0] != base)
    if known:
        return known[0].low, known[0].high
    # 200여 is 200 to 299: the words give the interval already, and no less than 200.
    given = figure.low is not None and figure.high is not None and figure.low < figure.high
    return ABOUT if figure.approximate and not given else (1.0, 1.0)


def _down(number: float) -> int:
    return math.floor(number + ROUNDING)


def _up(number: float) -> int:
    return math.ceil(number - ROUNDING)

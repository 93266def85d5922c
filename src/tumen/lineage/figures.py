"""What two figures have in common: the number they are built on, and on which side they are open.

"200", "about 200", "more than 200" (201 and up) and 200여 (200 to 299) are all built on 200.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from tumen.lineage.words import family_of
from tumen.records import Figure


class Shape(StrEnum):
    """What an approximator does to a number."""

    NONE = "none"  # no figure
    EXACT = "exact"
    ABOUT = "about"
    MORE = "more"  # a floor: more than, at least, 여, 余り, 多
    MOST = "most"  # a ceiling: up to, as many as, nearly
    RANGE = "range"  # from one number to another
    VAGUE = "vague"  # dozens, hundreds


# What a number has to say for its group to be known again: 20 does, 5 does not.
TELLING = 1.5

# Digits before the zeros from which a number is no rounded one.
UNROUND = 3

# What the end of a range alone tells of the range: a little more than half.
_ONE_END = 0.6

_DIGITS = re.compile(r"\d[\d,]*")


def shape_of(figure: Figure | None) -> Shape:
    """Return the shape of a figure: from its approximator, else from its bounds."""
    if figure is None or (figure.low is None and figure.high is None):
        return Shape.NONE
    family = family_of(figure.wording)
    if family and not _is_vague(figure):
        return Shape(family)
    return _shape_of_bounds(figure)


def _shape_of_bounds(figure: Figure) -> Shape:
    """Return the shape that the interval itself shows."""
    low, high = figure.low, figure.high
    if high is None:
        return Shape.MORE
    if low is None:
        return Shape.MOST
    if low == high:
        return Shape.ABOUT if figure.approximate else Shape.EXACT
    if _is_vague(figure):
        return Shape.VAGUE
    return Shape.MORE if _fills_its_unit(low, high) else Shape.RANGE


def bases_of(figure: Figure | None) -> frozenset[int]:
    """Return the numbers that a figure is built on; a vague word's own is below zero."""
    if figure is None:
        return frozenset()
    low, high = figure.low, figure.high
    if low is None or high is None:
        bound = low if low is not None else high
        return frozenset() if bound is None else _around(bound, figure, up=low is None)
    if low == high:
        return frozenset({low})
    if _is_vague(figure):
        return frozenset({-low})
    if _fills_its_unit(low, high):
        return frozenset({low - low % 10 if low % 10 == 1 else low})
    return frozenset({low, high})


def _around(bound: int, figure: Figure, *, up: bool) -> frozenset[int]:
    """Return the printed number behind an open bound: "more than 20" has the bound 21.

    Where the digits are not printed ("over a thousand") the rounder number is taken as well.
    """
    printed = {
        int(number.replace(",", ""))
        for number in _DIGITS.findall(unicodedata.normalize("NFKC", figure.printed))
    }
    near = bound + 1 if up else bound - 1
    if bound in printed or near < 1:
        return frozenset({bound})
    if near in printed:
        return frozenset({near})
    return frozenset({bound, near} if near % 10 == 0 else {bound})


def is_range(figure: Figure) -> bool:
    """Tell whether a figure runs from one printed number to another."""
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return False
    return len(bases_of(figure)) > 1


def shared_base(one: Figure, other: Figure) -> float:
    """Return how much of one figure's number stands in the other: 0, 1, or a part for a range's end.

    "Up to 2,000" tells one end of "600 to 2,000"; "2,000 or more" has nothing to do with it.
    """
    if not bases_of(one) & bases_of(other):
        return 0.0
    is_span = is_range(one)
    if is_span is is_range(other):
        is_same = not is_span or bases_of(one) == bases_of(other)
        return 1.0 if is_same else 0.0
    span, single = (one, other) if is_span else (other, one)
    end = span.low if single.high is None else span.high
    is_any_end = single.low is not None and single.high is not None
    return _ONE_END if is_any_end or end in bases_of(single) else 0.0


def _fills_its_unit(low: int, high: int) -> bool:
    """Tell whether an interval runs from a number to just below the next: 200 to 299, 31 to 39."""
    unit = 10 ** (len(str(high)) - 1)
    while unit >= 10:
        if (high + 1) % unit == 0 and 0 <= low - (high + 1 - unit) <= 1:
            return True
        unit //= 10
    return False


def _is_vague(figure: Figure) -> bool:
    """Tell whether an interval is that of "dozens" or "hundreds": 20 to 99, 200 to 999."""
    low, high = figure.low, figure.high
    if low is None or high is None or low == high:
        return False
    unit: int = 10 ** (len(str(high)) - 1)
    return high + 1 == 10 * unit and low == 2 * unit


def is_unround(base: int) -> bool:
    """Tell whether a number is one that only counting gives: 135 or 1,160, and not 130 or 60."""
    return len(str(abs(base)).rstrip("0")) >= UNROUND


@lru_cache(maxsize=8192)
def telling(bases: frozenset[int]) -> float:
    """Return how much it says that two figures share one of *bases*, from 0.75 to 3.

    "1,160" is met by chance far less often than "20"; two claims of "5" say next to nothing.
    """
    best = 0.0
    for base in bases:
        digits = str(abs(base))
        size = min(len(digits), 3)
        significant = len(digits.rstrip("0"))
        best = max(best, (0.75, 1.5, 2.0)[size - 1] + (0.0, 0.0, 0.5, 1.0)[min(significant, 3)])
    return best


def are_near(one: Figure, other: Figure) -> bool:
    """Tell whether two figures could be one that changed on the way: within half of each other."""
    low, high = _middle(one), _middle(other)
    small, big = sorted((low, high))
    return small > 0 and big <= 1.5 * small


def _middle(figure: Figure) -> int:
    """Return the printed number, or the low end of a range."""
    return figure.low if figure.low is not None else figure.high or 0


@lru_cache(maxsize=8192)
def numbers_in(text: str) -> tuple[int, ...]:
    """Return the numbers written in digits in *text*, in their order."""
    plain = unicodedata.normalize("NFKC", text)
    return tuple(
        int(number.replace(",", "")) for number in _DIGITS.findall(plain) if len(number) < 15
    )

"""Find numbers and the interval that their words allow.

Digits, full-width and grouped; Chinese and Korean units, mixed with digits (3만3981, 1천76);
spelt numbers (twenty-nine, 二十九, 다섯); vague ones (dozens, 수백, 数十); ranges (600 to 2,000,
500~600, 5~600人).  Approximators beside a number widen it: see `widen`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from tumen.reading.numerals import (
    DIGITS,
    HAN_DIGITS,
    HAN_UNITS,
    HANGUL_DIGITS,
    HANGUL_UNITS,
    digit_value,
    east_value,
    word_value,
)
from tumen.reading.pack import Pack

# How far before a number an approximator may stand, with the little words between.
_REACH = 28
SHARES = {"most_of", "some_of"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number at `text[start:end]` and the interval that its words allow.

    `low == high` for an exact one; fractions stay floats; None is an open end.  `core` is where
    the bare number stands, without its approximators.
    """

    start: int
    end: int
    core: tuple[int, int]
    value: float | None = None  # the bare number; None for a range or a vague word
    low: float | None
    high: float | None
    approximate: bool = False
    wording: str = ""
    spelt: bool = False  # in words: "five", 三, 다섯


def find_numbers(folded: str, pack: Pack) -> tuple[Number, ...]:
    """Return the numbers of a text, in order, ranges joined and approximators taken in."""
    patterns = _patterns(pack)
    single = _first_longest([*_vague(folded, pack, patterns), *_exact(folded, pack, patterns)])
    joined = _joined(single, folded, patterns)
    return tuple(_widened(number, folded, patterns, pack) for number in joined)


# --- the patterns of a language ---------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    vague: re.Pattern[str]
    number: re.Pattern[str]
    join: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    effects: dict[tuple[str, bool], str]


@cache
def _patterns(pack: Pack) -> _Patterns:
    counters = _any(pack.counters)
    before = [a.text for a in pack.approximators if not a.after]
    after = [a.text for a in pack.approximators if a.after]
    edge = r"\b" if pack.language == "en" else ""
    return _Patterns(
        vague=re.compile(f"{edge}{_any(pack.vague_words)}{edge}"),
        number=re.compile("|".join(_number_patterns(pack, counters))),
        join=re.compile(rf"\s?{counters}?\s?{_any(pack.range_joins)}\s?"),
        before=re.compile(rf"{edge}({_any(before)}){pack.approximator_gap.pattern}$"),
        after=re.compile(rf"(?:\s?{counters})?[\s-]?({_any(after)})"),
        effects={(a.text, a.after): a.effect for a in pack.approximators},
    )


def _number_patterns(pack: Pack, counters: str) -> list[str]:
    """Return what numbers look like.

    Spelt ones in Korean, Chinese and Japanese need a counter, since their characters stand in
    ordinary words (만나다, 一行, 千葉).
    """
    if pack.language == "en":
        word = _any(pack.number_words)
        spelt = rf"\b(?:(?:{DIGITS}|an?|{word})[\s-])?{word}(?:[\s-](?:and\s)?{word})*\b"
        return [spelt, DIGITS]
    following = rf"(?=[\s여余餘多]?\s?{counters})"
    if pack.language == "ko":
        units = rf"{DIGITS}[{HANGUL_UNITS}](?:{DIGITS}[{HANGUL_UNITS}]?|[{HANGUL_UNITS}])*"
        sino = rf"[{HANGUL_DIGITS}]?[{HANGUL_UNITS}][{HANGUL_DIGITS}{HANGUL_UNITS}]*{following}"
        return [units, DIGITS, rf"(?<![가-힣]){_any(pack.number_words)}{following}", sino]
    han = rf"[{HAN_DIGITS}{HAN_UNITS}]"
    mixed = rf"{DIGITS}[{HAN_UNITS}]+(?:{DIGITS}[{HAN_UNITS}]*)*"
    return [mixed, DIGITS, rf"{han}{{2,}}(?![国國])", rf"{han}{following}"]


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else "(?!)"


# --- single numbers ---------------------------------------------------------------------


def _vague(folded: str, pack: Pack, patterns: _Patterns) -> list[Number]:
    return [
        Number(
            start=match.start(),
            end=match.end(),
            core=match.span(),
            low=pack.vague_words[match.group()][0],
            high=pack.vague_words[match.group()][1],
            approximate=True,
            wording=match.group(),
            spelt=True,
        )
        for match in patterns.vague.finditer(folded)
    ]


def _exact(folded: str, pack: Pack, patterns: _Patterns) -> list[Number]:
    found = []
    for match in patterns.number.finditer(folded):
        value = _value(match.group(), pack)
        if value is None:
            continue
        whole = int(value) if value == int(value) else value
        found.append(
            Number(
                start=match.start(),
                end=match.end(),
                core=match.span(),
                value=whole,
                low=whole,
                high=whole,
                spelt=not match.group()[0].isdigit(),
            )
        )
    return found


def _value(printed: str, pack: Pack) -> float | None:
    if printed[0].isdigit() and printed[-1].isdigit():
        simple = printed.replace(",", "").replace(".", "")
        if simple.isdecimal() and simple.isascii():
            return digit_value(printed)
    if pack.language == "en":
        return word_value(printed, pack.number_words)
    if printed in pack.number_words:
        return pack.number_words[printed]
    return east_value(printed)


def _first_longest(numbers: list[Number]) -> list[Number]:
    numbers.sort(key=lambda number: (number.start, -number.end))
    kept: list[Number] = []
    for number in numbers:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


# --- ranges and approximators -----------------------------------------------------------


def _joined(numbers: list[Number], folded: str, patterns: _Patterns) -> list[Number]:
    """Join two numbers that a range word stands between."""
    kept: list[Number] = []
    for number in numbers:
        last = kept[-1] if kept else None
        joined = None
        if last is not None and patterns.join.fullmatch(folded, last.end, number.start):
            joined = _range(last, number, folded)
        if joined is not None:
            kept[-1] = joined
        else:
            kept.append(number)
    return kept


def _range(first: Number, second: Number, folded: str) -> Number | None:
    """Return the range of two numbers, or None where they are none ("9 and 7 in between")."""
    if first.low is None or second.high is None or first.low != first.high:
        return None
    low = first.low
    if low < 10 and second.high >= 100 and folded[second.start].isdigit():
        low *= step(int(second.high))  # 5~600 is 500 to 600
    if low >= second.high:
        return None
    and_needs_between = folded[first.end : second.start].strip() == "and"
    if and_needs_between and not folded[: first.start].rstrip().endswith("between"):
        return None
    start = first.start
    return replace(second, start=start, core=(start, second.end), value=None, low=low)


def step(value: int) -> int:
    """Return the size of the last unit that is not zero: 100 for 200, 10 for 120, 1 for 1,047."""
    size = 1
    while value and value % (size * 10) == 0:
        size *= 10
    return size


def _widened(number: Number, folded: str, patterns: _Patterns, pack: Pack) -> Number:
    """Take in the approximators on both sides, nearest first."""
    for _ in range(2):
        match = patterns.before.search(folded, max(0, number.start - _REACH), number.start)
        if match is None or pack.no_approximator.search(
            folded, max(0, match.end(1) - _REACH), match.end(1)
        ):
            break
        effect = patterns.effects[match.group(1), False]
        if number.approximate and effect in {"more_than", "less_than", "nearly"}:
            break  # "a request over about 20 people": a preposition
        number = widen(replace(number, start=match.start(1)), effect, match.group(1))
    for _ in range(2):
        match = patterns.after.match(folded, number.end)
        if match is None:
            break
        effect = patterns.effects[match.group(1), True]
        number = widen(replace(number, end=match.end(1)), effect, match.group(1))
    return number


def share_after(folded: str, start: int, pack: Pack) -> tuple[int, str, str] | None:
    """Return the end, effect and words of a share ("most of them", 대부분) said at *start*."""
    match = _shares(pack).match(folded, start)
    if match is None:
        return None
    return match.end(), _patterns(pack).effects[match.group(1), True], match.group(1)


@cache
def _shares(pack: Pack) -> re.Pattern[str]:
    words = [a.text for a in pack.approximators if a.after and a.effect in SHARES]
    return re.compile(rf"\s?(?:의|の|的|,|中的?|중)?\s?({_any(words)})")


def widen(number: Number, effect: str, wording: str) -> Number:
    """Return *number* as an approximator leaves it.

    "more than N" is N+1 and up, "at least N" N and up, "up to N" and "nearly N" anything to N,
    "about N" N..N marked approximate, 여/余り/多 ("odd") N up to the next unit, "most of N" more
    than half.  On a range the word works on the end it can move.
    """
    said = f"{number.wording} {wording}".strip() if number.wording else wording
    number = replace(number, wording=said)
    low, high = number.low, number.high
    match effect:
        case "more_than" if low is not None:
            return replace(number, low=low + 1, high=None)
        case "at_least" if low is not None:
            return replace(number, high=high if high != low else None)
        case "less_than" if high is not None:
            return replace(number, low=None, high=high - 1)
        case "at_most" | "nearly" if high is not None:
            return replace(number, low=None if high == low else low)
        case "odd" if high is not None:
            return replace(number, high=high + step(int(high)) - 1, approximate=True)
        case "digit" if low is not None and high is not None:  # 30数人: thirty and some
            return replace(number, low=low + 1, high=high + step(int(high)) - 1, approximate=True)
        case "most_of":
            return replace(number, low=None if low is None else low // 2 + 1, approximate=True)
        case "some_of":
            return replace(number, low=None)
        case "about":
            return replace(number, approximate=True)
        case _:  # "a total of", or an end that is open already
            return number

"""Find numbers and the interval that their words allow.

Digits, full-width and grouped; Chinese and Korean units, mixed with digits (3만3981, 1천76);
spelt numbers (twenty-nine, 二十九, 다섯); vague ones (dozens, 수백, 数十); ranges (600 to 2,000,
500~600, 5~600人).  Approximators beside a number widen it: see `widen`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from tumen.reading.east_numbers import whole_value
from tumen.reading.exact_numbers import find_exact
from tumen.reading.number_pack import (
    east_words,
    odd_scales,
    pair_pattern,
    scale_words,
    tens_pattern,
)
from tumen.reading.pack import Pack

# How far before a number an approximator may stand, with the little words between.
_CHANGE = 48  # characters from a verb of change to its number
_REACH = 28
# Nothing but a sign between two numbers lets the first leave out the zeros of the second.
_BARE_JOIN = re.compile(r"\s?[-~]\s?")
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


def find_numbers(folded: str, pack: Pack, *, bare: bool = False) -> tuple[Number, ...]:
    """Return the numbers of a text, in order, ranges joined and approximators taken in.

    A number of too many digits has no bounds: it is there, but cannot be counted with.  With
    *bare* more counts as a number than in a report: see `find_exact`.
    """
    patterns = _patterns(pack)
    exact = _exact(folded, pack, bare)
    vague = [*_vague(folded, pack, patterns), *_pairs(folded, pack)]
    single = _first_longest([*vague, *exact])
    joined = _joined(single, folded, pack, bare)
    widened = [_widened(number, folded, patterns, pack) for number in joined]
    return tuple(widened if bare else _bounded(widened, folded, pack))


# --- the patterns of a language ---------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    vague: re.Pattern[str]
    join: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    effects: dict[tuple[str, bool], str]
    scale: re.Pattern[str]  # a word at the end of a number that multiplies it
    scales: Mapping[str, int]


@cache
def _patterns(pack: Pack) -> _Patterns:
    counters = _any(pack.counters)
    before = [a.text for a in pack.approximators if not a.after]
    after = [a.text for a in pack.approximators if a.after]
    edge = r"\b" if pack.letters else ""
    signs = [word for word in before if not word[0].isalpha()]
    words = [word for word in before if word[0].isalpha()]
    return _Patterns(
        vague=re.compile(f"{edge}{_any(pack.vague_words)}{edge}"),
        join=re.compile(rf"\s?{counters}?\s?{_any(pack.range_joins)}\s?"),
        before=re.compile(
            rf"({edge}{_any(words)}|(?<![0-9a-z]){_any(signs)}){pack.approximator_gap.pattern}$"
        ),
        after=re.compile(
            rf"(?:\s?{counters})?[\s-]?({_any(after)})(?!{pack.after_approximator.pattern})"
        ),
        scale=re.compile(rf"{edge}{_any(scale_words(pack.language))}\Z"),
        scales=scale_words(pack.language),
        effects={(a.text, a.after): a.effect for a in pack.approximators},
    )


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


def _pairs(folded: str, pack: Pack) -> Iterator[Number]:
    """Yield 三四人, 十二、三人, 七八十名, 5, 6명: two numbers in a row are the least and the most."""
    pattern = pair_pattern(pack.language, pack.counters)
    for match in pattern.finditer(folded) if pattern else ():
        printed = [match["front"] + match[end] + match["unit"] for end in ("low", "high")]
        low, high = (whole_value(number, east_words(pack.language)) for number in printed)
        if low is None or high is None or not low < high <= 2 * low:
            continue
        if high - low == step(high - low) or 3 * high == 5 * low:  # 三四人, 三五人; not 三七人
            yield _pair(match, low, high)
    for match in tens_pattern(pack.counters).finditer(folded) if pattern else ():
        high = int(match["high"])
        low = int(match["low"]) * step(high)  # 5、60人
        if high - low == step(high):
            yield _pair(match, low, high)


def _pair(match: re.Match[str], low: int, high: int) -> Number:
    return Number(
        start=match.start(),
        end=match.end(),
        core=match.span(),
        low=low,
        high=high,
        approximate=True,
        spelt=True,
    )


def _exact(folded: str, pack: Pack, bare: bool) -> Iterator[Number]:
    odd, scales = odd_scales(pack.language)
    for numeral in find_exact(folded, pack, bare=bare):
        number = Number(
            start=numeral.start,
            end=numeral.end,
            core=(numeral.start, numeral.end),
            value=numeral.value,
            low=numeral.value,
            high=numeral.value,
            spelt=numeral.spelt,
        )
        match = odd.match(folded, numeral.end)
        yield _odd(number, match, scales) if match and numeral.value else number


def _odd(number: Number, match: re.Match[str], scales: Mapping[str, int]) -> Number:
    """Read 十多万, 500余万: ten and some times ten thousand."""
    value, scale = number.value or 0, scales[match["scale"]]
    above = value + (step(int(value)) if value >= 1 else 1)
    return replace(
        number,
        end=match.end(),
        core=(number.start, match.end()),
        value=None,
        low=value * scale,
        high=above * scale - 1,
        approximate=True,
        wording=match["odd"],
    )


def _first_longest(numbers: list[Number]) -> list[Number]:
    numbers.sort(key=lambda number: (number.start, -number.end))
    kept: list[Number] = []
    for number in numbers:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


# --- ranges and approximators -----------------------------------------------------------


def is_former(pack: Pack, folded: str, span: tuple[int, int]) -> bool:
    """Tell whether a number is what a count was before it changed: "rose from 20 to 300"."""
    start, end = span
    before = pack.former_before.search(folded, max(0, start - _CHANGE), start)
    return bool(before) or pack.former_after.match(folded, end) is not None


def _changes(pack: Pack, folded: str, number: Number) -> bool:
    """Tell whether a number is a step from one count to the next, no end of a range."""
    before = pack.difference_before.search(folded, max(0, number.start - _CHANGE), number.start)
    return bool(before) or is_former(pack, folded, (number.start, number.end))


def _joined(numbers: list[Number], folded: str, pack: Pack, bare: bool) -> list[Number]:
    """Join two numbers that a range word stands between."""
    patterns = _patterns(pack)
    kept: list[Number] = []
    for number in numbers:
        last = kept[-1] if kept else None
        joined = None
        if last is not None and patterns.join.fullmatch(folded, last.end, number.start):
            between = folded[last.end : number.start].strip()
            either = bare and between in {"or", "或"}
            if not (either or _in_a_row(folded, last, number) or _changes(pack, folded, last)):
                joined = _range(last, number, folded, patterns)
        if joined is not None:
            kept[-1] = joined
        else:
            kept.append(number)
    return kept


def _in_a_row(folded: str, first: Number, second: Number) -> bool:
    """Tell whether more than two numbers are dashed together: 1-222-2222 is no range."""
    after = folded[second.end : second.end + 2]
    return folded[first.start - 1 : first.start] in {"-", "+", "/"} or (
        len(after) == 2 and after[0] in "-/" and after[1].isdigit()
    )


def _range(first: Number, second: Number, folded: str, patterns: _Patterns) -> Number | None:
    """Return the range of two numbers, or None where they are none ("9 and 7 in between")."""
    if first.low is None or second.high is None or first.low != first.high:
        return None
    low = first.low * _left_out(first, second, folded, patterns)
    if low >= second.high:
        return None
    and_needs_between = folded[first.end : second.start].strip() == "and"
    if and_needs_between and not folded[: first.start].rstrip().endswith("between"):
        return None
    start = first.start
    return replace(second, start=start, core=(start, second.end), value=None, low=low)


def _left_out(first: Number, second: Number, folded: str, patterns: _Patterns) -> int:
    """Return what multiplies the first number of a range too: 5~600, 20-30,000, two or three dozen."""
    low, high = first.low or 0, int(second.high or 0)
    if patterns.scale.search(folded, first.start, first.end):
        return 1
    scale = patterns.scale.search(folded, second.start, second.end)
    if scale:
        size = patterns.scales[scale.group()]
        return size if low * size < high else 1
    if not folded[second.start].isdigit() or not _BARE_JOIN.fullmatch(
        folded, first.end, second.start
    ):
        return 1
    size = step(high) if low < 10 else 1
    if "," in folded[second.start : second.end] and low < 1000 and high % 1000 == 0:
        size = 1000
    return size if high >= 100 and low * size < high else 1


def step(value: int) -> int:
    """Return the size of the last unit that is not zero: 100 for 200, 10 for 120, 1 for 1,047."""
    size = 1
    while value and value % (size * 10) == 0:
        size *= 10
    return size


def _widened(number: Number, folded: str, patterns: _Patterns, pack: Pack) -> Number:
    """Take in the approximators on both sides, nearest first."""
    start = number.start
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
        if match is None or pack.compared.search(folded, max(0, start - _REACH), start):
            break
        effect = patterns.effects[match.group(1), True]
        number = widen(replace(number, end=match.end(1)), effect, match.group(1))
    return number


def _bounded(numbers: list[Number], folded: str, pack: Pack) -> Iterator[Number]:
    """Yield the numbers, a least and a most of one figure as one: "up to 200 but at least 100"."""
    last: Number | None = None
    for number in numbers:
        one = _both_ends(last, number, folded, pack) if last else None
        if last and not one:
            yield last
        last = one or number
    if last:
        yield last


def _both_ends(first: Number, second: Number, folded: str, pack: Pack) -> Number | None:
    """Return the figure that one number gives the least of and the other the most."""
    least, most = (second, first) if first.low is None else (first, second)
    if least.low is None or most.high is None or least.high is not None or most.low is not None:
        return None
    if least.low > most.high or pack.part_after.match(folded, second.end):
        return None
    if not pack.bounds_join.fullmatch(folded, first.end, second.start):
        return None
    return replace(
        second,
        start=first.start,
        core=(first.core[0], second.core[1]),
        value=None,
        low=least.low,
        high=most.high,
        approximate=first.approximate or second.approximate,
        wording=f"{first.wording} {second.wording}",
    )


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


def _to_next_unit(number: Number, effect: str, low: float, high: float) -> Number:
    """Return 200여, 30数人 (thirty and some) and 百人単位 (by the hundred) as intervals."""
    unit = step(int(high))
    if effect == "in_units":
        high = 10 * high - 1 if low == high == unit else high
    else:
        low, high = low + (effect == "digit"), high + unit - 1
    return replace(number, low=low, high=high, approximate=True)


def widen(number: Number, effect: str, wording: str) -> Number:
    """Return *number* as an approximator leaves it.

    "more than N" is N+1 and up, "at least N" N and up, "up to N" and "nearly N" anything to N,
    "about N" N..N marked approximate, 여/余り/多 ("odd") N up to the next unit, "most of N" more
    than half, "half of N" about half.  On a range the word works on the end it can move.
    """
    wide = _widen(number, effect, wording)
    nobody = wide.low is not None and wide.high is not None and wide.low > wide.high
    return number if nobody else wide  # "most of 0"


def _widen(number: Number, effect: str, wording: str) -> Number:
    said = f"{number.wording} {wording}".strip() if number.wording else wording
    number = replace(number, wording=said)
    low, high = number.low, number.high
    match effect:
        case "more_than" if low is not None:
            return replace(number, low=low + 1 if low == int(low) else low, high=None)
        case "at_least" if low is not None:
            return replace(number, high=high if high != low else None)
        case "less_than" if high is not None:
            return replace(number, low=None, high=high - 1 if high == int(high) else high)
        case "at_most" | "nearly" if high is not None:
            return replace(number, low=None if high == low else low)
        case "odd" | "digit" | "in_units" if low is not None and high is not None:
            return _to_next_unit(number, effect, low, high)
        case "most_of":
            return replace(number, low=None if low is None else low // 2 + 1, approximate=True)
        case "half_of":
            halves = [None if end is None else end // 2 for end in (low, high)]
            return replace(number, low=halves[0], high=halves[1], approximate=True)
        case "some_of":
            return replace(number, low=None)
        case "about":
            return replace(number, approximate=True)
        case _:  # "a total of", or an end that is open already
            return number

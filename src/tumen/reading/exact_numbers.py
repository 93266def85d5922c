"""Find the exact numbers of a text, in digits and in words, before anything widens or joins them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tumen.reading.digit_numbers import (
    Numeral,
    find_doubtful,
    find_fractions,
    find_lettered,
    find_plain,
    find_powers,
    find_spaced,
    find_vulgar,
)
from tumen.reading.east_numbers import find_east
from tumen.reading.number_pack import east_words, odd_scales, west_words
from tumen.reading.pack import Pack
from tumen.reading.west_numbers import find_west


def find_exact(folded: str, pack: Pack, *, bare: bool) -> list[Numeral]:
    """Return the numbers of a text in order, the longest where several begin together.

    In a report a number in words must show that it is one: in Korean, Chinese and Japanese by the
    counter behind it or its length, since their characters stand in ordinary words (一行, 만나다).
    With *bare* more counts: 3/4, 1e10, 10k, two thirds, a lone 五.
    """
    found = [*find_plain(folded, bare=bare), *find_vulgar(folded), *_in_words(folded, pack, bare)]
    if not bare:
        found += find_doubtful(folded)
    if pack.language == "en" and not bare:  # 300k refugees; but a "5m wall" is no five million
        found += find_lettered(folded, {"k": 1000})
    if bare:
        found += [
            *find_powers(folded),
            *find_fractions(folded),
            *find_spaced(folded),
            *find_lettered(folded, _suffixes(pack.language)),
        ]
    return list(_first_longest(found))


def _suffixes(language: str) -> dict[str, int]:
    words = west_words(language) if language == "en" else east_words(language)
    return dict(words.suffixes)


def _in_words(folded: str, pack: Pack, bare: bool) -> Iterator[Numeral]:
    if pack.language == "en":
        yield from find_west(folded, west_words("en"), bare=bare)
        return
    counted = _counted(pack)
    for numeral in find_east(folded, east_words(pack.language), bare=bare):
        if bare or not numeral.spelt or _shows(folded, numeral, pack, counted):
            yield numeral


def _shows(folded: str, numeral: Numeral, pack: Pack, counted: re.Pattern[str]) -> bool:
    """Tell whether a number in words shows that it is one."""
    kinds = east_words(pack.language).kinds
    printed = folded[numeral.start : numeral.end]
    if pack.spaced and all(kinds.get(char, ("",))[0] == "d" for char in printed):
        return False  # 이 사람들: these people, not two
    if counted.match(folded, numeral.end) or odd_scales(pack.language)[0].match(
        folded, numeral.end
    ):
        return True
    if pack.spaced or numeral.end - numeral.start < 2:
        return False
    return folded[numeral.end : numeral.end + 1] not in {"国", "國"}


@cache
def _counted(pack: Pack) -> re.Pattern[str]:
    counters = sorted(pack.counters, key=lambda word: (-len(word), word))
    return re.compile(rf"[\s여余餘多]?\s?(?:{'|'.join(map(re.escape, counters)) or '(?!)'})")


def _first_longest(numerals: Iterable[Numeral]) -> Iterator[Numeral]:
    end = 0
    for numeral in sorted(numerals, key=lambda numeral: (numeral.start, -numeral.end)):
        if numeral.start >= end:
            yield numeral
            end = numeral.end

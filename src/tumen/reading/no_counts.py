"""Digits that are no words of a sentence or count nobody: addresses, footnotes, ratios, fractions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from tumen.reading.numbers import Number
from tumen.reading.pack import Pack
from tumen.reading.page import Page
from tumen.reading.stretch import starts_before

# What a mark of a footnote stands behind, without a space: "the Tumen.3 The others".
_FOOTNOTE = re.compile(
    r"""(?:(?<=[A-Za-z)\]][.!?])|(?<=[.!?]["'’”)]))\d{1,3}(?=[ ]+["'“‘(]?[A-Z]|[ ]*(?:\n|$))"""
)
_ROUND = {2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000, 10_000}


def no_words(page: Page, number: Number) -> str:
    """Return why digits are no number of their sentence: "address", "footnote", "fraction", or ""."""
    start, end = number.core
    if page.in_address(start):
        return "address"
    if _footnote(page, number):
        return "footnote"
    folded = page.folded
    before, after = folded[max(start - 2, 0) : start], folded[end : end + 2]
    if (before[1:] == "/" and before[0].isdigit()) or (after[:1] == "/" and after[1:].isdigit()):
        return "fraction"  # 24/7, 1/2
    return "ratio" if _ratio(page, number) else ""


def _footnote(page: Page, number: Number) -> bool:
    found = _FOOTNOTE.match(page.report.text, number.core[0])
    return found is not None and found.end() == number.core[1]


def _ratio(page: Page, number: Number) -> bool:
    """Tell whether a number is half of a ratio: "one in five", "three out of 10", 3人に1人."""
    at = starts_before(page.numbers, number.start)
    pairs = zip(
        page.numbers[max(at - 1, 0) : at + 1], page.numbers[max(at, 1) : at + 2], strict=False
    )
    return any(number in pair and _are_ratio(page, *pair) for pair in pairs)


def _are_ratio(page: Page, first: Number, second: Number) -> bool:
    pack = page.pack
    part, whole = (second, first) if pack.whole_first else (first, second)
    if not (part.value and whole.value and part.value < whole.value and whole.value in _ROUND):
        return False
    if not pack.ratio_before.search(page.folded, max(first.start - 1, 0), first.start):
        return False
    if not pack.whole_first and unit_after(pack).match(page.folded, second.end):
        return False  # "five in 10 days"
    return pack.ratio_join.fullmatch(page.folded, first.end, second.start) is not None


def is_cut(page: Page, number: Number) -> bool:
    """Tell whether digits look like a part of others: 000, 05."""
    printed = page.folded[slice(*number.core)]
    return len(printed) > 1 and printed[0] == "0" and printed.isdecimal()


@cache
def unit_after(pack: Pack) -> re.Pattern[str]:
    """Return what right behind a number says that it counts no people."""
    edge = r"(?![a-z])" if pack.letters else ""
    return re.compile(rf"(?:\s?[여余餘多]\s?|[\s-])?(?P<unit>{any_of(pack.units)}){edge}")


def label_before(page: Page, start: int) -> str:
    """Return why what stands right before a number makes it no count: money, "Group 12", or ""."""
    found = _unit_before(page.pack).search(page.folded, max(0, start - 24), start)
    if found is None:
        return ""
    reason = page.pack.before_units[found.group("unit")]
    if reason == "label" and not page.report.text[found.start("unit")].isupper():
        return ""  # "of the group 12 fled"
    return reason


@cache
def _unit_before(pack: Pack) -> re.Pattern[str]:
    edge = r"(?<![a-z])" if pack.letters else ""
    return re.compile(rf"{edge}(?P<unit>{any_of(pack.before_units)})[\s-]?$")


def any_of(words: Iterable[str] | Mapping[str, str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"

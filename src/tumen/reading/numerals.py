"""What English number words in a row are worth, where a date is told in words."""

from __future__ import annotations

import re
from collections.abc import Mapping


def word_value(printed: str, words: Mapping[str, int]) -> int | None:
    """Return the value of number words in a row: "twenty-nine", "two thousand and eighteen"."""
    total = section = 0
    for word in re.split(r"[\s-]+", printed):
        if word == "and":
            continue
        value = words.get(word)
        if value is None:
            return None
        if value == 100 and section:
            section *= value
        elif value >= 1000:
            total += (section or 1) * value
            section = 0
        else:
            section += value
    return total + section


def ordinal_value(printed: str, words: Mapping[str, int]) -> int | None:
    """Return the value of number words in a row, an ordinal last: "twenty-first"."""
    return word_value(re.sub(r"\s*-\s*", "-", printed), words)


def year_value(printed: str, words: Mapping[str, int]) -> int | None:
    """Return the year that number words may say in two halves: "nineteen seventy-eight"."""
    first, *rest = [word for word in re.split(r"[\s-]+", printed) if word != "and"]
    century = words.get(first, 0)
    values = [words.get(word, 0) for word in rest]
    if not 10 <= century <= 29 or not rest or len(rest) > 2:
        return None
    if values == [100]:
        return 100 * century
    if len(values) == 2 and not (values[0] in range(20, 100, 10) and 1 <= values[1] <= 9):
        return None
    return 100 * century + sum(values) if 10 <= sum(values) <= 99 else None

"""What a numeral is worth: digits, English words, Chinese characters, Korean units and words."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "両": 2, "两": 2, "兩": 2,
}  # fmt: skip
_HANGUL = {char: value for value, char in enumerate("영일이삼사오육칠팔구")}
_SMALL = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
_LARGE = {
    "万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8,
    "兆": 10**12, "조": 10**12,
}  # fmt: skip
# Longer runs of digits are serial numbers, not counts; they are also too long to be counted with.
MAX_DIGITS = 18

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_DIGITS = re.compile(DIGITS)
HAN_DIGITS = "".join(_HAN)
HAN_UNITS = "十百千万萬億亿兆"
HANGUL_DIGITS = "일이삼사오육칠팔구"
HANGUL_UNITS = "십백천만억조"


def digit_value(printed: str) -> float | None:
    """Return the value of "1,047" or "2.5"; None for more digits than any count has."""
    plain = printed.replace(",", "")
    if len(plain) > MAX_DIGITS:
        return None
    return float(plain) if "." in plain else int(plain)


def east_value(printed: str) -> float | None:
    """Return the value of digits with Chinese or Korean units: 3만3981, 1천76, 二十九, 2万5千."""
    total: float = 0
    section: float = 0
    digit: float | None = None
    at = 0
    while at < len(printed):
        if match := _DIGITS.match(printed, at):
            digit = digit_value(match.group())
            if digit is None:
                return None
            at = match.end()
            continue
        char = printed[at]
        at += 1
        if char in _HAN or char in _HANGUL:
            value = _HAN[char] if char in _HAN else _HANGUL[char]
            digit = value if digit is None else digit * 10 + value
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            total += (section + (digit or 0) or 1) * _LARGE[char]
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0)


def word_value(printed: str, words: Mapping[str, int]) -> float | None:
    """Return the value of number words in a row: "twenty-nine", "15-hundred", "two dozen"."""
    total: float = 0
    section: float = 0
    for word in re.split(r"[\s-]+", printed):
        if word in {"and", "a", "an"}:
            continue
        value = digit_value(word) if word[0].isdigit() else words.get(word)
        if value is None:
            return None
        if value in {12, 100} and section and word.isalpha():  # dozen, hundred
            section *= value
        elif value >= 1000 and word.isalpha():
            total += (section or 1) * value
            section = 0
        else:
            section += value
    return total + section


def ordinal_value(printed: str, words: Mapping[str, int]) -> int | None:
    """Return the whole value of number words in a row, an ordinal last: "twenty-first"."""
    value = word_value(re.sub(r"\s*-\s*", "-", printed), words)
    return None if value is None or value != int(value) else int(value)


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

"""Numbers in digits: grouped, decimal, mixed with a fraction, in powers, with a letter behind."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

# Longer runs of digits are serial numbers, not counts; they are also too long to be counted with.
MAX_DIGITS = 18
_MOST = 300  # of an exponent: what a float can still hold

GROUPED = r"\d{1,3}(?:,\d{3})+(?![\d])"
# 192.168.1.2 is four numbers.
DECIMAL = rf"(?:(?:{GROUPED}|(?<!\d\.)\d+)(?:\.\d+(?![.]?\d))?|\d+)"
_SIGN = r"(?:(?<![0-9A-Za-z.,)%])[-+]\s?)?"
# Not from inside a row of digits: each would be tried to the end of the row.
_WHOLE = r"(?<![\d.,])"
_POWER = re.compile(
    rf"(?P<base>{_SIGN}{_WHOLE}{DECIMAL})(?:\s?[x×]\s?10)?\s?(?:\^|(?<=\d)e)(?P<exponent>[-+]*\d{{1,4}})(?![\w.])"
)
_MIXED = re.compile(
    rf"(?P<sign>{_SIGN})(?:(?P<whole>\d{{1,9}})\s+)?(?P<above>\d{{1,3}})\s?/\s?(?P<below>\d{{1,3}})"
    r"(?![\d/])(?!\s?/)"
)
_VULGAR = re.compile(r"(?<![\d.,])(\d{1,9})?([¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_SPACED = re.compile(
    rf"{_SIGN}(?<![\d.,])\d{{1,3}}(?:[ ]\d{{3}}|、\d{{3}})+(?:\.\d+)?(?![\d,.]|[ 、]\d)"
)
# Digits that may be one number or several: 10,00 and 12 500.  1,00,000 is a lakh.
_DOUBTFUL = re.compile(r"(?<![\d.,])(?:\d+(?:,\d+)+|\d{1,3}(?: \d{3})+(?![\d,.]))")
_SURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s$")
_DOTTED = re.compile(rf"{_SIGN}(?<![\w.])\.\d{{1,12}}(?![\d.])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One number at `text[start:end]` and what it is worth; None where it cannot be counted with."""

    start: int
    end: int
    value: float | None
    spelt: bool  # in words: "five", 三, 다섯


def plain_value(printed: str) -> float | None:
    """Return the value of "1,047" or "2.5"; None for more digits than any count has."""
    plain = printed.replace(",", "").replace(" ", "").replace("+", "").replace("、", "")
    if sum(char.isdigit() for char in plain) > MAX_DIGITS:
        return None
    return float(plain) if "." in plain else int(plain)


_PLAIN = {
    signed: re.compile(rf"(?:(?<![0-9A-Za-z.,)%])-{space})?{DECIMAL}")
    for signed, space in ((True, r"\s?"), (False, ""))
}


def find_plain(folded: str, *, bare: bool) -> Iterator[Numeral]:
    """Yield 1,047, 2.5 and -3; in a report a dash before a space or after a word is no minus."""
    for match in _PLAIN[bare].finditer(folded):
        printed = match.group().replace("- ", "-")
        yield Numeral(start=match.start(), end=match.end(), value=plain_value(printed), spelt=False)


def find_doubtful(folded: str) -> Iterator[Numeral]:
    """Yield 1,00,000 with its value, and digits that may be one number or several without one."""
    for match in _DOUBTFUL.finditer(folded):
        if " " in match.group() and _MONTH.search(
            folded, max(match.start() - 12, 0), match.start()
        ):
            continue  # "on May 12 200 people"
        sure = _SURE.fullmatch(match.group())
        value = plain_value(match.group()) if sure else None
        yield Numeral(start=match.start(), end=match.end(), value=value, spelt=False)


def find_powers(folded: str) -> Iterator[Numeral]:
    """Yield 1.1^23, 12e+14, 1.3x10^6."""
    for match in _POWER.finditer(folded):
        base, raised = plain_value(match["base"]), match["exponent"]
        exponent = int(raised.lstrip("+-")) * (-1) ** raised.count("-")
        ten = "^" not in match.group() or "10" in match.group()[len(match["base"]) :].split("^")[0]
        yield Numeral(
            start=match.start(),
            end=match.end(),
            value=None if base is None else power(base, exponent, of_ten=ten),
            spelt=False,
        )


def power(base: float, exponent: int, *, of_ten: bool) -> float | None:
    """Return a power, or a base times a power of ten; None when it is too great to hold."""
    if abs(exponent) > _MOST or (not base and exponent < 0):
        return None
    try:
        value = (
            float(base) * 10.0**exponent
            if of_ten
            else math.copysign(abs(float(base)) ** exponent, base)
        )
    except OverflowError:
        return None
    return value if math.isfinite(value) else None


def find_fractions(folded: str) -> Iterator[Numeral]:
    """Yield 3/4 and 1 4/5."""
    for match in _MIXED.finditer(folded):
        if not int(match["below"]) or folded[match.start() - 1 : match.start()] in {"/", "."}:
            continue
        value = int(match["whole"] or 0) + Fraction(int(match["above"]), int(match["below"]))
        sign = -1 if "-" in match["sign"] else 1
        yield Numeral(
            start=match.start(), end=match.end(), value=whole_if_it_is(sign * value), spelt=False
        )


def find_vulgar(folded: str) -> Iterator[Numeral]:
    """Yield ¾ and 1½."""
    for match in _VULGAR.finditer(folded):
        whole = int(match[1] or 0)
        value = whole + Fraction(unicodedata.numeric(match[2])).limit_denominator(10)
        yield Numeral(
            start=match.start(), end=match.end(), value=whole_if_it_is(value), spelt=False
        )


def find_spaced(folded: str) -> Iterator[Numeral]:
    """Yield 1 234 567 and .25: digits that a report would hardly print so."""
    for pattern in (_SPACED, _DOTTED):
        for match in pattern.finditer(folded):
            yield Numeral(
                start=match.start(),
                end=match.end(),
                value=plain_value(match.group()),
                spelt=False,
            )


def find_lettered(folded: str, suffixes: Mapping[str, int]) -> Iterator[Numeral]:
    """Yield 10k and 1.2 M."""
    letters = "".join(suffixes)
    pattern = rf"{_SIGN}{_WHOLE}(?:{DECIMAL}|\.\d+)[ ]?([{letters}])(?![\w^])"
    for match in re.finditer(pattern, folded):
        value = plain_value(match.group()[: match.start(1) - match.start()])
        if value is None:
            continue
        yield Numeral(
            start=match.start(),
            end=match.end(),
            value=whole_if_it_is(Fraction(str(value)) * suffixes[match[1]]),
            spelt=False,
        )


def whole_if_it_is(value: Fraction | float) -> float | None:
    """Return a whole number as one; None for what is too great to hold."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value == int(value):
        return int(value)
    return float(value)

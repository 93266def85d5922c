"""Numbers as Chinese, Japanese and Korean write them: 三万五千, 3만 3981, 二百点五, 사분의 삼.

A numeral is a row of words; the value of a row is that of its sections of units (十百千) under
larger and larger scales (万億兆), as a person adds it up aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tumen.reading.digit_numbers import MAX_DIGITS, Numeral, plain_value, whole_if_it_is
from tumen.reading.number_pack import EastWords

_TIMES = re.compile(r"\s?[x×]\s?")
_MOST = 40  # words of one number
_EXPONENT = 60  # more is no number of a text
_TOO_MANY = Fraction(10) ** (MAX_DIGITS + 1)
_SIGNS = ("마이너스", "마이나스", "영하", "분의", "점", "쩜")
_ARABIC, _DIGIT, _TENS, _UNIT, _SCALE, _NATIVE_TENS, _NATIVE_ONES = "AdtULnN"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    start: int
    end: int
    kind: str
    value: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A whole number: words in a row, and what they are worth."""

    start: int
    end: int
    value: Fraction
    spelt: bool
    units: bool  # holds a unit or scale, so that it can hardly be part of another word


def find_east(folded: str, words: EastWords, *, bare: bool) -> Iterator[Numeral]:
    """Yield the numbers of a text; with *bare* also fractions, decimals in words, dozens, halves."""
    rows = _rows(folded, words, bare)
    if bare:
        yield from _halves(folded, words)
    if not bare:
        for row in rows:
            yield _numeral(row.start, row.end, row.value, spelt=row.spelt)
        return
    index = 0
    while index < len(rows):
        taken, numeral = _composed(folded, rows, index, words)
        yield numeral
        index += taken


def whole_value(printed: str, words: EastWords) -> int | None:
    """Return the value of words that are one whole number, None of any others."""
    rows = _rows(printed, words, False)
    if len(rows) != 1 or rows[0].end - rows[0].start != len(printed):
        return None
    value = rows[0].value
    return int(value) if value == int(value) and value < _TOO_MANY else None


def _numeral(start: int, end: int, value: Fraction, *, spelt: bool) -> Numeral:
    return Numeral(start=start, end=end, value=whole_if_it_is(value), spelt=spelt)


def _halves(folded: str, words: EastWords) -> Iterator[Numeral]:
    for match in words.half.finditer(folded):
        dozen = words.dozen.match(folded, match.end())
        count = words.dozens[dozen.group().strip()] if dozen else 1
        end = dozen.end() if dozen else match.end()
        yield _numeral(match.start(), end, Fraction(count, 2), spelt=True)


# --- rows of words ------------------------------------------------------------------------------


def _rows(folded: str, words: EastWords, bare: bool) -> list[_Row]:
    found: list[_Row] = []
    row: list[_Word] = []
    for word in _words(folded, words):
        if row and not (
            len(row) < _MOST and _adjoins(folded, row[-1], word, words, bare) and _fits(row, word)
        ):
            found.append(_row(row, words))
            row = []
        if word.kind != "x":
            row.append(word)
    if row:
        found.append(_row(row, words))
    if not bare:
        return found
    pairs = zip([None, *found], found, strict=False)
    return [row for last, row in pairs if _stands(folded, row, last, words)]


def _stands(folded: str, row: _Row, last: _Row | None, words: EastWords) -> bool:
    """Tell whether a number in words can be one here, and is not part of an ordinary word."""
    if not row.spelt:
        return True
    first, after = folded[row.start], folded[row.end : row.end + 1]
    if _kana(first):
        return not after.isalpha() and row.end - row.start > 1
    if last is not None and any(
        mark.fullmatch(folded, last.end, row.start) for mark in (words.fraction, words.point)
    ):
        return True
    if row.end - row.start == 1 and row.value >= 10_000:  # 万, 億, 조 alone
        return False
    return row.end - row.start > 1 or words.alone.match(folded, row.end) is not None


def _words(folded: str, words: EastWords) -> Iterator[_Word]:
    """Yield the words that numerals are made of; an ordinary word in between is an `x`."""
    at, end, inside = 0, -1, False
    while match := words.pattern.search(folded, at):
        if inside and match.start() == end and match.group() not in words.never:
            match = words.plain.match(folded, end) or match  # 二十分の一 holds no 十分
        word = _word(match, words)
        inside = word.kind != "x" and _begins(folded, word, inside and word.start == end)
        at = end = match.end()
        yield word if inside or word.kind == "x" else replace(word, kind="x")


def _word(match: re.Match[str], words: EastWords) -> _Word:
    printed = match.group()
    kind, value = "x", Fraction(0)
    if printed in words.kinds and printed not in words.no_number:
        kind, number = words.kinds[printed]
        value = Fraction(number)
    elif printed not in words.no_number:
        kind, value = _ARABIC, _arabic(printed)
    return _Word(start=match.start(), end=match.end(), kind=kind, value=value)


def _arabic(printed: str) -> Fraction:
    """Return the value of digits; of too many, one that is too great to count with."""
    value = plain_value(printed)
    return _TOO_MANY if value is None else Fraction(str(value))


def _begins(folded: str, word: _Word, chained: bool) -> bool:
    """Tell whether a word stands where a number may begin: not inside a word of kana or Hangul."""
    if chained or not word.start:
        return True
    first, before = folded[word.start], folded[word.start - 1]
    if "ぁ" <= first <= "ん":
        return before.isspace() or not before.isalpha()
    if "가" <= first <= "힣" and "가" <= before <= "힣":
        return folded.endswith(_SIGNS, 0, word.start)
    return True


def _adjoins(folded: str, last: _Word, word: _Word, words: EastWords, bare: bool) -> bool:
    """Tell whether two words may belong to one number, as they are spaced."""
    between = folded[last.end : word.start]
    if not between:
        return _kana(folded[last.start]) == _kana(folded[word.start])
    if _kana(folded[word.start]):
        return False
    if between.strip(" ") or word.kind == "x":
        return False
    if last.kind == _SCALE and word.kind in {_ARABIC, _DIGIT, _UNIT}:  # 1만 2천, 3만 3981
        return words.spaced or bare
    return bare and (last.kind, word.kind) != (_ARABIC, _ARABIC)


def _kana(char: str) -> bool:
    return "ぁ" <= char <= "ん"


# What may follow what in a row.  A digit may follow a digit (二〇一六), a unit only something.
_NEXT = {
    _ARABIC: {_UNIT, _SCALE},
    _DIGIT: {_DIGIT, _UNIT, _SCALE, _TENS},
    _TENS: {_DIGIT, _SCALE},
    _UNIT: {_ARABIC, _DIGIT, _UNIT, _SCALE, _NATIVE_ONES, _TENS},
    _SCALE: {_ARABIC, _DIGIT, _UNIT, _SCALE, _TENS, _NATIVE_ONES},
    _NATIVE_TENS: {_NATIVE_ONES},
    _NATIVE_ONES: set(),
}


def _fits(row: Sequence[_Word], word: _Word) -> bool:
    """Tell whether a word can go on a row: 五十 does not go on with 千, 삼십일 not with 일."""
    last = row[-1]
    if last.kind == _DIGIT and not last.value and word.kind == _ARABIC:  # 1千零1
        return len(row) > 1
    if word.kind not in _NEXT[last.kind]:
        return False
    if word.kind == _UNIT and last.kind == _ARABIC:  # 5千, but 50千 is fifty and a thousand
        return last.value < 10 or (last.value < 100 and word.value < 1000) or last.value % 1 > 0
    if word.kind == _UNIT and last.kind == _UNIT:
        return word.value < last.value
    if word.kind == _DIGIT and last.kind == _DIGIT and last.value:
        return all(w.kind == _DIGIT for w in row)
    if word.kind == _ARABIC:  # 1천76, but 3만50000 is no number
        return word.value < last.value
    return True


def _row(row: Sequence[_Word], words: EastWords) -> _Row:
    while len(row) > 1 and row[-1].kind == _DIGIT and not row[-1].value and row[-2].kind != _DIGIT:
        row = row[:-1]  # 三百零: the zero begins something else
    return _Row(
        start=row[0].start,
        end=row[-1].end,
        value=_value(row, words.tail),
        spelt=row[0].kind != _ARABIC,
        units=any(word.kind in {_UNIT, _SCALE, _TENS, _NATIVE_TENS} for word in row),
    )


def _value(row: Sequence[_Word], tail: bool) -> Fraction:
    """Return what a row is worth."""
    if len(row) == _MOST:
        return _TOO_MANY
    total, section, scale = Fraction(0), Fraction(0), Fraction(0)
    digit: Fraction | None = None
    for place, word in enumerate(row):
        if word.kind in {_DIGIT, _ARABIC, _NATIVE_ONES}:
            digit = word.value if digit is None else digit * 10 + word.value
        elif word.kind in {_TENS, _NATIVE_TENS}:
            section += word.value
        elif word.kind == _UNIT:
            section += (digit or 1) * word.value
            digit = None
        else:
            section += (digit or 0) * (
                _tail(row[:place]) if tail and place > 1 and row[place - 2].kind == _UNIT else 1
            )
            digit = None
            if scale and word.value >= scale:  # 一万五千亿
                total = (total + section) * word.value
            else:
                total += (section or 1) * word.value
            section, scale = Fraction(0), word.value
    if digit is None:
        return total + section
    return total + section + digit * (_tail(row) if tail else 1)


def _tail(row: Sequence[_Word]) -> Fraction:
    """Return what the last digit of 四百五 (ten) or 九万四 (a thousand) counts."""
    if len(row) < 2 or row[-1].kind != _DIGIT or row[-2].kind not in {_UNIT, _SCALE}:
        return Fraction(1)
    return max(row[-2].value / 10, Fraction(1)) if row[-2].value > 10 else Fraction(1)


# --- composed numbers ---------------------------------------------------------------------------


def _composed(
    folded: str, rows: Sequence[_Row], index: int, words: EastWords
) -> tuple[int, Numeral]:
    """Return the longest number from a row on, and how many rows it takes."""
    first = rows[index]
    start = _sign(folded, first.start, words)
    minus = start < first.start
    taken, end, value = _fraction(folded, rows, index, words)
    if taken == 1:
        taken, end, value = _decimal(folded, rows, index, words)
        joined = words.mixed.match(folded, end)
        if joined and index + taken < len(rows):
            below = _sign(folded, rows[index + taken].start, words)
            more, last, part = _fraction(folded, rows, index + taken, words)
            if joined.end() == below and more > 1:
                taken, end, value = taken + more, last, value + part
    times = _TIMES.match(folded, end)
    if times and index + taken < len(rows) and rows[index + taken].start == times.end():
        ten = rows[index + taken]
        scaled = _power(folded, rows, index + taken + 1, words, ten.end)
        if ten.value == 10 and scaled is not None:
            value, end, taken = value * Fraction(10) ** scaled[0], scaled[1], taken + 2
    raised = _power(folded, rows, index + taken, words, end)
    if raised is not None and value:
        value, end, taken = value ** raised[0], raised[1], taken + 1
    dozen = words.dozen.match(folded, end)
    if dozen:
        value, end = value * words.dozens[dozen.group().strip()], dozen.end()
    return taken, _numeral(start, end, -value if minus else value, spelt=first.spelt)


def _power(
    folded: str, rows: Sequence[_Row], index: int, words: EastWords, end: int
) -> tuple[int, int] | None:
    """Return the exponent of の...乗 that follows *end*, and where it ends."""
    raised = words.power.match(folded, end)
    if not raised or index >= len(rows):
        return None
    exponent = rows[index]
    begin = _sign(folded, exponent.start, words)
    closing = words.power_end.match(folded, exponent.end)
    if raised.end() != begin or not closing or exponent.value > _EXPONENT:
        return None
    return int(exponent.value) * (-1 if begin < exponent.start else 1), closing.end()


def _sign(folded: str, start: int, words: EastWords) -> int:
    """Return where a number that starts there begins with its sign."""
    match = words.minus.search(folded, max(start - 6, 0), start)
    return match.start() if match else start


def _decimal(
    folded: str, rows: Sequence[_Row], index: int, words: EastWords
) -> tuple[int, int, Fraction]:
    """Read 二百点七一, 오점 오: the digits behind the point are read one by one."""
    row = rows[index]
    point = words.point.match(folded, row.end)
    if not point or index + 1 == len(rows) or rows[index + 1].start != point.end():
        return 1, row.end, row.value
    behind = rows[index + 1]
    printed = [word.value for word in _words(folded[behind.start : behind.end], words)]
    if behind.units:
        digits = str(int(behind.value))
    elif len(printed) == 1:
        digits = folded[behind.start : behind.end] if not behind.spelt else str(int(printed[0]))
    else:
        digits = "".join(str(int(value)) for value in printed)
    if not digits.isdecimal() or len(digits) > MAX_DIGITS:
        return 1, row.end, row.value
    return 2, behind.end, row.value + Fraction(int(digits), 10 ** len(digits))


def _fraction(
    folded: str, rows: Sequence[_Row], index: int, words: EastWords
) -> tuple[int, int, Fraction]:
    """Read 五分之一, 4分の3, 사분의 일: below first, then above."""
    below = rows[index]
    mark = words.fraction.match(folded, below.end)
    if not mark or index + 1 == len(rows) or not below.value:
        return 1, below.end, below.value
    begin = _sign(folded, rows[index + 1].start, words)
    if mark.end() != begin:
        return 1, below.end, below.value
    taken, end, above = _decimal(folded, rows, index + 1, words)
    sign = -1 if begin < rows[index + 1].start else 1
    return 1 + taken, end, sign * above / below.value

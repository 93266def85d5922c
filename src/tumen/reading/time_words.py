"""Cut out the words that times are made of: months, units, numbers, "last", 지난, 先, 上.

Everything else is a gap; a gap of more than spaces is a token of its own, so that no time reaches
across it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from tumen.reading.digit_numbers import MAX_DIGITS
from tumen.reading.east_numbers import whole_value
from tumen.reading.number_pack import EastWords
from tumen.reading.numerals import ordinal_value, year_value

GAP = "gap"
SURE = "sure"
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:st|nd|rd|th)?(?![a-z\d])|\d+")
_YEARS = range(1000, 3000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word of time at `text[start:end]`, what it may be, and what it is worth as that."""

    start: int
    end: int
    values: Mapping[str, int]

    @property
    def classes(self) -> frozenset[str]:
        """Return what the word may be."""
        return frozenset(self.values)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeWords:
    """The words of one language's times, and how its numbers are spelt."""

    by_text: Mapping[str, Mapping[str, int]]
    guards: Mapping[str, re.Pattern[str]]  # word or class -> what must not follow
    spaced: bool  # words begin after a space or after another word of time
    spelt: re.Pattern[str] | None
    east: EastWords | None  # numbers in characters
    numerals: Mapping[str, int]  # spelt numbers and ordinals of languages with letters
    ordinals: frozenset[str]
    words: tuple[str, ...] = field(init=False)
    automaton: AhoCorasick = field(init=False)

    def __post_init__(self) -> None:
        """Build the automaton."""
        words = tuple(self.by_text)
        object.__setattr__(self, "words", words)
        object.__setattr__(
            self, "automaton", AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
        )

    def cut(self, folded: str) -> list[Token]:
        """Return the tokens of a text in order, gaps between them included."""
        tokens: list[Token] = []
        end = 0
        for token in _leftmost_longest([*self._numbers(folded), *self._literal(folded)]):
            chained = token.start == end and bool(tokens) and GAP not in tokens[-1].values
            if not self._begins_well(folded, token, chained):
                continue
            if token.start > end:
                _add_gap(tokens, folded, end, token.start)
            tokens.append(token)
            end = token.end
        return tokens

    def _literal(self, folded: str) -> Iterator[Token]:
        for index, start, end in self.automaton.find_matches_as_indexes(folded):
            if end < len(folded) and _latin(folded[end - 1]) and _latin(folded[end]):
                continue
            word = self.words[index]
            if self._guarded(word, folded, end):
                continue
            values = {
                name: value
                for name, value in self.by_text[word].items()
                if not self._guarded(name, folded, end)
            }
            yield Token(start=start, end=end, values=values or {GAP: 0})

    def _guarded(self, name: str, folded: str, end: int) -> bool:
        """Tell whether what follows a word shows that it is not this word, or not of this class."""
        return name in self.guards and self.guards[name].match(folded, end) is not None

    def _begins_well(self, folded: str, token: Token, chained: bool) -> bool:
        """Tell whether a word begins where words begin."""
        if chained or not token.start:
            return True
        before, first = folded[token.start - 1], folded[token.start]
        if _latin(first) and _latin(before):
            return False
        return not (self.spaced and _hangul(first) and _hangul(before))

    def _numbers(self, folded: str) -> Iterator[Token]:
        for match in _DIGITS.finditer(folded):
            yield Token(start=match.start(), end=match.end(), values=_of_digits(match.group()))
        if self.spelt is None:
            return
        for match in self.spelt.finditer(folded):
            values = self._of_words(match.group())
            if values:
                yield Token(start=match.start(), end=match.end(), values=values)

    def _of_words(self, printed: str) -> Mapping[str, int]:
        if not self.numerals:
            value = whole_value(printed, self.east) if self.east else None
            if value is None:
                return {}
            length = 4 if len(printed) == 4 and value in _YEARS else 0
            if len(printed) in {2, 3} and value == _positional(printed):
                length = len(printed)  # 零八年, 三六七年
            return number_values(value, length=length, spelt=True)
        ordinal = re.split(r"[\s-]", printed)[-1] in self.ordinals
        value = ordinal_value(printed, self.numerals)
        year = year_value(printed, self.numerals)
        values = dict(number_values(value, length=0, spelt=True, ordinal=ordinal)) if value else {}
        if year and not ordinal:
            values["said_year"] = year
        return values


def number_values(
    value: int, *, length: int, spelt: bool = False, ordinal: bool = False
) -> Mapping[str, int]:
    """Return what a number may be in a time; *length* is how many digits it is printed with."""
    values: dict[str, int] = {}
    if ordinal:
        values["ord"] = value
    elif value < 1000 and (length != 2 or value > 9):
        values["num"] = value
    if 1 <= value <= 31 and length <= 2:
        values["day"] = value
        if not spelt:
            values["digit_day"] = value
    if 1 <= value <= 12 and length <= 2 and not ordinal:
        values["month_number"] = value
    if not ordinal and value in _YEARS:
        if length == 4:
            values["year"] = value
        elif spelt and not length:
            values["said_year"] = value
    if not ordinal and length in {2, 3}:
        values["short_year" if length == 2 else "old_year"] = value
    return values or {GAP: 0}


def _of_digits(printed: str) -> Mapping[str, int]:
    plain = printed.rstrip("sthndr")
    if "," in plain or len(plain) > min(MAX_DIGITS, 4):
        return {GAP: 0}
    return number_values(int(plain), length=len(plain), ordinal=plain != printed)


def _positional(printed: str) -> int:
    """Return the value of Han digits read one by one, -1 if there are others."""
    digits = [("〇一二三四五六七八九".find(char) if char != "零" else 0) for char in printed]
    return -1 if -1 in digits else int("".join(map(str, digits)))


def _leftmost_longest(tokens: Iterable[Token]) -> Iterator[Token]:
    end = 0
    for token in sorted(tokens, key=lambda token: (token.start, -token.end)):
        if token.start >= end:
            yield token
            end = token.end


def _add_gap(tokens: list[Token], folded: str, start: int, end: int) -> None:
    between = folded[start:end]
    if "\n" in between or not between.isspace():
        tokens.append(Token(start=start, end=end, values={GAP: 0}))


def _latin(char: str) -> bool:
    return char.isalpha() and char < "\u0250"


def _hangul(char: str) -> bool:
    return "가" <= char <= "힣"

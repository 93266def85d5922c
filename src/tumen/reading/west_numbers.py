"""Numbers in English words: twenty-nine, 4 thousand 3 hundred, two and a half million, two thirds.

Words are read left to right as a person says them: groups below a thousand, each with its scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tumen.reading.digit_numbers import DECIMAL, Numeral, plain_value, whole_if_it_is
from tumen.reading.number_pack import WestWords

_WORD = re.compile(rf"{DECIMAL}|[a-z]+")
_HALF = "half"
_MOST = 24  # words of one number; a longer row is a list


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    start: int
    end: int
    text: str
    hyphen: bool  # a hyphen joins it to the word before


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What was read up to a word: its value, and the scale it ended with."""

    next: int
    value: Fraction
    scale: int = 1
    spelt: bool = True


def find_west(folded: str, words: WestWords, *, bare: bool) -> Iterator[Numeral]:
    """Yield the numbers in words; with *bare* also fractions, decimals in words and signs."""
    for run in _runs(folded, words, bare):
        index = 0
        while index < len(run):
            found = _number(run, index, words, bare)
            if found is None:
                index += 1
                continue
            first, last = run[index], run[found.next - 1]
            if bare or found.spelt:
                yield Numeral(
                    start=first.start,
                    end=last.end,
                    value=whole_if_it_is(found.value),
                    spelt=not first.text[0].isdigit(),
                )
            index = found.next


def _runs(folded: str, words: WestWords, bare: bool) -> Iterator[list[_Word]]:
    """Yield the rows of words that a number may be made of, with little words between."""
    little = {"and", _HALF, *words.article}
    if bare:
        little |= {*words.minus, *words.point, "over", "out", "of"}
    run: list[_Word] = []
    for match in _WORD.finditer(folded):
        text = match.group()
        known = text[0].isdigit() or text in little or _known(text, words, bare)
        gap = folded[run[-1].end : match.start()] if run else ""
        if run and (not known or len(run) == _MOST or not _near(gap, run[-1].text, text)):
            yield run
            run = []
        if known and (run or not match.start() or not folded[match.start() - 1].isalnum()):
            run.append(
                _Word(
                    start=match.start(), end=match.end(), text=text, hyphen="-" in gap and bool(run)
                )
            )
    if run:
        yield run


def _near(gap: str, last: str, text: str) -> bool:
    """Tell whether two words may be of one number: 2mil, fifty   two, twenty-nine."""
    if not gap:
        return last[0].isdigit() and text.isalpha()
    return gap.isspace() or gap.strip(" ") == "-"


def _known(text: str, words: WestWords, bare: bool) -> bool:
    if text in words.small or text in words.tens or text in words.hundred or text in words.dozen:
        return text in words.dozen or text != "hundreds" or bare
    if text in words.scales:
        return bare or text in words.plain_scales
    return bare and _ordinal(text, words) > 0


def _ordinal(text: str, words: WestWords) -> int:
    """Return what a denominator counts: fifth and fifths 5, 0 for any other word."""
    return words.ordinals.get(text) or words.ordinals.get(text.removesuffix("s"), 0)


# --- a number from a word on --------------------------------------------------------------------


def _number(run: Sequence[_Word], at: int, words: WestWords, bare: bool) -> _Read | None:
    sign, begin = 1, at
    if bare and run[at].text in words.minus:
        sign, begin = -1, at + 1
    read = _composed(run, begin, words) if bare else _counted(run, begin, words)
    if read is None:
        return None
    return _Read(next=read.next, value=sign * read.value, spelt=read.spelt)


def _counted(run: Sequence[_Word], at: int, words: WestWords) -> _Read | None:
    """Read a whole number; a half only of a scale, "half a million", "two and a half million"."""
    ends = range(at, min(at + _MOST, len(run)))
    if any(run[end].text == _HALF for end in ends):
        half = _composed(run, at, words)
        if half is not None and half.value.denominator == 1 and half.value > 1:
            return half
    return _cardinal(run, at, words)


def _composed(run: Sequence[_Word], at: int, words: WestWords) -> _Read | None:
    """Read the longest of: a fraction, a number with a fraction behind, a number."""
    part = _part(run, at, words)
    if part is not None:
        return _scaled(run, part, words)
    whole = _decimal(run, at, words)
    if whole is None:
        return None
    best = _with_fraction(run, at, whole, words)
    if best.next < len(run) and best.value and whole.next == best.next:
        best = _divided(run, best, words)
    return best


def _part(run: Sequence[_Word], at: int, words: WestWords) -> _Read | None:
    """Read "two thirds", "a half", "quarter", "one hundred thirty fifths"."""
    if at < len(run) and run[at].text in {"half", "quarter"}:
        return _Read(next=at + 1, value=Fraction(1, _ordinal(run[at].text, words)))
    ways: list[tuple[Fraction, int]] = []
    read = _cardinal(run, at, words, joined=False)
    if read is not None:
        ways = [(read.value, read.next), *_shorter(run, at, read, words)]
        if _thirty_fifths(run, read.next, words) and len(ways) > 1:
            ways.insert(0, ways.pop(1))
    if at < len(run) and run[at].text in words.article:
        ways.append((Fraction(1), at + 1))
    for value, after in ways:
        below = _below(run, after, words)
        if below is not None and below.value > 1:
            return _Read(next=below.next, value=value / below.value)
    return None


def _thirty_fifths(run: Sequence[_Word], at: int, words: WestWords) -> bool:
    """Tell whether a denominator begins a word before: "one hundred | thirty fifths"."""
    last = run[at - 1]
    return (
        at < len(run)
        and last.text in words.tens
        and not last.hyphen
        and 1 < _ordinal(run[at].text, words) < 10
    )


def _shorter(
    run: Sequence[_Word], at: int, read: _Read, words: WestWords
) -> Iterator[tuple[Fraction, int]]:
    """Yield the number without its last words: they may be those of the denominator."""
    for end in range(read.next - 1, at, -1):
        if run[end].hyphen:
            continue
        less = _cardinal(run[:end], at, words, joined=False)
        if less is not None and less.next == end:
            yield less.value, end


def _below(run: Sequence[_Word], at: int, words: WestWords) -> _Read | None:
    """Read a denominator: "fifths", "twenty-firsts", "hundred fifth"."""
    if at >= len(run):
        return None
    simple = _ordinal(run[at].text, words)
    if simple:
        return _Read(next=at + 1, value=Fraction(simple))
    for end in range(min(at + 4, len(run) - 1), at, -1):
        last = _ordinal(run[end].text, words)
        front = _cardinal(run[:end], at, words, joined=False)
        if last and front is not None and front.next == end and _goes_on(front.value, last):
            scaled = last in {100, 1000, 10**6, 10**9, 10**12}
            return _Read(next=end + 1, value=front.value * last if scaled else front.value + last)
    return None


def _goes_on(front: Fraction, last: int) -> bool:
    return front % 100 == 0 or (front % 10 == 0 and last < 10) or last >= 100


def _with_fraction(run: Sequence[_Word], at: int, whole: _Read, words: WestWords) -> _Read:
    """Read "one and a half", "three million and a half", "twenty and three fifths"."""
    ends = [
        index for index in range(at + 1, min(whole.next + 1, len(run))) if run[index].text == "and"
    ]
    for index in ends:
        front = _cardinal(run[:index], at, words)
        part = _part(run, index + 1, words)
        if front is None or front.next != index or part is None or part.next < whole.next:
            continue
        scaled = _scaled(run, part, words)
        if scaled.next > part.next and front.scale > 1:  # one billion and a half million
            return _Read(next=scaled.next, value=front.value + scaled.value)
        if scaled.next > part.next:  # two and a half million
            times = scaled.value / part.value
            return _Read(next=scaled.next, value=(front.value + part.value) * times)
        big = front.scale if front.scale >= 10**6 else 1
        return _scaled(run, _Read(next=part.next, value=front.value + part.value * big), words)
    return whole


def _scaled(run: Sequence[_Word], read: _Read, words: WestWords) -> _Read:
    """Read the scale behind a fraction: "half million", "half a dozen", "and a half million"."""
    at = read.next
    if at < len(run) and run[at].text in words.article and run[at - 1].text == _HALF:
        at += 1
    if at < len(run) and (scale := _scale(run[at].text, words)):
        return _Read(next=at + 1, value=read.value * scale)
    return read


def _scale(text: str, words: WestWords) -> int:
    """Return what a word multiplies by, 0 for any other word."""
    return words.scales.get(text, 0) or (12 if text in words.dozen else 0)


def _divided(run: Sequence[_Word], read: _Read, words: WestWords) -> _Read:
    """Read "one over three", "two out of five hundred"; "12 out of 10" are two numbers."""
    texts = [word.text for word in run[read.next : read.next + 2]]
    if texts[:1] == ["over"]:
        below = _cardinal(run, read.next + 1, words)
    elif texts == ["out", "of"] and read.spelt:
        below = _cardinal(run, read.next + 2, words)
    else:
        return read
    if below is None or not below.value:
        return read
    return _Read(next=below.next, value=read.value / below.value)


def _decimal(run: Sequence[_Word], at: int, words: WestWords) -> _Read | None:
    """Read "nine point nought four", "two hundred point seventy-one", "point 77"."""
    if at < len(run) and run[at].text in words.point:
        whole: _Read | None = _Read(next=at, value=Fraction(0))
    else:
        whole = _cardinal(run, at, words)
    if whole is None or whole.next >= len(run) or run[whole.next].text not in words.point:
        return whole
    digits, index = "", whole.next + 1
    while index < len(run) and len(digits) < 12:
        read = _group(run, index, words)
        if read is None or read.value != int(read.value):
            break
        digits, index = digits + str(int(read.value)), read.next
    if not digits:
        return whole if whole.next > at else None
    return _Read(next=index, value=whole.value + Fraction(int(digits), 10 ** len(digits)))


# --- whole numbers ------------------------------------------------------------------------------


def _cardinal(
    run: Sequence[_Word], at: int, words: WestWords, *, joined: bool = True
) -> _Read | None:
    """Read groups with falling scales: "21 million two hundred and five"."""
    total, last, index = Fraction(0), 10**30, at
    spelt, scale = False, 1
    while index < len(run):
        begin = index
        if index > at and run[index].text == "and":
            if not joined:
                break
            begin += 1
        group = _group(run, begin, words, joined=joined)
        start = group.next if group else begin
        value, after, size = _scales(run, start, words)
        if (group is None and size == 1) or size >= last:
            break
        if group is not None and group.value >= last:
            break
        if begin > index and group is None:
            break
        total += (group.value if group else 1) * value
        spelt = spelt or size > 1 or (group is not None and group.spelt)
        last, index, scale = size, after, size
        if size == 1:
            break
    if index == at:
        return None
    return _Read(next=index, value=total, scale=scale, spelt=spelt)


def _scales(run: Sequence[_Word], at: int, words: WestWords) -> tuple[Fraction, int, int]:
    """Return the scales that follow, multiplied ("lakh crore"), and how large they are."""
    value, index = 1, at
    while index < len(run) and index < at + 3:
        size = words.scales.get(run[index].text, 0)
        if not size or run[index].text in words.article:
            break
        value, index = value * size, index + 1
    return Fraction(value), index, value


def _group(run: Sequence[_Word], at: int, words: WestWords, *, joined: bool = True) -> _Read | None:
    """Read a number below a thousand, digits included: "a hundred and five", "15 hundred"."""
    index = at
    if index < len(run) and run[index].text in words.article:
        index += 1
        if index >= len(run) or not (
            run[index].text in words.hundred
            or run[index].text in words.dozen
            or run[index].text in words.scales
        ):
            return None
    read = _tens(run, index, words)
    if read is None and index == at and not _opens(run, index, words):
        return None
    value = read.value if read else Fraction(1)
    spelt = read.spelt if read else True
    index = read.next if read else index
    if index < len(run) and run[index].text in words.dozen and (read or index > at or value > 1):
        return _Read(next=index + 1, value=value * 12)
    if index >= len(run) or run[index].text not in words.hundred:
        if read is None:
            return _Read(next=index, value=Fraction(1)) if index > at else None
        return _Read(next=index, value=value, spelt=spelt)
    value, index = value * 100, index + 1
    if index < len(run) and run[index].text in words.scales:
        return _Read(next=index, value=value)
    begin = index + 1 if joined and index < len(run) and run[index].text == "and" else index
    rest = _tens(run, begin, words)
    if rest is not None and rest.value < 100 and not _opens(run, rest.next, words):
        return _Read(next=rest.next, value=value + rest.value)
    return _Read(next=index, value=value)


def _opens(run: Sequence[_Word], at: int, words: WestWords) -> bool:
    return at < len(run) and (run[at].text in words.hundred or run[at].text in words.dozen)


def _tens(run: Sequence[_Word], at: int, words: WestWords) -> _Read | None:
    """Read digits, or a number below a hundred in words."""
    if at >= len(run):
        return None
    text = run[at].text
    if text[0].isdigit():
        value = plain_value(text)
        return (
            None if value is None else _Read(next=at + 1, value=Fraction(str(value)), spelt=False)
        )
    if text in words.small:
        return _Read(next=at + 1, value=Fraction(words.small[text]))
    if text not in words.tens:
        return None
    value = words.tens[text]
    after = at + 1
    if after < len(run) and 1 <= words.small.get(run[after].text, 0) <= 9:
        return _Read(next=after + 1, value=Fraction(value + words.small[run[after].text]))
    return _Read(next=after, value=Fraction(value))

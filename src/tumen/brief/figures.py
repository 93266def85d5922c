"""Numbers of people in words: "about 20", "more than 1,000", "200~299명"."""

from __future__ import annotations

import re

from tumen.brief.words import Words
from tumen.records import Figure

_DIGITS = re.compile(r"\d[\d,]*")


def figure_words(words: Words, figure: Figure, *, counter: str = "number.counter") -> str:
    """Return a figure in words, no wider and no narrower than its interval.

    "more than 1,000" keeps the number that was printed; its lowest value is 1,001.  Words that mean
    an interval without naming both its ends, such as "dozens" or "20여 명", stand before it.
    """
    unit = words.say(counter)
    low, high = figure.low, figure.high
    if low is not None and high is not None and low == high:
        return words.say("number.about" if figure.approximate else "number.exact", n=low, c=unit)
    if high is None and low is not None and low - 1 in _printed(figure):
        return words.say("number.more_than", n=low - 1, c=unit)
    if low is None and high is not None and high + 1 in _printed(figure):
        return words.say("number.fewer_than", n=high + 1, c=unit)
    interval = interval_words(words, low, high, counter=counter)
    if not printed_counts(figure):
        return interval
    printed = words.quote(" ".join(figure.printed.split()))
    return words.say("number.printed", printed=printed, interval=interval)


def printed_counts(figure: Figure) -> bool:
    """Tell whether the printed words stand beside the interval that they mean."""
    low, high = figure.low, figure.high
    if low is None or high is None or low == high or not figure.printed.strip():
        return False
    return not {low, high} <= _printed(figure)


def interval_words(
    words: Words, low: int | None, high: int | None, *, counter: str = "number.counter"
) -> str:
    """Return the least and the most in words; `None` is an open end and stays one."""
    unit = words.say(counter)
    if low is None and high is None:
        return words.say("number.no_limit")
    if high is None:
        return words.say("number.at_least", n=low or 0, c=unit)
    if low is None:
        return words.say("number.at_most", n=high, c=unit)
    if low == high:
        return words.say("number.exact", n=low, c=unit)
    return words.say("number.range", low=low, high=high, c=unit)


def cell_words(words: Words, number: int | None) -> str:
    """Return one end of a bound for a cell of a table."""
    return words.say("number.none") if number is None else f"{number:,}"


def _printed(figure: Figure) -> frozenset[int]:
    return frozenset(int(number.replace(",", "")) for number in _DIGITS.findall(figure.printed))

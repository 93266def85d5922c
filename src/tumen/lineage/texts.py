"""How much two texts share, by runs of characters.

Characters and not words: a tokeniser made for spaces finds no words in Chinese or Japanese, and
with particles attached Korean copies share few.  Runs of three in Korean, Japanese and Chinese; of
five in the Latin alphabet, where any two texts on one matter share a third of their runs of three.
Broder 1997 (resemblance, and its estimate from smallest hashes); Li, Owen and Zhang 2012 (one
smallest hash in each bin, so that each run is hashed once).
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import lru_cache
from operator import eq, or_
from zlib import crc32

RUN = 3
LATIN_RUN = 5

# Sharing is estimated from so many hashes of a text: the standard error at a resemblance of 0.15
# is 2 %.
BINS = 256

# Shorter reports are a sentence or two, which anyone may write.
SHORTEST = 100

# Enough of a report to know a copy by, and a bound on the work.
LONGEST = 20_000


# All that `str.isalnum` says no to: much faster than asking it for every sign.
_NO_LETTERS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Return the letters and digits of *text*, folded: spacing and quotation marks change first."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=8192)
def runs(text: str) -> frozenset[str]:
    """Return the runs of characters of a passage; a shorter one is a run itself."""
    folded = plain(text)
    length = run_length(folded)
    if len(folded) <= length:
        return frozenset({folded} if folded else ())
    return frozenset(folded[i : i + length] for i in range(len(folded) - length + 1))


def run_length(folded: str) -> int:
    """Return how long a run tells as much in a text's script as in any other."""
    latin = len(folded) * 3 - len(folded.encode("utf-8", "surrogatepass"))
    return LATIN_RUN if latin > len(folded) else RUN


def resemblance(one: str, other: str) -> float:
    """Return the share of runs that two passages have in common, 0 to 1 (Jaccard)."""
    first, second = runs(one), runs(other)
    shared = len(first & second)
    return shared / (len(first) + len(second) - shared) if shared else 0.0


@lru_cache(maxsize=32_768)
def sample(text: str) -> array[int]:
    """Return, of a long text's runs, the smallest hash in each of `BINS`; 0 where a bin is empty.

    CRC-32 and not `hash`, which differs from one start of the program to the next.
    """
    folded = plain(text[:LONGEST])
    width = 4 * run_length(folded)
    data = folded.encode("utf-32-le", "surrogatepass")
    hashes = {crc32(data[i : i + width]) for i in range(0, len(data) - width + 1, 4)}
    smallest = {number % BINS: number for number in sorted(hashes, reverse=True)}
    return array("L", [smallest.get(place, 0) for place in range(BINS)])


@lru_cache(maxsize=65_536)
def report_resemblance(one: str, other: str) -> float:
    """Return about what share of runs two reports have in common, 0 to 1; 0 for very short ones."""
    if min(len(one), len(other)) < SHORTEST:
        return 0.0
    first, second = sample(one), sample(other)
    alike = sum(map(eq, first, second))
    empty = 0
    if 0 in first and 0 in second:  # both texts are short
        empty = list(map(or_, first, second)).count(0)
    return (alike - empty) / (BINS - empty) if alike > empty else 0.0

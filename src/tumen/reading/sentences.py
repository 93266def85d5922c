"""Cut a text into sentences and sentences into clauses, by position only."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tumen.reading.pack import Pack

# No sentence of a report is longer; what is has no full stops and is a list or no prose at all.
LONGEST = 1200
_ASIDE = 120  # characters of the longest aside
_OPENING = 12  # characters around a clause border in which an aside opens: ", which "
_STOP = re.compile(r"[.!?。！？]+[\"')\]」』”’)]*|\n+")
_INITIAL = re.compile(r"(?:^|[^a-z])[a-z]$")
_LAST_WORD = re.compile(r"[^\s(\[\"']+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence `text[start:end]`, its paragraph, and where its clauses begin.

    An aside stands between a subject and its verb: "five, among them a girl, were arrested".
    """

    start: int
    end: int
    paragraph: int
    clauses: tuple[int, ...]  # start of every clause, the first is the sentence's own
    asides: tuple[tuple[int, int], ...] = ()

    def clause_of(self, position: int) -> int:
        """Return the number of the clause that *position* is in."""
        return bisect_right(self.clauses, position) - 1

    def apart(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters and the clause borders of `start..end`, but for whole asides."""
        length, borders = max(end - start, 0), abs(self.clause_of(end) - self.clause_of(start))
        for first, last in self.asides:
            if start < first and last <= end:
                length -= last - first
                borders -= self.clause_of(last) - self.clause_of(first) + 1
        return length, borders

    def clause_span(self, number: int) -> tuple[int, int]:
        """Return where clause *number* starts and ends."""
        last = number + 1 == len(self.clauses)
        return self.clauses[number], self.end if last else self.clauses[number + 1]


def split(folded: str, text: str, pack: Pack) -> tuple[Sentence, ...]:
    """Return the sentences of a text, without the blank space between them."""
    sentences: list[Sentence] = []
    start, paragraph = 0, 0
    for stop in _STOP.finditer(folded):
        if not _ends(folded, text, stop, pack):
            continue
        _add(sentences, folded, (start, stop.end()), paragraph, pack)
        start = stop.end()
        paragraph += "\n" in stop.group()
    _add(sentences, folded, (start, len(folded)), paragraph, pack)
    return tuple(sentences)


def _add(
    sentences: list[Sentence], folded: str, span: tuple[int, int], paragraph: int, pack: Pack
) -> None:
    """Add the sentence at *span*; one without an end is cut, so that cost stays linear."""
    start, end = span
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = folded.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut + 1
        sentences.append(_sentence(folded, start, cut, paragraph, pack))
        start = cut
    if start < end:
        sentences.append(_sentence(folded, start, end, paragraph, pack))


def _sentence(folded: str, start: int, end: int, paragraph: int, pack: Pack) -> Sentence:
    breaks = [match.end() for match in pack.clause_break.finditer(folded, start, end)]
    clauses = tuple(dict.fromkeys([start, *(b for b in breaks if b < end)]))
    return Sentence(
        start=start,
        end=end,
        paragraph=paragraph,
        clauses=clauses,
        asides=tuple(_asides(folded, clauses, pack)),
    )


def _asides(folded: str, clauses: tuple[int, ...], pack: Pack) -> Iterator[tuple[int, int]]:
    """Yield where asides begin and where their sentences go on with a verb."""
    opened: int | None = None
    for start in clauses[1:]:
        if opened is None and pack.aside.search(folded, start - _OPENING, start + _OPENING):
            opened = start
        elif opened is not None and pack.resumes.match(folded, start):
            if start - opened <= _ASIDE and ";" not in folded[opened:start]:
                yield opened, start
            opened = None


def _ends(folded: str, text: str, stop: re.Match[str], pack: Pack) -> bool:
    """Tell whether a sentence ends at *stop*."""
    mark = stop.group()
    if mark[0] == "\n":
        return len(mark) > 1 or not _hard_wrapped(folded, stop)
    if mark[0] in "。！？":
        return True
    after = folded[stop.end() : stop.end() + 1]
    if after and not after.isspace() and after not in "「『(\"'":
        return False
    if mark[0] != ".":
        return True
    word = _LAST_WORD.search(folded, max(stop.start() - 24, 0), stop.start())
    if word and (word.group() in pack.abbreviations or _INITIAL.search(word.group())):
        return False
    follows = text[stop.end() :].lstrip()[:1]
    return not follows.islower()


def _hard_wrapped(folded: str, stop: re.Match[str]) -> bool:
    """Tell whether a single line break stands inside a sentence: a text wrapped by hand."""
    before, after = folded[stop.start() - 1 : stop.start()], folded[stop.end() : stop.end() + 1]
    return bool(before) and before not in '.!?。！？:"' and after.isascii() and after.isalpha()

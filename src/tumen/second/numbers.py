"""Check a figure against the words it was read from: a model may not count for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.records import Figure, Passage, Span
from tumen.second.items import SaidFigure
from tumen.second.unfit import Unfit


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedNumber:
    """A number of the text, as the grammar of numbers reads it; `None` is an open end."""

    span: Span  # the bare number, without "about"
    low: float | None
    high: float | None
    value: float | None = None  # the bare number; None for a range or a vague word
    approximate: bool = False
    wording: str = ""

    @property
    def ends(self) -> frozenset[float]:
        """Return every count that the words can give: "more than 20" gives 20 and 21."""
        printed = {n for n in (self.low, self.high, self.value) if n is not None}
        return frozenset(printed)


def figure_in(said: SaidFigure, words: Passage, numbers: Sequence[PrintedNumber]) -> Figure:
    """Return the figure that a model reads from *words*, or raise Unfit.

    A whole number must stand there (the "20" of "200" is none), and each end the model gives must
    be one that the number's own words can give.
    """
    touched = [n for n in numbers if n.span.overlaps(words.span)]
    if any(not words.span.contains(n.span) for n in touched):
        raise Unfit("figure_cut", said.words)
    if not touched:
        raise Unfit("figure_not_in_words", said.words)
    ends = frozenset[float]().union(*(n.ends for n in touched))
    for end in (said.low, said.high):
        if end is not None and end not in ends:
            raise Unfit("figure_not_in_words", f"{end} ← {said.words}")
    if said.low is None and said.high is None:
        raise Unfit("figure_without_ends", said.words)
    if said.low is not None and said.high is not None and said.high < said.low:
        raise Unfit("figure_backwards", f"{said.low}–{said.high}")
    return Figure(
        low=said.low,
        high=said.high,
        approximate=any(n.approximate for n in touched),
        wording=touched[0].wording,
        printed=words.exact,
    )

"""What outcomes come to: the measures that floors are set for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gate.match import Outcome, Right

# In the order of the table; all of them are shares, and more is better.
MEASURES = (
    "precision",
    "recall",
    "f1",
    "place",
    "period",
    "modality",
    "chain",
    "clean",
    "read",
)
LANGUAGES = ("en", "ko", "ja", "zh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The measures of a set of cases; each from 0 to 1.

    `precision`, `recall` and `f1` are of figure and kind together; `place`, `period`, `modality`
    and `chain` shares of the claims whose figure and kind are right and where the case asks;
    `clean` the share of cases without people claims in which none was made up, `made_up` how many
    were; `read` the share of numbers that were understood.
    """

    cases: int
    precision: float
    recall: float
    f1: float
    place: float
    period: float
    modality: float
    chain: float
    clean: float
    read: float
    made_up: int

    def value(self, measure: str) -> float:
        """Return one measure by its name."""
        return float(getattr(self, measure))


def measure(outcomes: Sequence[Outcome]) -> Measured:
    """Return what these outcomes come to; a share of nothing is 1."""
    rights = [r for o in outcomes for e, _, r in o.matched if not e.optional]
    hits = len(rights)
    precision = share(hits, hits + sum(len(o.invented) for o in outcomes))
    recall = share(hits, hits + sum(len(o.missed) for o in outcomes))
    bare = [o for o in outcomes if not o.case.claims]
    unread = sum(len(o.unread) for o in outcomes)
    return Measured(
        cases=len(outcomes),
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        place=share_of_true(r.place for r in rights),
        period=share_of_true(r.period for r in rights),
        modality=share_of_true(r.modality for r in rights),
        chain=share_of_true(r.chain for r in rights),
        clean=share(sum(not o.invented for o in bare), len(bare)),
        read=1 - (unread / max(1, sum(o.numbers for o in outcomes))),
        made_up=sum(len(o.invented) for o in bare),
    )


def by_language(outcomes: Iterable[Outcome]) -> dict[str, Measured]:
    """Return the measures of each language that has cases."""
    groups: dict[str, list[Outcome]] = {language: [] for language in LANGUAGES}
    for outcome in outcomes:
        groups[outcome.case.group].append(outcome)
    return {language: measure(group) for language, group in groups.items() if group}


def share(part: int, whole: int) -> float:
    """Return part of whole, 1 of nothing."""
    return part / whole if whole else 1.0


def share_of_true(answers: Iterable[bool | None]) -> float:
    """Return the share of true answers among those that were asked for."""
    asked = [a for a in answers if a is not None]
    return share(sum(asked), len(asked))


def all_right(right: Right) -> bool:
    """Tell whether no field is wrong."""
    return False not in (right.place, right.period, right.chain, right.modality)

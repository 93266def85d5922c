"""Whom a claim counts, beside the people the codebook is about (§3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from tumen.codebook import Codebook

# "defectors;women" is a part of "defectors", whether or not the codebook has an entry for it.
PART = ";"


def counted_as(subject: str, codebook: Codebook) -> str | None:
    """Return None for the codebook's default subject and all that it is a part of, else *subject*.

    In a situation about defectors "20 North Koreans held" are counted among the defectors.
    """
    everybody = {codebook.default_subject, *_above(codebook.default_subject, codebook)}
    return None if not subject or subject in everybody else subject


def part_of_all(subject: str, codebook: Codebook) -> bool:
    """Tell whether *subject* is a part of the people the codebook counts (women, children)."""
    return any(counted_as(above, codebook) is None for above in _above(subject, codebook))


def counts_people(subject: str, codebook: Codebook) -> bool:
    """Tell whether *subject* is people, not households or buses."""
    line = (subject, *_above(subject, codebook))
    return all(codebook.subjects[s].persons for s in line if s in codebook.subjects)


def _above(subject: str, codebook: Codebook) -> Iterator[str]:
    """Yield the subjects that *subject* is a part of, the nearest first."""
    seen = {subject}
    while subject:
        known = codebook.subjects.get(subject)
        subject = known.parent if known else subject.rpartition(PART)[0]
        if not subject or subject in seen:
            return
        seen.add(subject)
        yield subject

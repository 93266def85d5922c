"""The custody log: who did what to which record, each entry sealed together with the one before.

An entry's `hash` is the SHA-256 of its own fields and of the hash before it, so that nobody can
change, drop, add or reorder an entry without changing every hash that follows.  What a chain alone
cannot show is that its end was cut off, or that all of it was written anew: for that, the hash of
the last entry is written down somewhere else (docs/custody.md).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from tumen.errors import CustodyError
from tumen.ids import digest_of

CHAIN = "tumen custody 1"  # the version of the encoding below
HASH_DIGITS = 64
# So many first digits tell the entries of one log apart: two agree once in billions.
LEAST_DIGITS = 8
_HEAD = re.compile(f"[0-9a-f]{{{LEAST_DIGITS},{HASH_DIGITS}}}")
NO_HASH = ""  # stands where the first entry names the one before it


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEntry:
    """One line of the custody log."""

    sequence: int  # from 1, without gaps
    at: datetime  # UTC
    by: str  # who ran the program; "" when not said
    action: str  # "created", "received", "archived", "read", ...
    subject: str  # what was done it to: the SHA-256 of a file's bytes, or the id of a record
    digest: str  # SHA-256 of the record that says what was done, as it is kept
    previous: str  # hash of the entry before; "" in the first
    hash: str

    @property
    def sealed_text(self) -> str:
        """Return what the hash is taken over: a JSON array without blanks, in this order."""
        fields = [
            CHAIN,
            self.sequence,
            self.at.isoformat(),
            self.by,
            self.action,
            self.subject,
            self.digest,
            self.previous,
        ]
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))

    @property
    def computed_hash(self) -> str:
        """Return the hash these fields should have."""
        return digest_of(self.sealed_text.encode("utf-8", "surrogatepass"))


class Gravity(StrEnum):
    """How much a problem means."""

    ERROR = "error"  # something is not as it was put in
    WARNING = "warning"  # something to look at; what was put in is whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What does not hold in a case, in one sentence."""

    subject: str  # what it is about: "custody entry 3", a file, a report's id
    text: str
    gravity: Gravity = Gravity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is to be logged: the part of an entry that does not depend on the chain."""

    at: datetime
    by: str
    action: str
    subject: str
    digest: str


def next_entry(previous: CustodyEntry | None, deed: Deed) -> CustodyEntry:
    """Return the entry that logs *deed* after *previous*; None: the first of a log."""
    if deed.at.tzinfo is None:
        raise ValueError(f"A custody entry needs a time with its zone, got {deed.at!r}.")
    entry = CustodyEntry(
        sequence=previous.sequence + 1 if previous else 1,
        at=deed.at.astimezone(UTC),
        by=deed.by,
        action=deed.action,
        subject=deed.subject,
        digest=deed.digest,
        previous=previous.hash if previous else NO_HASH,
        hash="",
    )
    return replace(entry, hash=entry.computed_hash)


def check_chain(entries: Sequence[CustodyEntry], *, head: str | None = None) -> tuple[Problem, ...]:
    """Return what does not hold in a log, in its order; nothing if it is whole.

    *head* is a hash that was written down earlier, or its first digits.  It must still be in the
    log: if it is not, the end was cut off or the log was written anew, which no log can show by
    itself.  CustodyError for a head that is no hash.
    """
    problems = list(_problems(entries))
    if head is not None and not _stands(usable_head(head), entries):
        problems.append(
            Problem(
                subject="custody log",
                text=f"The hash {head} that was written down is no longer in the log: its end "
                "was cut off, or it was written anew.",
            )
        )
    return tuple(problems)


def usable_head(head: str) -> str:
    """Return *head* in the log's own letters; CustodyError where it is too little to tell."""
    digits = head.strip().lower()
    if not _HEAD.fullmatch(digits):
        raise CustodyError(
            f"{head!r} is no hash of a log entry: give all its {HASH_DIGITS} digits (0-9, a-f), or "
            f"at least the first {LEAST_DIGITS}."
        )
    return digits


def _stands(head: str, entries: Sequence[CustodyEntry]) -> bool:
    return any(entry.hash.startswith(head) for entry in entries)


def _problems(entries: Sequence[CustodyEntry]) -> Iterator[Problem]:
    before: CustodyEntry | None = None
    for entry in entries:
        subject = f"custody entry {entry.sequence}"
        expected = before.sequence + 1 if before else 1
        if entry.sequence != expected:
            yield Problem(subject=subject, text=f"Entry {expected} should stand in its place.")
        if entry.hash != entry.computed_hash:
            yield Problem(subject=subject, text="It was changed after it was sealed.")
        if entry.previous != (before.hash if before else NO_HASH):
            yield Problem(subject=subject, text="It does not follow from the entry before it.")
        if before and entry.at < before.at:
            yield Problem(
                subject=subject,
                text=f"It is dated {entry.at.isoformat()}, before the entry above it; the clock "
                "was set back.",
                gravity=Gravity.WARNING,
            )
        before = entry

"""Check that everything in a case is as it was put in, by looking at all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Row, select

from tumen.errors import CustodyError, StoreError
from tumen.ids import digest_of
from tumen.records import CustodyEntry, Gravity, Problem, Reading, Report, check_chain
from tumen.store import schema
from tumen.store.check_reports import Draw, check_reports
from tumen.store.codec import from_json
from tumen.store.database import FILE, reading
from tumen.store.evidence import EvidenceFolder
from tumen.store.kept import THE_CASE, CaseSettings, Receipt

_KINDS: Mapping[str, type] = {
    "settings": CaseSettings,
    "receipt": Receipt,
    "report": Report,
    "reading": Reading,
}
_FIELDS = ("sequence", "by", "action", "subject", "digest", "previous", "hash")


@dataclass(frozen=True, slots=True)
class _Contents:
    """All rows of a case at one moment."""

    custody: Sequence[Row[Any]]
    records: Sequence[Row[Any]]
    evidence: Sequence[Row[Any]]
    damage: Sequence[str]
    altered: Sequence[schema.Altered]


def verify(
    engine: Engine,
    path: Path,
    folder: EvidenceFolder,
    *,
    head: str | None = None,
    draw: Draw | None = None,
) -> Iterator[Problem]:
    """Yield what does not hold: the file, the log, its records, the files, texts and quotations."""
    files = folder.names()
    try:
        contents = _contents(engine, path)
    except StoreError as error:
        yield Problem(subject=FILE, text=str(error))
        return
    for damage in contents.damage:
        yield Problem(subject=FILE, text=f"The database is damaged: {damage}.")
    for change in contents.altered:
        text = f"The database was altered: {change.said}."
        yield Problem(subject=f"{change.kind} {change.name}", text=text)
    entries, problems = _entries(contents.custody)
    yield from problems
    yield from check_chain(entries, head=head)
    yield from _check_seals(entries, contents.records)
    records, problems = _records(contents.records)
    yield from problems
    yield from _check_evidence(contents.evidence, records, files, folder)
    yield from check_reports(records, folder, draw)


def entry_of(row: Row[Any]) -> CustodyEntry:
    """Return the custody entry in *row*; CustodyError if somebody put something else there."""
    values = {name: getattr(row, name) for name in _FIELDS}
    if not all(isinstance(values[name], str) for name in _FIELDS[1:]):
        raise CustodyError(f"Custody entry {row.sequence} has something else than text in it.")
    try:
        at = datetime.fromisoformat(row.at)
        return CustodyEntry(at=at, **values)
    except (TypeError, ValueError) as error:
        raise CustodyError(f"Custody entry {row.sequence} has no time: {row.at!r}.") from error


def _contents(engine: Engine, path: Path) -> _Contents:
    with reading(engine, path) as connection:
        checked = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
        return _Contents(
            custody=connection.execute(
                select(schema.custody).order_by(schema.custody.c.sequence)
            ).all(),
            records=connection.execute(
                select(schema.records).order_by(schema.records.c.sequence)
            ).all(),
            evidence=connection.execute(
                select(schema.evidence).order_by(schema.evidence.c.digest)
            ).all(),
            damage=[said for said in checked if said != "ok"],
            altered=schema.altered(connection),
        )


def _entries(rows: Sequence[Row[Any]]) -> tuple[list[CustodyEntry], list[Problem]]:
    entries: list[CustodyEntry] = []
    problems = []
    for row in rows:
        try:
            entries.append(entry_of(row))
        except CustodyError as error:
            problems.append(Problem(subject=f"custody entry {row.sequence}", text=str(error)))
    return entries, problems


def _check_seals(entries: Sequence[CustodyEntry], rows: Sequence[Row[Any]]) -> Iterator[Problem]:
    """Check that each entry has its record, unchanged, and each record its entry."""
    kept = {row.sequence: row for row in rows}
    for entry in entries:
        subject = f"record {entry.sequence}"
        row = kept.pop(entry.sequence, None)
        if row is None:
            yield Problem(subject=subject, text="It is in the custody log, but gone.")
        elif row.subject != entry.subject or _digest(row.content) != entry.digest:
            yield Problem(subject=subject, text="It was changed after it was sealed.")
    for sequence in kept:
        yield Problem(subject=f"record {sequence}", text="It is not in the custody log.")


def _digest(content: object) -> str:
    return digest_of(content.encode("utf-8")) if isinstance(content, str) else ""


def _records(rows: Sequence[Row[Any]]) -> tuple[list[object], list[Problem]]:
    records: list[object] = []
    problems = []
    for row in rows:
        kind = _KINDS.get(row.kind)
        try:
            if kind is None:
                raise ValueError(f"No record is called {row.kind!r}.")
            record: object = from_json(kind, str(row.content))
            records.append(record)
            if _subject(record) != row.subject:
                raise ValueError(f"It is about {_subject(record)!r}, not about {row.subject!r}.")
        except ValueError as error:
            problems.append(Problem(subject=f"record {row.sequence}", text=str(error)))
    return records, problems


def _subject(record: object) -> str:
    """Return what a record is about, as it says itself."""
    match record:
        case Report():
            return record.id
        case Receipt():
            return record.digest
        case Reading():
            return record.report
        case _:
            return THE_CASE


def _check_evidence(
    rows: Sequence[Row[Any]],
    records: Sequence[object],
    files: Sequence[str],
    folder: EvidenceFolder,
) -> Iterator[Problem]:
    """Check that each file received is listed and there, as it was, and that no other one is."""
    if folder.path.is_symlink():
        text = "It is a link to something outside the case; put the folder itself there."
        yield Problem(subject=f"folder {folder.path.name}", text=text)
    listed = {str(row.digest): row.size for row in rows}
    received = {r.digest: r.size for r in records if isinstance(r, Receipt)}
    for digest in sorted(listed.keys() | received.keys()):
        if listed.get(digest) != received.get(digest):
            yield Problem(
                subject=f"evidence {digest}",
                text="The list of evidence and the receipts do not say the same of it.",
            )
        try:
            folder.read(digest)
        except CustodyError as error:
            yield Problem(subject=f"evidence {digest}", text=str(error))
        except OSError as error:
            yield Problem(subject=f"evidence {digest}", text=f"It cannot be read: {error}.")
    for name in files:
        if name not in listed and name not in received:
            yield Problem(
                subject=f"evidence {name}",
                text="The file is not listed. An addition that was interrupted leaves one: add "
                "the report again, or take the file away.",
                gravity=Gravity.WARNING,
            )

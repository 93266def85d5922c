"""A case: reports, readings and the custody log, all of which only grow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias, TypeVar

from sqlalchemy import Connection, Engine, Table, func, insert, select

from tumen.errors import CustodyError, StoreError
from tumen.ids import digest_of
from tumen.records import (
    Capture,
    CustodyEntry,
    Deed,
    Problem,
    Reading,
    Report,
    Retrieval,
    next_entry,
    report_id,
)
from tumen.store import schema
from tumen.store.check_reports import Draw
from tumen.store.codec import from_json, passages_of, to_json
from tumen.store.database import reading, writing
from tumen.store.evidence import EvidenceFolder
from tumen.store.kept import THE_CASE, CaseSettings, Receipt, receipt_for
from tumen.store.verify import entry_of, verify

T = TypeVar("T")

# How records are called in the database.
SETTINGS, RECEIPT, REPORT, READING = "settings", "receipt", "report", "reading"

Clock: TypeAlias = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Store:
    """An open case.  What a method has returned from is on disk; a crash cannot undo it.

    Any number of programs may use a case at once.  Nothing needs closing.
    """

    path: Path
    engine: Engine
    evidence_folder: EvidenceFolder
    # Asked while nobody else can write: of two programs that add at once, the one that began first
    # may write last.  Without a clock an entry carries the time that was given.
    clock: Clock | None = None

    # --- what is in it -----------------------------------------------------------------

    @property
    def settings(self) -> CaseSettings:
        """What the case is about."""
        found = self._latest(SETTINGS, CaseSettings)
        if not found:
            raise CustodyError(f"The case {str(self.path)!r} has lost its settings.")
        return found[-1]

    def reports(self) -> tuple[Report, ...]:
        """Return every report as it was last described, in the order in which they came."""
        return self._latest(REPORT, Report)

    def readings(self) -> tuple[Reading, ...]:
        """Return the last reading of each report that was read, in the order of the reports."""
        place = {report.id: number for number, report in enumerate(self.reports())}
        found = self._latest(READING, Reading)
        return tuple(sorted(found, key=lambda one: place.get(one.report, len(place))))

    def evidence(self, digest: str) -> bytes:
        """Return the bytes of a document as received; CustodyError if they are no longer that."""
        return self.evidence_folder.read(digest)

    def retrievals(self) -> Mapping[str, Retrieval]:
        """Return when each report, by id, was first taken in, and by whom."""
        first: dict[str, Retrieval] = {}
        for receipt in self.receipts():
            taken = Retrieval(at=receipt.retrieved_at, by=receipt.retrieved_by)
            first.setdefault(receipt.report, taken)
        return first

    def receipts(self) -> tuple[Receipt, ...]:
        """Return every time that a document was handed over, copies included, in order."""
        query = select(schema.records).where(schema.records.c.kind == RECEIPT)
        with reading(self.engine, self.path) as connection:
            rows = connection.execute(query.order_by(schema.records.c.sequence)).all()
        return tuple(_read(Receipt, row.content, row.sequence) for row in rows)

    def custody(self) -> tuple[CustodyEntry, ...]:
        """Return the custody log."""
        with reading(self.engine, self.path) as connection:
            rows = connection.execute(
                select(schema.custody).order_by(schema.custody.c.sequence)
            ).all()
        return tuple(entry_of(row) for row in rows)

    @property
    def head(self) -> str:
        """The hash of the last custody entry, which stands for all of the case: write it down."""
        with reading(self.engine, self.path) as connection:
            last = _last_entry(connection)
        return last.hash if last else ""

    def verify(self, *, head: str | None = None, draw: Draw | None = None) -> tuple[Problem, ...]:
        """Return everything in the case that is not as it was put in; nothing if all is.

        *head* is a hash of the custody log that was written down earlier; *draw* draws the text
        out of a document, to see whether it is still the one that is kept.
        """
        return tuple(verify(self.engine, self.path, self.evidence_folder, head=head, draw=draw))

    # --- what can be added -------------------------------------------------------------

    def begin(self, settings: CaseSettings, *, by: str, at: datetime) -> None:
        """Log what the case is about; the last word counts."""
        with writing(self.engine, self.path) as connection:
            _log(connection, self._deed("created", THE_CASE, by, at), SETTINGS, settings)

    def add_report(self, report: Report, capture: Capture, *, by: str, at: datetime) -> bool:
        """Keep a report and the bytes it was made of; tell whether it is new to the case.

        A report that is there already stays as it is, but that it came again is logged.
        """
        _check_report(report, capture)
        with writing(self.engine, self.path) as connection:
            digest = self.evidence_folder.keep(capture.content)
            received = self._deed("received", digest, by, at)
            sequence = _log(connection, received, RECEIPT, receipt_for(report, capture))
            listed = select(schema.evidence.c.digest).where(schema.evidence.c.digest == digest)
            if connection.execute(listed).first() is None:
                row = {"digest": digest, "size": len(capture.content), "sequence": sequence}
                connection.execute(insert(schema.evidence).values(row))
                check_kept(connection, schema.evidence, row)
            if _latest_content(connection, REPORT, report.id) is not None:
                return False
            _log(connection, self._deed("archived", report.id, by, at), REPORT, report)
        return True

    def revise_report(self, report: Report, *, by: str, at: datetime) -> bool:
        """Describe a report of the case anew (its date, publisher, language); tell if that is new.

        Its text stays: another text is another report.
        """
        with writing(self.engine, self.path) as connection:
            before = _latest_content(connection, REPORT, report.id)
            if before is None:
                raise StoreError(f"The report {report.id!r} is not in the case; add it first.")
            if _read(Report, before, 0).text != report.text:
                raise CustodyError(f"The text of {report.id!r} is fixed and cannot be revised.")
            if before == to_json(report):
                return False
            _log(connection, self._deed("revised", report.id, by, at), REPORT, report)
        return True

    def add_reading(self, one: Reading, *, by: str, at: datetime) -> bool:
        """Keep a reading, which from now on counts instead of earlier ones; tell if it is new."""
        with writing(self.engine, self.path) as connection:
            content = _latest_content(connection, REPORT, one.report)
            if content is None:
                raise StoreError(f"The report {one.report!r} is not in the case; add it first.")
            _check_reading(one, _read(Report, content, 0))
            if _latest_content(connection, READING, one.report) == to_json(one):
                return False
            _log(connection, self._deed("read", one.report, by, at), READING, one)
        return True

    def _deed(self, action: str, subject: str, by: str, at: datetime) -> Deed:
        at = self.clock() if self.clock else at
        if at.tzinfo is None:
            raise ValueError(f"A case needs times with their zone, got {at!r}.")
        by = by.encode("utf-8", "replace").decode("utf-8")
        return Deed(at=at.astimezone(UTC), by=by, action=action, subject=subject, digest="")

    def _latest(self, kind: str, of: type[T]) -> tuple[T, ...]:
        """Return the last record about each subject, in the order of the first ones."""
        table = schema.records
        ends = (
            select(
                func.min(table.c.sequence).label("first"), func.max(table.c.sequence).label("last")
            )
            .where(table.c.kind == kind)
            .group_by(table.c.subject)
            .subquery()
        )
        query = select(table).join(ends, table.c.sequence == ends.c.last).order_by(ends.c.first)
        with reading(self.engine, self.path) as connection:
            rows = connection.execute(query).all()
        return tuple(_read(of, row.content, row.sequence) for row in rows)


# --- the log -------------------------------------------------------------------------------


def _log(connection: Connection, deed: Deed, kind: str, record: object) -> int:
    """Append *record* and the entry that seals it, and return the entry's number."""
    content = to_json(record)
    last = _last_entry(connection)
    if last is not None and last.hash != last.computed_hash:
        raise CustodyError(
            f"The last entry of the custody log ({last.sequence}) was changed; nothing is added "
            "on top of it. Look with: tumen verify"
        )
    digest = digest_of(content.encode("utf-8"))
    entry = next_entry(
        last,
        Deed(at=deed.at, by=deed.by, action=deed.action, subject=deed.subject, digest=digest),
    )
    row = {column.name: getattr(entry, column.name) for column in schema.custody.columns}
    row["at"] = entry.at.isoformat()
    record_row = {
        "sequence": entry.sequence,
        "kind": kind,
        "subject": entry.subject,
        "content": content,
    }
    for table, values in ((schema.custody, row), (schema.records, record_row)):
        connection.execute(insert(table).values(values))
        check_kept(connection, table, values)
    return entry.sequence


def check_kept(connection: Connection, table: Table, row: Mapping[str, object]) -> None:
    """Read back what was written, before anybody is told that it was."""
    (key,) = table.primary_key.columns
    found = connection.execute(select(table).where(key == row[key.name])).mappings().first()
    if found is None or dict(found) != row:
        raise CustodyError(
            f"What was written to {table.name} does not stand there; nothing was recorded. Look "
            "with tumen verify, and go back to a copy of the case."
        )


def _last_entry(connection: Connection) -> CustodyEntry | None:
    query = select(schema.custody).order_by(schema.custody.c.sequence.desc()).limit(1)
    row = connection.execute(query).first()
    return entry_of(row) if row is not None else None


def _latest_content(connection: Connection, kind: str, subject: str) -> str | None:
    table = schema.records
    query = (
        select(table.c.content)
        .where(table.c.kind == kind, table.c.subject == subject)
        .order_by(table.c.sequence.desc())
        .limit(1)
    )
    return connection.execute(query).scalar()


def _read(kind: type[T], content: str, sequence: int) -> T:
    try:
        return from_json(kind, content)
    except ValueError as error:
        raise CustodyError(
            f"Record {sequence} of the case is no {kind.__name__} ({error}). Look with: "
            "tumen verify"
        ) from error


# --- what is refused at the door -----------------------------------------------------------


def _check_report(report: Report, capture: Capture) -> None:
    if report.digest != digest_of(capture.content):
        raise CustodyError(f"The report {report.id!r} was not made of these bytes.")
    if report.text_digest != digest_of(report.text.encode("utf-8")):
        raise CustodyError(f"The report {report.id!r} has another text than its digest says.")
    if report.id != report_id(report.digest, report.text_digest, report.text_by):
        raise CustodyError(f"The report {report.id!r} has an id that its digests do not make.")


def _check_reading(one: Reading, report: Report) -> None:
    for passage in passages_of(one):
        start, end = passage.span.start, passage.span.end
        if passage.report != report.id or report.text[start:end] != passage.exact:
            raise CustodyError(
                f"The reading of {report.id!r} quotes {passage.exact!r} from {passage.report!r} at "
                f"{start}..{end}, which does not stand there."
            )

"""Check the reports of a case: their ids and texts against the files, quotations against the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from tumen.errors import ArchiveError, CustodyError
from tumen.ids import digest_of
from tumen.records import Capture, Gravity, Problem, Reading, Report, report_id
from tumen.store.codec import passages_of
from tumen.store.evidence import EvidenceFolder
from tumen.store.kept import Receipt

# From a document to its text, and the name and version of what drew it; ArchiveError if none.
Draw: TypeAlias = Callable[[Capture], tuple[str, str]]


def check_reports(
    records: Sequence[object], folder: EvidenceFolder, draw: Draw | None = None
) -> Iterator[Problem]:
    """Yield what does not hold in *records*: reports, then the readings that quote them.

    A log can be written anew with another text in it, but the file keeps its own: with *draw* the
    text is drawn from it again.  A text drawn by another version cannot be compared, and that is
    a warning.
    """
    receipts = {r.digest: r for r in records if isinstance(r, Receipt)}
    reports = [r for r in records if isinstance(r, Report)]
    for report in reports:
        yield from _check_digests(report, receipts)
    if draw is not None:
        # A report that was revised is there more than once, with the same text.
        alike = {(r.digest, r.text_digest, r.text_by): r for r in reports}
        yield from _check_drawn(list(alike.values()), receipts, folder, draw)
    texts = {report.id: report.text for report in reports}
    for one in records:
        if isinstance(one, Reading):
            yield from _check_quotations(one, texts)


def _check_digests(report: Report, receipts: Mapping[str, Receipt]) -> Iterator[Problem]:
    subject = f"report {report.id}"
    if digest_of(report.text.encode("utf-8", "surrogatepass")) != report.text_digest:
        yield Problem(subject=subject, text="Its text was changed.")
    if report.id != report_id(report.digest, report.text_digest, report.text_by):
        yield Problem(
            subject=subject,
            text="Its id is not the one that its file and its text make: one of the three was "
            "changed.",
        )
    if report.digest not in receipts:
        yield Problem(subject=subject, text="The bytes it was made of never came.")


def _check_drawn(
    reports: Sequence[Report], receipts: Mapping[str, Receipt], folder: EvidenceFolder, draw: Draw
) -> Iterator[Problem]:
    others: list[Report] = []
    for report in reports:
        capture = _capture(report, receipts.get(report.digest), folder)
        if capture is None:
            continue  # named already: the file is missing, or was changed, or never came
        try:
            text, text_by = draw(capture)
        except ArchiveError as error:
            yield Problem(subject=f"report {report.id}", text=f"It has a text, but {error}.")
            continue
        if text_by != report.text_by:
            others.append(report)
        elif text != report.text:
            yield Problem(
                subject=f"report {report.id}",
                text="Its text is not the one in its evidence file, which "
                + _difference(report.text, text),
            )
    if others:
        more = f" and {len(others) - 1:,} more" if len(others) > 1 else ""
        yield Problem(
            subject=f"report {others[0].id}{more}",
            text=f"Drawn from its file by {others[0].text_by!r}, which is not this version: that "
            "the text is the one in the file was not checked.",
            gravity=Gravity.WARNING,
        )


def _capture(report: Report, receipt: Receipt | None, folder: EvidenceFolder) -> Capture | None:
    """Return the document of *report* as it came; None where it is no longer there."""
    if receipt is None:
        return None
    try:
        content = folder.read(report.digest)
    except (CustodyError, OSError):
        return None
    return Capture(
        content=content,
        media_type=report.media_type,
        name=report.name,
        url=receipt.url,
        retrieved_at=receipt.retrieved_at,
        retrieved_by=receipt.retrieved_by,
    )


_SHOWN = 40  # characters on each side of where two texts part


def _difference(kept: str, drawn: str) -> str:
    """Return where two texts part, and the words of both."""
    pairs = zip(kept, drawn, strict=False)
    shorter = min(len(kept), len(drawn))
    place = next((n for n, (one, other) in enumerate(pairs) if one != other), shorter)
    around = slice(max(0, place - _SHOWN), place + _SHOWN)
    return f"says {drawn[around]!r} where the case says {kept[around]!r} (character {place:,})."


def _check_quotations(one: Reading, texts: Mapping[str, str]) -> Iterator[Problem]:
    for passage in passages_of(one):
        text = texts.get(passage.report, "")
        if text[passage.span.start : passage.span.end] != passage.exact:
            yield Problem(
                subject=f"reading of {one.report}",
                text=f"It quotes {passage.exact!r} from {passage.report} at "
                f"{passage.span.start}..{passage.span.end}, which does not stand there.",
            )

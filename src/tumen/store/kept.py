"""The records that only a case keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tumen.records import Capture, Report

THE_CASE = "case"  # the subject of what concerns the case as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSettings:
    """What a case is about."""

    codebook: str  # name, or path of a file
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """That a document was handed over, and how; a capture without its bytes."""

    report: str  # the id of the report made of it
    digest: str  # SHA-256 of the bytes
    size: int  # bytes
    media_type: str
    name: str
    url: str | None
    retrieved_at: datetime
    retrieved_by: str


def receipt_for(report: Report, capture: Capture) -> Receipt:
    """Return the receipt of *capture*, of which *report* was made."""
    return Receipt(
        report=report.id,
        digest=report.digest,
        size=len(capture.content),
        media_type=capture.media_type,
        name=capture.name,
        url=capture.url,
        retrieved_at=capture.retrieved_at,
        retrieved_by=capture.retrieved_by,
    )

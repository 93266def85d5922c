from __future__ import annotations

from tests.build import a_report
from tests.store.cases import NOON, a_capture_of
from tumen.store.kept import Receipt, receipt_for


def test_a_receipt_is_a_capture_without_its_bytes():
    report = a_report("Five.")

    assert receipt_for(report, a_capture_of(report)) == Receipt(
        report=report.id,
        digest=report.digest,
        size=5,
        media_type="text/plain",
        name="a.txt",
        url=None,
        retrieved_at=NOON,
        retrieved_by="Kim",
    )

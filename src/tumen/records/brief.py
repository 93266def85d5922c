"""What is published."""

from __future__ import annotations

from dataclasses import dataclass

from tumen.records.claim import Reading
from tumen.records.lineage import Lineage
from tumen.records.model import Reconciliation
from tumen.records.text import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything a brief is written from, as of one day."""

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]  # one for each report, same order
    lineage: Lineage
    reconciliation: Reconciliation

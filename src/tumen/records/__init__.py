"""The records that travel through the system, in the order they come to be.

    Capture -> Report -> Passage -> Claim -> Retelling, Origin -> Constraint -> Bound -> Brief
                                                              `-> Contradiction

Every record is frozen, complete when made, and valid if it exists.  Records hold no behaviour
beyond what follows from their own fields; the rooms hold the verbs.  Nothing here imports from a
room, a database or the web.
"""

from tumen.records.brief import Situation
from tumen.records.claim import (
    Claim,
    Doubt,
    Evidence,
    Figure,
    Hop,
    HopType,
    Located,
    Modality,
    Part,
    Reading,
    Reason,
    Role,
    SetAside,
    Unread,
)
from tumen.records.lineage import (
    Basis,
    Branch,
    Distortion,
    Independence,
    Lineage,
    Origin,
    Retelling,
)
from tumen.records.model import (
    UNLISTED,
    Bound,
    Condition,
    Constraint,
    Contradiction,
    Finding,
    Ground,
    Measure,
    Quantity,
    Reconciliation,
    Standing,
    Term,
)
from tumen.records.place import Place, Point
from tumen.records.text import Capture, Passage, Period, Precision, Report, Span

__all__ = [
    "UNLISTED",
    "Basis",
    "Bound",
    "Branch",
    "Capture",
    "Claim",
    "Condition",
    "Constraint",
    "Contradiction",
    "Distortion",
    "Doubt",
    "Evidence",
    "Figure",
    "Finding",
    "Ground",
    "Hop",
    "HopType",
    "Independence",
    "Lineage",
    "Located",
    "Measure",
    "Modality",
    "Origin",
    "Part",
    "Passage",
    "Period",
    "Place",
    "Point",
    "Precision",
    "Quantity",
    "Reading",
    "Reason",
    "Reconciliation",
    "Report",
    "Retelling",
    "Role",
    "SetAside",
    "Situation",
    "Span",
    "Standing",
    "Term",
    "Unread",
]

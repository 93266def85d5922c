"""The archive room: each report as it was received, with proof, and the text drawn from it."""

from tumen.archive.capture import capture_file
from tumen.archive.language import LANGUAGES, disagrees
from tumen.archive.make_report import Known, draw_text, make_report
from tumen.archive.published import parse_published
from tumen.records import CustodyEntry, Deed, Problem, check_chain, next_entry

__all__ = [
    "LANGUAGES",
    "CustodyEntry",
    "Deed",
    "Known",
    "Problem",
    "capture_file",
    "check_chain",
    "disagrees",
    "draw_text",
    "make_report",
    "next_entry",
    "parse_published",
]

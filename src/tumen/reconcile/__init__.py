"""The reconcile room: what the figures allow together, and which of them cannot all hold."""

from tumen.reconcile.figure_files import FigureFiles, read_figures
from tumen.reconcile.figure_model import asks_of
from tumen.reconcile.figures import Ask, Figures
from tumen.reconcile.reconcile import reconcile
from tumen.reconcile.reconcile_figures import reconcile_figures

__all__ = [
    "Ask",
    "FigureFiles",
    "Figures",
    "asks_of",
    "read_figures",
    "reconcile",
    "reconcile_figures",
]

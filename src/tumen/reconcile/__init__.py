"""The reconcile room: what the figures allow together, and which of them cannot all hold."""

from tumen.reconcile.figure_files import FigureFiles, read_figures
from tumen.reconcile.figure_model import asks_of
from tumen.reconcile.figures import Ask, Figures
from tumen.reconcile.reconcile import reconcile
from tumen.reconcile.reconcile_figures import reconcile_figures
from tumen.reconcile.scenario import Pace, Scenario, read_scenario
from tumen.reconcile.what_if import Ends, Projection, Step, project

__all__ = [
    "Ask",
    "Ends",
    "FigureFiles",
    "Figures",
    "Pace",
    "Projection",
    "Scenario",
    "Step",
    "asks_of",
    "project",
    "read_figures",
    "read_scenario",
    "reconcile",
    "reconcile_figures",
]

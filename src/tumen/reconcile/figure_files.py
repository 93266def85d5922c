"""The texts of figure files as figures that can be held together (§3.11)."""

from __future__ import annotations

from dataclasses import dataclass

from tumen.codebook import Codebook
from tumen.errors import FiguresError
from tumen.reconcile.figure_lines import (
    Frame,
    asks_of_lines,
    check_apart,
    claims_of_lines,
    limits_of_toml,
)
from tumen.reconcile.figure_places import tree_of_table
from tumen.reconcile.figures import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFiles:
    """Names and texts: claims and places always, limits and questions where there are some."""

    claims: tuple[str, str]
    places: tuple[str, str]
    limits: tuple[str, str] | None = None
    ask: tuple[str, str] | None = None


def read_figures(files: FigureFiles, codebook: Codebook) -> Figures:
    """Return the figures in *files*; raise FiguresError for the first value that cannot be."""
    name, text = files.places
    frame = Frame(tree=tree_of_table(text, name), codebook=codebook)
    name, text = files.claims
    claims = claims_of_lines(text, name, frame)
    if not claims:
        raise FiguresError(name, None, "no line has both a number and a day to hold it to.")
    limits = limits_of_toml(files.limits[1], files.limits[0], frame) if files.limits else ()
    if files.limits:
        check_apart(claims, limits, files.limits[0])
    return Figures(
        tree=frame.tree,
        claims=claims,
        limits=limits,
        asked=asks_of_lines(files.ask[1], files.ask[0], frame) if files.ask else None,
    )

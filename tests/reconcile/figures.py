"""Figures without texts in a line each, and what comes of them."""

from __future__ import annotations

import json
from typing import Any

from tests.reconcile.situation import a_codebook
from tumen.reconcile import FigureFiles, Figures, read_figures, reconcile_figures
from tumen.records import Reconciliation

PLACES = "id,name,parent\nN,Nation,\nA,Alpha,N\nB,Beta,N\n"
COMPLETE = "id,name,parent,\nN,Nation,,complete\nA,Alpha,N\nB,Beta,N\n"


def stock(place: str, day: str) -> dict[str, Any]:
    return {"measure": "stock", "state": "detained", "place": place, "day": day}


def flow(place: str, start: str, end: str, **way: str) -> dict[str, Any]:
    return {"measure": "flow", "place": place, "start": start, "end": end} | (
        way or {"into": "detained"}
    )


def mean(place: str, start: str, end: str) -> dict[str, Any]:
    return {
        "measure": "mean_stock",
        "state": "detained",
        "place": place,
        "start": start,
        "end": end,
    }


def claim(
    name: str, quantity: dict[str, Any], low: float | None, high: float | None, **more: object
) -> dict[str, Any]:
    return {"id": name, "quantity": quantity, "figure": {"low": low, "high": high}, **more}


def lines(values: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def figures(
    claims: list[dict[str, Any]],
    asked: list[dict[str, Any]] | None = None,
    *,
    places: str = PLACES,
    limits: str = "",
) -> Figures:
    files = FigureFiles(
        claims=("claims.jsonl", lines(claims)),
        places=("places.csv", places),
        limits=("limits.toml", limits) if limits else None,
        ask=(
            "ask.jsonl",
            lines([{"id": f"a{i}", "quantity": q} for i, q in enumerate(asked, start=1)]),
        )
        if asked
        else None,
    )
    return read_figures(files, a_codebook())


def outcome(
    claims: list[dict[str, Any]],
    asked: list[dict[str, Any]] | None = None,
    *,
    places: str = PLACES,
    limits: str = "",
    exact: bool | None = None,
) -> Reconciliation:
    brought = figures(claims, asked, places=places, limits=limits)
    return reconcile_figures(brought, codebook=a_codebook(), exact=exact)

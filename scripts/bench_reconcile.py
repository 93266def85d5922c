"""How fast figures are held together: seconds by number of claims, and beside a daily model.

    make bench-reconcile        (or: python scripts/bench_reconcile.py --up-to 100000)

Claims of made-up places over three years, one in ten wrong, with a capacity and curves for each
place.  Ratios belong to one run: Tumen's answers and those of a model with a flow for every day,
written in cvxpy as its users would, for the same bounds.
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import resource
import time
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from tumen.codebook import load_codebook
from tumen.reconcile import FigureFiles, read_figures, reconcile_figures

START, DAYS = date(2022, 1, 1), 1096
SIZES = (
    (100, 30, 0.0),
    (300, 30, 0.0),
    (1_000, 30, 0.0),
    (1_000, 30, 0.05),
    (3_000, 30, 0.05),
    (10_000, 30, 0.05),
    (30_000, 100, 0.0),
    (100_000, 300, 0.0),
)
ASKED = 100


class World:
    """People in one place: at the end of each day, and who came and left on it."""

    def __init__(self, rng: random.Random) -> None:
        """Let people come and go."""
        most, held = rng.randint(4, 15), rng.randint(50, 400)
        self.stock, self.came, self.left = [], [], []
        for _ in range(DAYS):
            came = rng.randint(0, most)
            left = min(held + came, rng.randint(0, most))
            held += came - left
            self.stock.append(held)
            self.came.append(came)
            self.left.append(left)


def main() -> None:
    """Print the growth curve, then the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--up-to", type=int, default=10_000, metavar="CLAIMS")
    parser.add_argument("--beside-cvxpy", action="store_true")
    asked = parser.parse_args()
    print(
        f"{'claims':>8}{'places':>8}{'national':>10}{'wrong':>7}{'read':>8}{'settle':>9}"
        f"{'bounds':>9}{'ms each':>9}{'all':>8}{'MB':>7}"
    )
    for claims, places, national in SIZES:
        for wrong in (0.0, 0.1):
            if claims <= asked.up_to:
                timed(claims, places, national, wrong)
    if asked.beside_cvxpy:
        beside_cvxpy()


def timed(claims: int, places: int, national: float, wrong: float) -> None:
    """Print one line of the growth curve."""
    files = files_of(claims, places, national, wrong)
    codebook = load_codebook("dprk-china")
    at = {"read": time.perf_counter()}
    figures = read_figures(files, codebook)
    reconcile_figures(
        figures, codebook=codebook, stage=lambda stage: at.update({stage: time.perf_counter()})
    )
    end = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    bounds = end - at["bounds"]
    print(
        f"{claims:>8,}{places:>8}{national:>10.0%}{wrong:>7.0%}{at['model'] - at['read']:>8.2f}"
        f"{at['bounds'] - at['model']:>9.2f}{bounds:>9.2f}{bounds / ASKED * 1e3:>9.2f}"
        f"{end - at['read']:>8.2f}{memory:>7}",
        flush=True,
    )


def files_of(claims: int, places: int, national: float, wrong: float) -> FigureFiles:
    """Return a case of this size."""
    rng = random.Random(claims + places)  # noqa: S311  # a benchmark, no secret
    worlds = [World(rng) for _ in range(places)]
    lines = [line(f"k{i}", rng, worlds, national, wrong) for i in range(claims)]
    ask = [
        {"id": f"a{i}", "quantity": stock(f"P{rng.randrange(places)}", rng.randrange(DAYS))}
        for i in range(ASKED)
    ]
    limits = "".join(
        f'[[limit]]\nid = "room{p}"\nplace = "P{p}"\nkind = "capacity"\n'
        f"value = {int(max(w.stock) * 1.5)}\n"
        + "".join(
            f'[[limit]]\nid = "{kind}{p}"\nplace = "P{p}"\nkind = "{kind}"\nsigma = 60\nrho = 15\n'
            for kind in ("arrivals", "departures")
        )
        for p, w in enumerate(worlds)
    )
    return FigureFiles(
        claims=("claims", "\n".join(map(json.dumps, lines))),
        places=("places", "id,name,parent\nN,,\n" + "".join(f"P{p},,N\n" for p in range(places))),
        limits=("limits", limits),
        ask=("ask", "\n".join(map(json.dumps, ask))),
    )


def line(
    name: str, rng: random.Random, worlds: Sequence[World], national: float, wrong: float
) -> dict[str, object]:
    """Return one claim: of the nation at least so many, of a place about so many."""
    day = rng.randrange(100, DAYS)
    if rng.random() < national:
        low = int(sum(w.stock[day] for w in worlds) * 0.85)
        return {"id": name, "quantity": stock("N", day), "figure": {"low": low, "high": None}}
    p = rng.randrange(len(worlds))
    quantity: dict[str, object] = stock(f"P{p}", day)
    value = float(worlds[p].stock[day])
    if rng.random() < 1 / 3:
        days, into = rng.choice((7, 30, 90)), rng.random() < 1 / 2
        moved = worlds[p].came if into else worlds[p].left
        value = sum(moved[day - days + 1 : day + 1])
        quantity = {
            "measure": "flow",
            "into" if into else "out_of": "detained",
            "place": f"P{p}",
            "start": iso(day - days + 1),
            "end": iso(day),
        }
    if rng.random() < wrong:
        value *= rng.choice((0.3, 3, 10))
    figure = {"low": int(value * 0.85), "high": int(value * 1.15) + 1}
    return {"id": name, "quantity": quantity, "figure": figure}


def stock(place: str, day: int) -> dict[str, object]:
    """Return a stock as the contract writes it."""
    return {"measure": "stock", "state": "detained", "place": place, "day": iso(day)}


def iso(day: int) -> str:
    """Return the day of this number."""
    return (START + timedelta(day)).isoformat()


# --- a daily model ---------------------------------------------------------------------


def beside_cvxpy() -> None:
    """Print how long a daily model takes for two ends of one stock, beside ours for all."""
    cp: Any = importlib.import_module("cvxpy")
    files, codebook = files_of(1_000, 30, 0.05, 0.0), load_codebook("dprk-china")
    since = time.perf_counter()
    figures = read_figures(files, codebook)
    outcome = reconcile_figures(figures, codebook=codebook)
    ours = time.perf_counter() - since
    since = time.perf_counter()
    came = {f"P{p}": cp.Variable(DAYS, nonneg=True) for p in range(30)}
    left = {f"P{p}": cp.Variable(DAYS, nonneg=True) for p in range(30)}
    first = {f"P{p}": cp.Variable(nonneg=True) for p in range(30)}
    held = {p: first[p] + cp.cumsum(came[p] - left[p]) for p in came}
    rules = [held[p] >= 0 for p in came]
    for claim in figures.claims:
        q = claim.quantity
        inside = list(came) if q.place == "N" else [q.place]
        if q.day is not None:
            value = sum(held[p][(q.day - START).days] for p in inside)
        else:
            assert q.start is not None  # noqa: S101  # a flow has both
            assert q.end is not None  # noqa: S101
            span = slice((q.start - START).days, (q.end - START).days + 1)
            value = sum(cp.sum((came if q.into else left)[p][span]) for p in inside)
        rules += [value >= claim.low] if claim.low else []
        rules += [value <= claim.high] if claim.high is not None else []
    for limit in figures.limits:
        if limit.sort.value == "capacity":
            rules.append(held[limit.place] <= limit.most)
    asked = outcome.bounds[0].quantity
    assert asked.day is not None  # noqa: S101  # stocks are asked
    target = held[asked.place][(asked.day - START).days]
    for sense in (cp.Minimize, cp.Maximize):
        cp.Problem(sense(target), rules).solve(solver=cp.HIGHS)
    theirs = time.perf_counter() - since
    print(
        f"\n1,000 claims, 30 places: {len(outcome.bounds)} bounds with pins {ours:.2f} s; one bound "
        f"of a daily model without curves in cvxpy {theirs:.2f} s ({theirs / ours:.1f} times)"
    )


if __name__ == "__main__":
    main()

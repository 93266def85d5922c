"""Figures against a known truth: people held in US detention facilities, day by day.

    make bench-truth DATA=FOLDER        (or: python scripts/bench_truth.py FOLDER)

FOLDER has `midnight.csv.gz` and `any_part_of_day.csv.gz`: people per facility and day, from which
every arrival and departure follows.  Claims about the year 2025 are drawn from them as reporters
word them, some of them wrong; standing limits are stated as in the table: true ones (an oracle),
or learned from the year before.  `robust` is the coverage of the bounds that are left whichever one origin is
wrong.  Seeds are fixed: the same numbers come out anywhere.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tumen.codebook import load_codebook
from tumen.reconcile import FigureFiles, read_figures, reconcile_figures
from tumen.records import Reconciliation

START, DAYS = date(2024, 10, 1), 365
BEFORE = date(2023, 10, 1)
SMALL = 10  # facilities with fewer people on average are left to the rest of their state

# What is known of room and pace: the factor on the most people ever seen, and on the most who
# came or left in 1, 7 and 30 days; from which year.
LEVELS: Mapping[str, tuple[float, float, bool] | None] = {
    "true limits (oracle)": (1.0, 1.0, True),
    "learned 1.5x, 1.5x": (1.5, 1.5, False),
    "learned 2x, 3x": (2.0, 3.0, False),
    "learned 5x, 10x": (5.0, 10.0, False),
    "none": None,
}


@dataclass(frozen=True)
class Truth:
    """People at the end of each day, and who came and left, by facility."""

    stock: Mapping[str, list[int]]
    came: Mapping[str, list[int]]
    left: Mapping[str, list[int]]
    first: date

    def held(self, codes: Sequence[str], day: date) -> int:
        """Return how many are held at *codes* at the end of *day*."""
        return sum(self.stock[c][(day - self.first).days] for c in codes)

    def moved(self, code: str, way: str, start: date, days: int) -> int:
        """Return how many came ("into") or left in *days* from *start*."""
        series = self.came if way == "into" else self.left
        k = (start - self.first).days
        return sum(series[code][k : k + days])


@dataclass
class Drawn:
    """Claims as lines, which of them are wrong, and the questions with their answers."""

    lines: list[dict[str, object]] = field(default_factory=list)
    wrong: set[str] = field(default_factory=set)
    asked: list[tuple[str, date, int]] = field(default_factory=list)


def main() -> int:
    """Print the table for every level of standing knowledge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", default="")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--queries", type=int, default=200)
    asked = parser.parse_args()
    folder = Path(asked.data)
    if not asked.data or not (folder / "midnight.csv.gz").is_file():
        print(f"There is no midnight.csv.gz in {asked.data!r}: name the folder with the data.")
        return 1
    truth = truth_in(folder)
    places = facilities(truth)
    print(f"{len(places)} facilities, {asked.seeds} seeds x {asked.queries} facility-days\n")
    print(
        f"{'standing knowledge':<24}{'wrong':>7}{'coverage':>10}{'robust':>8}{'set aside':>11}{'precision':>11}"
        f"{'recall':>8}{'width':>8}{'seconds':>9}{'MAE engine':>12}"
    )
    for name, level in LEVELS.items():
        for share in (0.0, 0.1):
            show(
                name,
                share,
                [
                    one_run(truth, places, level, share, seed, asked.queries)
                    for seed in range(asked.seeds)
                ],
            )
    print("\nMAE of other ways, 10 % wrong:")
    runs = [one_run(truth, places, None, 0.1, seed, asked.queries) for seed in range(asked.seeds)]
    for way in ("latest", "median", "maximum", "interpolation"):
        print(f"  {way:<14}{statistics.mean(float(r[way]) for r in runs):8.1f}")
    return 0


def show(name: str, share: float, runs: Sequence[Mapping[str, float]]) -> None:
    """Print one line: means over the seeds."""

    def mean(key: str) -> float:
        known = [r[key] for r in runs if r[key] == r[key]]
        return statistics.mean(known) if known else float("nan")

    width = mean("width")
    print(
        f"{name:<24}{share:>7.0%}{mean('coverage'):>10.3f}{mean('robust'):>8.3f}{mean('aside'):>11.1f}"
        f"{mean('precision'):>11.3f}{mean('recall'):>8.3f}{width:>8.2f}{mean('seconds'):>9.1f}"
        f"{mean('engine'):>12.1f}",
        flush=True,
    )


# --- the truth -------------------------------------------------------------------------


def truth_in(folder: Path) -> Truth:
    """Return the truth: who left is any part of the day less midnight, and so on."""
    midnight, first = table(folder / "midnight.csv.gz")
    any_part, _ = table(folder / "any_part_of_day.csv.gz")
    came, left = {}, {}
    for code, stock in midnight.items():
        there = any_part[code]
        left[code] = [a - m for a, m in zip(there, stock, strict=True)]
        came[code] = [there[0], *(a - m for a, m in zip(there[1:], stock[:-1], strict=True))]
    return Truth(stock=midnight, came=came, left=left, first=first)


def table(path: Path) -> tuple[dict[str, list[int]], date]:
    """Return the columns of a table by name, and its first day."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        head, *rows = csv.reader(lines)
    columns = {code: [int(row[i] or 0) for row in rows] for i, code in enumerate(head) if i}
    return columns, date.fromisoformat(rows[0][0])


def facilities(truth: Truth) -> list[str]:
    """Return the facilities that hold more than a few people in the year."""
    k = (START - truth.first).days
    return sorted(c for c, s in truth.stock.items() if sum(s[k : k + DAYS]) > SMALL * DAYS)


# --- claims ----------------------------------------------------------------------------


def draw(truth: Truth, places: Sequence[str], share: float, seed: int, queries: int) -> Drawn:
    """Draw claims about every facility, state and the nation, and the questions."""
    rng = random.Random(seed)  # noqa: S311  # a benchmark, no secret
    drawn = Drawn()
    for code in places:
        for _ in range(8):
            day = START + timedelta(rng.randrange(DAYS))
            value = truth.held([code], day)
            say(drawn, rng, stock(code, day), value, wrong_value(truth, code, day, rng, share))
        for _ in range(4):
            days, way = rng.choice((7, 30, 90)), rng.choice(("into", "out_of"))
            start = START + timedelta(rng.randrange(DAYS - days))
            flow = {
                "measure": "flow",
                way: "detained",
                "place": code,
                "start": iso(start),
                "end": iso(start + timedelta(days - 1)),
            }
            value = truth.moved(code, way, start, days)
            wrong = value * 10 if rng.random() < share else None
            say(drawn, rng, flow, value, wrong)
    for place, step in [*((s, 60) for s in sorted({c[-2:] for c in places})[:12]), ("US", 14)]:
        codes = [c for c in truth.stock if place in (c[-2:], "US")]
        for k in range(step // 2, DAYS, step):
            day = START + timedelta(k)
            value = truth.held(codes, day)
            wrong = int(value * rng.choice((0.5, 2.5))) if rng.random() < share * 0.8 else None
            say(drawn, rng, stock(place, day), value, wrong)
    for _ in range(queries):
        code, day = rng.choice(places), START + timedelta(rng.randrange(DAYS))
        drawn.asked.append((code, day, truth.held([code], day)))
    return drawn


def wrong_value(truth: Truth, code: str, day: date, rng: random.Random, share: float) -> int | None:
    """Return a wrong number in one of the ways reports have them, None where it is right."""
    if rng.random() >= share:
        return None
    value = truth.held([code], day)
    return int(
        rng.choice(
            (
                value * 10,
                value // 10,
                truth.held([code], day - timedelta(120)),
                value * rng.uniform(1.4, 3),
                truth.moved(code, "into", START - timedelta(1), (day - START).days + 1),
            )
        )
    )


def say(
    drawn: Drawn, rng: random.Random, quantity: dict[str, object], value: int, wrong: int | None
) -> None:
    """Word a number as reporters do; a wrong one is labelled so only if the truth falls outside."""
    told = value if wrong is None else wrong
    form = rng.random()
    if form < 0.45:  # about: up to 15 % off
        low, high = int(told * 0.85), int(told * 1.15) + 1
    elif form < 0.65:
        low, high = told, told
    elif form < 0.85:  # more than
        low, high = rounded_down(told), None
    else:  # up to
        low, high = None, rounded_down(told) + 10 ** max(0, len(str(told)) - 2)
    name, origin = f"k{len(drawn.lines)}", f"o{len(drawn.lines)}"
    if (low is not None and value < low) or (high is not None and value > high):
        drawn.wrong.add(name)
    figure = {"low": low, "high": high}
    drawn.lines.append({"id": name, "quantity": quantity, "figure": figure, "origin": origin})


def rounded_down(value: int) -> int:
    """Return *value* in two digits."""
    unit = 10 ** max(0, len(str(value)) - 2)
    return value // unit * unit


def stock(place: str, day: date) -> dict[str, object]:
    """Return a stock as the contract writes it."""
    return {"measure": "stock", "state": "detained", "place": place, "day": iso(day)}


def iso(day: date) -> str:
    """Return a day as it is written."""
    return day.isoformat()


# --- standing limits -------------------------------------------------------------------


def limits(truth: Truth, places: Sequence[str], level: tuple[float, float, bool]) -> str:
    """Return capacities and curves as TOML, from the year itself or from the year before."""
    room, pace, true = level
    k = ((START if true else BEFORE) - truth.first).days
    found = []
    for code in places:
        most = max(truth.stock[code][k - 1 : k + DAYS])
        if not true and most < SMALL:
            continue  # a facility that was empty the year before teaches nothing
        found.append(
            f'[[limit]]\nid = "{code}-room"\nplace = "{code}"\nkind = "capacity"\n'
            f"value = {int(most * room) + 1}\n"
        )
        for kind, series in (("arrivals", truth.came), ("departures", truth.left)):
            sigma, rho = curve(series[code][k - 1 : k + DAYS])
            found.append(
                f'[[limit]]\nid = "{code}-{kind}"\nplace = "{code}"\nkind = "{kind}"\n'
                f"sigma = {sigma * pace:.3f}\nrho = {rho * pace:.3f}\n"
            )
    return "".join(found)


def curve(moved: Sequence[int]) -> tuple[float, float]:
    """Return sigma and rho that hold for all windows: rho the mean of the busiest 30 days."""
    rho = max(sum(moved[i : i + 30]) for i in range(len(moved))) / 30
    pool = sigma = 0.0
    for number in moved:
        pool = max(0.0, pool - rho) + number
        sigma = max(sigma, pool - rho)
    return sigma + 0.001, rho + 0.001


# --- one run ---------------------------------------------------------------------------


def one_run(  # one cell of the table
    truth: Truth,
    places: Sequence[str],
    level: tuple[float, float, bool] | None,
    share: float,
    seed: int,
    queries: int,
) -> dict[str, float]:
    """Hold the drawn claims together and compare the outcome with the truth."""
    drawn = draw(truth, places, share, seed, queries)
    states = sorted({c[-2:] for c in places})
    rows = [
        "id,name,parent",
        "US,,",
        *(f"{s},,US" for s in states),
        *(f"{c},,{c[-2:]}" for c in places),
    ]
    ask = [{"id": f"a{i}", "quantity": stock(c, d)} for i, (c, d, _) in enumerate(drawn.asked)]
    codebook = load_codebook("dprk-china")
    files = FigureFiles(
        claims=("claims", "\n".join(map(json.dumps, drawn.lines))),
        places=("places", "\n".join(rows)),
        limits=("limits", limits(truth, places, level)) if level else None,
        ask=("ask", "\n".join(map(json.dumps, ask))),
    )
    since = time.perf_counter()
    outcome = reconcile_figures(read_figures(files, codebook), codebook=codebook)
    seconds = time.perf_counter() - since
    return {"seconds": seconds, **scores(drawn, outcome), **errors_of(drawn, outcome)}


def scores(drawn: Drawn, outcome: Reconciliation) -> dict[str, float]:
    """Return coverage, width, and how well what is set aside fits what is wrong."""
    ends = [
        (b.low or 0, b.high, true)
        for b, (_, _, true) in zip(outcome.bounds, drawn.asked, strict=True)
    ]
    held = sum(low <= true and (high is None or true <= high) for low, high, true in ends)
    robust = sum(
        (b.low_if_any_one_origin_is_wrong or 0) <= true
        and (b.high_if_any_one_origin_is_wrong is None or true <= b.high_if_any_one_origin_is_wrong)
        for b, (_, _, true) in zip(outcome.bounds, drawn.asked, strict=True)
    )
    aside = {c for c in outcome.set_aside if c.startswith("k")}
    widths = [
        (high - low) / max(1, true) if high is not None else float("inf")
        for low, high, true in ends
    ]
    return {
        "coverage": held / len(ends),
        "robust": robust / len(ends),
        "aside": float(len(aside)),
        "precision": len(aside & drawn.wrong) / len(aside) if aside else float("nan"),
        "recall": len(aside & drawn.wrong) / len(drawn.wrong) if drawn.wrong else float("nan"),
        "width": statistics.median(widths),
    }


def errors_of(drawn: Drawn, outcome: Reconciliation) -> dict[str, float]:
    """Return the mean absolute error of some ways to guess a number from the claims.

    That of the engine leaves out what it sets aside, interpolates the rest and stays within the
    bounds; Tumen itself never shows such a guess.
    """
    aside = frozenset(outcome.set_aside)
    every, kept = told_by_place(drawn, frozenset()), told_by_place(drawn, aside)
    found: dict[str, list[float]] = {}
    for (code, day, true), bound in zip(drawn.asked, outcome.bounds, strict=True):
        k, known = (day - START).days, every.get(code, [])
        near = [v for d, v in known if abs(d - k) <= 60] or [v for _, v in known] or [0.0]
        before = [v for d, v in known if d <= k] or [known[0][1] if known else 0.0]
        guess = between(kept.get(code, []), k)
        guess = max(guess, bound.low or 0)
        guess = guess if bound.high is None else min(guess, bound.high)
        for way, number in (
            ("latest", before[-1]),
            ("median", statistics.median(near)),
            ("maximum", max(near)),
            ("interpolation", between(known, k)),
            ("engine", guess),
        ):
            found.setdefault(way, []).append(abs(number - true))
    return {way: statistics.mean(errors) for way, errors in found.items()}


def told_by_place(drawn: Drawn, without: frozenset[str]) -> dict[str, list[tuple[int, float]]]:
    """Return the numbers told of stocks, by place and in the order of their days."""
    found: dict[str, list[tuple[int, float]]] = {}
    for line in drawn.lines:
        quantity, figure = line["quantity"], line["figure"]
        assert isinstance(quantity, dict)  # noqa: S101  # made above
        assert isinstance(figure, dict)  # noqa: S101
        if quantity["measure"] == "stock" and line["id"] not in without:
            ends = [end for end in (figure["low"], figure["high"]) if end is not None]
            day = (date.fromisoformat(quantity["day"]) - START).days
            found.setdefault(quantity["place"], []).append((day, statistics.mean(ends)))
    return {place: sorted(told) for place, told in found.items()}


def between(told: Sequence[tuple[int, float]], k: int) -> float:
    """Return the straight line between the numbers before and after day *k*."""
    before = [t for t in told if t[0] <= k]
    after = [t for t in told if t[0] >= k]
    if not before or not after:
        return before[-1][1] if before else after[0][1] if after else 0.0
    (d0, v0), (d1, v1) = before[-1], after[0]
    return v0 if d0 == d1 else v0 + (v1 - v0) * (k - d0) / (d1 - d0)


if __name__ == "__main__":
    sys.exit(main())

"""Conflicts in real claims: misdated bulletins in France, losses in Ukraine by who counts them.

    python scripts/bench_conflicts.py --france FOLDER --ukraine FOLDER

Each folder has a `claims.csv`.  France: the only rule is that a cumulative count never falls; five
bulletins of January 2020 carry the numbers of January 2021, which nothing tells the engine.
Ukraine: cumulative deaths, 25 % to either side; a running total is one stream with one vote, or, for
comparison, every claim has a vote of its own.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from tumen.codebook import load_codebook
from tumen.reconcile import FigureFiles, read_figures, reconcile_figures

CUMULATIVE = ("deces", "gueris", "casConfirmes", "decesEhpad")
MISDATED = tuple(f"ministere-sante/2020-01-{d}.yaml" for d in ("01", "07", "08", "16", "17"))
INVASION = date(2022, 2, 24)


def main() -> int:
    """Print what is set aside, of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--france", default="")
    parser.add_argument("--ukraine", default="")
    asked = parser.parse_args()
    if not asked.france and not asked.ukraine:
        print("Name at least one folder: --france FOLDER, --ukraine FOLDER.")
        return 1
    if asked.france:
        france(rows(asked.france))
    if asked.ukraine:
        ukraine(rows(asked.ukraine))
    return 0


def rows(folder: str) -> list[dict[str, str]]:
    """Return the rows of a folder's claims."""
    path = Path(folder) / "claims.csv"
    if not path.is_file():
        raise SystemExit(f"There is no claims.csv in {folder!r}.")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def france(table: Iterable[Mapping[str, str]]) -> None:
    """Print which documents are flagged, and whether the misdated ones are among them."""
    used = {f"k{i}": r for i, r in enumerate(table) if r["indicator"] in CUMULATIVE}
    claims = [
        line(
            name,
            r["code"],
            r["indicator"],
            r["date"].replace("_", "-"),
            float(r["value"]),
            0.0,
            name,
        )
        for name, r in used.items()
    ]
    aside, seconds = set_aside(claims)
    files = Counter(r["file"] for r in used.values())
    flagged = Counter(used[name]["file"] for name in aside)
    print(f"France: {len(claims):,} claims, {len(aside):,} set aside, {seconds:.1f} s")
    for name in MISDATED:
        print(f"  {name}: {flagged[name]} of {files[name]} set aside")
    print(f"  other documents with something set aside: {len(set(flagged) - set(MISDATED)):,}")


def ukraine(table: Iterable[Mapping[str, str]]) -> None:
    """Print the share that is set aside, by source, with streams and with a vote for each claim."""
    used = {
        f"k{i}": r
        for i, r in enumerate(table)
        if r["loss_type"] == "Military Deaths-Russia" and r["time_frame"] == "Cumulative"
    }
    told = Counter(r["claim_source"] for r in used.values())
    for name, stream in (("one vote for each stream", True), ("one vote for each claim", False)):
        claims = []
        for key, r in used.items():
            day = (INVASION + timedelta(int(r["days"]))).isoformat()
            origin = r["claim_source"] if stream else key
            claims.append(line(key, "UA", "killed", day, float(r["loss_count"]), 0.25, origin))
        aside, seconds = set_aside(claims)
        gone = Counter(used[key]["claim_source"] for key in aside)
        print(f"Ukraine, {name}: {len(aside)} of {len(claims)} set aside, {seconds:.1f} s")
        for source, number in told.most_common():
            print(f"  {source:<12}{gone[source]:>5} of {number:>4}  {gone[source] / number:>5.0%}")


def line(  # noqa: PLR0913  # the fields of a claim
    name: str, place: str, state: str, day: str, value: float, about: float, origin: str
) -> dict[str, object]:
    """Return one claim as the contract writes it."""
    quantity = {"measure": "stock", "state": state, "place": place, "day": day}
    figure = {"low": value * (1 - about), "high": value * (1 + about)}
    return {"id": name, "quantity": quantity, "figure": figure, "origin": origin}


def set_aside(claims: list[dict[str, object]]) -> tuple[tuple[str, ...], float]:
    """Return what is set aside where nobody leaves: a count that never falls."""
    quantities = [c["quantity"] for c in claims if isinstance(c["quantity"], dict)]
    places = sorted({q["place"] for q in quantities})
    closed = "".join(
        f'[[limit]]\nid = "{p}-never-falls"\nplace = "{p}"\nkind = "closed"\nby = "departures"\n'
        "start = 2020-01-01\nend = 2023-12-31\nweight = 1000000\n"
        for p in places
    )
    first = quantities[0]
    codebook = load_codebook("dprk-china")
    files = FigureFiles(
        claims=("claims", "\n".join(map(json.dumps, claims))),
        places=("places", "id,name,parent\n" + "".join(f"{p},,\n" for p in places)),
        limits=("limits", closed),
        ask=("ask", json.dumps({"id": "a", "quantity": first})),
    )
    since = time.perf_counter()
    outcome = reconcile_figures(read_figures(files, codebook), codebook=codebook)
    print(f"  (proved lightest: {outcome.proven}; contradictions: {len(outcome.contradictions):,})")
    return outcome.set_aside, time.perf_counter() - since


if __name__ == "__main__":
    sys.exit(main())

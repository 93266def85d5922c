"""How long a newcomer waits: the shipped example from start to finish, the imports, the help.

Each is timed beside a bare `python -c pass` started in the same round, and shown as a ratio to it
too: seconds belong to this machine, ratios travel.  Run with `make bench`.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "autumn-2020"

# Seconds on two cores that the project promises.
LIMITS = {"brief of the example": 3.0, "imports of that brief": 1.0, "tumen --help": 0.3}


def main() -> None:
    """Time every command in turn, round by round, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        medians = measured(commands(Path(folder)), rounds)
        imports = imports_of(commands(Path(folder))["brief of the example"])
    print(f"median of {rounds} rounds, the commands of a round one after the other\n")
    bare = medians.pop("python -c pass")
    print(f"{'python -c pass':<28}{bare:8.3f} s{1:9.1f} x")
    for name, seconds in {**medians, "imports of that brief": imports}.items():
        limit = LIMITS.get(name)
        verdict = "" if limit is None else f"   (promised: under {limit} s)"
        print(f"{name:<28}{seconds:8.3f} s{seconds / bare:9.1f} x{verdict}")
    share = imports / medians["brief of the example"]
    print(f"\nimports are {share:.0%} of the brief of the example")


def commands(folder: Path) -> dict[str, Sequence[str]]:
    """Return what is timed, by name."""
    reports = [str(p) for p in sorted(EXAMPLE.iterdir()) if p.suffix in {".txt", ".html"}]
    tumen = (sys.executable, "-m", "tumen")
    return {
        "python -c pass": (sys.executable, "-c", "pass"),
        "tumen --help": (*tumen, "--help"),
        "tumen --version": (*tumen, "--version"),
        "brief of the example": (*tumen, "brief", *reports, "-o", str(folder / "brief.html")),
        "read --json of the example": (*tumen, "read", *reports, "--json"),
    }


def measured(timed: dict[str, Sequence[str]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each command; one round first fills the disk's cache."""
    seconds: dict[str, list[float]] = {name: [] for name in timed}
    for number in range(rounds + 1):
        for name, command in timed.items():
            begun = time.perf_counter()
            run(command)
            if number:
                seconds[name].append(time.perf_counter() - begun)
    return {name: statistics.median(each) for name, each in seconds.items()}


def imports_of(command: Sequence[str]) -> float:
    """Return the seconds that Python itself says it spent on importing modules."""
    python, *rest = command
    said = run((python, "-X", "importtime", *rest))
    microseconds = re.findall(r"^import time: +(\d+) \|", said, flags=re.MULTILINE)
    return sum(map(int, microseconds)) / 1e6


def run(command: Sequence[str]) -> str:
    """Run a command that must succeed, and return what it said on standard error."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(f"{' '.join(command[:4])} ... exited {done.returncode}: {done.stderr.strip()}")
    return done.stderr


if __name__ == "__main__":
    main()

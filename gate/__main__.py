"""Run the gate: `python -m gate`, or `make gate`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from gate.cases import CaseError, load_cases
from gate.corpus import corpus_outcomes
from gate.floors import LedgerError, load_floors, shortfalls
from gate.match import Outcome
from gate.measures import MEASURES, Measured, by_language
from gate.reading import outcomes_of
from gate.showing import failures
from tumen import pipeline

HERE = Path(__file__).parent
# The codebooks that have floors, and the folders of the cases that these are for.
FOLDERS = {"dprk-china": "cases", "pushback-generic": "pushback"}


def main() -> int:
    """Print the measures of each language, and fail if one is under its floor."""
    asked = arguments()
    background = pipeline.load_background(asked.codebook)
    try:
        cases = load_cases(
            asked.cases, codebook=background.codebook, gazetteer=background.gazetteer
        )
        floors = load_floors(ledger_of(asked.codebook))
    except (CaseError, LedgerError) as error:
        print(error, file=sys.stderr)
        return 1
    outcomes = outcomes_of(cases, background=background)
    show_failures(outcomes, asked.show)
    measured = by_language(outcomes)
    show_table(f"{len(cases)} cases of {asked.cases.name}/", measured)
    run_corpus(asked.corpus, background)
    if asked.cases.resolve() != HERE / FOLDERS.get(asked.codebook, ""):
        return 0
    short = shortfalls(floors, measured)
    print(
        "\n" + ("\n".join(s.sentence for s in short) or "Every measure is at or above its floor.")
    )
    return 1 if short else 0


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(prog="gate", description=__doc__)
    parser.add_argument(
        "--show",
        nargs="?",
        const="all",
        metavar="LANGUAGE|ID",
        help="the cases that fail: all, those of a language, or one",
    )
    parser.add_argument(
        "--codebook",
        choices=FOLDERS,
        default="dprk-china",
        help="what the cases are read with; each codebook has cases and floors of its own",
    )
    parser.add_argument("--cases", type=Path, help="another folder of cases, without floors")
    parser.add_argument(
        "--corpus",
        type=Path,
        default=os.environ.get("TUMEN_CORPUS"),
        help="a folder of reports with gold/claims.csv to measure too (or TUMEN_CORPUS)",
    )
    asked = parser.parse_args()
    asked.cases = asked.cases or HERE / FOLDERS[asked.codebook]
    return asked


def ledger_of(codebook: str) -> Path:
    """Return the file of the floors of a codebook's cases."""
    return HERE / ("floors.toml" if codebook == "dprk-china" else f"floors-{codebook}.toml")


def show_failures(outcomes: Sequence[Outcome], wanted: str | None) -> None:
    """Print the failing cases that were asked for."""
    for outcome in outcomes:
        case = outcome.case
        if wanted in {"all", case.group, case.language, case.id} and (lines := failures(outcome)):
            print(f"{case.file} {case.id} ({case.published})\n  {case.text}")
            print("".join(f"    {line}\n" for line in lines))


def show_table(title: str, measured: dict[str, Measured]) -> None:
    """Print one line a language."""
    print(f"{title}\n{'':4}{'cases':>7}" + "".join(f"{m:>11}" for m in MEASURES) + "    made up")
    for language, line in measured.items():
        values = "".join(f"{line.value(m):11.3f}" for m in MEASURES)
        print(f"{language:4}{line.cases:7}{values}{line.made_up:11}")


def run_corpus(folder: Path | None, background: pipeline.Background) -> None:
    """Measure a corpus of whole reports if there is one, and say so if there is none."""
    if folder is None:
        print("\nNo corpus of whole reports was named (--corpus FOLDER): not measured.")
        return
    if not (Path(folder) / "gold" / "claims.csv").exists():
        print(f"\n{folder} holds no gold/claims.csv: no corpus was measured.")
        return
    outcomes = corpus_outcomes(Path(folder), background=background)
    print()
    show_table(f"{len(outcomes)} reports of the corpus", by_language(outcomes))


if __name__ == "__main__":
    sys.exit(main())

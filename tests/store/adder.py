"""Add reports to a case until told to stop: run by tests that kill it or fill its disk.

    python -m tests.store.adder CASE FIRST COUNT [LARGEST_FILE]

Prints the id of each report once the store has acknowledged it.
"""

from __future__ import annotations

import resource
import signal
import sys

from tests.store.cases import NOON, a_capture_of, a_report
from tumen.errors import StoreError
from tumen.store import open_case


def main(case: str, first: int, count: int, largest_file: int) -> int:
    if largest_file:
        # A write beyond this fails, as it does on a full disk.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    store = open_case(case)
    for number in range(first, first + count):
        report = a_report(f"About {number} people are held in Jilin.\n" * 40, name=f"{number}.txt")
        try:
            store.add_report(report, a_capture_of(report), by="adder", at=NOON)
        except StoreError as error:
            sys.stderr.write(f"{error}\n")
            return 1
        sys.stdout.write(f"{report.id}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    _, case_, *numbers = sys.argv
    first_, count_, largest_ = [int(number) for number in [*numbers, "0"]][:3]
    sys.exit(main(case_, first_, count_, largest_))

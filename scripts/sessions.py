"""The sessions shown in the docs, run for real: `make docs` writes what they print.

A session is a block of Markdown marked `console`: lines that begin with `$ ` are typed, what follows
is printed.  `...` stands for anything; a session that still agrees is left as it is written.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
WITH_SESSIONS = ("README.md", "docs/tutorial.md")
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", flags=re.MULTILINE | re.DOTALL)
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
WIDTH = "88"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line typed, and what the document shows for it."""

    command: str
    shown: str

    def agrees(self, printed: str) -> bool:
        """Tell whether *printed* is what is shown."""
        return agree(self.shown, printed)

    def corrected(self, printed: str) -> str:
        """Return *printed*, but leave a line with `...` as it is where it still agrees."""
        shown, now = self.shown.splitlines(), printed.splitlines()
        shown += [""] * (len(now) - len(shown))
        pairs = zip(shown, now, strict=False)
        return "".join((old if old and agree(old, new) else new) + "\n" for old, new in pairs)


def agree(shown: str, printed: str) -> bool:
    """Tell whether the two are the same but for spaces and what `...` stands for."""
    return doctest.OutputChecker().check_output(shown, printed, OPTIONS)


def steps_in(text: str) -> list[Step]:
    """Return the steps of all sessions, in order."""
    return [step for block in BLOCK.findall(text) for step in steps_of(block)]


def steps_of(block: str) -> list[Step]:
    """Return the steps of one session."""
    typed = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    parts = [step.partition("\n") for step in typed]
    return [Step(command=command, shown=shown) for command, _, shown in parts]


def prepare(folder: Path) -> None:
    """Put into *folder* what a reader has in front of them: the examples."""
    shutil.copytree(ROOT / "examples", folder / "examples")


def run(command: str, folder: Path) -> str:
    """Return what *command* prints in *folder*, on either stream; it must succeed.

    What a slow machine says while one waits ("reading a.txt ...") is no part of it.
    """
    binaries = Path(sys.executable).parent
    done = subprocess.run(  # noqa: S603  # the project's own docs
        ["bash", "-o", "pipefail", "-c", command],  # noqa: S607  # any bash will do
        cwd=folder,
        env={
            "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT / "src"),  # this tree's program, whichever is installed
            "LC_ALL": "C.UTF-8",
            "COLUMNS": WIDTH,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    printed = done.stdout.decode("utf-8")
    if done.returncode:
        raise RuntimeError(f"{command!r} ended with {done.returncode} and said: {printed}")
    lines = [line.rstrip() for line in printed.splitlines()]
    return "".join(f"{line}\n" for line in lines if not line.endswith(" ..."))


def rewritten(text: str, folder: Path) -> str:
    """Return *text* with what its sessions print now, wherever that differs from what is shown."""

    def block_now(block: re.Match[str]) -> str:
        return "".join(step_now(step) for step in steps_of(block.group()))

    def step_now(step: Step) -> str:
        printed = run(step.command, folder)
        return (
            f"$ {step.command}\n{step.shown if step.agrees(printed) else step.corrected(printed)}"
        )

    return BLOCK.sub(block_now, text)


if __name__ == "__main__":
    for name in WITH_SESSIONS:
        with tempfile.TemporaryDirectory() as temporary:
            document = ROOT / name
            prepare(Path(temporary))
            now = rewritten(document.read_text(encoding="utf-8"), Path(temporary))
            document.write_text(now, encoding="utf-8")

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys

import pytest

from tumen.cli.main import say_it_is_a_bug

TUMEN = [sys.executable, "-m", "tumen"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own program
        [*TUMEN, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def test_done_is_0_not_possible_is_1_and_wrong_usage_is_2(tmp_path):
    nowhere = str(tmp_path / "nowhere.txt")

    assert run("--version").returncode == 0
    assert run("watch", "case").returncode == 1
    assert run("read", nowhere).returncode == 1
    assert run("read").returncode == 2
    assert run("read", nowhere, "--published", "yesterday").returncode == 2
    assert run("read", nowhere, "--wings").returncode == 2


def test_what_could_not_be_done_is_one_sentence_and_no_traceback(tmp_path):
    done = run("read", str(tmp_path / "nowhere.txt"))

    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "nowhere.txt" in done.stderr


def test_a_bug_says_first_that_it_is_one(capsys):
    try:
        raise KeyError("oops")
    except KeyError as error:
        say_it_is_a_bug(type(error), error, error.__traceback__)
    first, *rest = capsys.readouterr().err.splitlines()

    assert first.startswith("This is a bug in Tumen 0.1.0, not in what you typed. Please report")
    assert rest[-1] == "KeyError: 'oops'"


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_program_that_is_stopped_goes_quietly(sent, code):
    # It waits for the next line for ever.
    with subprocess.Popen(  # noqa: S603  # our own program
        [*TUMEN, "expressions", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        try:
            assert answer(running, '{"id": "1", "text": "20", "language": "en"}\n')
            stop(running, sent)
            assert running.stderr is not None
            said = running.stderr.read()
        finally:
            running.kill()  # or leaving the block would wait for it without end

    assert running.returncode == code
    assert said.strip() == ""


def answer(running: subprocess.Popen[str], line: str) -> str:
    """Return the program's answer to one line: from then on it waits for another."""
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(line)
    running.stdin.flush()
    return running.stdout.readline()


def stop(running: subprocess.Popen[str], sent: signal.Signals) -> None:
    """Send the signal until the program ends: one that comes just before a read begins is missed."""
    for _ in range(60):
        running.send_signal(sent)
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(timeout=0.5)
            return

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.reports import NEWS, UNDATED, run, said, write
from tumen.archive import capture_file
from tumen.ids import digest_of
from tumen.records import report_id
from tumen.store import open_case


def head_of(case: str) -> str:
    return run("verify", case).stdout.split()[-1]


def test_a_whole_case_says_so_and_gives_its_hash(case):
    done = run("verify", case)
    first, second = done.stdout.splitlines()

    assert done.exit_code == 0
    assert first.startswith(f"The case {case!r} is as it was put in: reports: 1, ")
    assert len(second.split()[-1]) == 64


def test_a_hash_written_down_earlier_is_still_in_a_case_that_grew(tmp_path, case):
    head = head_of(case)
    run("add", case, write(tmp_path, "b.txt", UNDATED), "--quiet")

    assert run("verify", case, "--head", head).exit_code == 0


def test_the_first_digits_of_a_hash_are_enough(case):
    head = head_of(case)

    assert run("verify", case, "--head", head[:8]).exit_code == 0
    assert run("verify", case, "--head", head[:20].upper()).exit_code == 0
    assert run("verify", case, "--head", other(head[:8])).exit_code == 1


@pytest.mark.parametrize("typed", ["", "3f9a01c", "not a hash!", "3f9a01c2..."])
def test_too_little_of_a_hash_is_refused_and_no_alarm_is_given(case, typed):
    done = run("verify", case, "--head", typed)

    assert done.exit_code == 2
    assert done.stdout == ""
    assert "at least the first 8" in " ".join(done.stderr.split())


def other(digits: str) -> str:
    return ("0" if digits[0] != "0" else "1") + digits[1:]


def test_a_hash_that_is_no_longer_there_is_a_problem(case):
    done = run("verify", case, "--head", "0" * 64)

    assert done.exit_code == 1
    assert "no longer in the log" in done.stdout
    assert len(said(done)) == 1
    assert "is not as it was put in: 1 problem, listed" in done.stderr


def test_evidence_that_was_changed_is_found(case):
    for file in Path(case).rglob("*"):
        if file.is_file() and file.read_bytes() == NEWS.encode():
            file.chmod(0o600)
            file.write_bytes(NEWS.replace("20", "2000").encode())
    done = run("verify", case)

    assert done.exit_code == 1
    assert done.stdout.startswith("error: evidence ")


def test_where_there_is_no_case_there_is_nothing_to_check(tmp_path):
    assert run("verify", str(tmp_path / "none")).exit_code == 1


def test_a_text_forged_in_the_record_and_sealed_anew_is_found_in_its_file(tmp_path, case):
    """Whoever can write the database can make the whole log again, but not the file's hash."""
    kept = open_case(case)
    (report,) = kept.reports()
    capture = capture_file(tmp_path / "a.txt", retrieved_at=kept.custody()[0].at)
    text = report.text.replace("20 women", "90 women")
    digest = digest_of(text.encode())
    new = report_id(report.digest, digest, report.text_by)
    forged = replace(report, text=text, text_digest=digest, id=new)
    other = str(tmp_path / "other")
    run("init", other, "--quiet")
    open_case(other).add_report(forged, capture, by="", at=capture.retrieved_at)

    done = run("verify", other)
    assert done.exit_code == 1
    assert "Its text is not the one in its evidence file" in done.stdout
    assert "is not as it was put in (1 problem)" in run("trace", "--case", other).stderr

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from tumen.cli.writing import check_target, half_written, write_whole
from tumen.errors import CommandError


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "brief.html"
    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_what_was_there_is_replaced_and_its_permissions_are_kept(tmp_path):
    target = tmp_path / "brief.html"
    target.write_bytes(b"old")
    target.chmod(0o600)
    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.html").write_bytes(b"old")
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    write_whole(tmp_path / "link.html", b"new")

    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_bytes() == b"new"


def test_when_writing_fails_the_old_file_stands_and_no_temporary_one(tmp_path):
    target = tmp_path / "brief.html"
    target.write_bytes(b"old")

    with pytest.raises(KeyboardInterrupt):
        stop_halfway(target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def stop_halfway(target: Path) -> None:
    with half_written(target) as (temporary, handle):
        os.write(handle, b"ne")
        os.close(handle)
        assert temporary.read_bytes() == b"ne"
        assert temporary.parent == target.parent
        raise KeyboardInterrupt


def test_a_full_disk_is_one_sentence(tmp_path):
    # A name that no file system takes stands for a disk that takes nothing.
    target = tmp_path / ("x" * 300)

    with pytest.raises(CommandError, match=r"could not be written: File name too long\. What was"):
        write_whole(target, b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_target(tmp_path):
    with pytest.raises(CommandError, match="is a folder; name the file to write, such as"):
        check_target(tmp_path, ())


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"There is no folder .*nowhere' to write 'brief.html'"):
        check_target(tmp_path / "nowhere" / "brief.html", ())


def test_a_report_is_never_overwritten(tmp_path):
    report = tmp_path / "report.md"
    report.write_text("About 20 women.")

    with pytest.raises(CommandError, match="is one of the reports"):
        check_target(tmp_path / ".." / tmp_path.name / "report.md", (str(report),))


def run(code: str, *, stdout: int | IO[bytes]) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    return subprocess.run(  # noqa: S603  # our own interpreter and our own words
        [sys.executable, "-c", code],
        env=environment,
        check=False,
        stderr=subprocess.PIPE,
        stdout=stdout,
    )


def test_output_is_utf8_whatever_the_locale():
    done = run("from tumen.cli.writing import emit; emit('200\\uc5ec\\n')", stdout=subprocess.PIPE)

    assert done.stdout == "200여\n".encode()
    assert done.returncode == 0


def test_a_reader_that_goes_away_is_no_error():
    reading, writing = os.pipe()
    os.close(reading)
    done = run("from tumen.cli.writing import emit; emit('x' * 1000000)", stdout=writing)
    os.close(writing)

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_standard_output_that_takes_nothing_is_one_sentence():
    code = (
        "from tumen.cli.writing import emit\n"
        "from tumen.errors import CommandError\n"
        "try: emit('x' * 100000)\n"
        "except CommandError as error: raise SystemExit(str(error))\n"
    )
    with Path("/dev/full").open("wb") as full:
        done = run(code, stdout=full)

    assert done.stderr.decode().splitlines() == [
        "Standard output could not be written: No space left on device. Free some room there, "
        "or send it elsewhere."
    ]

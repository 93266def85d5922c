from __future__ import annotations

import os
import socket
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.archive.documents import NOON
from tumen.archive import capture_file
from tumen.errors import ArchiveError, CaptureError
from tumen.settings import MAX_REPORT_BYTES


def refusal(path: str | Path) -> str:
    with pytest.raises(CaptureError) as caught:
        capture_file(path, retrieved_at=NOON)
    assert isinstance(caught.value, ArchiveError)
    return str(caught.value)


def test_the_bytes_are_kept_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xef\xbb\xbfOne\r\nTwo\r")

    capture = capture_file(path, retrieved_at=NOON, retrieved_by="Kim")

    assert capture.content == b"\xef\xbb\xbfOne\r\nTwo\r"
    assert capture.media_type == "text/plain"
    assert capture.name == "report.txt"
    assert capture.url is None
    assert capture.retrieved_at == NOON
    assert capture.retrieved_by == "Kim"


def test_the_time_is_kept_in_utc_and_needs_a_zone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A", encoding="utf-8")
    seoul = datetime(2020, 11, 6, 21, tzinfo=timezone(timedelta(hours=9)))

    assert capture_file(path, retrieved_at=seoul).retrieved_at.tzinfo is UTC
    with pytest.raises(ValueError, match="needs a time zone"):
        capture_file(path, retrieved_at=datetime(2020, 11, 6))  # noqa: DTZ001


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt").endswith(
        "gone.txt' cannot be taken in: there is no such file; check the name"
    )


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    assert refusal(tmp_path).endswith("it is a folder; name the files in it")


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    assert "it is a named pipe, not a file" in refusal(pipe)


def test_a_device_is_not_read():
    assert "it is a device, not a file" in refusal("/dev/zero")


def test_a_socket_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")

        assert refusal("s").startswith("'s' cannot be taken in: the system says ")


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("A", encoding="utf-8")
    path.chmod(0)
    if os.geteuid() == 0:  # root reads everything
        assert capture_file(path, retrieved_at=NOON).content == b"A"
    else:
        assert "it may not be read" in refusal(path)


def test_a_link_in_a_circle_is_no_file(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(link)

    assert "a link that leads back to itself" in refusal(link)


@pytest.mark.parametrize("address", ["https://example.org/a", "HTTP://example.org"])
def test_an_address_is_not_fetched_yet(address: str) -> None:
    assert refusal(address) == (
        f"{address!r} cannot be taken in: fetching addresses is not built yet; save the page in "
        "your browser and hand over the file"
    )
    assert "not built yet" in refusal(Path(address))


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    with path.open("wb") as file:
        file.truncate(MAX_REPORT_BYTES + 1)

    assert "it holds 20,000,001 bytes, and a report may hold 20,000,000" in refusal(path)


def test_a_file_that_hides_its_size_is_not_read_beyond_the_limit():
    """Files of /proc say that they are empty."""
    assert capture_file("/proc/self/status", retrieved_at=NOON).content.startswith(b"Name:")


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 300])
def test_a_name_that_no_file_can_have_gets_a_sentence(name: str) -> None:
    assert refusal(name).endswith("check the name")


def test_a_name_that_is_no_utf_8_can_still_be_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/r\xe9port.txt"
    Path(os.fsdecode(path)).write_bytes(b"A")

    assert capture_file(os.fsdecode(path), retrieved_at=NOON).name == "r\ufffdport.txt"

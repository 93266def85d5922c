from __future__ import annotations

import os
from pathlib import Path

import pytest

from tumen.codebook import load_codebook
from tumen.codebook.toml_file import read_toml
from tumen.errors import CodebookError
from tumen.settings import MAX_CODEBOOK_BYTES


def refusal(path: Path) -> str:
    with pytest.raises(CodebookError) as caught:
        load_codebook(path)
    return str(caught.value)


def test_a_file_gives_its_bytes_and_its_tables(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(b"a = [1, { b = 2 }]")

    assert read_toml(path, "a.toml") == (b"a = [1, { b = 2 }]", {"a": [1, {"b": 2}]})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(
            b"x = " + b"[" * 5000 + b"]" * 5000,
            "is nested more than 50 levels deep, and no codebook is; check its brackets.",
            id="brackets",
        ),
        pytest.param(
            b"x" + b".x" * 5000 + b" = 1",
            "is nested more than 50 levels deep, and no codebook is; check its brackets.",
            id="dotted keys",
        ),
        pytest.param(
            b"x = " + b"9" * 5000,
            "has a whole number of more than 19 digits, and no codebook needs one; shorten it, or "
            "put it in quotes.",
            id="digits",
        ),
        pytest.param(
            b"x = 0x" + b"f" * 5000,
            "has a whole number of more than 19 digits, and no codebook needs one; shorten it, or "
            "put it in quotes.",
            id="hexadecimal digits",
        ),
        pytest.param(
            b"#" * (MAX_CODEBOOK_BYTES + 1),
            "holds more than 5,000,000 bytes, and no file of a codebook does; check that it is "
            "the right file.",
            id="size",
        ),
    ],
)
def test_a_file_made_to_keep_the_reader_busy_gets_a_sentence(tmp_path, content, sentence):
    (tmp_path / "a.toml").write_bytes(content)

    assert refusal(tmp_path / "a.toml") == f"'{tmp_path.name}/a.toml' {sentence}"


@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_what_is_no_plain_file_is_not_waited_for(tmp_path, kind):
    path = tmp_path / "a.toml"
    {
        "pipe": lambda: os.mkfifo(path),
        "folder": path.mkdir,
        "device": lambda: path.symlink_to("/dev/zero"),
    }[kind]()

    assert "cannot be read: it is no plain file" in refusal(path) or kind == "folder"
    assert "cannot be read: " in refusal(path)


def test_a_part_is_read_with_the_same_care(tmp_path):
    (tmp_path / "a.toml").write_text('parts = ["b.toml"]', encoding="utf-8")
    os.mkfifo(tmp_path / "b.toml")

    assert refusal(tmp_path / "a.toml").startswith(
        f"'{tmp_path.name}/b.toml' cannot be read: it is no plain file"
    )

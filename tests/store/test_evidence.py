from __future__ import annotations

import hashlib
import stat

import pytest
from hypothesis import given, strategies as st

from tests.store.cases import TEXT, a_case, rewrite
from tumen.errors import CustodyError
from tumen.store.evidence import EvidenceFolder

DIGEST = hashlib.sha256(b"bytes").hexdigest()


def test_a_file_is_kept_under_the_digest_of_its_bytes(tmp_path):
    folder = EvidenceFolder(tmp_path)

    assert folder.keep(b"bytes") == DIGEST
    assert (tmp_path / DIGEST).read_bytes() == b"bytes"
    assert stat.S_IMODE((tmp_path / DIGEST).stat().st_mode) == 0o400
    assert folder.names() == (DIGEST,)


@given(st.binary())
def test_what_is_kept_is_read_back(tmp_path_factory, content):
    folder = EvidenceFolder(tmp_path_factory.mktemp("evidence"))

    assert folder.read(folder.keep(content)) == content


def test_a_file_that_is_there_is_not_written_again(tmp_path):
    folder = EvidenceFolder(tmp_path)
    folder.keep(b"bytes")
    before = (tmp_path / DIGEST).stat()
    folder.keep(b"bytes")

    assert (tmp_path / DIGEST).stat().st_mtime_ns == before.st_mtime_ns
    assert (tmp_path / DIGEST).stat().st_ino == before.st_ino


def test_a_changed_file_is_refused_and_not_mended_in_silence(tmp_path):
    folder = EvidenceFolder(tmp_path)
    folder.keep(b"bytes")
    rewrite(tmp_path / DIGEST, b"other")

    with pytest.raises(CustodyError, match=f"The evidence file {DIGEST} was changed"):
        folder.read(DIGEST)
    with pytest.raises(CustodyError, match="was changed"):
        folder.keep(b"bytes")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CustodyError, match=f"The evidence file {DIGEST} is missing"):
        EvidenceFolder(tmp_path).read(DIGEST)


@pytest.mark.parametrize("digest", ["../../secret", "", "A" * 64, "0" * 63])
def test_nothing_but_a_digest_is_looked_for(tmp_path, digest):
    with pytest.raises(CustodyError, match="is no SHA-256"):
        EvidenceFolder(tmp_path).read(digest)


def test_what_an_interrupted_writer_left_is_cleared_away_by_the_next(tmp_path):
    (tmp_path / ".0123456789abcdef.00000000.part").write_bytes(b"by")
    folder = EvidenceFolder(tmp_path)
    folder.keep(b"bytes")

    assert folder.names() == (DIGEST,)


def test_a_folder_that_is_gone_has_no_files(tmp_path):
    assert EvidenceFolder(tmp_path / "gone").names() == ()


def test_a_link_is_no_evidence(tmp_path):
    store = a_case(tmp_path / "case", TEXT)
    file = store.path / "evidence" / store.reports()[0].digest
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(CustodyError, match="is a link to something outside the case"):
        store.evidence(file.name)
    (problem,) = store.verify()
    assert "is a link to something outside the case" in problem.text


def test_a_folder_of_evidence_that_is_a_link_is_told(tmp_path):
    store = a_case(tmp_path / "case", TEXT)
    folder = store.path / "evidence"
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")

    (problem,) = store.verify()
    assert problem.subject == "folder evidence"

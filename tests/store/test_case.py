from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.cases import NOON
from tumen.errors import StoreError
from tumen.store import CaseSettings, create, open_case
from tumen.store.case import rename_whole


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_case_is_whole_and_its_owner_s_alone(tmp_path):
    store = create(tmp_path / "case", at=NOON, by="Kim", codebook="dprk-china", title="Autumn")

    assert store.settings == CaseSettings(codebook="dprk-china", title="Autumn")
    assert [(e.action, e.by, e.at) for e in store.custody()] == [("created", "Kim", NOON)]
    assert store.verify() == ()
    assert mode_of(store.path) == 0o700
    assert mode_of(store.path / "evidence") == 0o700
    assert [p.name for p in tmp_path.iterdir()] == ["case"]


def test_an_empty_folder_becomes_the_case(tmp_path):
    (tmp_path / "case").mkdir()

    assert create(tmp_path / "case", at=NOON).reports() == ()


def test_what_is_there_is_never_touched(tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine").write_text("mine", encoding="utf-8")

    for name in ("file", "folder"):
        with pytest.raises(StoreError, match=r"There is something at .* already"):
            create(tmp_path / name, at=NOON)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "folder" / "mine").read_text(encoding="utf-8") == "mine"


def test_a_case_is_not_made_twice(tmp_path):
    create(tmp_path / "case", at=NOON)

    with pytest.raises(StoreError, match=r"There is a case at .* already\. Add to it with"):
        create(tmp_path / "case", at=NOON)


def test_the_folder_one_stands_in_is_not_replaced(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(StoreError, match=r"something at '\.' already"):
        create(".", at=NOON)


def test_a_folder_to_make_it_in_is_asked_for(tmp_path):
    with pytest.raises(StoreError, match=r"There is no folder .* to make the case 'case' in"):
        create(tmp_path / "none" / "case", at=NOON)


def test_a_case_that_could_not_be_made_leaves_nothing_behind(tmp_path):
    with pytest.raises(ValueError, match="needs times with their zone"):
        create(tmp_path / "case", at=NOON.replace(tzinfo=None))

    assert list(tmp_path.iterdir()) == []


def test_a_case_may_be_moved(tmp_path):
    create(tmp_path / "case", at=NOON, title="Autumn")
    (tmp_path / "case").rename(tmp_path / "moved")

    assert open_case(tmp_path / "moved").settings.title == "Autumn"


def test_a_case_that_the_disk_refuses_is_called_by_its_own_name(tmp_path):
    program = (
        "import resource, signal, sys; from tests.store.cases import NOON; "
        "from tumen.store import create; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)); create(sys.argv[1], at=NOON)"
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program, str(tmp_path / "case")],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )

    path = str(tmp_path / "case")
    assert f"tumen.errors.StoreError: The case {path!r}: the disk " in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_of_two_who_make_a_case_at_once_the_later_is_told_that_there_is_one(tmp_path):
    create(tmp_path / "case", at=NOON)
    (tmp_path / "second").mkdir()

    with pytest.raises(StoreError, match=r"There is a case at .* already\. Add to it with"):
        rename_whole(tmp_path / "second", tmp_path / "case")

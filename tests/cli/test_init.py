from __future__ import annotations

from tests.cli.reports import run, said
from tumen import store


def test_a_case_is_made_and_what_comes_next_is_said(tmp_path):
    case = str(tmp_path / "case")
    done = run("init", case, "--title", "Autumn", "--by", "A. Kim")

    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr == (
        f"Made the case {case!r}. Add reports with: tumen add {case} REPORT...\n"
    )
    assert store.open_case(case).settings.title == "Autumn"
    assert store.open_case(case).custody()[0].by == "A. Kim"


def test_a_case_is_not_made_over_another(tmp_path):
    case = str(tmp_path / "case")
    run("init", case)
    done = run("init", case)

    assert done.exit_code == 1
    assert len(said(done)) == 1
    assert "There is a case at" in done.stderr


def test_a_case_about_an_unknown_situation_is_not_made(tmp_path):
    done = run("init", str(tmp_path / "case"), "--codebook", "atlantis")

    assert done.exit_code == 1
    assert "There is no codebook 'atlantis'" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_quiet_says_nothing(tmp_path):
    done = run("init", str(tmp_path / "case"), "--quiet")

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")

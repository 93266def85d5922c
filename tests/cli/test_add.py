from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.reports import NEWS, UNDATED, run, said, write
from tests.folders import as_somebody_else
from tumen import store
from tumen.cli.add import listed_in
from tumen.errors import CommandError


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = str(tmp_path / "case")
    run("init", path, "--quiet")
    return path


def names_in(case: str) -> list[str]:
    return [report.name for report in store.open_case(case).reports()]


def test_a_report_is_added_and_what_comes_next_is_said(tmp_path, case):
    done = run("add", case, write(tmp_path, "a.txt", NEWS), "--by", "A. Kim")

    assert done.stdout == ""
    assert said(done) == [
        f"Added 1 of 1 to {case!r}.",
        f"Write the brief with: tumen brief --case {case}",
    ]
    assert names_in(case) == ["a.txt"]
    assert store.open_case(case).receipts()[0].retrieved_by == "A. Kim"


def test_a_report_that_is_there_already_stays_one(tmp_path, case):
    news = write(tmp_path, "a.txt", NEWS)
    run("add", case, news)

    assert "Added 0 of 1" in run("add", case, news).stderr
    assert "already in it: 1." in run("add", case, news).stderr
    assert names_in(case) == ["a.txt"]


def test_a_date_can_be_given_to_a_report_that_is_there(tmp_path, case):
    undated = write(tmp_path, "a.txt", UNDATED)
    run("add", case, undated)
    run("add", case, undated, "--published", "2020-11-05")
    (report,) = store.open_case(case).reports()

    assert report.published is not None
    assert "no date" not in run("brief", "--case", case, "-o", str(tmp_path / "b.md")).stderr


def test_one_bad_file_and_none_is_added(tmp_path, case):
    done = run("add", case, write(tmp_path, "a.txt", NEWS), str(tmp_path / "missing.txt"))

    assert done.exit_code == 1
    assert "missing.txt" in done.stderr
    assert names_in(case) == []


def test_a_folder_gives_its_texts_and_pages_and_says_what_it_passed_over(tmp_path, case):
    inbox = tmp_path / "inbox"
    (inbox / "old").mkdir(parents=True)
    (inbox / "page_files").mkdir()
    write(inbox, "b.txt", NEWS)
    write(inbox / "old", "a.TXT", UNDATED)
    write(inbox, "page.html", f"<html><body><p>{UNDATED}</p></body></html>")
    write(inbox / "page_files", "advert.html", "<html><body>Buy!</body></html>")
    write(inbox, "photo.jpg", "not a photo")
    write(inbox, ".hidden.txt", NEWS)
    done = run("add", case, str(inbox))

    assert names_in(case) == ["b.txt", "a.TXT", "page.html"]
    assert f"Passed over, as no text and no page (1): '{inbox / 'photo.jpg'}'." in said(done)


def test_a_folder_without_reports_is_refused(tmp_path, case):
    (tmp_path / "inbox").mkdir()
    done = run("add", case, str(tmp_path / "inbox"))

    assert done.exit_code == 1
    assert "There is no report in the folder" in done.stderr


def test_where_there_is_no_case_one_is_told_how_to_make_one(tmp_path):
    done = run("add", str(tmp_path / "none"), write(tmp_path, "a.txt", NEWS))

    assert done.exit_code == 1
    assert len(said(done)) == 1
    assert "tumen init" in done.stderr


def test_quiet_says_nothing(tmp_path, case):
    assert run("add", case, write(tmp_path, "a.txt", NEWS), "--quiet").stderr == ""


def test_a_folder_that_is_closed_gets_a_sentence(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()

    with as_somebody_else(closed), pytest.raises(CommandError) as caught:
        listed_in(str(closed))
    assert str(caught.value) == (
        f"The folder {str(closed)!r} cannot be looked into: Permission denied; ask its owner for "
        "permission, or name the files to add one by one."
    )

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.reports import NEWS, NOTHING, UNDATED, run, said, write


def test_a_brief_is_written_and_what_was_done_is_said_on_standard_error(tmp_path):
    target = tmp_path / "out.html"
    done = run("brief", write(tmp_path, "a.txt", NEWS), "-o", str(target))

    assert done.exit_code == 0
    assert done.stdout == ""
    assert target.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    first, *_, last = said(done)
    assert first.startswith("Read 1 report: ")
    assert last == f"The brief is in {target}, to be opened in any browser."


def test_without_a_name_the_brief_is_put_where_one_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("brief", write(tmp_path, "a.txt", NEWS))

    assert Path("brief.html").exists()
    assert "The brief is in brief.html" in done.stderr


def test_the_ending_of_the_file_says_the_format(tmp_path):
    news = write(tmp_path, "a.txt", NEWS)
    for ending in ("md", "json", "htm"):
        assert run("brief", news, "-o", str(tmp_path / f"b.{ending}"), "--quiet").exit_code == 0

    assert (tmp_path / "b.md").read_text(encoding="utf-8").startswith("# ")
    assert isinstance(json.loads((tmp_path / "b.json").read_text(encoding="utf-8")), dict)


def test_a_dash_writes_markdown_to_standard_output(tmp_path):
    done = run("brief", write(tmp_path, "a.txt", NEWS), "-o", "-")

    assert done.stdout.startswith("# ")
    assert "The brief is in" not in done.stderr


def test_quiet_says_nothing_at_all(tmp_path):
    done = run("brief", write(tmp_path, "a.txt", UNDATED), "-o", str(tmp_path / "b.md"), "--quiet")

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_a_report_without_a_date_is_said_to_have_none_and_how_to_give_one(tmp_path):
    undated = write(tmp_path, "a.txt", UNDATED)
    target = str(tmp_path / "b.md")

    assert (
        '1 report has no date of publication, so that words like "last month" stayed unresolved; '
        "give the date with --published YYYY-MM-DD."
    ) in said(run("brief", undated, "-o", target))
    assert "no date" not in run("brief", undated, "-o", target, "--published", "2020-11-05").stderr


def test_a_report_with_nothing_in_it_still_makes_a_brief(tmp_path):
    done = run("brief", write(tmp_path, "a.txt", NOTHING), "-o", str(tmp_path / "b.html"))

    assert done.exit_code == 0
    assert "Read 1 report: 0 claims, 0 of them with a number of people" in done.stderr


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("b.pdf", "Writing PDF is not built yet; write a page with -o brief.html, open it"),
        ("b.docx", "b.docx' names no format; end it with one of .htm, .html, .json, .md."),
        ("b", "names no format"),
        ("nowhere/b.html", "There is no folder"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_read(tmp_path, name, sentence):
    done = run("brief", str(tmp_path / "missing.txt"), "-o", str(tmp_path / name))

    assert done.exit_code == 1
    assert sentence in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_not_overwritten_by_its_own_brief(tmp_path):
    report = write(tmp_path, "a.md", NEWS)
    done = run("brief", report, "-o", report)

    assert done.exit_code == 1
    assert "is one of the reports" in done.stderr
    assert Path(report).read_text(encoding="utf-8") == NEWS


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path):
    # A name that no file system takes; permissions would not stop a test that runs as root.
    done = run("brief", write(tmp_path, "a.txt", NEWS), "-o", str(tmp_path / f"{'b' * 300}.html"))

    assert done.exit_code == 1
    assert len(said(done)) == 1
    assert "could not be written: File name too long" in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_the_brief_speaks_the_language_asked_for(tmp_path):
    news = write(tmp_path, "a.txt", NEWS)
    for language in ("ko", "ja", "zh"):
        target = tmp_path / f"{language}.html"
        run("brief", news, "-o", str(target), "--lang", language)

        assert f'lang="{language}' in target.read_text(encoding="utf-8")


def evidence_in(case: str) -> list[Path]:
    return list(Path(case, "evidence").iterdir())


def test_a_case_that_is_whole_is_said_to_be_checked(case):
    done = run("brief", "--case", case, "-o", "-")

    assert "Warning" not in done.stderr
    assert "- Evidence: checked: all as it was put in" in done.stdout


def test_reports_without_a_case_have_nothing_to_check(tmp_path):
    assert "Evidence" not in run("brief", write(tmp_path, "a.txt", NEWS), "-o", "-").stdout


@pytest.mark.parametrize("harm", ["gone", "changed"])
@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_evidence_that_is_gone_or_changed_is_said_at_once_and_in_the_brief(case, harm, quiet):
    (kept,) = evidence_in(case)
    kept.chmod(0o600)
    if harm == "gone":
        kept.unlink()
    else:
        kept.write_bytes(NEWS.replace("20", "2000").encode())
    done = run("brief", "--case", case, "-o", "-", *quiet)

    assert done.exit_code == 0
    (warning,) = [line for line in done.stderr.splitlines() if line.startswith("Warning: ")]
    assert "is not as it was put in (1 problem)" in warning
    assert "1 problem was found, touching a.txt." in done.stdout
    assert "Evidence" not in done.stdout


def test_an_interrupted_addition_is_no_damage(case):
    (kept,) = evidence_in(case)
    kept.with_name("0" * 64).write_bytes(b"half")

    assert "Warning" not in run("brief", "--case", case, "-o", "-").stderr

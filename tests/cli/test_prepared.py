from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.reports import NEWS, UNDATED, run, said, write

COMMANDS = ("brief", "read", "trace", "reconcile")


def bad_empty(folder: Path) -> str:
    return write(folder, "empty.txt", "")


def bad_binary(folder: Path) -> str:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    return str(folder / "binary.txt")


def bad_encoding(folder: Path) -> str:
    # Neither UTF-8 nor any encoding that says so of itself.
    (folder / "encoding.txt").write_bytes(b"\xff\x81\x8d\x8f\x90\x9d\xa0\xfd About 20 women")
    return str(folder / "encoding.txt")


def bad_long_line(folder: Path) -> str:
    (folder / "line.txt").write_bytes(b"about 20 women " * 3_500_000)
    return str(folder / "line.txt")


def bad_missing(folder: Path) -> str:
    return str(folder / "missing.txt")


def bad_directory(folder: Path) -> str:
    (folder / "directory").mkdir()
    return str(folder / "directory")


BAD = (bad_empty, bad_binary, bad_encoding, bad_long_line, bad_missing, bad_directory)


def assert_refused(done: Result, folder: Path, *, naming: str = "") -> None:
    assert done.exit_code == 1
    assert done.stdout == ""
    assert len(said(done)) == 1
    assert naming in done.stderr
    assert not (folder / "out.html").exists()
    assert [p.name for p in folder.iterdir() if p.name.endswith(".tmp")] == []


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_file_among_good_ones_is_named_in_one_sentence_and_nothing_is_written(tmp_path, bad):
    report = bad(tmp_path)
    good = write(tmp_path, "good.txt", NEWS)
    done = run("brief", good, report, "-o", str(tmp_path / "out.html"))

    assert_refused(done, tmp_path, naming=report.rpartition("/")[2])


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", ""])
def test_a_name_that_no_file_can_have_is_one_sentence(tmp_path, name):
    assert_refused(run("read", name), tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_refuses_in_the_same_way(tmp_path, command):
    assert_refused(run(command, bad_missing(tmp_path)), tmp_path, naming="missing.txt")
    assert_refused(run(command, bad_empty(tmp_path)), tmp_path, naming="empty.txt")


def test_a_folder_is_answered_with_how_to_name_its_files(tmp_path):
    folder = bad_directory(tmp_path)

    assert said(run("read", folder)) == [
        f"'{folder}' is a folder; name the files in it, such as '{folder}/*' without the quotes."
    ]


def test_an_address_is_answered_with_what_to_do_instead(tmp_path):
    done = run("read", "https://example.org/news")

    assert_refused(done, tmp_path, naming="'https://example.org/news' cannot be taken in: fetching")


def test_a_language_that_nobody_reads_is_refused(tmp_path):
    done = run("read", write(tmp_path, "a.txt", NEWS), "--language", "fr")

    assert_refused(done, tmp_path, naming="no reader knows the language 'fr'; they know en")


def test_a_codebook_that_is_not_there_is_refused(tmp_path):
    done = run("read", write(tmp_path, "a.txt", NEWS), "--codebook", "atlantis")

    assert_refused(done, tmp_path, naming="There is no codebook 'atlantis'")


def test_the_same_report_given_twice_is_counted_once_and_said(tmp_path):
    news = write(tmp_path, "a.txt", NEWS)
    once, twice = run("read", news, "--json"), run("read", news, news, "--json")

    assert twice.stdout == once.stdout
    assert said(twice) == ["Given twice and counted once: 'a.txt'."]
    assert run("read", news, news, "--json", "--quiet").stderr == ""


def test_a_day_of_publication_on_the_command_line_wins_over_the_header(tmp_path):
    news = write(tmp_path, "a.txt", NEWS)

    assert "2020-10-16" in run("read", news).stdout
    assert "2021-03-04" in run("read", news, "--published", "2021-03-04").stdout


def test_several_languages_go_in_together(tmp_path):
    korean = write(
        tmp_path, "ko.txt", "date: 2020-10-16\nlanguage: ko\n\n탈북민 200여 명이 구금됐다.\n"
    )
    done = run("read", write(tmp_path, "a.txt", NEWS), korean, "--json")

    assert done.exit_code == 0
    assert "200여 명" in done.stdout


def test_the_reports_of_a_case_come_first_and_then_those_given(tmp_path):
    case = str(tmp_path / "case")
    news, undated = write(tmp_path, "b.txt", NEWS), write(tmp_path, "a.txt", UNDATED)
    run("init", case, "--quiet")
    run("add", case, news, "--quiet")
    done = run("read", undated, news, "--case", case)

    assert done.stdout.index("b.txt\n") < done.stdout.index("a.txt\n")
    assert said(done) == ["Given twice and counted once: 'b.txt'."]


def test_what_is_typed_now_wins_over_what_the_case_knows(tmp_path):
    case, news = str(tmp_path / "case"), write(tmp_path, "a.txt", NEWS)
    run("init", case, "--quiet")
    run("add", case, news, "--quiet", "--published", "2020-10-17")

    assert "2020-10-17" in run("read", news, "--case", case).stdout
    assert "2021-03-04" in run("read", news, "--case", case, "--published", "2021-03-04").stdout


def test_where_there_is_no_case_one_is_told_how_to_make_one(tmp_path):
    done = run("read", "--case", str(tmp_path / "none"))

    assert_refused(done, tmp_path, naming="tumen init")


FRENCH = "date: 2020-10-16\n\nTrente Nord-Coréens ont été renvoyés de Chine, selon une ONG.\n"


def test_a_report_in_another_language_is_named_and_not_taken_for_english(tmp_path):
    french, news = write(tmp_path, "fr.txt", FRENCH), write(tmp_path, "a.txt", NEWS)
    done = run("read", french, news, "--json")

    assert done.stdout == run("read", news, "--json").stdout
    assert said(done) == [
        "fr.txt: language fr cannot be read; nothing in it was looked at. If it is in another "
        "language, say which with --language."
    ]


def test_a_brief_names_a_report_it_could_not_read_and_counts_it(tmp_path):
    french, news = write(tmp_path, "fr.txt", FRENCH), write(tmp_path, "a.txt", NEWS)
    text = run("brief", french, news, "-o", "-").stdout

    assert "- fr.txt: language fr cannot be read; nothing in this report was looked at." in text
    assert "- Reports: 2" in text


@pytest.mark.parametrize("command", COMMANDS)
def test_a_report_of_a_later_day_is_left_out_and_named(tmp_path, command):
    early, late = write(tmp_path, "a.txt", NEWS), write(tmp_path, "b.txt", LATER)
    rest = ["-o", "-"] if command == "brief" else ["--json"]
    done = run(command, early, late, "--as-of", "2020-10-20", *rest)

    assert "77" not in done.stdout
    assert "b.txt: came out after 2020-10-20, and is left out." in said(done)


def test_a_brief_names_the_reports_of_later_days(tmp_path):
    early, late = write(tmp_path, "a.txt", NEWS), write(tmp_path, "b.txt", LATER)
    text = run("brief", early, late, "--as-of", "2020-10-20", "-o", "-").stdout

    assert "- b.txt: came out after 20 October 2020, and is left out." in text
    assert "- Reports: 1" in text


def test_a_day_before_all_reports_is_refused(tmp_path):
    done = run("read", write(tmp_path, "a.txt", NEWS), "--as-of", "2020-10-15")

    assert_refused(done, tmp_path, naming="Every report came out after 2020-10-15")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_case_named_as_a_report_is_answered_with_the_option_for_cases(case, tmp_path, command):
    done = run(command, case)

    assert_refused(done, tmp_path, naming=f"is a case; to take its reports, say --case {case}.")


LATER = """date: 2020-10-21
publisher: Later

77 defectors from North Korea are detained in Jilin, an official said.
"""


def test_a_language_that_the_letters_belie_is_told(tmp_path):
    report = write(tmp_path, "a.txt", NEWS.replace("date:", "language: ko\ndate:", 1))
    sentence = (
        "a.txt: said to be Korean, and read as that, but written as English is; if that is a "
        "slip, say --language en."
    )

    assert sentence in said(run("read", report))
    run("init", str(tmp_path / "case"), "--quiet")
    assert sentence in said(run("add", str(tmp_path / "case"), report))
    assert sentence not in run("read", report, "--language", "en").stderr

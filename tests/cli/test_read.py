from __future__ import annotations

import json
import subprocess
import sys

from tests.cli.reports import NEWS, NOTHING, run, said, write


def test_json_is_one_line_a_claim_with_the_name_as_handed_over(tmp_path):
    done = run("read", write(tmp_path, "001.txt", NEWS), "--json")
    claims = [json.loads(line) for line in done.stdout.splitlines()]

    assert said(done) == []
    assert claims
    assert {claim["file"] for claim in claims} == {"001.txt"}
    assert [c["figure"]["low"] for c in claims if c["figure"]] == [20]


def test_every_passage_is_the_text_of_the_body(tmp_path):
    body = NEWS.partition("\n\n")[2]
    done = run("read", write(tmp_path, "001.txt", NEWS), "--json", "--statements")
    passages = [json.loads(line)["passage"] for line in done.stdout.splitlines()]

    assert passages
    for passage in passages:
        assert body[passage["start"] : passage["end"]] == passage["exact"]


def test_nothing_found_is_no_line_of_json_and_one_sentence_for_people(tmp_path):
    nothing = write(tmp_path, "a.txt", NOTHING)

    assert run("read", nothing, "--json").stdout == ""
    assert "a.txt was passed over" in run("read", nothing).stdout


def test_people_get_a_table(tmp_path):
    done = run("read", write(tmp_path, "a.txt", NEWS))

    assert "Twenty women arrested" in done.stdout
    assert "≈ 20" in done.stdout
    assert "Dandong" in done.stdout


def test_explain_shows_the_text_and_the_rules(tmp_path):
    done = run("read", write(tmp_path, "a.txt", NEWS), "--explain")

    assert "⟨1⟩" in done.stdout
    assert "Where each part of claim 1 was read" in done.stdout


def test_explain_is_not_for_programs(tmp_path):
    done = run("read", write(tmp_path, "a.txt", NEWS), "--explain", "--json")

    assert done.exit_code == 2
    assert "choose one" in done.stderr


def test_a_pipe_closed_by_its_reader_ends_quietly(tmp_path):
    news = write(tmp_path, "a.txt", NEWS)
    reader = subprocess.Popen(  # our own interpreter
        [sys.executable, "-c", "pass"], stdin=subprocess.PIPE
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "tumen", "read", news, "--json", "--quiet"],
        stdout=reader.stdin,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert reader.stdin is not None
    reader.stdin.close()
    reader.wait()

    assert (done.returncode, done.stderr) == (0, b"")

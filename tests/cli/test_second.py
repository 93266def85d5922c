from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import Result

from tests.build import a_report
from tests.cli.reports import NEWS, run, said, write
from tests.second.build import an_answer
from tests.second.stub import Stub, completion, raw, saying, send, serving
from tumen.cli.second import Saved, SecondAsked, keeping, reader_of
from tumen.errors import CommandError, NoAnswerError, SecondReaderError
from tumen.second import Prompt, parse_answers

KEY = "sk-very-secret-0123456789"
ANSWER = json.dumps(
    {
        "claims": [
            {
                "quote": "About 20 women from North Korea were arrested in Dandong",
                "kind": "arrested",
                "subject": "women",
                "figure": {"words": "About 20", "low": 20, "high": 20},
                "modality": "reported",
            },
            {"quote": "invented", "kind": "arrested", "modality": "reported"},
        ]
    }
)


def read(folder: Path, server: Stub, *more: str) -> Result:
    news = write(folder, "a.txt", NEWS)
    return run("read", news, "--second", server.address, "--model", "small", *more)


def test_without_being_asked_for_nobody_is_asked(tmp_path, monkeypatch):
    with serving(saying(ANSWER)) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.address)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        done = run("read", write(tmp_path, "a.txt", NEWS), "--json")

    assert server.asked == []
    assert "model/" not in done.stdout
    assert "record" not in done.stdout


def test_both_readers_stand_in_the_json_each_under_its_name(tmp_path):
    with serving(saying(ANSWER)) as server:
        done = read(tmp_path, server, "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]

    assert said(done) == []
    assert [line["read_by"] for line in lines if "record" not in line] == ["rules/1", "model/small"]
    assert [line["reason"] for line in lines if line.get("record") == "refused"] == [
        "quote_not_found"
    ]
    assert lines[-1]["record"] == "agreement"


def test_people_see_both_and_what_was_refused(tmp_path):
    with serving(saying(ANSWER)) as server:
        table = read(tmp_path, server).stdout
        explained = read(tmp_path, server, "--explain").stdout

    for printed in (table, explained):
        assert "The second reader: model/small" in printed
        assert "these words do not stand in the text" in printed
        assert "Both readers: alike 0, differing 1" in printed
    assert "model:quoted" in explained


def test_the_first_reader_reads_what_it_reads_alone(tmp_path):
    alone = run("read", write(tmp_path, "a.txt", NEWS), "--json").stdout
    with serving(saying(ANSWER)) as server:
        both = read(tmp_path, server, "--json").stdout

    assert both.startswith(alone)


def test_answers_that_were_saved_are_read_again_without_a_server(tmp_path):
    kept = tmp_path / "answers.jsonl"
    with serving(saying(ANSWER)) as server:
        live = read(tmp_path, server, "--json", "--save-answers", str(kept))
    again = run("read", str(tmp_path / "a.txt"), "--json", "--replay", str(kept))

    assert len(server.asked) == 1
    assert again.stdout == live.stdout


def test_answers_that_were_saved_are_not_written_over(tmp_path):
    kept = tmp_path / "answers.jsonl"
    kept.write_text("mine")
    with serving(saying(ANSWER)) as server, pytest.raises(CommandError, match="not written over"):
        read_raising(tmp_path, server, "--save-answers", str(kept))

    assert kept.read_text() == "mine"
    assert server.asked == []


def read_raising(folder: Path, server: Stub, *more: str) -> None:
    done = read(folder, server, *more)
    if done.exit_code == 1:
        raise CommandError(done.stderr)


def test_a_text_that_has_no_saved_answer_is_said_to_have_none(tmp_path):
    kept = tmp_path / "answers.jsonl"
    with serving(saying(ANSWER)) as server:
        read(tmp_path, server, "--save-answers", str(kept))
    other = write(tmp_path, "b.txt", NEWS.replace("20", "30"))
    done = run("read", str(tmp_path / "a.txt"), other, "--json", "--replay", str(kept))
    refused = [json.loads(li) for li in done.stdout.splitlines() if '"refused", ' in li]

    assert done.exit_code == 0
    assert [(one["file"], one["reason"]) for one in refused] == [
        ("a.txt", "quote_not_found"),
        ("b.txt", "not_saved"),
    ]


def test_a_second_reader_that_fails_leaves_the_first_ones_claims_and_exit_code_1(tmp_path):
    with serving(raw(b"", 503)) as server:
        done = read(tmp_path, server)

    assert done.exit_code == 1
    assert "≈ 20" in done.stdout
    assert "the server refused, with this status" in done.stdout
    assert "none of the reports (status)" in done.stderr


def test_one_report_without_an_answer_does_not_stop_the_others(tmp_path):
    def reply(handler, sent):
        if "30 women" in sent["messages"][1]["content"]:
            send(handler, 500, b"")
        else:
            send(handler, 200, completion(ANSWER))

    other = write(tmp_path, "b.txt", NEWS.replace("20 women", "30 women"))
    with serving(reply) as server:
        done = read(tmp_path, server, other, "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.exit_code == 0
    assert ["model/small", "a.txt"] in [
        [line["read_by"], line["file"]] for line in lines if "record" not in line
    ]
    assert [
        (line["file"], line["reason"]) for line in lines if line.get("record") == "refused"
    ] == [("a.txt", "quote_not_found"), ("b.txt", "status")]


def test_the_key_is_sent_and_neither_printed_nor_saved(tmp_path, monkeypatch):
    monkeypatch.setenv("MODEL_KEY", KEY)
    kept = tmp_path / "answers.jsonl"
    with serving(saying(ANSWER)) as server:
        done = read(tmp_path, server, "--key-from", "MODEL_KEY", "--save-answers", str(kept))

    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert KEY not in done.output + kept.read_text()


def test_a_key_typed_in_place_of_its_variable_is_not_repeated(tmp_path):
    with serving(saying(ANSWER)) as server:
        done = read(tmp_path, server, "--key-from", KEY)

    assert done.exit_code == 1
    assert server.asked == []
    assert KEY not in done.output


def test_an_unsafe_address_is_one_sentence_and_exit_code_1(tmp_path):
    news = write(tmp_path, "a.txt", NEWS)
    done = run("read", news, "--second", "http://example.org/v1", "--model", "small")

    assert done.exit_code == 1
    assert len(said(done)) == 1
    assert "https" in done.stderr


@pytest.mark.parametrize(
    "typed",
    [
        ["--second", "http://127.0.0.1:1/v1"],
        ["--model", "small"],
        ["--key-from", "MODEL_KEY"],
        ["--save-answers", "answers.jsonl"],
        ["--replay", "answers.jsonl", "--save-answers", "more.jsonl"],
        ["--second", "http://127.0.0.1:1/v1", "--model", "small", "--replay", "answers.jsonl"],
        ["--second", "http://127.0.0.1:1/v1", "--model", "small", "--wait", "0"],
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(tmp_path, typed):
    assert run("read", write(tmp_path, "a.txt", NEWS), *typed).exit_code == 2


def asked_for(**changed: str | None) -> SecondAsked:
    typed: dict[str, str | None] = dict.fromkeys(
        ("second", "model", "key_from", "replay", "save_answers")
    )
    return SecondAsked(**typed | changed, wait=5)


def test_by_default_there_is_no_second_reader():
    assert reader_of(asked_for()) is None


def test_of_several_models_in_a_file_one_is_chosen(tmp_path):
    kept = []
    for model in ("small", "large"):
        file = tmp_path / f"{model}.jsonl"
        news = write(tmp_path, "a.txt", NEWS)
        with serving(saying(ANSWER)) as server:
            second = ["--second", server.address, "--model", model]
            run("read", news, *second, "--save-answers", str(file), "--quiet")
        kept.append(file.read_text())
    both = write(tmp_path, "both.jsonl", "".join(kept))

    with pytest.raises(CommandError, match="choose one with --model"):
        reader_of(asked_for(replay=both))
    with pytest.raises(CommandError, match="no answer of 'huge'"):
        reader_of(asked_for(replay=both, model="huge"))
    chosen = reader_of(asked_for(replay=both, model="large"))
    assert chosen is not None
    assert chosen.model == "large"


@pytest.mark.parametrize("content", ["", "\n"])
def test_a_file_without_answers_is_none(tmp_path, content):
    with pytest.raises(CommandError, match="holds no answer"):
        reader_of(asked_for(replay=write(tmp_path, "a.jsonl", content)))


def test_a_file_that_is_not_there_or_no_answers_is_refused(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        reader_of(asked_for(replay=str(tmp_path / "nowhere")))
    with pytest.raises(CommandError, match="cannot be read"):
        reader_of(asked_for(replay=f"a{os.sep}\0"))
    with pytest.raises(SecondReaderError):
        reader_of(asked_for(replay=write(tmp_path, "a.txt", NEWS)))


def test_a_saved_reader_answers_only_what_it_was_asked():
    reader = Saved(model="small", answers=())

    with pytest.raises(NoAnswerError, match="not_saved"):
        reader.answer(a_report(), Prompt(messages=[], response_format={}))


def test_what_was_answered_is_kept_when_the_work_is_broken_off(tmp_path):
    report = a_report()
    file = tmp_path / "answers.jsonl"
    answer = an_answer("{}", report)
    reader = Saved(model="small", answers=(answer,))

    def interrupted() -> None:
        with keeping(reader, str(file)) as noting:
            noting.answer(report, Prompt(messages=[], response_format={}))
            noting.answer(report, Prompt(messages=[], response_format={}))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert parse_answers(file.read_bytes(), name="") == (answer,)

from __future__ import annotations

import json

from tests.cli.reports import NEWS, NOTHING, run, write

PAPER = NEWS.replace("10-16", "10-20").replace("publisher: News", "publisher: Paper")


def test_json_is_one_object_and_every_claim_has_one_origin(tmp_path):
    news, paper = write(tmp_path, "a.txt", NEWS), write(tmp_path, "b.txt", PAPER)
    done = run("trace", news, paper, "--json")
    traced = json.loads(done.stdout)

    assert list(traced) == ["claims", "retellings", "origins", "groups"]
    assert len(done.stdout.splitlines()) == 1
    assert sorted(c for origin in traced["origins"] for c in origin["claims"]) == sorted(
        claim["id"] for claim in traced["claims"]
    )


def test_a_copy_is_a_retelling_and_not_an_origin(tmp_path):
    news, paper = write(tmp_path, "a.txt", NEWS), write(tmp_path, "b.txt", PAPER)
    alone = json.loads(run("trace", news, "--json").stdout)
    both = json.loads(run("trace", news, paper, "--json").stdout)

    assert both["retellings"]
    assert len(both["origins"]) == len(alone["origins"])


def test_people_get_a_tree(tmp_path):
    news, paper = write(tmp_path, "a.txt", NEWS), write(tmp_path, "b.txt", PAPER)
    done = run("trace", news, paper)

    assert done.stdout.startswith("Reports: 2; ")
    assert "└── " in done.stdout


def test_nothing_to_trace_is_said(tmp_path):
    done = run("trace", write(tmp_path, "a.txt", NOTHING))

    assert "Reports: 1; claims: 0; origins: 0" in done.stdout
    assert "Nobody repeats anybody" in done.stdout

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.store.cases import NOON, TEXT, a_case, a_reading, add, rewrite, tamper
from tumen.ids import digest_of
from tumen.records import Deed, Gravity, Problem, next_entry
from tumen.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = a_case(tmp_path / "case", TEXT, "About 20 women are held.")
    store.add_reading(a_reading(store.reports()[0]), by="Kim", at=NOON)
    return store


def said(store: Store) -> list[str]:
    return [f"{p.subject}: {p.text}" for p in store.verify()]


def test_a_whole_case_has_no_problem(store):
    assert store.verify() == ()
    assert store.verify(head=store.head) == ()


def test_a_changed_file_is_found(store):
    digest = store.reports()[0].digest
    rewrite(store.path / "evidence" / digest, b"Nobody is held.")

    (problem,) = store.verify()
    assert problem == Problem(
        subject=f"evidence {digest}",
        text=f"The evidence file {digest} was changed: its SHA-256 is now "
        f"{digest_of(b'Nobody is held.')}; put it back from a copy of the case.",
    )


def test_a_missing_file_is_found(store):
    digest = store.reports()[1].digest
    (store.path / "evidence" / digest).unlink()

    (problem,) = store.verify()
    assert problem.text.startswith(f"The evidence file {digest} is missing")


def test_a_folder_that_is_gone_is_found(store):
    for path in (store.path / "evidence").iterdir():
        path.unlink()
    (store.path / "evidence").rmdir()

    assert len(store.verify()) == 2


def test_a_file_that_is_not_listed_is_a_warning(store):
    (store.path / "evidence" / "notes.txt").write_text("x", encoding="utf-8")

    (problem,) = store.verify()
    assert problem.subject == "evidence notes.txt"
    assert problem.gravity is Gravity.WARNING


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        pytest.param(
            "UPDATE custody SET \"by\" = 'Lee' WHERE sequence = 3",
            "custody entry 3: It was changed after it was sealed.",
            id="another person",
        ),
        pytest.param(
            "UPDATE custody SET at = 'soon' WHERE sequence = 3",
            "custody entry 3: Custody entry 3 has no time: 'soon'.",
            id="no time",
        ),
        pytest.param(
            "UPDATE custody SET \"by\" = x'00' WHERE sequence = 3",
            "custody entry 3: Custody entry 3 has something else than text in it.",
            id="no text",
        ),
        pytest.param(
            "DELETE FROM custody WHERE sequence = 4",
            "custody entry 5: Entry 4 should stand in its place.",
            id="an entry dropped",
        ),
        pytest.param(
            "UPDATE records SET content = replace(content, '200', '300') WHERE sequence = 3",
            "record 3: It was changed after it was sealed.",
            id="another report",
        ),
        pytest.param(
            "UPDATE records SET subject = 'x' WHERE sequence = 3",
            "record 3: It was changed after it was sealed.",
            id="another subject",
        ),
        pytest.param(
            "DELETE FROM records WHERE sequence = 6",
            "record 6: It is in the custody log, but gone.",
            id="a reading dropped",
        ),
        pytest.param(
            "INSERT INTO records VALUES (7, 'settings', 'case', '{\"codebook\":\"x\"}')",
            "record 7: It is not in the custody log.",
            id="a record slipped in",
        ),
        pytest.param(
            "UPDATE records SET kind = 'poem' WHERE sequence = 3",
            "record 3: No record is called 'poem'.",
            id="a kind we do not know",
        ),
        pytest.param(
            "UPDATE records SET content = '{}' WHERE sequence = 3",
            "record 3: A Report is not complete: ",
            id="no record",
        ),
        pytest.param(
            "UPDATE evidence SET size = 1",
            "The list of evidence and the receipts do not say the same of it.",
            id="another size",
        ),
        pytest.param(
            "DELETE FROM evidence",
            "The list of evidence and the receipts do not say the same of it.",
            id="the list emptied",
        ),
    ],
)
def test_a_changed_row_is_found(store, statement, problem):
    tamper(store, statement)

    assert any(problem in one for one in said(store))


def test_a_log_that_was_shortened_shows_only_against_a_written_hash(store):
    head = store.head
    tamper(store, "DELETE FROM records WHERE sequence = 6")
    tamper(store, "DELETE FROM custody WHERE sequence = 6")

    assert store.verify() == ()
    (problem,) = store.verify(head=head)
    assert "its end was cut off, or it was written anew" in problem.text


def forge(store: Store, sequence: int, change: Callable[[Any], Any]) -> None:
    """Change a record and seal everything from there on anew, as a careful forger would."""
    with closing(sqlite3.connect(store.path / "case.sqlite")) as connection:
        contents = dict(connection.execute("SELECT sequence, content FROM records").fetchall())
    contents[sequence] = json.dumps(change(json.loads(contents[sequence])), ensure_ascii=False)
    before = None
    for entry in store.custody():
        content = contents[entry.sequence]
        before = next_entry(
            before,
            Deed(
                at=entry.at,
                by=entry.by,
                action=entry.action,
                subject=entry.subject,
                digest=digest_of(content.encode()),
            ),
        )
        number = entry.sequence
        tamper(store, "UPDATE records SET content = ? WHERE sequence = ?", content, number)
        tamper(
            store,
            "UPDATE custody SET digest = ?, previous = ?, hash = ? WHERE sequence = ?",
            *(before.digest, before.previous, before.hash, number),
        )


def test_a_text_that_does_not_fit_its_digest_is_found_even_if_all_was_sealed_anew(store):
    forge(store, 3, lambda report: report | {"text": report["text"].replace("200", "300")})

    problems = said(store)
    assert f"report {store.reports()[0].id}: Its text was changed." in problems
    assert any("which does not stand there" in one for one in problems)


def test_a_report_whose_bytes_never_came_is_found(store):
    forge(store, 3, lambda report: report | {"digest": "0" * 64})

    name = f"report {store.reports()[0].id}"
    assert said(store) == [
        f"{name}: Its id is not the one that its file and its text make: one of the three was "
        "changed.",
        f"{name}: The bytes it was made of never came.",
    ]


def test_a_quotation_that_does_not_stand_there_is_found(store):
    def misquote(reading):
        return json.loads(json.dumps(reading).replace("About 200", "About 900"))

    forge(store, 6, misquote)

    (problem,) = store.verify()
    assert problem.subject == f"reading of {store.reports()[0].id}"
    assert "quotes 'About 900 defectors are held in Jilin.'" in problem.text


def test_a_record_about_something_else_than_its_row_says_is_found(store):
    forge(store, 2, lambda receipt: receipt | {"digest": "0" * 64})

    assert any("record 2: It is about '000" in one for one in said(store))


def test_a_damaged_database_is_told_and_does_not_raise(store):
    path = store.path / "case.sqlite"
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    path.write_bytes(content)

    problems = store.verify()
    assert problems
    assert problems[0].subject == "case.sqlite"


def test_an_addition_that_was_interrupted_is_completed_by_the_next(store):
    """The file was written, and the program killed before it was listed."""
    text = "About 30 men are held."
    digest = digest_of(text.encode())
    (store.path / "evidence" / digest).write_bytes(text.encode())
    assert [p.gravity for p in store.verify()] == [Gravity.WARNING]

    add(store, text)
    assert store.verify() == ()


def test_revised_reports_and_older_readings_are_checked_too(store):
    report = store.reports()[0]
    store.revise_report(replace(report, publisher="Another"), by="", at=NOON)
    store.add_reading(a_reading(report, read_by="rules/2"), by="", at=NOON)

    assert store.verify() == ()

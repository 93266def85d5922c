from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tests.build import a_day
from tests.store.cases import (
    NOON,
    TEXT,
    a_capture_of,
    a_case,
    a_reading,
    a_report,
    add,
    rewrite,
    tamper,
)
from tumen.errors import CustodyError, StoreError
from tumen.ids import digest_of
from tumen.records import Gravity, Retrieval, check_chain
from tumen.store import CaseSettings, open_case, schema
from tumen.store.store import check_kept

LATER = NOON + timedelta(days=1)


def test_a_report_comes_back_equal_with_its_bytes(tmp_path):
    store = a_case(tmp_path / "case")
    report = replace(a_report(TEXT), metadata={"collected-by": "a volunteer"})

    assert store.add_report(report, a_capture_of(report), by="Kim", at=NOON)
    assert open_case(store.path).reports() == (report,)
    assert store.evidence(report.digest) == TEXT.encode()


def test_reports_stay_in_the_order_in_which_they_came(tmp_path):
    store = a_case(tmp_path / "case", "C.", "A.", "B.")
    report = store.reports()[0]
    store.revise_report(replace(report, publisher="Another"), by="Kim", at=NOON)

    assert [one.text for one in store.reports()] == ["C.", "A.", "B."]


def test_a_report_that_comes_again_is_logged_and_not_added(tmp_path):
    store = a_case(tmp_path / "case", TEXT)
    report = store.reports()[0]
    again = replace(a_capture_of(report), name="copy.txt", retrieved_at=LATER, retrieved_by="Lee")

    assert not store.add_report(replace(report, publisher="X"), again, by="Lee", at=LATER)
    assert store.reports() == (report,)
    assert [(r.name, r.retrieved_by) for r in store.receipts()] == [
        ("0.txt", "Kim"),
        ("copy.txt", "Lee"),
    ]
    assert store.retrievals() == {report.id: Retrieval(at=NOON, by="Kim")}
    assert store.verify() == ()


def test_the_log_tells_what_was_done_and_by_whom(tmp_path):
    store = a_case(tmp_path / "case", TEXT)
    report = store.reports()[0]
    store.add_reading(a_reading(report), by="Lee", at=LATER)

    log = store.custody()
    assert [(e.sequence, e.action, e.subject, e.by, e.at) for e in log] == [
        (1, "created", "case", "Kim", NOON),
        (2, "received", report.digest, "Kim", NOON),
        (3, "archived", report.id, "Kim", NOON),
        (4, "read", report.id, "Lee", LATER),
    ]
    assert check_chain(log) == ()
    assert store.head == log[-1].hash


def test_the_statements_for_checking_by_hand_give_what_the_log_says(tmp_path):
    store = a_case(tmp_path / "case", "두만강: “200”\t\\ \n")
    assert len(store.custody()) == 3  # of which the page shows the last
    guide = (Path(__file__).parents[2] / "docs" / "custody.md").read_text(encoding="utf-8")
    written = re.findall(r'sqlite3 case\.sqlite "(SELECT .*?)"(?: \||$)', guide, flags=re.MULTILINE)
    sealed, hash_, content, digest = (
        one.replace('\\"', '"').replace("sequence = 3", "sequence = ?") for one in written
    )

    with closing(sqlite3.connect(store.path / "case.sqlite")) as connection:
        for entry in store.custody():
            number = (entry.sequence,)
            (sealed_text,) = connection.execute(sealed, number).fetchone()
            (kept,) = connection.execute(content, number).fetchone()
            assert connection.execute(hash_, number).fetchone() == (
                digest_of(sealed_text.encode()),
            )
            assert connection.execute(digest, number).fetchone() == (digest_of(kept.encode()),)
            assert "\n" not in sealed_text + kept


def test_bytes_and_report_must_belong_together(tmp_path):
    store = a_case(tmp_path / "case")
    report = a_report(TEXT)

    with pytest.raises(CustodyError, match="was not made of these bytes"):
        store.add_report(report, a_capture_of(a_report("Other.")), by="", at=NOON)
    with pytest.raises(CustodyError, match="has another text than its digest says"):
        store.add_report(replace(report, text="Other."), a_capture_of(report), by="", at=NOON)
    with pytest.raises(CustodyError, match="has an id that its digests do not make"):
        store.add_report(replace(report, id="r-0"), a_capture_of(report), by="", at=NOON)
    assert store.reports() == ()
    assert store.verify() == ()


def test_a_report_can_be_described_anew_but_not_reworded(tmp_path):
    store = a_case(tmp_path / "case", TEXT)
    report = store.reports()[0]
    revised = replace(report, published=a_day("2020-10-01"))

    assert store.revise_report(revised, by="Kim", at=LATER)
    assert not store.revise_report(revised, by="Kim", at=LATER)
    assert store.reports() == (revised,)
    assert [e.action for e in store.custody()] == ["created", "received", "archived", "revised"]
    with pytest.raises(CustodyError, match="is fixed and cannot be revised"):
        store.revise_report(replace(report, text="Other."), by="Kim", at=LATER)
    with pytest.raises(StoreError, match="'r-none' is not in the case; add it first"):
        store.revise_report(replace(report, id="r-none"), by="Kim", at=LATER)
    assert store.verify() == ()


def test_the_last_reading_counts(tmp_path):
    store = a_case(tmp_path / "case", "A 1.", "B 2.")
    first, second = store.reports()
    readings = [a_reading(second), a_reading(first), a_reading(second, read_by="rules/2")]

    assert all(store.add_reading(one, by="", at=NOON) for one in readings)
    assert store.readings() == (readings[1], readings[2])
    assert not store.add_reading(readings[2], by="", at=NOON)
    assert store.add_reading(readings[0], by="", at=NOON)
    assert store.readings() == (readings[1], readings[0])
    assert store.verify() == ()


def test_a_reading_must_quote_its_report(tmp_path):
    store = a_case(tmp_path / "case", TEXT)
    report = store.reports()[0]
    elsewhere = a_report("About 300 defectors are held in Jilin.")

    with pytest.raises(CustodyError, match="which does not stand there"):
        store.add_reading(replace(a_reading(elsewhere), report=report.id), by="", at=NOON)
    with pytest.raises(StoreError, match="is not in the case; add it first"):
        store.add_reading(a_reading(elsewhere), by="", at=NOON)
    assert store.readings() == ()


def test_nothing_is_added_on_top_of_a_changed_log(tmp_path):
    store = a_case(tmp_path / "case")
    tamper(store, "UPDATE custody SET \"by\" = 'Lee'")

    with pytest.raises(CustodyError, match=r"The last entry of the custody log \(1\) was changed"):
        add(store)
    assert store.reports() == ()


def test_nothing_is_added_where_the_evidence_was_changed(tmp_path):
    store = a_case(tmp_path / "case", TEXT)
    before = store.custody()
    rewrite(store.path / "evidence" / store.reports()[0].digest, b"x")

    with pytest.raises(CustodyError, match="was changed: its SHA-256 is now"):
        add(store, TEXT)
    assert store.custody() == before


def test_a_record_that_cannot_be_read_is_named(tmp_path):
    store = a_case(tmp_path / "case", TEXT)
    tamper(store, "UPDATE records SET content = '{}' WHERE kind = 'report'")

    with pytest.raises(CustodyError, match="Record 3 of the case is no Report"):
        store.reports()


def test_a_case_without_settings_has_lost_them(tmp_path):
    store = a_case(tmp_path / "case")
    tamper(store, "DELETE FROM records")

    with pytest.raises(CustodyError, match="has lost its settings"):
        _ = store.settings


def test_the_last_settings_count(tmp_path):
    store = a_case(tmp_path / "case")
    store.begin(CaseSettings(codebook="other"), by="", at=NOON)

    assert store.settings == CaseSettings(codebook="other")


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), by=st.text())
@settings(max_examples=40)  # each makes a case on disk
def test_any_text_comes_back_equal(tmp_path_factory, text, by):
    store = a_case(tmp_path_factory.mktemp("store") / "case")
    report = a_report(text, title=text, publisher=text)
    store.add_report(report, a_capture_of(report), by=by, at=NOON)
    reading = a_reading(report)
    store.add_reading(reading, by=by, at=NOON)

    assert store.reports() == (report,)
    assert store.readings() == (reading,)
    assert store.custody()[-1].by == by
    assert store.verify() == ()


def test_a_name_that_is_no_text_is_logged_as_far_as_it_is(tmp_path):
    store = a_case(tmp_path / "case")
    report = a_report(TEXT)
    store.add_report(report, a_capture_of(report), by="K\udce9m", at=NOON)

    assert store.custody()[-1].by == "K?m"


def test_a_time_needs_its_zone(tmp_path):
    store = a_case(tmp_path / "case")

    with pytest.raises(ValueError, match="needs times with their zone"):
        store.begin(CaseSettings(codebook="x"), by="", at=NOON.replace(tzinfo=None))


def test_an_entry_carries_the_time_at_which_it_is_written(tmp_path):
    a_case(tmp_path / "case")
    hours = iter(NOON + timedelta(hours=n) for n in range(1, 9))
    # Two programs that began in one order write in the other.
    began_first = open_case(tmp_path / "case", clock=lambda: next(hours))
    began_last = open_case(tmp_path / "case", clock=lambda: next(hours))
    report, other = a_report("A 1."), a_report("B 2.")
    began_last.add_report(report, a_capture_of(report), by="", at=NOON + timedelta(seconds=2))
    began_first.add_report(other, a_capture_of(other), by="", at=NOON + timedelta(seconds=1))

    assert [e.at.hour for e in began_first.custody()] == [12, 13, 14, 15, 16]
    assert began_first.verify() == ()


def test_a_clock_that_was_set_back_is_still_told(tmp_path):
    a_case(tmp_path / "case")
    store = open_case(tmp_path / "case", clock=lambda: NOON - timedelta(days=1))
    add(store)

    (problem,) = store.verify()
    assert problem.gravity is Gravity.WARNING
    assert "the clock was set back" in problem.text


PLANTED = (
    "CREATE TRIGGER x AFTER INSERT ON records BEGIN DELETE FROM evidence; END",
    "CREATE TRIGGER x BEFORE INSERT ON custody BEGIN SELECT RAISE(IGNORE); END",
    "CREATE TABLE notes (x)",
    "CREATE VIEW x AS SELECT 1",
    "CREATE INDEX x ON custody (at)",
    "DROP TRIGGER custody_no_update",
    "DROP INDEX records_by_subject",
)


@pytest.mark.parametrize("statement", PLANTED)
def test_nothing_is_recorded_in_a_database_that_was_altered(tmp_path, statement):
    store = a_case(tmp_path / "case")
    with closing(sqlite3.connect(store.path / "case.sqlite")) as connection:
        connection.execute(statement)
        connection.commit()

    with pytest.raises(CustodyError, match=r"was altered: the .* nothing is recorded in it"):
        add(open_case(store.path))
    assert len(store.custody()) == 1
    (problem,) = store.verify()
    assert problem.text.startswith("The database was altered: the ")


def test_what_was_written_is_read_back_before_it_is_reported(tmp_path):
    store = a_case(tmp_path / "case")
    row = {"digest": "0" * 64, "size": 1, "sequence": 1}

    with store.engine.connect() as connection, pytest.raises(CustodyError, match="does not stand"):
        check_kept(connection, schema.evidence, row)

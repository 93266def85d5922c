from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st

from tumen.errors import CustodyError
from tumen.records import CustodyEntry, Deed, Gravity, Problem, check_chain, next_entry

NOON = datetime(2020, 11, 6, 12, tzinfo=UTC)


def a_deed(subject: str = "s", *, minute: int = 0) -> Deed:
    return Deed(
        at=NOON + timedelta(minutes=minute),
        by="Kim",
        action="received",
        subject=subject,
        digest="d" * 64,
    )


def a_log(length: int) -> tuple[CustodyEntry, ...]:
    log: list[CustodyEntry] = []
    for number in range(length):
        log.append(next_entry(log[-1] if log else None, a_deed(f"s{number}", minute=number)))
    return tuple(log)


def errors(log: tuple[CustodyEntry, ...]) -> list[Problem]:
    return [p for p in check_chain(log) if p.gravity is Gravity.ERROR]


def test_an_entry_is_sealed_over_its_fields_and_the_hash_before_it():
    first, second = a_log(2)

    assert (first.sequence, first.previous) == (1, "")
    assert (second.sequence, second.previous) == (2, first.hash)
    assert first.sealed_text == (
        '["tumen custody 1",1,"2020-11-06T12:00:00+00:00","Kim","received","s0","'
        + "d" * 64
        + '",""]'
    )
    assert first.hash == hashlib.sha256(first.sealed_text.encode()).hexdigest()


def test_time_is_kept_in_utc_and_needs_a_zone():
    deed = replace(a_deed(), at=datetime(2020, 11, 6, 21, tzinfo=timezone(timedelta(hours=9))))

    assert next_entry(None, deed).at == NOON
    assert next_entry(None, deed).at.tzinfo is UTC
    with pytest.raises(ValueError, match="needs a time with its zone"):
        next_entry(None, replace(deed, at=datetime(2020, 11, 6)))  # noqa: DTZ001


def test_a_whole_log_has_no_problem():
    assert check_chain(()) == ()
    assert check_chain(a_log(5)) == ()


CHANGES = {
    "at": NOON - timedelta(days=1),
    "by": "Lee",
    "action": "read",
    "subject": "another",
    "digest": "e" * 64,
}


@given(
    position=st.integers(0, 5),
    field=st.sampled_from(sorted(CHANGES)),
    sealed_anew=st.booleans(),
)
def test_a_changed_entry_is_found_even_if_it_was_sealed_anew(position, field, sealed_anew):
    log = list(a_log(7))
    changed = replace(log[position], **{field: CHANGES[field]})
    log[position] = replace(changed, hash=changed.computed_hash) if sealed_anew else changed

    assert errors(tuple(log))


@given(st.permutations(range(5)).filter(lambda order: order != sorted(order)))
def test_a_changed_order_is_found(order):
    log = a_log(5)

    assert errors(tuple(log[i] for i in order))


@given(st.integers(0, 5))
def test_a_missing_entry_is_found_wherever_another_follows(position):
    log = a_log(7)

    assert errors(log[:position] + log[position + 1 :])


def test_a_log_that_lost_its_end_is_whole_unless_a_hash_was_written_down():
    log = a_log(5)

    assert check_chain(log[:3]) == ()
    assert check_chain(log, head=log[2].hash.upper()) == ()
    (problem,) = check_chain(log[:3], head=log[4].hash)
    assert problem == Problem(
        subject="custody log",
        text=f"The hash {log[4].hash} that was written down is no longer in the log: its end was "
        "cut off, or it was written anew.",
    )


def test_the_first_digits_of_a_written_down_hash_stand_for_it():
    log = a_log(3)

    assert check_chain(log, head=log[1].hash[:8]) == ()
    with pytest.raises(CustodyError, match="at least the first 8"):
        check_chain(log, head=log[1].hash[:7])


def test_a_clock_that_was_set_back_is_a_warning():
    first = next_entry(None, a_deed(minute=5))
    log = (first, next_entry(first, a_deed(minute=4)))

    (problem,) = check_chain(log)
    assert problem.gravity is Gravity.WARNING
    assert "the clock was set back" in problem.text


@given(st.lists(st.text(), min_size=3, max_size=3), st.lists(st.text(), min_size=3, max_size=3))
def test_different_deeds_are_never_sealed_alike(one, other):
    entries = [
        next_entry(None, Deed(at=NOON, by=by, action=action, subject=subject, digest=""))
        for by, action, subject in (one, other)
    ]

    assert (entries[0].sealed_text == entries[1].sealed_text) == (one == other)
    assert json.loads(entries[0].sealed_text)[3:6] == one

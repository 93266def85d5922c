from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.build import a_claim, a_report
from tumen.records import (
    Claim,
    CustodyEntry,
    Figure,
    Finding,
    Lineage,
    Passage,
    Period,
    Quantity,
    Reading,
    Reconciliation,
    Report,
    Span,
    Term,
)
from tumen.store import CaseSettings, Receipt
from tumen.store.codec import from_json, passages_of, to_json

# --- what records are made of ------------------------------------------------------------

texts = st.text(max_size=8)
people = st.none() | st.integers(min_value=0)
days = st.none() | st.dates()


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    ends = sorted([draw(st.integers(min_value=0)), draw(st.integers(min_value=0))])
    low, high = draw(st.sampled_from([(None, ends[1]), (ends[0], None), (ends[0], ends[1])]))
    return Figure(low=low, high=high, approximate=draw(st.booleans()), printed=draw(texts))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 10**9))
    return Span(start, start + draw(st.integers(1, 10**6)))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = draw(days), draw(days)
    if first and last and last < first:
        first, last = last, first
    return Period(
        first_day=first,
        last_day=last,
        printed=draw(texts),
        passage=draw(st.none() | st.from_type(Passage)),
        anchor=draw(days),
    )


st.register_type_strategy(Figure, figures())
st.register_type_strategy(Span, spans())
st.register_type_strategy(Period, periods())
st.register_type_strategy(
    datetime, st.datetimes(timezones=st.just(UTC) | st.just(timezone(timedelta(hours=9))))
)

# Records within records are large; that is what is tested.
large = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)

KINDS = [
    Claim,
    Reading,
    Report,
    Lineage,
    Quantity,
    Finding,
    Term,
    Receipt,
    CaseSettings,
    CustodyEntry,
]


@given(st.data())
@large
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_comes_back_equal(kind, data):
    record = data.draw(st.from_type(kind))
    text = to_json(record)

    back = from_json(kind, text)
    assert back == record
    assert type(back) is kind
    assert to_json(back) == text


def test_a_reconciliation_comes_back_equal():
    record = Reconciliation(
        as_of=date(2020, 11, 5),
        constraints=(),
        bounds=(),
        contradictions=(),
        conditions=(),
        findings=(Finding(id="f-1", code="rest", claims=("c-1",), values={"rest": 780, "a": "b"}),),
        set_aside=(),
        corrections=(("c-1",), ("c-2", "c-3")),
        codebook="dprk-china",
        solver="none",
    )

    assert from_json(Reconciliation, to_json(record)) == record


def test_the_text_is_canonical():
    assert (
        to_json(CaseSettings(title="두만강", codebook="x")) == '{"codebook":"x","title":"두만강"}'
    )


def test_numbers_of_any_size_are_exact():
    figure = Figure(low=10**30, high=None, printed="")

    assert from_json(Figure, to_json(figure)) == figure


# --- what later versions change -------------------------------------------------------------


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Old:
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    number: int
    colour: Colour = Colour.RED
    ratio: float = 1.0
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    name: str
    branches: tuple[Tree, ...] = ()


def test_a_record_may_hold_its_own_kind():
    tree = Tree(name="root", branches=(Tree(name="a"), Tree(name="b", branches=(Tree(name="c"),))))

    assert from_json(Tree, to_json(tree)) == tree


def test_a_field_added_with_a_default_may_be_missing():
    assert from_json(New, to_json(Old(number=1))) == New(number=1)


def test_a_field_that_is_not_known_is_refused():
    with pytest.raises(ValueError, match=r"A Old has no 'colour'\."):
        from_json(Old, to_json(New(number=1)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{}", "A New is not complete"),
        ("[]", "stands where a New is expected"),
        ('{"number":true}', "True stands where int is expected"),
        ('{"number":"1"}', "'1' stands where int is expected"),
        ('{"number":1.0}', "1.0 stands where int is expected"),
        ('{"number":1,"colour":"blue"}', "'blue' is not a valid Colour"),
        ('{"number":1,"notes":"ab"}', "'ab' stands where a list is expected"),
        ('{"number":1,"notes":[null]}', "None stands where str is expected"),
        ("{", "Expecting property name"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_such_record_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        from_json(New, text)


def test_a_mapping_and_a_day_must_be_what_they_say():
    with pytest.raises(ValueError, match="'x' stands where a mapping is expected"):
        from_json(Finding, '{"id":"f","code":"c","claims":[],"values":"x"}')
    with pytest.raises(ValueError, match="1 stands where a date is expected"):
        from_json(Quantity, '{"measure":"stock","place":"CN","day":1}')
    with pytest.raises(ValueError, match="Invalid isoformat"):
        from_json(Quantity, '{"measure":"stock","place":"CN","day":"soon"}')


def test_a_whole_number_is_a_number_too():
    assert from_json(New, '{"number":1,"ratio":2}').ratio == 2.0


def test_a_record_that_cannot_be_kept_is_a_mistake_of_ours():
    with pytest.raises(TypeError, match="cannot be kept with set in it"):
        to_json(CaseSettings(codebook=set()))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(New(number=1, ratio=float("nan")))


# --- passages -------------------------------------------------------------------------------


def test_every_passage_of_a_record_is_found():
    report = a_report()
    claim = a_claim(report, words="200 defectors")
    reading = Reading(report=report.id, read_by="r", claims=(claim,), statements=(claim,))

    assert list(passages_of(reading)) == [claim.passage, claim.passage]


@given(st.from_type(Reading))
@large
def test_as_many_passages_are_found_as_stand_in_the_json(reading: Reading) -> None:
    def count(value: object) -> int:
        if isinstance(value, dict):
            return ("exact" in value) + sum(count(v) for v in value.values())
        return sum(count(v) for v in value) if isinstance(value, list) else 0

    assert len(list(passages_of(reading))) == count(json.loads(to_json(reading)))

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given, strategies as st

from tests.build import RECONCILED_NOTHING, a_claim, a_day, a_report
from tumen.cli.as_json import (
    bound_json,
    claim_json,
    claims_in_order,
    group_json,
    line_of,
    reconcile_json,
    trace_json,
)
from tumen.records import (
    Basis,
    Bound,
    Claim,
    Condition,
    Contradiction,
    Distortion,
    Figure,
    Finding,
    Group,
    Hop,
    HopType,
    Lineage,
    Measure,
    Origin,
    Period,
    Precision,
    Quantity,
    Reading,
    Reason,
    Reconciliation,
    Report,
    Retelling,
    Situation,
    Step,
)

REPORT = a_report("About 20 women were refused; 200 wait.", name="001.txt")


def a_reading(
    *claims: Claim, report: Report = REPORT, statements: tuple[Claim, ...] = ()
) -> Reading:
    return Reading(report=report.id, read_by="test/1", claims=claims, statements=statements)


def test_a_claim_has_the_shape_of_the_contract():
    claim = replace(
        a_claim(
            REPORT,
            words="About 20 women were refused",
            kind="return_refused",
            subject="women",
            figure=Figure(low=20, high=20, approximate=True, wording="About", printed="About 20"),
            places=(("CN-LN", "Liaoning"),),
            period=Period(
                first_day=date(2020, 10, 1),
                last_day=date(2020, 10, 10),
                precision=Precision.PART,
                printed="early this month",
                anchor=date(2020, 10, 16),
            ),
        ),
        attribution=(
            Hop(name="Daily NK", type=HopType.MEDIA),
            Hop(name="a source in China", type=HopType.ANONYMOUS, cue="told"),
        ),
        reasons=(Reason(code="infection", passage=REPORT.passage(0, 5)),),
        id="c-1",
    )

    assert claim_json(claim, "001.txt") == {
        "id": "c-1",
        "report": REPORT.id,
        "file": "001.txt",
        "kind": "return_refused",
        "subject": "women",
        "passage": {
            "start": 0,
            "end": 27,
            "exact": "About 20 women were refused",
            "prefix": "",
            "suffix": "; 200 wait.",
        },
        "figure": {
            "low": 20,
            "high": 20,
            "approximate": True,
            "wording": "About",
            "printed": "About 20",
        },
        "places": [{"id": "CN-LN", "name": "Liaoning", "role": "held"}],
        "period": {
            "start": "2020-10-01",
            "end": "2020-10-10",
            "printed": "early this month",
            "anchor": "2020-10-16",
            "precision": "part",
        },
        "since": None,
        "attribution": [
            {"name": "Daily NK", "type": "media", "cue": None},
            {"name": "a source in China", "type": "anonymous", "cue": "told"},
        ],
        "modality": "reported",
        "reasons": ["infection"],
        "part": "body",
        "group": None,
        "read_by": "test/1",
    }


def test_an_open_end_and_a_missing_figure_are_null():
    open_end = claim_json(a_claim(low=1001, high=None), "a.txt")
    no_number = claim_json(a_claim(low=None, high=None), "a.txt")

    assert isinstance(open_end, dict)
    assert isinstance(open_end["figure"], dict)
    assert open_end["figure"]["low"] == 1001
    assert open_end["figure"]["high"] is None
    assert isinstance(no_number, dict)
    assert no_number["figure"] is None


def test_words_left_unresolved_keep_their_print_and_have_no_days():
    period = Period(
        first_day=None, last_day=None, precision=Precision.UNRESOLVED, printed="last month"
    )
    claim = claim_json(a_claim(period=period, since=period), "a.txt")

    assert isinstance(claim, dict)
    assert claim["period"] == claim["since"]
    assert claim["since"] == {
        "start": None,
        "end": None,
        "printed": "last month",
        "anchor": None,
        "precision": "unresolved",
    }


def test_claims_stand_in_the_order_of_reports_and_then_of_words():
    other = a_report("7 fled.", name="000.txt")
    late = a_claim(REPORT, words="200 wait")
    early = a_claim(REPORT, words="About 20 women")
    listed = claims_in_order(
        [REPORT, other], [a_reading(late, early), a_reading(a_claim(other), report=other)]
    )

    assert [one["passage"]["exact"] for one in listed] == ["About 20 women", "200 wait", "7 fled."]  # type: ignore[index,call-overload]
    assert [one["file"] for one in listed] == ["001.txt", "001.txt", "000.txt"]  # type: ignore[index,call-overload]


def test_statements_are_listed_only_when_asked_for():
    reading = a_reading(statements=(a_claim(REPORT, words="200 wait", kind="other"),))

    assert claims_in_order([REPORT], [reading]) == []
    assert len(claims_in_order([REPORT], [reading], statements=True)) == 1


def test_letters_stay_letters_and_one_value_is_one_line():
    line = line_of({"exact": "200여 명\n約20人", "n": [1, None]})

    assert line == '{"exact": "200여 명\\n約20人", "n": [1, null]}\n'


@given(st.text(st.characters()))
def test_any_text_comes_back_from_one_line_of_utf8(text):
    line = line_of({"text": text})

    assert json.loads(line) == {"text": text}
    assert len(line.splitlines()) == 1
    line.encode("utf-8")


def test_lineage_has_the_shape_of_the_contract():
    parent, child = a_claim(REPORT, words="About 20 women"), a_claim(REPORT, words="200 wait")
    distortion = Distortion(type="approximator_dropped", child=child.passage, parent=parent.passage)
    lineage = Lineage(
        retellings=(
            Retelling(
                child=child.id,
                parent=parent.id,
                basis=Basis.SAME_EVENT,
                distortions=(distortion, distortion),
                confidence="high",
                because=("same_figure",),
            ),
        ),
        origins=(
            Origin(id="o-1", claims=(parent.id, child.id), root=parent.id, speaker="a source"),
        ),
    )
    traced = trace_json([REPORT], [a_reading(parent, child)], lineage)

    assert isinstance(traced, dict)
    assert list(traced) == ["claims", "retellings", "origins", "groups"]
    assert isinstance(traced["retellings"], list)
    (retelling,) = traced["retellings"]
    assert isinstance(retelling, dict)
    assert retelling["basis"] == "same_event_same_figure"
    assert retelling["distortions"] == ["approximator_dropped"]
    assert retelling["confidence"] == "high"
    assert isinstance(retelling["details"], list)
    assert len(retelling["details"]) == 2
    assert traced["origins"] == [
        {
            "id": "o-1",
            "claims": [parent.id, child.id],
            "root": parent.id,
            "speaker": "a source",
            "independence": "unknown",
            "cited_unfound": [],
        }
    ]


def test_the_fate_of_a_group_has_its_steps_and_the_silence_since():
    step = Step(
        kind="arrested",
        claims=("c-1",),
        first_day=None,
        last_day=date(2020, 10, 9),
        places=("CN-JL",),
        expected=True,
    )
    group = Group(
        id="g-1",
        root="c-1",
        claims=("c-1",),
        reports=1,
        steps=(step,),
        outcome="unknown",
        last_news=date(2020, 10, 9),
        silent_days=27,
    )

    assert group_json(group) == {
        "id": "g-1",
        "root": "c-1",
        "claims": ["c-1"],
        "reports": 1,
        "steps": [
            {
                "kind": "arrested",
                "claims": ["c-1"],
                "start": None,
                "end": "2020-10-09",
                "places": ["CN-JL"],
                "moved": False,
                "expected": True,
            }
        ],
        "outcome": "unknown",
        "partly": [],
        "last_news": "2020-10-09",
        "silent_days": 27,
    }


def test_what_holds_if_nobody_left_is_a_field_of_the_row():
    stock = Quantity(measure=Measure.STOCK, state="detained", place="CN-JL", day=date(2020, 10, 31))
    lasting = Bound(
        quantity=stock, low=41, high=None, low_claims=("c-1",), low_assumptions=("persistence",)
    )
    told = bound_json(Bound(quantity=stock, low=17, high=None, if_persistence=lasting))

    assert isinstance(told, dict)
    assert told["low"] == 17
    assert told["if_persistence"] == {
        "low": 41,
        "high": None,
        "pinned_by": ["c-1", "persistence"],
        "standing": "single_source",
    }


def test_a_reconciliation_has_the_shape_of_the_contract():
    claim = a_claim(REPORT, words="200 wait")
    stock = Quantity(measure=Measure.STOCK, state="detained", place="CN-JL", day=date(2020, 10, 31))
    flow = Quantity(
        measure=Measure.FLOW,
        by="returned",
        place="CN",
        start=date(2020, 1, 1),
        end=date(2020, 10, 31),
    )
    outcome = Reconciliation(
        as_of=date(2020, 11, 5),
        constraints=(),
        bounds=(
            Bound(quantity=stock, low=200, high=None, low_claims=(claim.id,)),
            Bound(quantity=flow, low=None, high=9),
        ),
        contradictions=(
            Contradiction(
                id="x-1", claims=(claim.id,), type="headline_body", gap=1, reason="They differ."
            ),
        ),
        conditions=(
            Condition(indicator="border", state="closed", since="2020-01", claims=(claim.id,)),
        ),
        findings=(
            Finding(id="f-1", code="unlisted_rest", claims=(claim.id,), values={"low": 780}),
        ),
        set_aside=(),
        corrections=((claim.id,),),
        codebook="test/1",
        solver="none",
    )
    situation = Situation(
        reports=(REPORT,),
        readings=(a_reading(claim),),
        lineage=Lineage(retellings=(), origins=()),
        reconciliation=outcome,
    )
    said = reconcile_json(situation)

    assert isinstance(said, dict)
    assert said["as_of"] == "2020-11-05"
    assert isinstance(said["bounds"], list)
    assert said["bounds"][0] == {
        "quantity": {
            "measure": "stock",
            "state": "detained",
            "place": "CN-JL",
            "day": "2020-10-31",
        },
        "low": 200,
        "high": None,
        "low_claims": [claim.id],
        "high_claims": [],
        "low_assumptions": [],
        "high_assumptions": [],
        "low_survives_origins": 0,
        "high_survives_origins": 0,
        "pinned_by": [],
        "low_if_any_one_origin_is_wrong": None,
        "high_if_any_one_origin_is_wrong": None,
        "standing": "single_source",
        "reach": "all",
        "if_persistence": None,
    }
    assert said["bounds"][1]["quantity"] == {  # type: ignore[index,call-overload]
        "measure": "flow",
        "by": "returned",
        "place": "CN",
        "start": "2020-01-01",
        "end": "2020-10-31",
    }
    assert said["contradictions"] == [
        {
            "id": "x-1",
            "claims": [claim.id],
            "type": "headline_body",
            "gap": 1,
            "reason": "They differ.",
            "assumptions": [],
        }
    ]
    assert said["conditions"] == [
        {
            "indicator": "border",
            "state": "closed",
            "since": "2020-01",
            "claims": [claim.id],
            "disputed": False,
        }
    ]
    assert said["findings"] == [
        {"id": "f-1", "code": "unlisted_rest", "claims": [claim.id], "values": {"low": 780}}
    ]
    assert said["corrections"] == [[claim.id]]


def test_a_day_without_reports_is_null():
    situation = Situation(
        reports=(),
        readings=(),
        lineage=Lineage(retellings=(), origins=()),
        reconciliation=RECONCILED_NOTHING,
    )
    said = reconcile_json(situation)

    assert isinstance(said, dict)
    assert said["as_of"] is None
    assert said["claims"] == said["bounds"] == []
    assert a_day("2020-11-05").resolved

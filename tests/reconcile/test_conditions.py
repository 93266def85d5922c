from dataclasses import replace

from tests.build import a_report
from tests.reconcile.situation import REPORT, denied, expected, named, outcome, said
from tumen.records import Claim, Condition, Precision

OTHER = a_report("Another paper.", published="2020-10-28", name="b.txt")


def board(indicator: str, *claims: Claim, as_of: str = "2020-10-28") -> list[Condition]:
    numbered = [named(f"c-{i}", claim) for i, claim in enumerate(claims, start=1)]
    result = outcome(*numbered, reports=(REPORT, OTHER), as_of=as_of)
    return [c for c in result.conditions if c.indicator == indicator]


def states(indicator: str, *claims: Claim) -> list[tuple[str, str, bool]]:
    return [(c.state, c.since, c.disputed) for c in board(indicator, *claims)]


def closed(on: str | tuple[str | None, str | None] | None, **more: object) -> Claim:
    return said("border_closed", None, None, at="CN", on=on, **more)  # type: ignore[arg-type]


def reopened(on: str) -> Claim:
    return said("border_reopened", None, None, at="CN", on=on)


def test_where_nothing_is_said_the_state_is_unknown():
    # §4
    assert states("border") == [("unknown", "", False)]


def test_a_state_has_its_start_and_its_claims():
    (condition,) = board("border", closed(None, since="2020-01-22"))

    assert (condition.state, condition.since) == ("closed", "2020-01-22")
    assert condition.claims == ("c-1",)


def test_since_is_told_as_finely_as_the_source_tells_it():
    claim = closed(None, since="2020-01-01")
    assert claim.since is not None
    month = replace(claim, since=replace(claim.since, precision=Precision.MONTH))
    year = replace(claim, since=replace(claim.since, precision=Precision.YEAR))

    assert states("border", month) == [("closed", "2020-01", False)]
    assert states("border", year) == [("closed", "2020", False)]


def test_the_newest_word_wins_over_its_opposite():
    assert states("border", closed("2020-09-01"), reopened("2020-10-20")) == [
        ("reopened", "2020-10-20", False)
    ]


def test_since_does_not_reach_back_over_the_opposite():
    assert states("border", closed("2020-06-01"), reopened("2020-08-01"), closed("2020-10-01")) == [
        ("closed", "2020-10-01", False)
    ]


def test_opposites_on_a_common_day_are_disputed():
    assert states("border", closed("2020-10-20"), reopened("2020-10-20")) == [
        ("closed", "2020-10-20", True),
        ("reopened", "2020-10-20", True),
    ]


def test_states_between_may_stand_side_by_side():
    refused = said("return_refused", 200)
    waiting = said("return_unanswered", 20, at="CN-LN")

    assert states("returns", refused, waiting) == [
        ("pending", "2020-10-28", False),
        ("refused", "2020-10-28", False),
    ]


def test_states_whose_claims_contradict_are_disputed():
    refused = said("return_refused", 20, at="CN-LN")
    waiting = said("return_unanswered", 20, at="CN-LN")

    assert [disputed for _, _, disputed in states("returns", refused, waiting)] == [True, True]


def test_a_state_not_told_of_for_long_no_longer_stands():
    old = said("return_unanswered", 20, at="CN-LN", on="2020-01-05")

    assert states("returns", old, said("return_refused", 200)) == [("refused", "2020-10-28", False)]


def test_what_is_denied_or_expected_sets_no_state():
    eased = said("crackdown_eased", None, None, at="CN")

    assert states("crackdown", expected(eased), denied(eased)) == [("unknown", "", False)]


def test_a_state_that_the_same_breath_ends_does_not_stand():
    """国境を閉鎖していたが、2023年8月に再開した: the report itself ends the first state."""
    text = "The border had been closed since January, and was reopened on 26 October."
    report = a_report(text, published="2020-10-28", name="c.txt")
    first = replace(
        closed(("2020-01-01", "2020-10-28")), passage=report.passage(0, 41), report=report.id
    )
    then = replace(reopened("2020-10-26"), passage=report.passage(42, len(text)), report=report.id)

    result = outcome(named("c-1", first), named("c-2", then), reports=(report,), as_of="2020-10-28")

    border = [c for c in result.conditions if c.indicator == "border"]
    assert [(c.state, c.disputed) for c in border] == [("reopened", False)]

from tests.reading.reader import codebook
from tumen.reading.situation import follows, in_area, lasting, speaker_named, stock_kind


def test_the_first_stock_counts_the_people_in_question() -> None:
    assert stock_kind(codebook()).code == "detained"


def test_an_answer_to_a_hand_over_follows_people_named_before() -> None:
    kinds = codebook().kinds

    assert follows(kinds["return_refused"])
    assert not follows(kinds["arrested"])
    assert not follows(kinds["border_closed"])


def test_states_threats_and_conditions_last_and_acts_do_not() -> None:
    kinds = codebook().kinds

    assert [lasting(kinds[k]) for k in ("detained", "at_risk", "border_closed")] == [True] * 3
    assert [lasting(kinds[k]) for k in ("arrested", "returned", "return_refused")] == [False] * 3


def test_people_taken_are_in_the_area_and_people_arrived_are_not() -> None:
    kinds = codebook().kinds

    assert in_area(codebook(), kinds["arrested"])
    assert not in_area(codebook(), kinds["arrived"])


def test_a_speaker_is_known_by_any_of_its_names() -> None:
    known = [speaker_named(codebook(), name) for name in ("Daily NK", "데일리NK", "데일리nk")]

    assert [speaker.id for speaker in known if speaker] == ["daily-nk"] * 3
    assert speaker_named(codebook(), "A Paper") is None

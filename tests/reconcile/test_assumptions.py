import pytest

from tests.reconcile.situation import a_codebook
from tumen.errors import ReconcileError
from tumen.reconcile.assumptions import EXHAUSTIVE, PERSISTENCE, STILL_HELD, holds, in_force


def test_those_held_are_still_held_unless_the_codebook_says_otherwise():
    assert in_force(a_codebook(), ()) == {STILL_HELD}
    assert in_force(a_codebook("-still_held"), ()) == frozenset()


def test_an_assumption_can_be_switched_on_by_the_codebook_or_by_hand():
    assert in_force(a_codebook(EXHAUSTIVE), [PERSISTENCE]) == {STILL_HELD, EXHAUSTIVE, PERSISTENCE}


def test_one_is_switched_off_by_name_and_stays_so_named() -> None:
    assert in_force(a_codebook(), ["-still_held", "-persistence"]) == {
        "-still_held",
        "-persistence",
    }


def test_an_assumption_nobody_knows_is_named_with_those_there_are() -> None:
    with pytest.raises(ReconcileError) as error:
        in_force(a_codebook(), ["luck"])

    assert str(error.value) == (
        "There is no assumption 'luck'. Those of this codebook are: closed_border, exhaustive, "
        "only_named_places, persistence, since_counts_all, still_held."
    )


def test_what_is_said_of_one_claim_is_of_that_claim() -> None:
    held = in_force(a_codebook(EXHAUSTIVE), ["-exhaustive:a", "still_held:b"], {"a", "b"})

    assert not holds(EXHAUSTIVE, ["a"], held)
    assert holds(EXHAUSTIVE, ["b"], held)
    assert holds(STILL_HELD, ["b"], held)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("exhaustive:x", "There is no claim 'x' to read with 'exhaustive'"),
        ("-luck:a", "There is no assumption 'luck'"),
        ("persistence:a", "'persistence' is of the whole model and of no single claim"),
    ],
)
def test_a_reading_of_a_claim_that_cannot_be_is_named(name: str, told: str) -> None:
    with pytest.raises(ReconcileError, match=told):
        in_force(a_codebook(), [name], {"a"})

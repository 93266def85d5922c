import pytest

from tests.reconcile.situation import a_codebook
from tumen.reconcile.subjects import counted_as, counts_people, part_of_all

CODEBOOK = a_codebook()


@pytest.mark.parametrize("subject", ["defectors", "north_koreans", ""])
def test_what_the_default_subject_is_a_part_of_is_everybody(subject):
    assert counted_as(subject, CODEBOOK) is None


def test_women_are_a_part_and_helpers_are_not():
    assert (counted_as("women", CODEBOOK), part_of_all("women", CODEBOOK)) == ("women", True)
    assert (counted_as("helpers", CODEBOOK), part_of_all("helpers", CODEBOOK)) == (
        "helpers",
        False,
    )


def test_a_part_needs_no_entry_of_its_own():
    assert part_of_all("defectors;orphans", CODEBOOK)
    assert not part_of_all("helpers;women", CODEBOOK)


def test_households_are_not_people():
    assert not counts_people("households", CODEBOOK)
    assert not counts_people("households;large", CODEBOOK)
    assert counts_people("martians", CODEBOOK)

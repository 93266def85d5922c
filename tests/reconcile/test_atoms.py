from tumen.reconcile.atoms import Atom, assumptions_among, atom_of, claims_among, with_readings
from tumen.records import Constraint, Ground

CLAIM = Atom("c-1")
READING = Atom("c-1", ("exhaustive", "still_held"))
ASSUMPTION = Atom("", ("persistence",))


def test_an_atom_is_written_as_claim_then_assumptions():
    assert [a.name for a in (CLAIM, READING, ASSUMPTION)] == [
        "c-1",
        "c-1:exhaustive:still_held",
        "persistence",
    ]


def test_a_constraint_stands_or_falls_with_its_claim_in_that_reading():
    constraint = Constraint(
        id="k", terms=(), lower=1, upper=None, ground=Ground.REPORTED, claims=("c-1",)
    )

    assert atom_of(constraint) == CLAIM


def test_claims_and_assumptions_are_told_apart():
    atoms = (READING, ASSUMPTION, Atom("c-0"))

    assert claims_among(atoms) == ("c-0", "c-1")
    assert assumptions_among(atoms) == ("exhaustive", "persistence", "still_held")


def test_who_drops_a_claim_drops_its_readings_but_not_the_other_way():
    everything = (CLAIM, READING, ASSUMPTION)

    assert with_readings({CLAIM}, everything) == {CLAIM, READING}
    assert with_readings({READING}, everything) == {READING}
    assert with_readings({ASSUMPTION}, everything) == {ASSUMPTION}

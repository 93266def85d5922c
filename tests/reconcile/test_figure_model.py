from __future__ import annotations

from fractions import Fraction

from tests.reconcile.figures import claim, figures, flow, stock
from tests.reconcile.situation import a_codebook
from tumen.reconcile.atoms import Atom
from tumen.reconcile.figure_model import asked_of, weights_of, with_states

DAYS = ("2025-01-01", "2025-01-02")


def test_claims_of_one_stream_share_one_vote_and_a_weight_overrides_it():
    found = figures(
        [claim(f"k{i}", stock("A", d), 1, 2, origin="o") for i, d in enumerate(DAYS)]
        + [claim("k3", stock("A", DAYS[0]), 1, 2, weight=3)]
    )
    weights = weights_of(found)
    assert [weights[Atom(k)] for k in ("k0", "k1", "k3")] == [Fraction(1, 2), Fraction(1, 2), 3]


def test_without_a_question_every_stock_is_asked_on_the_dates_of_its_place():
    found = figures(
        [claim("k1", stock("A", DAYS[0]), 1, 2), claim("k2", stock("B", DAYS[1]), 1, 2)]
    )
    assert [(q.place, str(q.day)) for q in asked_of(found)] == [
        ("A", DAYS[0]),
        ("B", DAYS[1]),
        ("N", DAYS[0]),
        ("N", DAYS[1]),
    ]


def test_an_exit_leads_out_of_the_state_that_is_spoken_of():
    found = figures(
        [
            claim("k1", {**stock("A", DAYS[0]), "state": "in_camp"}, 1, 2),
            claim("k2", flow("A", *DAYS, by="resettled"), 1, 2),
        ]
    )
    assert with_states(found, a_codebook()).claims[1].quantity.state == "in_camp"

"""What must hold in every world: truth is never contradicted, and bounds contain it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from hypothesis import HealthCheck, given, settings, strategies as st

from tests.build import a_report
from tests.reconcile.situation import day, ends, held, named, outcome, said
from tests.reconcile.worlds import CELLS, World, iso, true_claim, true_claims, worlds
from tumen.records import UNLISTED, Claim, Quantity, Reconciliation

REPORT = a_report("What is true.", published="2020-10-12", name="true.txt")
AS_OF = "2020-10-12"

# Windows and "since" are claimed as reached at some time: what is not true at their end is off.
READINGS = ("-still_held", "since_counts_all")

# A world takes dozens of draws: on a busy machine that alone would fail the health check.
few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def run(*claims: Claim) -> Reconciliation:
    own = [replace(c, report=REPORT.id) for c in claims]
    return outcome(*own, on=READINGS, reports=(REPORT,), as_of=AS_OF)


def plain(result: Reconciliation) -> dict[Quantity, tuple[int | None, int | None]]:
    """Return the bounds without persistence, which no world promises."""
    found: dict[Quantity, tuple[int | None, int | None]] = {}
    for bound in result.bounds:
        found.setdefault(bound.quantity, ends(bound))
    return found


def value(world: World, quantity: Quantity, claims: Sequence[Claim]) -> int:
    """Return the true value; the unlisted rest of a place is all of it that no claim names."""
    if not quantity.place.endswith(UNLISTED):
        return world.value(quantity)
    place = quantity.place.removesuffix(UNLISTED)
    listed = {p.id for claim in claims for p in claim.places} - {place}
    unnamed = [cell for cell in CELLS if cell not in listed]
    return sum(world.value(replace(quantity, place=cell)) for cell in unnamed)


@few
@given(data=st.data(), world=worlds())
def test_true_claims_never_contradict_and_bounds_contain_the_truth(
    data: st.DataObject, world: World
) -> None:
    claims = data.draw(true_claims(world))
    result = run(*claims)

    assert result.contradictions == ()
    for quantity, (low, high) in plain(result).items():
        assert low is not None
        assert low <= value(world, quantity, claims)
        assert high is None or value(world, quantity, claims) <= high


@few
@given(data=st.data(), world=worlds())
def test_the_order_of_claims_changes_nothing(data: st.DataObject, world: World) -> None:
    claims = data.draw(true_claims(world))

    assert run(*data.draw(st.permutations(claims))) == run(*claims)


@few
@given(data=st.data(), world=worlds())
def test_one_more_consistent_claim_never_widens(data: st.DataObject, world: World) -> None:
    claims = data.draw(true_claims(world))
    more = named("c-more", data.draw(true_claim(world)))
    before, after = plain(run(*claims)), plain(run(*claims, more))

    for quantity, (low, high) in before.items():
        if quantity.place.endswith(UNLISTED):
            continue  # naming one more place makes the rest of them smaller
        assert (after[quantity][0] or 0) >= (low or 0)
        assert high is None or (after[quantity][1] or 0) <= high


@few
@given(data=st.data(), world=worlds())
def test_contradictions_are_smallest_and_the_rest_can_stand(
    data: st.DataObject, world: World
) -> None:
    claims = {c.id: c for c in data.draw(true_claims(world, most=4))}
    last = world.stock("CN", 11)
    claims["c-few"] = named(
        "c-few", said(low=None, high=max(0, last // 2 - 1), at="CN", on=iso(11))
    )
    claims["c-many"] = named("c-many", said(low=last + 50, high=None, at="CN-JL", on=iso(11)))
    result = run(*claims.values())

    assert result.contradictions
    for contradiction in result.contradictions:
        for spared in contradiction.claims:
            rest = [claims[c] for c in contradiction.claims if c != spared]
            assert run(*rest).contradictions == ()
    for correction in result.corrections:
        assert run(*(c for i, c in claims.items() if i not in correction)).contradictions == ()


@few
@given(data=st.data(), world=worlds())
def test_pins_are_enough_and_each_is_needed(data: st.DataObject, world: World) -> None:
    claims = {c.id: c for c in data.draw(true_claims(world, most=5))}
    anchor = named("c-anchor", said(low=0, high=None, at="CN-JL", on=iso(11)))
    claims["c-stock"] = named("c-stock", said(low=1, high=None, at="CN-JL", on=iso(11)))
    full = held(run(*claims.values()), "CN", AS_OF)

    def low(*kept: str) -> int:
        result = run(*(claims[c] for c in kept), anchor)
        found = [b for b in result.bounds if b.quantity == full.quantity]
        return (found[0].low or 0) if found else 0

    assert low(*full.low_claims) == full.low
    for pin in full.low_claims:
        assert low(*(c for c in full.low_claims if c != pin)) < (full.low or 0)


# --- by brute force ------------------------------------------------------------------------

MOST = 3  # people in a tiny world, on each of two days
# (held on the first day, held on the last day, came between, returned between)
TINY_WORLDS = sorted(
    {
        (first, first + came - returned - other, came, returned)
        for first, came, returned, other in product(
            range(MOST + 1), range(2 * MOST + 1), range(3 * MOST + 1), range(3 * MOST + 1)
        )
        if 0 <= first + came - returned - other <= MOST
    }
)
tiny_stock = st.tuples(st.integers(0, 1), st.booleans(), st.integers(0, MOST))
tiny_flow = st.tuples(
    st.sampled_from(("arrested", "returned")), st.booleans(), st.integers(0, MOST)
)


@settings(max_examples=40)
@given(stocks=st.lists(tiny_stock, max_size=3), flows=st.lists(tiny_flow, max_size=2))
def test_brute_force_agrees_on_tiny_worlds(
    stocks: list[tuple[int, bool, int]], flows: list[tuple[str, bool, int]]
) -> None:
    claims = [
        named(f"c-s{i}", said(low=None if cap else n, high=n if cap else None, on=iso(4 * which)))
        for i, (which, cap, n) in enumerate(stocks)
    ] + [
        named(
            f"c-f{i}",
            said(kind, None if cap else n, n if cap else None, on=(iso(1), iso(4))),
        )
        for i, (kind, cap, n) in enumerate(flows)
    ]
    whole = [named("c-a", said(low=0, high=None, on=iso(0))), *claims]
    wall = [named(f"c-w{i}", said(low=None, high=MOST, on=iso(4 * i))) for i in (0, 1)]
    result = run(*whole, *wall)

    possible = [w for w in TINY_WORLDS if fits(w, stocks, flows)]
    assert bool(possible) == (result.contradictions == ())
    if possible:
        for which in (0, 1):
            values = [w[which] for w in possible]
            bound = held(result, "CN-JL", iso(4 * which))
            assert ends(bound) == (min(values), max(values))


def fits(
    world: tuple[int, int, int, int],
    stocks: list[tuple[int, bool, int]],
    flows: list[tuple[str, bool, int]],
) -> bool:
    first, last, came, returned = world
    for which, cap, n in stocks:
        if not (((first, last)[which] <= n) if cap else ((first, last)[which] >= n)):
            return False
    for kind, cap, n in flows:
        value = came if kind == "arrested" else returned
        # A count of arrests caps nothing (§3.4.3).
        if not ((value <= n or kind == "arrested") if cap else value >= n):
            return False
    return True


def test_the_day_of_a_world_is_the_day_of_its_report():
    assert iso(11) == AS_OF
    assert day(iso(0)) == day("2020-10-01")

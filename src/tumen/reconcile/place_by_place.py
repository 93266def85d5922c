"""Bounds and conflicts of large cases: each place by its own claims, then whole and parts (§3.12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from tumen.reconcile.atoms import Atom, atom_of, claims_among
from tumen.reconcile.bounds import TOLERANCE, Support, whole
from tumen.reconcile.cores import Conflicts, Core, smallest_core
from tumen.reconcile.differences import (
    Standstill,
    place_system,
    smallest_conflict,
)
from tumen.reconcile.lightest import settled
from tumen.reconcile.parts import Parts
from tumen.reconcile.place_tree import PlaceTree
from tumen.reconcile.program import StandingLimit, program_of
from tumen.reconcile.sweeps import CAME, LEFT, OPEN, Point, Question, Reply, Sweeps
from tumen.reconcile.whole_and_parts import Ends, WholeAndParts
from tumen.records import Bound, Constraint, Measure, Quantity, Standing

Key = tuple[str, str]  # place and state


class PlaceByPlace:
    """Difference constraints of each place, and sums of places on each date."""

    def __init__(
        self,
        constraints: Sequence[Constraint],
        standing: Sequence[StandingLimit],
        asked: Sequence[Quantity],
        tree: PlaceTree,
        support: Support,
    ) -> None:
        """Sort the constraints by place, and give each place the dates that are asked of it."""
        self._tree, self._asked, self._support = tree, tuple(asked), support
        self._constraints, self._standing_limits = tuple(constraints), tuple(standing)
        own: dict[Key, list[Constraint]] = defaultdict(list)
        limits: dict[Key, list[StandingLimit]] = defaultdict(list)
        for constraint in constraints:
            own[_key(constraint.terms[0].quantity)].append(constraint)
        for limit in standing:
            limits[_key(limit.quantity)].append(limit)
        self._tree_of = WholeAndParts(tree)
        self._claimed = tuple(dict.fromkeys(c.terms[0].quantity for c in constraints))
        self._spoken_of = frozenset((*own, *limits))
        self._systems = {
            key: place_system(own.get(key, ()), limits.get(key, ()))
            for key in sorted(self._spoken_of)
        }
        self._states = {key: Standstill(system) for key, system in self._systems.items()}
        # A limit without a state holds of each: it is in several systems.
        self._keys_of: dict[Atom, list[Key]] = defaultdict(list)
        for key, state in self._states.items():
            for atom in state.atoms:
                self._keys_of[atom].append(key)
        self._put_in: set[Atom] = set()
        self._summed: tuple[frozenset[Atom], dict[tuple[Key, Question], Reply]] = (NOTHING, {})
        self._at: dict[Key, frozenset[Atom]] = {}

    def _meeting(self, q: Quantity) -> Iterable[str]:
        """Return the places whose claims meet in *q*: those below, and below the wholes spoken of."""
        spoken_of = [
            p for p in self._tree_of.above(q.place) if (p, q.state_meant) in self._spoken_of
        ]
        return self._tree_of.below(spoken_of[-1] if spoken_of else q.place)

    # --- conflicts ------------------------------------------------------------------------

    def conflicts(self, weights: Mapping[Atom, Fraction]) -> Conflicts:
        """Return contradictions within places, and the lightest sets that settle them."""
        order = sorted(self._keys_of, key=lambda a: (-weights.get(a, Fraction(1)), a))
        self._order = order
        return settled(self, weights)

    def cores_without(self, dropped: frozenset[Atom], *, thorough: bool) -> list[Core]:
        """Return contradictions among all but *dropped*, each smallest; of sums if *thorough*."""
        for atom in self._put_in & dropped:
            self._take_out(atom)
        self._put_in -= dropped
        found: list[Core] = []
        for atom in self._order:
            if atom in self._put_in or atom in dropped:
                continue
            core = self._conflict_with(atom)
            if core is None:
                self._put_in.add(atom)
            else:
                found.append(core)
        # Sums last: they take a sweep of every place.
        return found or (self._cores_of_sums(dropped) if thorough else [])

    def _conflict_with(self, atom: Atom) -> Core | None:
        """Put *atom* into its places; if it cannot be, leave it out of all and return a conflict."""
        for key in self._keys_of[atom]:
            conflict = self._states[key].put_in(atom)
            if conflict is not None:
                self._take_out(atom)
                return smallest_conflict(self._systems[key], conflict) or conflict
        return None

    def _take_out(self, atom: Atom) -> None:
        for key in self._keys_of[atom]:
            self._states[key].take_out(atom)

    def _cores_of_sums(self, dropped: frozenset[Atom]) -> list[Core]:
        """Return contradictions of wholes with their parts, where each place is settled."""
        wholes = [q for q in self._claimed if self._tree_of.has_parts(q.place)]
        if not wholes:
            return []
        found: dict[Core, None] = {}
        # The claims on the paths are looked for only where a sum does not hold.
        for with_atoms in (False, True):
            self._replies = Replies({k: Sweeps(s, dropped) for k, s in self._systems.items()})
            if not with_atoms:
                self._replies.know(self._as_before(dropped))
            for q in wholes:
                self._need(q, NOTHING)
            self._replies.fetch(with_atoms=with_atoms)
            if not with_atoms:
                self._summed = (dropped, self._replies.known)
            told = [(q, self._ends(q, NOTHING)) for q in wholes]
            wholes = [q for q, ends in told if ends.low > ends.high + TOLERANCE]
            found = dict.fromkeys(
                ends.low_atoms | ends.high_atoms for q, ends in told if q in wholes and with_atoms
            )
        return [self._smallest(core) for core in found]

    def _as_before(self, dropped: frozenset[Atom]) -> dict[tuple[Key, Question], Reply]:
        """Return what was answered in the round before of places where nothing else is dropped."""
        then, known = self._summed
        changed = {key for atom in then ^ dropped for key in self._keys_of[atom]}
        return {asked: reply for asked, reply in known.items() if asked[0] not in changed}

    def _smallest(self, suspects: Core) -> Core:
        """Return a smallest part of claims of several places that cannot hold together.

        Of very many they are left as they were found: each is on a path to the sum that fails.
        """
        if len(suspects) > MOST_MADE_SMALLEST:
            return suspects
        program, _ = program_of(
            [c for c in self._constraints if atom_of(c) in suspects],
            (),
            self._tree,
            standing=[s for s in self._standing_limits if atom_of(s.constraint) in suspects],
        )
        return smallest_core(Parts(program), suspects) or suspects

    # --- bounds ---------------------------------------------------------------------------

    def bounds(self, dropped: frozenset[Atom], disputed: frozenset[str]) -> tuple[Bound, ...]:
        """Return the bound of everything asked, without what is *dropped*.

        First all ends with the claims on a path to each, then each end once more without each of
        these claims, and without each of their origins.
        """
        self._replies = Replies({k: Sweeps(s, dropped) for k, s in self._systems.items()})
        origins = defaultdict(set)
        for atom in set(self._keys_of) - dropped:
            if origin := self._support.origin_of.get(atom.claim):
                origins[origin].add(atom)
        self._of_origin = {o: frozenset(atoms) for o, atoms in origins.items()}
        for q in self._asked:
            self._need(q, NOTHING)
        self._replies.fetch(with_atoms=True)
        whole = [self._ends(q, NOTHING) for q in self._asked]
        for q, ends in zip(self._asked, whole, strict=True):
            for off in self._trials(ends):
                self._need(q, off)
        self._replies.fetch(with_atoms=False)
        return tuple(
            self._bound(q, ends, disputed) for q, ends in zip(self._asked, whole, strict=True)
        )

    def _need(self, q: Quantity, off: frozenset[Atom]) -> None:
        touched = {key for atom in off for key in self._keys_of[atom]}
        for place in self._meeting(q):
            key = (place, q.state_meant)
            if key in self._systems and (not off or key in touched):
                self._replies.need(key, counters_of(q), off & self._atoms_at(key))

    def _atoms_at(self, key: Key) -> frozenset[Atom]:
        if key not in self._at:
            self._at[key] = frozenset(self._states[key].atoms)
        return self._at[key]

    def _ends(self, q: Quantity, off: frozenset[Atom]) -> Ends:
        upper, lower = counters_of(q)

        def own(place: str) -> Ends:
            key = (place, q.state_meant)
            if key not in self._systems:
                return Ends()
            here = off & self._atoms_at(key)
            most, least = self._replies.get(key, upper, here), self._replies.get(key, lower, here)
            # Of those who left by one way there may be none, however many left.
            low = 0.0 if q.by else max(0.0, -least.most)
            return Ends(
                low=low,
                high=most.most,
                low_atoms=least.atoms if low > 0 else NOTHING,
                high_atoms=most.atoms if most.most < OPEN else NOTHING,
            )

        top = next(iter(self._meeting(q)))
        return self._tree_of.ends(q.place, own, top)

    def _trials(self, ends: Ends) -> Iterable[frozenset[Atom]]:
        """Yield what is tried without: each claim of an end, and each of their origins."""
        for atom in ends.low_atoms | ends.high_atoms:
            yield frozenset({atom})
            if atom.claim in self._support.origin_of:
                yield self._of_origin[self._support.origin_of[atom.claim]]

    def _bound(self, q: Quantity, ends: Ends, disputed: frozenset[str]) -> Bound:
        low, high = _low(ends, q), _high(ends, q)
        needed = [
            atom
            for atom in sorted(ends.low_atoms | ends.high_atoms)
            if _wider(self._ends(q, frozenset({atom})), q, low, high)
        ]
        origins = {
            self._support.origin_of[a.claim]
            for a in ends.low_atoms | ends.high_atoms
            if a.claim in self._support.origin_of
        }
        without = [self._ends(q, self._of_origin[origin]) for origin in sorted(origins)]
        lows = [low, *(_low(other, q) for other in without)]
        highs = [high, *(_high(other, q) for other in without)]
        robust_low = min(lows)
        robust_high = None if None in highs else max(h for h in highs if h is not None)
        claims = {*claims_among(ends.low_atoms), *claims_among(ends.high_atoms)}
        return Bound(
            quantity=q,
            low=low,
            high=high,
            low_claims=claims_among(ends.low_atoms),
            high_claims=claims_among(ends.high_atoms),
            # Whether more than one origin may be wrong is not tried here.
            low_survives_origins=int(robust_low == low),
            high_survives_origins=int(robust_high == high),
            low_if_any_one_origin_is_wrong=robust_low,
            high_if_any_one_origin_is_wrong=robust_high,
            pinned_by=tuple(atom.name for atom in needed),
            standing=self._standing(q, claims, disputed, survives=robust_low == low),
            reach="place",
        )

    def _standing(
        self, q: Quantity, claims: set[str], disputed: frozenset[str], *, survives: bool
    ) -> Standing:
        if claims & disputed:
            return Standing.DISPUTED
        if not any(q in self._support.named_by.get(claim, ()) for claim in claims):
            return Standing.INFERRED
        return Standing.CORROBORATED if survives else Standing.SINGLE_SOURCE


NOTHING = frozenset[Atom]()

# Claims in a sum that fails, up to which a smallest part of them is looked for: of 60 it takes a
# tenth of a second, and a case with 1,500 contradictions half a minute.
MOST_MADE_SMALLEST = 12

Way = tuple[Point, Point]


def counters_of(q: Quantity) -> tuple[Way, Way]:
    """Return the counters whose difference is at most the upper end, and less the lower one."""
    if q.day is not None:
        day = q.day.toordinal()
        return ((LEFT, day), (CAME, day)), ((CAME, day), (LEFT, day))
    first = (q.start or date.min).toordinal()
    last = (q.end or date.max).toordinal()
    if q.measure is Measure.MEAN_STOCK:
        return ((LEFT, first), (CAME, last)), ((CAME, first), (LEFT, last))
    side = CAME if q.into else LEFT
    before, after = (side, first - 1), (side, last)
    return (before, after), (after, before)


class Replies:
    """Answers of the sweeps, asked for in two rounds and each only once."""

    def __init__(self, sweeps: Mapping[Key, Sweeps]) -> None:
        """Begin without answers."""
        self._sweeps = sweeps
        self._needed: dict[Key, dict[Question, None]] = defaultdict(dict)
        self.known: dict[tuple[Key, Question], Reply] = {}

    def know(self, known: Mapping[tuple[Key, Question], Reply]) -> None:
        """Take answers over that hold still."""
        self.known.update(known)

    def need(self, key: Key, ends: Iterable[Way], off: frozenset[Atom]) -> None:
        """Remember to ask for the differences of these counters."""
        for source, target in ends:
            question = Question(source=source, target=target, off=off)
            if (key, question) not in self.known:
                self._needed[key][question] = None

    def fetch(self, *, with_atoms: bool) -> None:
        """Ask all that is needed, place by place."""
        for key, questions in self._needed.items():
            asked = list(questions)
            replies = self._sweeps[key].ask(asked, with_atoms=with_atoms)
            self.known.update(zip(((key, q) for q in asked), replies, strict=True))
        self._needed.clear()

    def get(self, key: Key, ends: Way, off: frozenset[Atom]) -> Reply:
        """Return an answer that was fetched."""
        return self.known[key, Question(source=ends[0], target=ends[1], off=off)]


def _low(ends: Ends, q: Quantity) -> int:
    return max(0, whole(ends.low, up=q.measure is not Measure.MEAN_STOCK))


def _high(ends: Ends, q: Quantity) -> int | None:
    if ends.high == OPEN:
        return None
    return whole(ends.high, up=q.measure is Measure.MEAN_STOCK)


def _wider(ends: Ends, q: Quantity, low: int, high: int | None) -> bool:
    return _low(ends, q) != low or _high(ends, q) != high


def _key(q: Quantity) -> Key:
    return q.place, q.state_meant

"""How near two kinds of claim are, from what the codebook says they mean in the model."""

from __future__ import annotations

from enum import IntEnum

from tumen.codebook import Codebook, Kind


class Kinship(IntEnum):
    """How near two kinds are, from nothing in common to the same."""

    NONE = 0
    PEOPLE = 1  # both are about people, in states that have nothing to do with each other
    RELATED = 2  # about one state or flow: arrested and detained
    ALIKE = 3  # about the same states and flows: notified and refused
    SAME = 4


class Kinds:
    """The kinds of a codebook, compared."""

    def __init__(self, codebook: Codebook) -> None:
        """Keep what each kind means."""
        self._kinds = codebook.kinds
        self._states = tuple(codebook.states.values())
        self._met: dict[tuple[str, str], Kinship] = {}

    def kinship(self, one: str, other: str) -> Kinship:
        """Return how near two kinds are, whichever comes first."""
        key = (one, other) if one <= other else (other, one)
        if key not in self._met:
            self._met[key] = self._compare(*key)
        return self._met[key]

    def _compare(self, one: str, other: str) -> Kinship:
        """Compare two kinds by the states and flows that they name."""
        if one == other:
            return Kinship.SAME
        first, second = self._kinds.get(one), self._kinds.get(other)
        if first is None or second is None:
            return Kinship.PEOPLE
        touched = self._touches(first), self._touches(second)
        if touched[0] == touched[1] and first.planned and second.planned:
            return Kinship.ALIKE
        if touched[0] & touched[1]:
            return Kinship.RELATED
        is_condition = any(
            kind.condition and not t for kind, t in zip((first, second), touched, strict=True)
        )
        return Kinship.NONE if is_condition else Kinship.PEOPLE

    def _touches(self, kind: Kind) -> frozenset[str]:
        """Return the states that a kind is about; people to be sent away are still where they are."""
        touched = {kind.state, kind.into, kind.by} - {""}
        if kind.planned:
            touched |= {state.code for state in self._states if kind.by in state.exits}
        return frozenset(touched)

    def is_stock(self, kind: str) -> bool:
        """Tell whether *kind* is a state that lasts, so that its figure stands until replaced."""
        known = self._kinds.get(kind)
        return known is not None and (
            known.measure == "stock" or (known.measure == "flow" and known.planned)
        )

    def is_flow(self, kind: str) -> bool:
        """Tell whether *kind* is something that happens to people."""
        known = self._kinds.get(kind)
        return known is not None and known.measure == "flow" and not known.planned

    def is_exchange(self, kind: str) -> bool:
        """Tell whether *kind* passes between two sides: an announcement, a request, an answer.

        Whoever "says" such a thing is a party to it and not the one who tells the story.
        """
        known = self._kinds.get(kind)
        return known is not None and known.planned

    def is_open(self, kind: str) -> bool:
        """Tell whether *kind* says nothing that the model knows (`other`, or a kind not in it)."""
        known = self._kinds.get(kind)
        return known is None or not (self._touches(known) or known.condition)

    def leads_into(self, flow: str, stock: str) -> bool:
        """Tell whether the people of *flow* are then those of *stock*: the arrested are held."""
        first, second = self._kinds.get(flow), self._kinds.get(stock)
        return bool(
            first
            and second
            and first.into
            and second.measure == "stock"
            and first.into == second.state
        )

"""How near two kinds of claim are, from what the codebook says they mean in the model."""

from __future__ import annotations

from enum import IntEnum

from tumen.codebook import Codebook, Kind

# "defectors;women" are the women among the defectors.
PART = ";"


class Kinship(IntEnum):
    """How near two kinds are, from nothing in common to the same."""

    NONE = 0
    PEOPLE = 1  # both are about people, in states that have nothing to do with each other
    RELATED = 2  # about one state or flow: arrested and detained
    ALIKE = 3  # about the same states and flows: notified and refused
    SAME = 4


class Likeness(IntEnum):
    """How near two groups of people are: others, a part of the other group, the same."""

    OTHER = 0
    PART = 1
    SAME = 2


class Kinds:
    """The kinds and the subjects of a codebook, compared."""

    def __init__(self, codebook: Codebook) -> None:
        """Keep what each kind means."""
        self._kinds = codebook.kinds
        self._subjects = codebook.subjects
        # What stands behind ";" in some subject and is a subject of its own: women, children.
        self._part_words = frozenset(
            part for code in codebook.subjects for part in code.split(PART)[1:]
        ) & frozenset(codebook.subjects)
        self._steps = {
            (row.code, state): place
            for row in codebook.indicators.values()
            for place, state in enumerate(row.states)
        }
        self._states = tuple(codebook.states.values())
        self._ends = {s.code for s in self._states if not s.exits and not s.within}
        lasting = {s.code for s in self._states if s.exits}
        self._taken_from = {s.code for s in self._states if lasting.intersection(s.exits)}
        self._met: dict[tuple[str, str], Kinship] = {}
        self._alike: dict[tuple[str, str], Likeness] = {}

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

    def steps_apart(self, one: str, other: str) -> int:
        """Return how far two kinds stand apart on the board, 0 where they are not of one row."""
        first, second = self._step(one), self._step(other)
        if first is None or second is None or first[0] != second[0]:
            return 0
        return abs(first[1] - second[1])

    def _step(self, kind: str) -> tuple[str, int] | None:
        """Return the row of the board that a kind is about, and the place of its state in it."""
        known = self._kinds.get(kind)
        place = self._steps.get((known.indicator, known.condition)) if known else None
        return (known.indicator, place) if known and place is not None else None

    def likeness(self, one: str, other: str) -> Likeness:
        """Return how near the people that two claims count are to each other.

        Women are a part of the defectors, and those are North Koreans; helpers are others.
        """
        key = (one, other) if one <= other else (other, one)
        if key not in self._alike:
            self._alike[key] = self._liken(*key)
        return self._alike[key]

    def _liken(self, one: str, other: str) -> Likeness:
        """Compare two subjects by what they are parts of, and by which part.

        Refugees and people sent back are both North Koreans and may be the same ones; helpers are
        of no group that they are of.
        """
        if not one or not other:
            return Likeness.SAME
        (group, parts), (its_group, its_parts) = self._parted(one), self._parted(other)
        if not self._line(group) & self._line(its_group):
            return Likeness.OTHER
        if parts == its_parts:
            nested = group in self._line(its_group) or its_group in self._line(group)
            return Likeness.SAME if nested else Likeness.PART
        return Likeness.OTHER if parts and its_parts and not parts & its_parts else Likeness.PART

    def _parted(self, subject: str) -> tuple[str, frozenset[str]]:
        """Return a group and the parts of it: "women" alone are women of the group above them."""
        group, *parts = subject.split(PART)
        if not parts and group in self._part_words:
            return self._subjects[group].parent or group, frozenset({group})
        return group, frozenset(parts)

    def _line(self, subject: str) -> frozenset[str]:
        """Return a subject and all that it is a part of."""
        line: set[str] = set()
        while subject and subject not in line:
            line.add(subject)
            subject = self._subjects[subject].parent if subject in self._subjects else ""
        return frozenset(line)

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

    def comes_in(self, kind: str) -> bool:
        """Tell whether *kind* brings people into a state that lasts: arrest does."""
        known = self._kinds.get(kind)
        return known is not None and bool(known.into)

    def is_lasting(self, kind: str) -> bool:
        """Tell whether *kind* counts people in a state."""
        known = self._kinds.get(kind)
        return known is not None and known.measure == "stock"

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

    def leaves_people(self, kind: str) -> str:
        """Return the state in which people are after *kind*, "" where it does not say."""
        known = self._kinds.get(kind)
        if known is None:
            return ""
        return (known.by if not known.planned else "") or known.into or known.state

    def is_end(self, state: str) -> bool:
        """Tell whether nothing leads out of *state*: people were released, or have arrived."""
        return state in self._ends

    def is_at_large(self, state: str) -> bool:
        """Tell whether people in *state* can still be taken: all who live somewhere are no group."""
        return state in self._taken_from

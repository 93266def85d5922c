"""Who is who: one identity for a speaker's names in all languages.

An anonymous speaker has no identity beyond the line that quotes it: "the source" of one outlet is
never "the source" of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tumen.codebook import Codebook
from tumen.lineage.words import fold, load_words, stands_in
from tumen.records import Hop, HopType

# Shorter names stand inside too many others ("UN" in "UN Women"; Latin ones only as whole words,
# but "한국" is in every second name).
_SHORTEST_LATIN = 3
_SHORTEST_OTHER = 3

UNNAMED = frozenset({HopType.ANONYMOUS, HopType.NONE, HopType.WITNESS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One hop with its identity.

    `id` is equal for the same speaker in any language; an anonymous speaker's begins with that
    of the outlet that quotes it; "" where nobody is named ("reports", hearsay).
    """

    id: str
    name: str  # the codebook's name, else as printed
    type: HopType
    known: bool  # in the codebook, so that a different id means a different speaker

    @property
    def is_named(self) -> bool:
        """Tell whether this is someone who could be asked."""
        return bool(self.id) and self.type not in UNNAMED

    @property
    def is_outlet(self) -> bool:
        """Tell whether this is an outlet, which speaks for others."""
        return bool(self.id) and self.type is HopType.MEDIA


class Speakers:
    """All names of the codebook's speakers, and what was made of the names met so far."""

    def __init__(self, codebook: Codebook) -> None:
        """Index *codebook*'s speakers by every form of their names."""
        self._speakers = codebook.speakers
        self._ids: dict[str, str] = {}
        for speaker in codebook.speakers.values():
            every = (form for forms in speaker.names.values() for form in forms)
            for form in (speaker.name, *every):
                self._ids.setdefault(_bare(form), speaker.id)
        self._forms: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self._ids, key=lambda f: (-len(f), f)):
            self._forms[self._ids[form]].append(form)
        self._inside = sorted(
            (form for form in self._ids if _is_telling(form)), key=lambda f: (-len(f), f)
        )
        self._persons = [
            form
            for form in self._inside
            if self._speakers[self._ids[form]].type is not HopType.MEDIA
        ]
        self._met: dict[tuple[str, bool], str] = {}

    def who(self, hop: Hop, *, line: str = "") -> Who:
        """Return who speaks at *hop*; *line* is the identity of the outlet that quotes it."""
        unnamed = hop.type in UNNAMED
        found = self.identify(hop.name, is_outlet=hop.type is HopType.MEDIA)
        known = found in self._speakers and not unnamed
        if known:
            return Who(id=found, name=self._speakers[found].name, type=hop.type, known=True)
        if not found or found in load_words().nobody:
            return Who(id="", name=hop.name, type=hop.type, known=False)
        identity = f"{line}>{self._beyond(line, found)}" if unnamed else found
        return Who(id=identity, name=hop.name, type=hop.type, known=False)

    def _beyond(self, line: str, name: str) -> str:
        """Return what is said of an anonymous speaker, "" where that only points back.

        "A Daily NK source" says in Daily NK no more than "the source" does.
        """
        again = load_words().same_again
        own = next((form for form in self._forms.get(line, ()) if stands_in(form, name)), "")
        said = _bare(name.replace(own, " ", 1)) if own else name
        return "" if said in again else name

    def identify(self, name: str, *, is_outlet: bool = True) -> str:
        """Return the codebook's id for *name*, or its folded form when it is not known."""
        key = (name, is_outlet)
        if key not in self._met:
            self._met[key] = self._identify(_bare(name), is_outlet=is_outlet)
        return self._met[key]

    def _identify(self, name: str, *, is_outlet: bool) -> str:
        """Look up a bare name whole, then without an ending, then for a known name inside it."""
        if name in self._ids:
            return self._ids[name]
        for ending in load_words().endings:
            shorter = fold(name.removesuffix(ending))
            if shorter != name and shorter in self._ids:
                return self._ids[shorter]
        # "RFA's Korean Service" is the outlet; "an RFA reporter's aunt" is not.
        inside = self._inside if is_outlet else self._persons
        found = next((form for form in inside if stands_in(form, name)), None)
        return self._ids[found] if found else name


def chain_of(attribution: Sequence[Hop], publisher: str, *, speakers: Speakers) -> tuple[Who, ...]:
    """Return the speakers behind the publisher, outermost first."""
    line = publisher
    chain = []
    for place, hop in enumerate(attribution):
        who = speakers.who(hop, line=line)
        if place == 0 and (who.id == publisher or hop.type is HopType.NONE):
            continue  # the publisher itself, or the file's name where none is known
        chain.append(who)
        if who.is_outlet:
            line = who.id
    return tuple(chain)


def named(chain: Iterable[Who]) -> frozenset[str]:
    """Return the identities of all who are named in *chain*."""
    return frozenset(who.id for who in chain if who.is_named)


def _bare(name: str) -> str:
    """Return a name folded and without its article."""
    folded = fold(name)
    first, _, rest = folded.partition(" ")
    return rest if rest and first in load_words().articles else folded


def _is_telling(form: str) -> bool:
    """Tell whether a name is long enough to be looked for inside others."""
    return len(form) >= (_SHORTEST_LATIN if form.isascii() else _SHORTEST_OTHER)

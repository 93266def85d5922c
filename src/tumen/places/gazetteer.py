"""A gazetteer: which places there are, what they are called in print, and what lies in what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tumen.errors import PlacesError
from tumen.records import Place, Point

LANGUAGES = ("en", "ko", "ja", "zh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """The places of a case, its own before the world's.

    `shadows` are words that contain a name and are no place ("朝鲜族", Koreans of China); whoever
    looks for names in a text looks for them too, and lets the longer match win.
    """

    name: str
    places: Mapping[str, Place]
    own: tuple[str, ...]  # the ids the case lists itself, in its order; the rest is the world
    shadows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by language
    digest: str = ""  # SHA-256 over the files it was read from
    _names: dict[str, Mapping[str, tuple[str, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def place(self, id: str) -> Place:  # noqa: A002 - the records call it id as well
        """Return the place with this id."""
        try:
            return self.places[id]
        except KeyError:
            raise PlacesError(
                f"There is no place {id!r} in the gazetteer {self.name!r}. Use the id of one of "
                f"its {len(self.places)} places, such as {next(iter(self.places), 'CN')!r}."
            ) from None

    def ancestors(self, id: str) -> tuple[Place, ...]:  # noqa: A002
        """Return the places that a place lies in, widest first, without itself."""
        chain = []
        parent = self.place(id).parent
        while parent is not None:
            place = self.places[parent]
            chain.append(place)
            parent = place.parent
        return tuple(reversed(chain))

    def within(self, id: str, ancestor: str) -> bool:  # noqa: A002
        """Tell whether a place is *ancestor* or lies in it."""
        self.place(ancestor)
        place: str | None = self.place(id).id
        while place is not None and place != ancestor:
            place = self.places[place].parent
        return place is not None

    def point_of(self, id: str) -> Point | None:  # noqa: A002
        """Return where to draw a place: its own point, or the nearest one above it.

        Detention places have no point of their own, on purpose: they are drawn at their town.
        """
        for place in (self.place(id), *reversed(self.ancestors(id))):
            if place.point is not None:
                return place.point
        return None

    def names(self, language: str) -> Mapping[str, tuple[str, ...]]:
        """Return every form that a text in *language* may print, with the ids it may mean.

        *language* is a BCP 47 tag; `zh` serves both scripts.  Latin names serve every language
        (a Korean text prints "Tumen"), and are all there is for a language we have no names in.
        Of several ids the case's own come first.
        """
        primary = language.partition("-")[0].lower()
        if primary not in LANGUAGES:
            primary = "en"
        if primary not in self._names:
            self._names[primary] = self._index(primary)
        return self._names[primary]

    def _index(self, language: str) -> Mapping[str, tuple[str, ...]]:
        """Return the forms of one language and the Latin ones, with the ids they may mean."""
        index: dict[str, tuple[str, ...]] = {}
        for wanted in (language,) if language == "en" else (language, "en"):
            for id_, place in self.places.items():
                for form in place.names.get(wanted, ()):
                    ids = index.get(form, ())
                    if id_ not in ids:
                        index[form] = (*ids, id_)
        return index

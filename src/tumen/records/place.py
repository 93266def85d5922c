"""Places of the gazetteer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Degrees north and east, WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A gazetteer entry; `id` is ISO 3166-2 where one exists ("CN-JL"), else our own.

    `names` maps a language (en, ko, ja, zh) to every form met in print, the form to show first.
    """

    id: str
    names: Mapping[str, tuple[str, ...]]
    level: int  # 0 country, 1 province, 2 prefecture or city, 3 county, 4 point
    type: str  # country, province, city, county, crossing, detention, river, region
    parent: str | None
    point: Point | None = None
    source: str = ""
    ambiguous: tuple[str, ...] = field(default=())  # forms that need a place above them nearby

    @property
    def name(self) -> str:
        """Return the English name, which identifies a place in JSON."""
        return self.names["en"][0]

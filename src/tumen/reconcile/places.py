"""What this room needs to know of places: a gazetteer has it, and so has a table of places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tumen.records import Place


class Places(Protocol):
    """Places by id, and which lies in which."""

    @property
    def places(self) -> Mapping[str, Place]:
        """Return all places by id."""

    def ancestors(self, place: str, /) -> tuple[Place, ...]:
        """Return the places above *place*, widest first, without itself."""

    def within(self, place: str, ancestor: str, /) -> bool:
        """Tell whether *place* lies in *ancestor*; every place lies in itself."""

"""Find the places that a model names in the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence

from tumen.places import Gazetteer
from tumen.records import Located, Report, Role, Span
from tumen.second.quotes import nearest_span


def places_of(
    said: Sequence[tuple[str, str]], report: Report, gazetteer: Gazetteer, passage: Span
) -> tuple[tuple[Located, ...], tuple[tuple[str, str], ...]]:
    """Return the places *said*, widest first with those above them, and what was left out.

    What is left out comes as (reason, words): a name the gazetteer lacks, or one that several
    places share while nothing tells which.  A name that does not stand in the text raises Unfit.
    """
    names = gazetteer.names(report.language)
    candidates = {words: names.get(words, ()) for words, _ in said}
    sure = {ids[0] for ids in candidates.values() if len(ids) == 1}
    named: dict[str, Located] = {}
    left_out = []
    for words, role in said:
        at = nearest_span(report, words, passage)
        id_ = _one_of(words, candidates[words], gazetteer, sure)
        if id_ is None:
            reason = "ambiguous_place" if candidates[words] else "unknown_place"
            left_out.append((reason, words))
            continue
        named[id_] = Located(
            id=id_,
            name=gazetteer.place(id_).name,
            role=Role(role),
            passage=report.passage(at.start, at.end),
        )
    places = [*named.values(), *_above(named, gazetteer)]
    places.sort(key=lambda place: (gazetteer.place(place.id).level, place.id))
    return tuple(places), tuple(left_out)


def _one_of(words: str, ids: Sequence[str], gazetteer: Gazetteer, sure: set[str]) -> str | None:
    """Return the place meant: one that lies in another place named, else a plain one.

    Of several plain ones only the case's own is sure.

    "Nanping" alone may be a crossing here or a city in Fujian.
    """
    for id_ in ids:
        if any(place.level and place.id in sure for place in gazetteer.ancestors(id_)):
            return id_
    plain = [id_ for id_ in ids if words not in gazetteer.place(id_).ambiguous]
    return plain[0] if len(plain) == 1 or (plain and plain[0] in gazetteer.own) else None


def _above(named: dict[str, Located], gazetteer: Gazetteer) -> list[Located]:
    """Return the places that those named lie in, each with the role of the first of them."""
    above: dict[str, Located] = {}
    for place in named.values():
        for higher in gazetteer.ancestors(place.id):
            # "Northeast China" only where it is named.
            if higher.id not in named and higher.type != "region":
                located = Located(id=higher.id, name=higher.name, role=place.role)
                above.setdefault(higher.id, located)
    return list(above.values())

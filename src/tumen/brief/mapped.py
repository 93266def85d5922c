"""What stands on the map: a mark for each number, and names to find one's way."""

from __future__ import annotations

from tumen.brief.figures import interval_words
from tumen.brief.names import leaves, place_words
from tumen.brief.view import View
from tumen.places import border_map
from tumen.records import UNLISTED, MapLabel, MapMark, Measure, PeopleRow

# So many names of smaller places still leave the map readable.
MOST_NAMES = 12
PROVINCE = 1
REGION = "region"  # several provinces together


def map_marks(view: View, rows: tuple[PeopleRow, ...]) -> tuple[MapMark, ...]:
    """Return a mark for each place below the whole area that has a point and a number."""
    marks: dict[str, MapMark] = {}
    stocks = [row for row in rows if row.measure is Measure.STOCK]
    for row in stocks:
        if row.place.endswith(UNLISTED) or row.place == view.codebook.area:
            continue
        if any(_tells_more(view, other, row) for other in stocks):
            continue
        point = view.gazetteer.point_of(row.place) if row.place in view.gazetteer.places else None
        if point is not None and row.place not in marks:
            marks[row.place] = MapMark(
                place=row.place,
                name=place_words(view, row.place, full=False),
                latitude=point.latitude,
                longitude=point.longitude,
                low=row.low,
                high=row.high,
                words=interval_words(view.words, row.low, row.high),
            )
    return tuple(marks.values())


def _tells_more(view: View, inner: PeopleRow, outer: PeopleRow) -> bool:
    """Tell whether *inner* says where the people of *outer* are, so that one mark is enough."""
    known = view.gazetteer.places
    if inner.place == outer.place or inner.place not in known or outer.place not in known:
        return False
    if not view.gazetteer.within(inner.place, outer.place):
        return False
    same = (inner.low, inner.high) == (outer.low, outer.high)
    return same or known[outer.place].type == REGION


def map_labels(view: View) -> tuple[MapLabel, ...]:
    """Return the provinces of the map and the smaller places that the reports name most."""
    provinces = [outline.id for outline in border_map().outlines if outline.own]
    told: dict[str, int] = {}
    for claim in sorted(view.claims.values(), key=lambda c: view.order[c.id]):
        for place in leaves(view, claim):
            told[place] = told.get(place, 0) + 1
    known = view.gazetteer.places
    small = [p for p in told if p in known and known[p].level > PROVINCE]
    small.sort(key=lambda place: (-told[place], place))
    made = (_label(view, place) for place in (*provinces, *small[:MOST_NAMES]))
    return tuple(label for label in made if label is not None)


def _label(view: View, place_id: str) -> MapLabel | None:
    place = view.gazetteer.places.get(place_id)
    if place is None or place.point is None:
        return None
    return MapLabel(
        place=place_id,
        name=place_words(view, place_id, full=False),
        latitude=place.point.latitude,
        longitude=place.point.longitude,
        level=place.level,
    )

"""The border as a map: provinces, the line between the countries, and a mark for each number."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from tumen.brief.drawing.svg import Room, element, picture, text, width_of
from tumen.brief.words import Words
from tumen.places import BorderMap, Outline, border_map
from tumen.records import MapLabel, MapMark

WIDTH = 640
SMALLEST, LARGEST = 6.0, 26.0  # radius of a mark
# Points nearer to each other than this cannot be told apart on the page.
NEAR = 0.8
NAME_SIZE, MARK_SIZE = 12, 14  # as in the style sheet
PROVINCE = 1
Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """Degrees to the page: north up, one kilometre as long across as up at the middle."""

    west: float
    south: float
    east: float
    north: float
    across: float  # units a degree of longitude
    up: float  # units a degree of latitude

    @property
    def height(self) -> int:
        """Return how high the drawing is."""
        return round((self.north - self.south) * self.up)

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return the place on the page."""
        return (longitude - self.west) * self.across, (self.north - latitude) * self.up

    def shows(self, longitude: float, latitude: float) -> bool:
        """Tell whether a place lies on the page."""
        return self.west < longitude < self.east and self.south < latitude < self.north


def projection_of(frame: tuple[float, float, float, float]) -> Projection:
    """Return the projection that fits *frame*: west, south, east, north."""
    west, south, east, north = frame
    across = WIDTH / (east - west)
    up = across / math.cos(math.radians((south + north) / 2))
    return Projection(west=west, south=south, east=east, north=north, across=across, up=up)


def on_map(marks: Iterable[MapMark]) -> tuple[MapMark, ...]:
    """Return the marks that lie inside the drawn frame."""
    projection = projection_of(border_map().frame)
    return tuple(mark for mark in marks if projection.shows(mark.longitude, mark.latitude))


def shows_any(labels: Iterable[MapLabel]) -> bool:
    """Tell whether any of the places to name lies inside the drawn frame."""
    projection = projection_of(border_map().frame)
    return any(projection.shows(label.longitude, label.latitude) for label in labels)


def map_of(words: Words, marks: tuple[MapMark, ...], labels: tuple[MapLabel, ...]) -> str:
    """Return the drawing; marks outside the frame are left to the caller to name."""
    drawn = border_map()
    projection = projection_of(drawn.frame)
    inside = sorted(on_map(marks), key=lambda mark: (-(mark.low or 0), mark.place))
    largest = max((mark.low or 0 for mark in inside), default=0)
    marked = {mark.place for mark in inside}
    names = [label for label in labels if label.place not in marked]
    room = Room()
    discs = [_disc(mark, projection, largest, room) for mark in inside]
    written = [_words(mark, projection, largest, room) for mark in inside]
    points = [words.say("map.mark", place=mark.name, number=mark.words) for mark in inside]
    return picture(
        _land(drawn, projection)
        + "".join(_name(label, projection, room) for label in names)
        + "".join((*discs, *written)),
        name="map",
        width=WIDTH,
        height=projection.height,
        title=words.say("map.title"),
        text=words.entries["list.semicolon"].join(points) or words.say("page.none"),
    )


def note_of(language: str) -> str:
    """Return what has to stand under every map: whose lines these are."""
    note = border_map().note
    return note.get(language) or note["en"]


def _land(drawn: BorderMap, projection: Projection) -> str:
    context = [outline for outline in drawn.outlines if not outline.own]
    own = [outline for outline in drawn.outlines if outline.own]
    line = "".join(_path(part, projection) for part in drawn.boundary)
    return (
        "".join(_outline(outline, projection, "context") for outline in context)
        + "".join(_outline(o, projection, f"land {o.country.lower()}") for o in own)
        + element("path", d=line, class_="boundary")
    )


def _outline(outline: Outline, projection: Projection, kind: str) -> str:
    rings = [ring for ring in outline.rings if any(projection.shows(*point) for point in ring)]
    path = "".join(f"{_path(ring, projection)}z" for ring in rings)
    return element("path", d=path, class_=kind, fill_rule="evenodd") if path else ""


def _path(line: Line, projection: Projection) -> str:
    """Return a line as a path, without points that nobody could tell apart."""
    points: list[tuple[float, float]] = []
    for place in line:
        x, y = projection.point(*place)
        if not points or math.hypot(x - points[-1][0], y - points[-1][1]) >= NEAR:
            points.append((round(x, 1), round(y, 1)))
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)


def _name(label: MapLabel, projection: Projection, room: Room) -> str:
    """Return a name where there is room; that of a small place stands beside its dot."""
    if not projection.shows(label.longitude, label.latitude):
        return ""
    x, y = projection.point(label.longitude, label.latitude)
    wide = width_of(label.name, NAME_SIZE)
    if label.level <= PROVINCE:
        free = room.take(x - wide / 2, y - NAME_SIZE, wide, NAME_SIZE)
        return text(label.name, x=x, y=y, class_="province", text_anchor="middle") if free else ""
    dot = element("circle", cx=x, cy=y, r=2.5, class_="town")
    if not room.take(x + 6, y - NAME_SIZE / 2, wide, NAME_SIZE):
        return dot
    return dot + text(label.name, x=x + 6, y=y + 4, class_="town-name")


def _radius(mark: MapMark, largest: int) -> float:
    """Return the size of a mark: its area follows the least number."""
    if not mark.low or not largest:
        return SMALLEST
    return max(SMALLEST, LARGEST * math.sqrt(mark.low / largest))


def _disc(mark: MapMark, projection: Projection, largest: int, room: Room) -> str:
    """Return the disc of a mark, hollow where no least number is known."""
    x, y = projection.point(mark.longitude, mark.latitude)
    radius = _radius(mark, largest)
    room.fill(x - radius, y - radius, 2 * radius, 2 * radius)
    return element("circle", cx=x, cy=y, r=radius, class_="people" if mark.low else "people open")


def _words(mark: MapMark, projection: Projection, largest: int, room: Room) -> str:
    """Return name and number beside the disc, else above or below it, where there is room."""
    x, y = projection.point(mark.longitude, mark.latitude)
    away = _radius(mark, largest) + 6
    wide = max(width_of(mark.name, MARK_SIZE), width_of(mark.words, MARK_SIZE))
    high = 2 * MARK_SIZE + 2
    middle = min(max(x, wide / 2), WIDTH - wide / 2)
    places = (
        ("start", x + away, x + away, y - MARK_SIZE),
        ("end", x - away, x - away - wide, y - MARK_SIZE),
        ("middle", middle, middle - wide / 2, y - away - high),
        ("middle", middle, middle - wide / 2, y + away),
    )
    anchor, edge, left, top = places[0]
    for place in places:
        inside = place[2] >= 0 and place[2] + wide <= WIDTH
        if inside and room.take(place[2], place[3], wide, high):
            anchor, edge, left, top = place
            break
    else:
        room.fill(left, top, wide, high)
    name = text(mark.name, x=edge, y=top + MARK_SIZE - 1, class_="place", text_anchor=anchor)
    under = top + 2 * MARK_SIZE + 1
    return name + text(mark.words, x=edge, y=under, class_="number", text_anchor=anchor)

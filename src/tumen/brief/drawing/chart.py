"""The bounds over time: for each place a small drawing with a bar from least to most on each day.

Vega-Lite through vl-convert was tried: its first drawing takes 0.6 to 1 s, a third of what the
whole program may take, and it has no mark for "no limit known".  These are rectangles and lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tumen.brief.dates import day_words, short_day_words
from tumen.brief.drawing.svg import Room, element, picture, text, width_of
from tumen.brief.figures import interval_words
from tumen.brief.words import Words
from tumen.records import BoundPoint, Series

WIDTH, HEIGHT = 340, 190
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 18, 158
BAR = 16.0
NARROWEST = 3.0
LABEL_SIZE = 13
# An open bar runs this far beyond the highest number, so that it is seen to leave the scale.
HEADROOM = 1.25
TICKS = 4
# Tops of scales, up to a power of ten, whose four quarters are whole.
QUARTERED = (4, 8, 12, 16, 20, 24, 32, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    first: date
    days: int
    top: int

    def x(self, day: date) -> float:
        """Return where *day* is; a single day stands in the middle."""
        inner = WIDTH - LEFT - RIGHT - 2 * BAR
        if not self.days:
            return LEFT + BAR + inner / 2
        return LEFT + BAR + inner * (day - self.first).days / self.days

    def y(self, number: int) -> float:
        """Return the height of *number*."""
        return BOTTOM - (BOTTOM - TOP) * min(number / self.top, 1.0)


def chart_of(words: Words, series: Series, number: int, span: tuple[date, date]) -> str:
    """Return the drawing of one series; *span* is shared by all drawings, the scale is its own."""
    top = _round_up(max(_ends(series.points), default=1) * HEADROOM)
    scale = _Scale(first=span[0], days=(span[1] - span[0]).days, top=top)
    width = _bar_width(series.points, scale)
    bars = "".join(_bar(words, point, scale, width) for point in series.points)
    pen = _Pen(scale=scale, width=width, room=Room())
    # The latest day is labelled first; earlier ones where there is room, and only what is new.
    last: frozenset[int] = frozenset()
    for point in reversed(series.points):
        ends = frozenset(end for end in (point.low, point.high) if end is not None)
        bars += _labels(ends - last, scale.x(point.day), pen)
        last = ends
    return picture(
        _fades(number) + _axes(words, scale, span) + bars.replace("#fade", f"#fade-{number}"),
        name=f"chart-{number}",
        width=WIDTH,
        height=HEIGHT,
        title=words.say("chart.title", what=series.what, place=series.name),
        text=describe(words, series),
    )


def describe(words: Words, series: Series) -> str:
    """Return the drawing in words: every day with its bound."""
    points = [
        words.say(
            "chart.point",
            day=day_words(words, point.day),
            number=interval_words(words, point.low, point.high),
        )
        for point in series.points
    ]
    return words.say("chart.description", points=words.entries["list.semicolon"].join(points))


def span_of(series: tuple[Series, ...]) -> tuple[date, date] | None:
    """Return the first and the last day of all series."""
    days = [point.day for one in series for point in one.points]
    return (min(days), max(days)) if days else None


def _ends(points: tuple[BoundPoint, ...]) -> list[int]:
    return [end for point in points for end in (point.low, point.high) if end]


def _round_up(number: float) -> int:
    """Return the next number whose quarters are easy to read."""
    size = 1
    while size * 100 < number:
        size *= 10
    return next(factor * size for factor in QUARTERED if factor * size >= number)


def _bar_width(points: tuple[BoundPoint, ...], scale: _Scale) -> float:
    gaps = [scale.x(later.day) - scale.x(day.day) for day, later in pairwise(points)]
    return max(NARROWEST, min(BAR, min(gaps, default=BAR) * 0.8))


def _fades(number: int) -> str:
    """Return the fill of an open end: the bar's colour, thinning out to nothing."""
    stops = element("stop", offset=0, class_="fade-end") + element(
        "stop", offset=1, class_="fade-start"
    )
    up = element("linearGradient", stops, id=f"fade-{number}-up", x1=0, x2=0, y1=0, y2=1)
    down = element("linearGradient", stops, id=f"fade-{number}-down", x1=0, x2=0, y1=1, y2=0)
    return element("defs", up + down)


def _axes(words: Words, scale: _Scale, span: tuple[date, date]) -> str:
    lines = []
    for step in range(TICKS + 1):
        number = scale.top * step // TICKS
        y = scale.y(number)
        kind = "axis" if step == 0 else "grid"
        lines.append(element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_=kind))
        lines.append(text(f"{number:,}", x=LEFT - 6, y=y + 4, class_="tick", text_anchor="end"))
    first, last = span
    y = BOTTOM + 18
    if first == last:
        lines.append(_day(words, first, scale.x(first), y, "middle"))
    else:
        lines.append(_day(words, first, LEFT, y, "start"))
        lines.append(_day(words, last, WIDTH - RIGHT, y, "end"))
    return "".join(lines)


def _day(words: Words, day: date, x: float, y: float, anchor: str) -> str:
    printed = (
        f"{short_day_words(words, day)} {day.year}"
        if words.language == "en"
        else (day_words(words, day))
    )
    return text(printed, x=x, y=y, class_="tick", text_anchor=anchor)


def _bar(words: Words, point: BoundPoint, scale: _Scale, width: float) -> str:
    """Return one day: a bar from the least to the most, open ends fading out with an arrow."""
    x = scale.x(point.day)
    low = scale.y(point.low or 0)
    high = TOP if point.high is None else scale.y(point.high)
    fill = {"class_": "bar"} if point.high is not None else {"fill": "url(#fade-up)"}
    if not point.usual:
        fill["stroke_dasharray"] = "4 3"
        fill["class_"] = f"{fill.get('class_', '')} assumed".strip()
    parts = [_tip(words, point)]
    parts.append(
        element("rect", x=x - width / 2, y=high, width=width, height=max(low - high, 1.5), **fill)
    )
    if point.high is None:
        arrow = f"M{x - 5:.1f} {TOP + 2}L{x:.1f} {TOP - 6}L{x + 5:.1f} {TOP + 2}"
        parts.append(element("path", d=arrow, class_="arrow"))
    else:
        parts.append(_end(x, high, width))
    if point.low is None:
        arrow = f"M{x - 5:.1f} {BOTTOM - 4}L{x:.1f} {BOTTOM + 4}L{x + 5:.1f} {BOTTOM - 4}"
        parts.append(element("path", d=arrow, class_="arrow"))
    else:
        parts.append(_end(x, low, width))
    return element("g", "".join(parts))


def _tip(words: Words, point: BoundPoint) -> str:
    tip = words.say(
        "chart.point",
        day=day_words(words, point.day),
        number=interval_words(words, point.low, point.high),
    )
    return element("title", tip)


def _end(x: float, y: float, width: float) -> str:
    return element("line", x1=x - width / 2 - 3, x2=x + width / 2 + 3, y1=y, y2=y, class_="end")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pen:
    """Where labels are written, and what is written already."""

    scale: _Scale
    width: float
    room: Room


def _labels(ends: frozenset[int], x: float, pen: _Pen) -> str:
    """Write known ends beside a bar, on the side where there is room."""
    to_left = x > WIDTH * 0.7
    edge = x - pen.width / 2 - 7 if to_left else x + pen.width / 2 + 7
    written = []
    for end in sorted(ends):
        words = f"{end:,}"
        long = width_of(words, LABEL_SIZE)
        y = pen.scale.y(end)
        if pen.room.take(edge - long if to_left else edge, y - LABEL_SIZE / 2, long, LABEL_SIZE):
            anchor = "end" if to_left else "start"
            written.append(text(words, x=edge, y=y + 4, text_anchor=anchor, class_="number"))
    return "".join(written)

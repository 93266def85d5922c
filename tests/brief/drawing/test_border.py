from __future__ import annotations

from tests.brief.drawing.parse import parsed
from tumen.brief.drawing.border import map_of, note_of, on_map, projection_of
from tumen.records import MapLabel, MapMark


def a_mark(name: str, latitude: float, longitude: float, low: int | None = 200) -> MapMark:
    return MapMark(
        place=name,
        name=name,
        latitude=latitude,
        longitude=longitude,
        low=low,
        high=None,
        words=f"at least {low}",
    )


def test_north_is_up_and_east_is_right():
    projection = projection_of((120.0, 38.0, 130.0, 44.0))
    x, y = projection.point(121.0, 43.0)
    further_x, further_y = projection.point(122.0, 42.0)

    assert further_x > x
    assert further_y > y


def test_a_mark_is_drawn_with_its_name_and_number(english):
    drawn = map_of(english, (a_mark("Tumen", 42.97, 129.84),), ())

    assert ">Tumen<" in drawn
    assert ">at least 200<" in drawn
    assert 'class="boundary"' in drawn
    parsed(drawn)


def test_a_place_without_a_least_number_is_hollow(english):
    assert 'class="people open"' in map_of(english, (a_mark("Tumen", 42.97, 129.84, None),), ())


def test_a_place_far_away_is_not_on_the_map(english):
    seoul, tumen = a_mark("Bangkok", 13.7, 100.5), a_mark("Tumen", 42.97, 129.84)

    assert on_map((seoul, tumen)) == (tumen,)
    assert ">Bangkok<" not in map_of(english, (seoul, tumen), ())


def test_names_give_way_to_marks(english):
    label = MapLabel(place="x", name="Hunchun", latitude=42.97, longitude=129.86, level=2)
    away = MapLabel(place="y", name="Dandong", latitude=40.1, longitude=124.4, level=2)

    drawn = map_of(english, (a_mark("Tumen", 42.97, 129.84),), (label, away))
    assert ">Hunchun<" not in drawn
    assert ">Dandong<" in drawn


def test_the_map_says_whose_lines_these_are():
    assert "de facto" in note_of("en")
    assert note_of("ko") != note_of("en")

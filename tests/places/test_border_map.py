"""The outlines that a map of the border is drawn from."""

from importlib.resources import files

from tumen.places import border_map

MAP = border_map()
KOREA = {f"KP-{code:02}" for code in (*range(1, 11), 13, 14, 15)}


def test_all_of_north_korea_and_the_three_provinces_of_china_are_drawn_whole():
    covered = {id_ for outline in MAP.outlines if outline.own for id_ in outline.covers}

    assert covered == KOREA | {"CN-JL", "CN-LN", "CN-HL"}


def test_every_ring_is_closed_and_encloses_something():
    for outline in MAP.outlines:
        assert outline.rings
        for ring in outline.rings:
            assert ring[0] == ring[-1]
            assert len(set(ring)) >= 3


def test_points_are_degrees_east_and_north():
    points = [point for outline in MAP.outlines for ring in outline.rings for point in ring]

    assert all(110 < longitude < 136 and 35 < latitude < 54 for longitude, latitude in points)


def test_the_boundary_runs_from_the_mouth_of_the_yalu_to_the_three_country_point():
    (line,) = MAP.boundary

    assert line[0][0] < 124.5
    assert line[-1][0] > 130.5


def test_the_boundary_is_shared_by_both_sides_point_by_point_so_nothing_tears():
    (line,) = MAP.boundary
    for country in ("CN", "KP"):
        points = {
            point
            for outline in MAP.outlines
            if outline.country == country
            for ring in outline.rings
            for point in ring
        }
        assert set(line) <= points


def test_the_frame_holds_the_whole_boundary():
    west, south, east, north = MAP.frame

    assert all(west < x < east and south < y < north for line in MAP.boundary for x, y in line)


def test_the_note_says_in_every_language_that_lines_are_de_facto():
    assert set(MAP.note) == {"en", "ko", "ja", "zh"}
    assert "de facto" in MAP.note["en"]


def test_the_file_stays_small_enough_to_carry():
    file = files("tumen.places").joinpath("data/border-map.json")

    assert len(file.read_bytes()) <= 150_000

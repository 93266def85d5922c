"""What the border's gazetteer says, checked against itself and against the map."""

from itertools import pairwise

import pytest

from tumen.places import border_map, load_gazetteer
from tumen.records import Place, Point

GAZETTEER = load_gazetteer("dprk-china")
OWN = [GAZETTEER.places[id_] for id_ in GAZETTEER.own]
# Riverside towns stand within a kilometre of a line that is itself right to about a kilometre.
TOLERANCE = 0.01

Coordinates = tuple[float, float]  # degrees east and north
Lines = tuple[tuple[Coordinates, ...], ...]

READINGS = {
    "CN-JL-tumen": (
        "투먼",
        "도문",
        "투먼시",
        "도문시",
        "図們",
        "图们",
        "圖們",
        "图们市",
        "Tumen City",
    ),
    "CN-JL-helong": ("허룽", "화룡", "화룡시", "和竜", "和龍", "和龙"),
    "CN-JL-hunchun": ("훈춘", "혼춘", "琿春", "珲春"),
    "CN-JL-changbai": ("창바이", "장백", "창바이현", "장백현", "長白", "长白"),
    "CN-JL-nanping": ("난핑", "남평", "南坪", "南坪镇"),
    "CN-LN-dandong": ("단둥", "단동", "단둥시", "丹東", "丹东"),
    "CN-LN-shenyang": ("선양", "심양", "瀋陽", "沈阳"),
    "CN-JL-yanji": ("옌지", "연길", "延吉"),
    "CN-JL": ("지린", "길림", "지린성", "길림성", "吉林省", "Jilin Province", "Jilin province"),
    "CN-LN": ("랴오닝", "요녕", "요녕성", "遼寧省", "辽宁"),
    "CN-SD": ("산둥", "산동", "山東省", "山东"),
    "CN-SD-qingdao": ("칭다오", "청도", "青島", "青岛"),
    "KP-09": ("함경북도", "함북", "咸鏡北道", "N. Hamgyong", "North Hamgyong Province"),
    "KP-10": ("량강도", "양강도", "両江道"),
    "KP-13": ("라선시", "나선시", "羅先", "罗先"),
    "KP-10-hyesan": ("혜산", "혜산시", "恵山", "惠山"),
    "river-tumen": ("두만강", "豆満江", "图们江", "Tumen River"),
    "river-yalu": ("압록강", "鴨緑江", "鸭绿江", "Yalu River"),
}


def forms(place: Place) -> set[str]:
    return {form for printed in place.names.values() for form in printed}


@pytest.mark.parametrize("id_", READINGS)
def test_every_reading_met_in_print_is_listed(id_):
    assert set(READINGS[id_]) <= forms(GAZETTEER.place(id_))


@pytest.mark.parametrize("place", OWN, ids=GAZETTEER.own)
def test_every_place_has_names_in_four_languages_and_a_source(place):
    assert all(place.names[language] for language in ("en", "ko", "ja", "zh"))
    assert place.source


def test_no_form_names_two_places_of_the_case_outright():
    outright = [form for place in OWN for form in forms(place) - set(place.ambiguous)]

    assert {form for form in outright if outright.count(form) > 1} == set()


def test_no_two_places_of_the_case_are_called_the_same_in_english():
    names = sorted(place.name for place in OWN)

    assert [one for one, other in pairwise(names) if one == other] == []


def test_the_nanping_of_the_border_is_not_that_of_fujian():
    border = GAZETTEER.place("CN-JL-nanping")

    assert "南平" not in forms(border)
    assert GAZETTEER.within(border.id, "CN-JL-helong")
    for id_ in GAZETTEER.names("zh")["南平"]:
        assert GAZETTEER.within(id_, "CN-FJ")


def test_the_nanping_of_the_border_needs_a_place_above_it_nearby():
    assert {"Nanping", "난핑", "南坪"} <= set(GAZETTEER.place("CN-JL-nanping").ambiguous)


def test_jilin_alone_is_the_province():
    for language, form in (("en", "Jilin"), ("ko", "지린"), ("ja", "吉林"), ("zh", "吉林")):
        assert GAZETTEER.names(language)[form] == ("CN-JL",)
    assert GAZETTEER.names("en")["Jilin City"] == ("CN-JL-jilin",)
    assert GAZETTEER.names("zh")["吉林市"] == ("CN-JL-jilin",)


def test_the_tumen_is_the_city_or_the_river():
    assert GAZETTEER.names("en")["Tumen"] == ("CN-JL-tumen",)
    assert GAZETTEER.names("en")["Tumen River"] == ("river-tumen",)


@pytest.mark.parametrize(
    "word",
    ["집안", "통화", "위해", "연대", "지난", "주장", "위원", "초산", "후에", "나라"],
    # family, telephone call, for the sake of, solidarity, last, claim, member, first birth ...
)
def test_a_common_korean_word_is_no_place(word):
    assert word not in GAZETTEER.names("ko")


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("ko", "무산"),  # failing
        ("ko", "안도"),  # relief
        ("ko", "상해"),  # injury
        ("ko", "인도"),  # hand-over
        ("ko", "관전"),  # looking on
        ("ko", "길주"),
        ("ja", "白山"),  # also in Ishikawa
        ("ja", "先鋒"),  # vanguard
        ("zh", "临江"),  # riverside
        ("zh", "南阳"),  # Henan's Nanyang
        ("en", "Sanhe"),
        ("en", "Jian"),  # a given name
        ("en", "Reading"),
    ],
)
def test_an_ordinary_word_counts_only_near_a_place_above_it(language, word):
    found = GAZETTEER.names(language)[word]

    assert found
    assert all(word in GAZETTEER.place(id_).ambiguous for id_ in found)


def test_every_shadow_holds_a_name_and_is_none_itself():
    for language, words in GAZETTEER.shadows.items():
        names = GAZETTEER.names(language)
        for word in words:
            assert word not in names
            assert any(name in word for name in names), word


def test_a_figure_for_the_north_east_holds_those_of_its_three_provinces():
    inside = {p.id for p in OWN if p.parent == "CN-northeast"}

    assert inside == {"CN-JL", "CN-LN", "CN-HL"}


def test_detention_places_have_no_point_of_their_own_and_a_public_source():
    places = [place for place in OWN if place.type == "detention"]

    assert len(places) >= 5
    for place in places:
        assert place.point is None
        assert place.source.startswith("public report")
        assert GAZETTEER.place(place.parent or "").type in {"city", "county"}


def test_a_crossing_is_on_the_chinese_side_and_on_the_boundary():
    crossings = [place for place in OWN if place.type == "crossing"]

    assert len(crossings) >= 10
    for place in crossings:
        assert GAZETTEER.within(place.id, "CN")
        assert place.point is None or distance_to(border_map().boundary, place.point) < TOLERANCE


def test_every_point_lies_in_its_province_on_the_map():
    checked = 0
    for place in OWN:
        above = {p.id for p in (place, *GAZETTEER.ancestors(place.id))}
        for outline in border_map().outlines:
            if outline.own and place.point and above & set(outline.covers):
                off = distance_to(outline.rings, place.point)
                assert is_inside(outline.rings, place.point) or off < TOLERANCE, place.id
                checked += 1
    assert checked > 80


def is_inside(rings: Lines, point: Point) -> bool:
    """Tell by the even-odd rule."""
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > point.latitude) != (y2 > point.latitude):
                at = x1 + (point.latitude - y1) / (y2 - y1) * (x2 - x1)
                crossed += point.longitude < at
    return crossed % 2 == 1


def distance_to(lines: Lines, point: Point) -> float:
    """Return the distance in degrees to the nearest stretch of *lines*."""
    return min(
        _distance_to_stretch(one, other, point) for line in lines for one, other in pairwise(line)
    )


def _distance_to_stretch(one: Coordinates, other: Coordinates, point: Point) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    px, py = point.longitude - one[0], point.latitude - one[1]
    along = max(0.0, min(1.0, (px * dx + py * dy) / (dx * dx + dy * dy)))
    return float(((px - along * dx) ** 2 + (py - along * dy) ** 2) ** 0.5)

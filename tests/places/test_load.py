"""Reading a gazetteer from a file, and refusing one that says what cannot be."""

import time

import pytest

from tests.places.tables import COUNTRY, a_place, written
from tumen.errors import PlacesError
from tumen.places import load, load_gazetteer
from tumen.records import Point


def test_a_gazetteer_may_be_a_file(tmp_path):
    gazetteer = load_gazetteer(written(tmp_path, COUNTRY + a_place(point="[10, 20.5]")))

    assert gazetteer.own == ("XA", "XA-town")
    assert gazetteer.place("XA-town").point == Point(latitude=10, longitude=20.5)
    assert gazetteer.place("XA-town").level == 2
    assert gazetteer.names("en")["Exton"] == ("XA-town",)
    assert "Vientiane" in gazetteer.names("en")


def test_a_file_may_do_without_the_world(tmp_path):
    gazetteer = load_gazetteer(str(written(tmp_path, "world = false\n" + COUNTRY)))

    assert list(gazetteer.places) == ["XA"]


def test_a_file_s_own_entry_replaces_the_world_s(tmp_path):
    entry = a_place(parent='"LA"', source='"GeoNames 1651944"')

    gazetteer = load_gazetteer(written(tmp_path, entry))

    assert "geonames:1651944" not in gazetteer.places
    assert gazetteer.ancestors("XA-town")[0].name == "Laos"


def test_a_name_of_the_file_means_the_world_s_namesake_only_near_what_that_lies_in(tmp_path):
    entry = a_place(**{"names.en": '["Toronto"]'})

    gazetteer = load_gazetteer(written(tmp_path, COUNTRY + entry))

    own, namesake = gazetteer.names("en")["Toronto"]
    assert own == "XA-town"
    assert "Toronto" in gazetteer.place(namesake).ambiguous


def test_the_digest_tells_two_files_apart(tmp_path):
    one = load_gazetteer(written(tmp_path, COUNTRY))
    other = load_gazetteer(written(tmp_path, COUNTRY + a_place()))

    assert one.digest != other.digest
    assert one.digest == load_gazetteer(written(tmp_path, COUNTRY)).digest


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(PlacesError, match="is not TOML in UTF-8"):
        load_gazetteer(path)


@pytest.mark.parametrize("name", ["nowhere", "no/such/file.toml", ""])
def test_a_gazetteer_that_is_not_there_is_refused_with_those_that_are(name):
    with pytest.raises(PlacesError, match="dprk-china"):
        load_gazetteer(name)


def test_a_packaged_gazetteer_is_read_once():
    assert load_gazetteer("dprk-china") is load_gazetteer("dprk-china")


def test_the_larger_cities_of_china_lie_in_their_provinces():
    gazetteer = load_gazetteer("dprk-china")

    (wuhan,) = gazetteer.names("zh")["武汉"]

    assert wuhan == "geonames:1791247"
    assert gazetteer.within(wuhan, "CN-HB")


def test_every_country_of_the_world_has_an_english_name_and_no_form_is_a_single_character():
    places = load_gazetteer("dprk-china").places.values()

    assert sum(place.type == "country" for place in places) > 240
    assert [f for p in places for forms in p.names.values() for f in forms if len(f) < 2] == []


def test_reading_everything_takes_a_blink():
    started = time.process_time()
    load._packaged.__wrapped__("dprk-china").names("ko")

    # Measured 0.04 s; the room for a busy machine.
    assert time.process_time() - started < 1.5


def test_all_countries_lie_in_the_place_that_world_names(tmp_path):
    everywhere = (
        '[[place]]\nid = "X"\ntype = "region"\nlevel = 0\nsource = "own"\nnames.en = ["X all"]\n'
    )

    gazetteer = load_gazetteer(written(tmp_path, 'world = "X"\n' + everywhere))

    assert [place.id for place in gazetteer.ancestors("geonames:1651944")] == ["X", "LA"]
    assert gazetteer.within("GR", "X")

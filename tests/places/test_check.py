"""Refusing a gazetteer that says what cannot be, in one sentence that names it."""

import pytest

from tests.places.tables import COUNTRY, a_place, written
from tumen.errors import PlacesError
from tumen.places import load_gazetteer


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "lists no place"),
        ("[[place]\n", "is not TOML"),
        ("plaec = 1\n" + COUNTRY, "'plaec'"),
        ('world = "no"\n' + COUNTRY, "which is not listed"),
        ("world = 1\n" + COUNTRY, "true, false or the id"),
        ('[shadows]\nfr = ["x"]\n' + COUNTRY, "shadows must be lists"),
        ("[shadows]\nen = [1]\n" + COUNTRY, "shadows must be lists"),
        ('[shadows]\nen = "word"\n' + COUNTRY, "shadows must be lists"),
        ("place = [1]", "lists no place"),
        (COUNTRY + COUNTRY, "lists the place 'XA' twice"),
        (COUNTRY + a_place(id="7"), "the id 7"),
        (COUNTRY + a_place(parent='"XB"'), "lies in 'XB', which is not listed"),
        (COUNTRY + a_place(parent='"XA-town"'), "'XA-town' of .* is its own ancestor"),
        (COUNTRY + a_place(parent="1"), "the parent 1"),
        (COUNTRY + a_place(type='"vilage"'), "the type 'vilage'"),
        (COUNTRY + a_place(level="5"), "the level 5"),
        (COUNTRY + a_place(level="true"), "the level True"),
        (COUNTRY + a_place(colour='"red"'), "the key 'colour'"),
        (COUNTRY + a_place(source=None), "has no source"),
        (COUNTRY + a_place(point="[129.8, 42.9]"), "out of range"),
        (COUNTRY + a_place(point="[nan, 1.0]"), "degrees north, degrees east"),
        (COUNTRY + a_place(point="[1.0]"), "degrees north, degrees east"),
        (COUNTRY + a_place(point="[true, 1.0]"), "degrees north, degrees east"),
        (COUNTRY + a_place(**{"names.en": None}), "has no English name"),
        (COUNTRY + a_place(**{"names.en": "[]"}), "has no English name"),
        (COUNTRY + a_place(**{"names.fr": '["Ici"]'}), "names in 'fr'"),
        (COUNTRY + a_place(**{"names.ja": '["米"]'}), "'米', which is too short"),
        (COUNTRY + a_place(**{"names.ko": '[" 투먼"]'}), "without spaces"),
        (COUNTRY + a_place(**{"names.ko": '"투먼"'}), "Give a list of texts"),
        (COUNTRY + a_place(ambiguous='["Extn"]'), "calls 'Extn' ambiguous"),
        (COUNTRY + a_place(ambiguous="[[1]]"), "none of its names"),
        (COUNTRY + a_place(ambiguous='"Exton"'), "Give a list of its names"),
    ],
)
def test_nonsense_is_refused_in_one_sentence_that_names_it(tmp_path, text, says):
    with pytest.raises(PlacesError, match=says) as caught:
        load_gazetteer(written(tmp_path, text))

    assert "mine.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_longer_circle_of_parents_is_refused(tmp_path):
    circle = a_place(id='"a1"', parent='"a2"') + a_place(id='"a2"', parent='"a1"')

    with pytest.raises(PlacesError, match="its own ancestor"):
        load_gazetteer(written(tmp_path, circle))

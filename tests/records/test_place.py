from __future__ import annotations

from tumen.records import Place


def test_a_place_goes_by_its_first_english_name():
    jilin = Place(
        id="CN-JL",
        names={"ko": ("지린성", "길림성"), "en": ("Jilin", "Kirin")},
        level=1,
        type="province",
        parent="CN",
    )

    assert jilin.name == "Jilin"

import pytest

from tumen.reading.pack import LANGUAGES, load_pack


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pack_says_how_its_speakers_stand(language: str) -> None:
    speech = load_pack(language).speech

    assert speech.speaker_stop.search("X, Y") is not None
    assert speech.short_name.groupindex["name"] == 1


def test_a_family_of_verbs_is_each_stem_with_each_ending() -> None:
    words = {word for rule in load_pack("ko").say if rule.form == "verb" for word in rule.words}

    assert {"말했", "말하며", "주장했", "주장한다"} <= words

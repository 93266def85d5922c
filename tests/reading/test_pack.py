import pytest

from tumen.errors import ReadingError
from tumen.reading.pack import LANGUAGES, load_pack, pack_language
from tumen.records import Modality


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_pack_with_words_for_everything(language: str) -> None:
    pack = load_pack(language)

    assert pack.language == language
    assert pack.vague_words
    assert pack.approximators
    assert pack.units
    assert {rule.form for rule in pack.say} >= {"verb", "hearsay"}
    assert set(pack.modality) == set(Modality) - {Modality.OFFICIAL, Modality.OWN_COUNT}


def test_the_packs_know_the_same_effects_of_approximators() -> None:
    effects = {lang: {a.effect for a in load_pack(lang).approximators} for lang in LANGUAGES}

    for language in LANGUAGES:
        assert effects[language] >= {"about", "more_than", "at_least", "at_most", "nearly", "odd"}


@pytest.mark.parametrize(
    ("tag", "language"), [("zh-Hant-TW", "zh"), ("en-GB", "en"), ("ko", "ko"), ("ZH_tw", "zh")]
)
def test_a_language_tag_leads_to_its_pack(tag: str, language: str) -> None:
    assert pack_language(tag) == language


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ReadingError) as error:
        load_pack("fr")

    assert str(error.value) == (
        "There is no language pack for 'fr'. Reports can be read in en, ko, ja, zh; "
        "give the language with --language."
    )

import pytest

from tumen.reading.pack import LANGUAGES
from tumen.reading.time_pack import LAYERS, load_time_pack


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_and_rules_for_all_layers(language: str) -> None:
    pack = load_time_pack(language)

    assert len(pack.grammar.layers) == len(LAYERS)
    assert all(pack.grammar.layers)
    assert all(word == word.lower() for word in pack.words.by_text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rule_names_are_unique_within_a_language(language: str) -> None:
    names = [rule.id for layer in load_time_pack(language).grammar.layers for rule in layer]

    assert sorted(names) == sorted(set(names))

from tumen.reading.fold import fold
from tumen.reading.lexicon import Entry, Lexicon, longest


def found(words: list[str], text: str, *, whole: bool = False) -> list[str]:
    lexicon = Lexicon(Entry(text=word, role="r", key=word, whole=whole) for word in words)
    return [hit.key for hit in longest(lexicon.find(fold(text)).get("r", ()))]


def test_a_latin_word_is_found_whole_and_in_any_case() -> None:
    assert found(["held"], "Held, upheld and held-up") == ["held", "held"]


def test_the_longest_of_overlapping_words_wins() -> None:
    assert found(["sent back", "to be sent back", "back"], "due to be sent back") == [
        "to be sent back"
    ]


def test_a_name_does_not_begin_inside_a_hangul_word() -> None:
    assert found(["국경"], "중국경제와 국경 봉쇄", whole=True) == ["국경"]


def test_the_same_words_may_have_several_roles() -> None:
    lexicon = Lexicon(
        [Entry(text="tumen", role="place", key="town"), Entry(text="tumen", role="x", key="y")]
    )

    assert set(lexicon.find("tumen")) == {"place", "x"}

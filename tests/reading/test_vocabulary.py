from tests.reading.reader import a_page, codebook, gazetteer
from tumen.codebook import Cue
from tumen.reading.pack import load_pack
from tumen.reading.vocabulary import holds, lexicon_for


def test_a_cue_needs_one_of_its_near_words_and_none_of_the_others() -> None:
    cue = Cue(text="refused", near=("take back",), never=("comment",))

    assert holds(cue, "it refused to take back 20 people")
    assert not holds(cue, "it refused")
    assert not holds(cue, "it refused to comment on the offer to take back 20 people")


def test_the_words_of_a_language_are_made_once() -> None:
    pack = load_pack("en")

    assert lexicon_for(pack, codebook(), gazetteer()) is lexicon_for(pack, codebook(), gazetteer())


def test_speakers_are_known_in_every_language() -> None:
    assert [hit.key for hit in a_page("데일리NK가 보도했다.", "ko").hits["speaker"]] == ["daily-nk"]

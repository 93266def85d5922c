from tests.reading.reader import a_page


def test_words_lie_within_the_stretch_asked_for() -> None:
    page = a_page("Twenty women were arrested. Ten women were arrested.")
    second = page.sentences[1]

    assert [hit.start >= second.start for hit in page.words("kind", second.start, second.end)] == [
        True
    ]


def test_a_number_in_a_name_is_inside_the_name() -> None:
    page = a_page("NEWS Post Seven wrote so.")

    assert page.inside("speaker", 10, 15)


def test_a_position_leads_to_its_sentence() -> None:
    page = a_page("One is here. Two is there.")

    assert page.sentence_at(14) == page.sentences[1]
    assert page.sentence_at(0) == page.sentences[0]

from __future__ import annotations

from hypothesis import given, strategies as st

from tests.brief.drawing.parse import parsed
from tumen.brief.drawing.svg import Room, element, picture, text, width_of

LETTERS = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))


@given(LETTERS)
def test_words_from_outside_are_never_markup(words):
    drawn = picture(text(words, x=1), name="a", width=1, height=1, title=words, text=words)

    drawing = parsed(drawn)
    assert [child.tag for child in drawing] == ["title", "desc", "text"]
    assert "".join(drawing[2].itertext()).split() == words.split()


def test_attributes_are_written_short_and_with_dashes():
    assert element("a", class_="b", text_anchor="end", x=1.26) == (
        '<a class="b" text-anchor="end" x="1.3"/>'
    )
    assert element("a", x=-0.01, y=2.0) == '<a x="0" y="2"/>'


def test_a_label_takes_room_only_where_there_is_some():
    room = Room()

    assert room.take(0, 0, 10, 10)
    assert not room.take(5, 5, 10, 10)
    assert room.take(10, 0, 10, 10)
    room.fill(0, 20, 5, 5)
    assert not room.take(4, 24, 5, 5)


def test_square_letters_are_wider():
    assert width_of("단둥", 10) > width_of("an", 10)

from __future__ import annotations

from hypothesis import given, strategies as st

from tumen.ids import ID_LENGTH, content_id, digest_of

PARTS = st.lists(st.text(), max_size=4)


@given(parts=PARTS)
def test_the_same_content_has_the_same_id(parts: list[str]) -> None:
    assert content_id("c", *parts) == content_id("c", *parts)


@given(one=PARTS, other=PARTS)
def test_other_content_has_another_id(one: list[str], other: list[str]) -> None:
    assert (content_id("c", *one) == content_id("c", *other)) == (one == other)


def test_where_one_part_ends_and_the_next_begins_counts():
    assert content_id("c", "ab", "c") != content_id("c", "a", "bc")


def test_an_id_says_what_it_is_the_id_of():
    prefix, _, digits = content_id("r", "text").partition("-")

    assert prefix == "r"
    assert len(digits) == ID_LENGTH


def test_half_a_character_from_a_broken_page_gets_an_id_as_well():
    assert content_id("r", "\ud800").startswith("r-")


def test_a_digest_is_that_of_sha256sum():
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    assert digest_of(b"") == empty

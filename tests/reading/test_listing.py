from tests.reading.reader import a_page, claims_in
from tumen.reading.listing import listed_singly, shares_noun_with


def test_counts_of_one_list_share_the_noun_at_its_end() -> None:
    page = a_page("The prisons held 180, 40 and 95 defectors.")
    first, second, last = page.numbers

    assert shares_noun_with(page, first) == last
    assert shares_noun_with(page, second) == last
    assert shares_noun_with(page, last) is None


def test_an_age_before_another_person_is_no_count_of_a_list() -> None:
    page = a_page("The oldest detainee is 64, and one woman is pregnant.")

    assert shares_noun_with(page, page.numbers[0]) is None


def test_persons_named_one_by_one_are_counted() -> None:
    page = a_page("A mother and her daughter were arrested near Yanji.")

    assert [(one.start, one.end, one.count) for one in listed_singly(page)] == [(0, 25, 2)]


def test_those_who_are_listed_are_the_people_of_their_verb() -> None:
    (claim,) = claims_in("A mother and her daughter were arrested near Yanji.")

    assert claim.figure is not None
    assert (claim.kind, claim.figure.low, claim.figure.high) == ("arrested", 2, 2)
    assert claim.figure.printed == "A mother and her daughter"

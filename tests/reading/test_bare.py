from tests.reading.reader import claims_in


def test_a_left_out_noun_shares_what_was_said_of_the_people_before() -> None:
    text = "Some 220 defectors are held near the border. Other groups count between 300 and 400."
    claims = [c for c in claims_in(text) if c.figure]

    assert [(c.kind, c.figure and c.figure.low) for c in claims] == [
        ("detained", 220),
        ("detained", 300),
    ]


def test_people_that_fit_no_kind_are_claimed_as_other() -> None:
    (claim,) = claims_in("About 20 North Korean women sang a song.")

    assert claim.kind == "other"

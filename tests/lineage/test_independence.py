from __future__ import annotations

from tests.lineage.world import (
    ANONYMOUS,
    CHINA,
    MEDIA,
    NGO,
    OCTOBER,
    UN,
    Speakers,
    Telling,
    exactly,
    sketches,
)
from tumen.lineage.independence import independence_of
from tumen.records import Independence


def standing(*told: tuple[str, int, Speakers]) -> list[Independence]:
    """Return how each of several tellings of one event stands to the others."""
    groups = {
        str(n): sketches(
            Telling(outlet, None, name=str(n)).says(
                exactly(number), places=CHINA, period=OCTOBER, by=by
            )
        )
        for n, (outlet, number, by) in enumerate(told)
    }
    return [independence_of(groups)[str(n)] for n in range(len(told))]


def test_alone_nothing_is_known():
    assert standing(("RFA", 600, (("HRW", NGO),))) == [Independence.UNKNOWN]


def test_named_speakers_of_two_types_through_two_outlets_are_independent():
    assert (
        standing(("KBS", 600, (("NKDB", NGO),)), ("NPR", 1000, (("Elizabeth Salmon", UN),)))
        == [Independence.INDEPENDENT] * 2
    )


def test_two_anonymous_lines_may_be_one_missionary():
    assert (
        standing(
            ("RFA", 60, (("a missionary", ANONYMOUS),)), ("SBS", 70, (("a source", ANONYMOUS),))
        )
        == [Independence.UNKNOWN] * 2
    )


def test_one_type_or_one_outlet_leaves_it_unknown():
    one_type = standing(("KBS", 600, (("NKDB", NGO),)), ("NPR", 1000, (("HRW", NGO),)))
    one_outlet = standing(
        ("KBS", 600, (("RFA", MEDIA), ("NKDB", NGO))), ("NPR", 90, (("RFA", MEDIA), ("Salmon", UN)))
    )

    assert one_type == one_outlet == [Independence.UNKNOWN] * 2


def test_one_speaker_in_two_origins_makes_them_dependent():
    assert (
        standing(("KBS", 600, (("NKDB", NGO),)), ("SBS", 2000, (("북한인권정보센터", NGO),)))
        == [Independence.DEPENDENT] * 2
    )

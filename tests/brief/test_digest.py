from __future__ import annotations

from dataclasses import replace

import pytest

from tests.brief.case import CLOSED, HAND_OVER, POST_SEVEN, REFUSED, WOMEN, a_situation, about
from tests.build import a_day, a_figure
from tumen.brief import LANGUAGES
from tumen.brief.clusters import Cluster, clusters_of
from tumen.brief.digest import digest_of, strands_of
from tumen.records import Figure, Hop, HopType, Modality, Reading


def told(*claims):
    return [Cluster(claims=(claim,)) for claim in claims]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_lost_every_claim_is_on_one_line(seen, all_claims, language):
    view = seen(language=language)
    lines = digest_of(view, clusters_of(view))

    assert sorted(c for line in lines for c in line.claims) == sorted(c.id for c in all_claims)
    assert {p for line in lines for p in line.citations} == {c.passage for c in all_claims}


def test_a_line_says_how_many_where_when_and_who_says_so(view):
    (line,) = digest_of(view, told(WOMEN))

    assert line.label == "Arrested"
    assert line.text.startswith("About 20 North Korean women, Liaoning, early October 2020 (")
    assert line.text.endswith("a source in China via Daily NK)")


def test_two_numbers_that_can_be_one_stand_on_one_line_with_both(view):
    odd = Figure(low=20, high=29, wording="여", printed="20여 명")
    retold = replace(WOMEN, id="c-retold", figure=odd)
    (line,) = digest_of(view, told(WOMEN, retold))

    assert "About 20 / “20여 명” (20 to 29) North Korean women" in line.text


def test_people_of_other_months_places_or_numbers_are_other_lines(view):
    other_month = replace(WOMEN, id="c-1", period=HAND_OVER.since or CLOSED.period)
    other_place = replace(WOMEN, id="c-2", places=HAND_OVER.places)
    other_number = replace(WOMEN, id="c-3", figure=about(400, "about 400"))

    lines = strands_of(view, told(WOMEN, other_month, other_place, other_number))
    assert [len(strand.claims) for strand in lines] == [1, 1, 1, 1]


def test_what_is_said_less_firmly_is_another_line_and_says_so(view):
    unofficial = replace(WOMEN, id="c-1", modality=Modality.UNOFFICIAL)
    lines = digest_of(view, told(WOMEN, unofficial))

    assert "(unofficial; " in lines[1].text
    assert "unofficial" not in lines[0].text


def test_claims_without_a_number_are_one_line_for_each_place(view):
    bare = replace(REFUSED, figure=None)
    again = replace(bare, id="c-1", attribution=CLOSED.attribution)
    elsewhere = replace(bare, id="c-2", places=WOMEN.places)
    lines = digest_of(view, told(bare, again, elsewhere))

    assert [len(line.claims) for line in lines] == [2, 1]
    assert lines[0].text.startswith("No number given, Jilin")
    assert lines[1].text.startswith("No number given, Liaoning")


def test_two_events_do_not_meet_over_a_claim_that_can_be_either(view):
    october = replace(WOMEN, id="c-1", figure=a_figure(20, 20))
    dozens = replace(WOMEN, id="c-2", figure=a_figure(20, 99))
    fifty = replace(WOMEN, id="c-3", figure=a_figure(50, 50))
    undated = replace(fifty, id="c-4", figure=a_figure(20, 60), period=None)

    lines = strands_of(view, told(october, dozens, fifty, undated))
    assert [[c.id for c in line.claims] for line in lines] == [["c-1", "c-2"], ["c-3"], ["c-4"]]


def test_reports_of_other_years_that_say_no_day_tell_of_other_events(seen):
    years_later = replace(POST_SEVEN, id="r-later", published=a_day("2023-10-31"))
    situation = a_situation()
    view = seen(
        replace(
            situation,
            reports=(*situation.reports, years_later),
            readings=(
                *situation.readings,
                Reading(report="r-later", read_by="t", claims=()),
            ),
        )
    )
    asked = replace(REFUSED, figure=None, period=None)
    again = replace(asked, id="c-1", report=POST_SEVEN.id)
    later = replace(asked, id="c-2", report="r-later")

    lines = strands_of(view, told(asked, again, later))
    assert [[c.id for c in line.claims] for line in lines] == [[asked.id, "c-1"], ["c-2"]]


def test_chains_stand_beside_one_another_and_are_never_made_into_one(view):
    paper = replace(WOMEN, id="c-1", attribution=hops("Daily NK"))
    other = replace(WOMEN, id="c-2", attribution=hops("VOA", "HRW"))
    (line,) = digest_of(view, told(paper, other))

    assert line.text.endswith("(Daily NK; HRW via VOA)")


def test_of_many_chains_only_their_ends_are_named_with_the_number_of_reports(view):
    ends = ["HRW", "a nun", "a pastor", "a witness"]
    claims = [replace(WOMEN, id=f"c-{end}", attribution=hops("VOA", end)) for end in ends]
    (line,) = digest_of(view, told(*claims))

    assert line.text.endswith("(HRW, a nun, a pastor and a witness, in 1 report)")
    assert "via" not in line.text


def hops(*names):
    return tuple(Hop(name=name, type=HopType.MEDIA) for name in names)


def test_a_state_of_affairs_is_told_in_the_reports_words(seen):
    view = seen(a_situation(), "ko")
    (line,) = digest_of(view, told(CLOSED))

    assert f"“{CLOSED.passage.exact[:10]}" in line.text

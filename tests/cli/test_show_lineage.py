from __future__ import annotations

import itertools
from dataclasses import replace

from tests.build import a_claim, a_report
from tumen.cli.page import Page
from tumen.cli.show_lineage import show_lineage
from tumen.cli.words import Words
from tumen.records import Basis, Claim, Distortion, Lineage, Origin, Reading, Retelling

NEWS = a_report("About 20 women were refused.", name="news.txt", publisher="News")
PAPER = a_report("20 women were refused.", name="paper.txt", publisher="Paper")
OTHER = a_report("7 people fled.", name="other.txt", publisher="Other")
REPORTS = (NEWS, PAPER, OTHER)


def shown(
    words: Words,
    retellings: tuple[Retelling, ...],
    origins: tuple[Origin, ...],
    claims: tuple[Claim, ...],
) -> str:
    page = Page(terminal=False)
    readings = [
        Reading(report=r.id, read_by="test/1", claims=tuple(c for c in claims if c.report == r.id))
        for r in REPORTS
    ]
    show_lineage(page, REPORTS, readings, Lineage(retellings=retellings, origins=origins), words)
    return page.text


def told(child: Claim, parent: Claim, *distortions: Distortion) -> Retelling:
    return Retelling(child=child.id, parent=parent.id, basis=Basis.CITED, distortions=distortions)


def origin(name: str, *claims: Claim) -> Origin:
    return Origin(
        id=name, claims=tuple(c.id for c in claims), root=claims[0].id, speaker="a source"
    )


def test_a_retelling_hangs_below_its_parent_with_what_was_lost(english):
    root, child, alone = (a_claim(r, low=20, high=20) for r in REPORTS)
    lost = Distortion(
        type="approximator_dropped", child=PAPER.passage(0, 2), parent=NEWS.passage(0, 8)
    )
    text = shown(
        english,
        (told(child, root, lost),),
        (origin("o-1", root, child), origin("o-2", alone)),
        (root, child, alone),
    )

    assert "Reports: 3; claims: 3; origins: 2. Origins are counted, not texts." in text
    assert "Origin: a source, 2 claims" in text
    assert text.index("news.txt") < text.index("paper.txt")
    assert "[cites it, likely]" in text
    assert "“about” lost: “About 20” became “20”" in text
    assert "which nobody repeats: 1" in text


def test_two_that_cite_each_other_are_drawn_once(english):
    one, two = a_claim(NEWS), a_claim(PAPER)
    text = shown(english, (told(one, two), told(two, one)), (origin("o-1", one, two),), (one, two))

    assert text.count("news.txt") == 1
    assert text.count("paper.txt") == 1


def test_a_claim_of_the_origin_that_no_link_reaches_is_drawn_all_the_same(english):
    root, apart = a_claim(NEWS), a_claim(PAPER)
    text = shown(english, (), (origin("o-1", root, apart),), (root, apart))

    assert "Nobody repeats anybody" in text
    assert "paper.txt" in text


def test_a_long_chain_is_no_problem(english):
    report = a_report("20 " * 2000, name="long.txt")
    claims = [a_claim(report, words="20", kind=f"k{n}") for n in range(1500)]
    page = Page(terminal=False)
    links = tuple(told(child, parent) for parent, child in itertools.pairwise(claims))
    lineage = Lineage(retellings=links, origins=(origin("o-1", *claims),))
    show_lineage(
        page,
        [report],
        [Reading(report=report.id, read_by="t/1", claims=tuple(claims))],
        lineage,
        english,
    )

    assert page.text.count("[cites it, likely]") > 0


def test_nothing_at_all_is_said_to_be_nothing(english):
    text = shown(english, (), (), ())

    assert "Reports: 3; claims: 0; origins: 0" in text
    assert "Nobody repeats anybody" in text


def test_an_outlet_that_is_cited_and_not_among_the_reports_is_named(english):
    root, child = (a_claim(r, low=20, high=20) for r in (NEWS, PAPER))
    unfound = replace(origin("o-1", root, child), cited_unfound=("Changchun Daily",))
    text = shown(english, (told(child, root),), (unfound,), (root, child))

    assert "Cited as a source, but none of these reports is theirs: Changchun Daily" in text

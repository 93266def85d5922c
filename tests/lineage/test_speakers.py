from __future__ import annotations

import pytest

from tests.lineage.world import ANONYMOUS, MEDIA, NGO, NONE, STATE, codebook
from tumen.lineage.speakers import Speakers, Who, chain_of, named
from tumen.records import Hop, HopType


def speakers() -> Speakers:
    return Speakers(codebook())


@pytest.mark.parametrize(
    "name", ["Daily NK", "데일리NK", "デイリーNK", "the Daily NK", "데일리NK는", "ＤＡＩＬＹ　ＮＫ"]
)
def test_one_outlet_has_one_identity_in_every_language(name: str) -> None:
    assert speakers().identify(name) == "daily-nk"


def test_a_known_outlet_is_found_inside_a_longer_name():
    assert speakers().identify("RFA's Korean Service") == "rfa"


def test_a_person_of_an_outlet_is_not_the_outlet():
    assert speakers().identify("an aunt of RFA's reporter", is_outlet=False) != "rfa"


def test_a_person_is_found_inside_a_title():
    inside = speakers().identify("該團體代表鄭皮德", is_outlet=False)

    assert inside == "justice-for-north-korea"


def test_the_longer_name_wins():
    assert speakers().identify("KBS World Radio News") == "kbs-world"


def test_names_not_in_the_codebook_are_compared_folded():
    who = speakers().identify

    assert who("The Changchun  Daily") == who("changchun daily")
    assert who("Changchun Daily") != who("Jilin Daily")


def hop(name: str, kind: HopType, cue: str | None = "said") -> Hop:
    return Hop(name=name, type=kind, cue=cue)


def test_the_source_is_the_same_only_within_one_outlets_line():
    def chain(outlet: str) -> tuple[Who, ...]:
        hops = (hop(outlet, MEDIA, None), hop("a source in China", ANONYMOUS))
        return chain_of(hops, speakers().identify(outlet), speakers=speakers())

    assert chain("Daily NK") == chain("데일리NK")
    assert chain("Daily NK") != chain("RFA")


def test_an_inner_outlet_has_its_own_line():
    hops = (hop("A Site", MEDIA, None), hop("데일리NK", MEDIA), hop("소식통", ANONYMOUS))
    direct = (hop("Daily NK", MEDIA, None), hop("the source", ANONYMOUS))

    retold = chain_of(hops, "a site", speakers=speakers())
    first = chain_of(direct, "daily-nk", speakers=speakers())

    assert retold[-1].id == first[-1].id == "daily-nk>"


def test_reports_and_hearsay_are_nobody():
    for nobody in (hop("reports", MEDIA), hop("外媒", MEDIA), hop("", NONE)):
        assert speakers().who(nobody).id == ""
        assert not speakers().who(nobody).is_outlet


def test_only_those_who_could_be_asked_are_named():
    hops = (hop("RFA", MEDIA), hop("a source", ANONYMOUS), hop("", NONE), hop("HRW", NGO))
    chain = chain_of(hops, "a site", speakers=speakers())

    assert named(chain) == {"rfa", speakers().identify("HRW")}


def test_the_name_of_a_file_is_no_speaker():
    hops = (hop("seed.txt", NONE, None), hop("the authorities", STATE))

    assert [who.name for who in chain_of(hops, "", speakers=speakers())] == ["the authorities"]


@pytest.mark.parametrize(
    ("name", "outlet", "points_back"),
    [
        ("a Daily NK source", "dailynk", True),
        ("데일리NK 소식통", "dailynk", True),
        ("a Daily NK source", "rfa", False),
        ("a Daily NK source in Musan", "dailynk", False),
    ],
)
def test_an_outlets_own_source_is_just_the_source(
    name: str, outlet: str, points_back: bool
) -> None:
    ids = {speaker: s.name for speaker, s in codebook().speakers.items()}
    line = next(i for i, n in ids.items() if n == {"dailynk": "Daily NK", "rfa": "RFA"}[outlet])
    who = Speakers(codebook()).who(Hop(name=name, type=HopType.ANONYMOUS), line=line)

    assert who.id.endswith(">") is points_back

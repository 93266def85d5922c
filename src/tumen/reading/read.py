"""Read a report: from its text to claims, and every other number accounted for."""

from __future__ import annotations

from tumen.codebook import Codebook
from tumen.places import Gazetteer
from tumen.reading.bare import bare_claims
from tumen.reading.breakdown import broken_down
from tumen.reading.chain import Chains
from tumen.reading.claims import READER, claims_of
from tumen.reading.doubts import find_doubts
from tumen.reading.groups import Groups
from tumen.reading.headlines import find_headlines
from tumen.reading.inherit import settle
from tumen.reading.joined import Joined
from tumen.reading.link import link
from tumen.reading.pack import pack_language
from tumen.reading.page import lay_out
from tumen.reading.people import Mention, find_people
from tumen.reading.plain import in_print, plain
from tumen.reading.relevance import concerns
from tumen.reading.speakers import find_said
from tumen.reading.statements import statements_of
from tumen.reading.sums import SUM, add_sums
from tumen.reading.when import speech_times
from tumen.reading.where import find_places
from tumen.records import Claim, Reading, Report, Span


def read(report: Report, *, codebook: Codebook, gazetteer: Gazetteer) -> Reading:
    """Return the reading of a report: every number in it is claimed, set aside or unread.

    A text without any word of the situation is passed over.

    1. lay the text out, rid of what nobody sees: fold it, cut it, find all words, numbers and times;
    2. sort the numbers: people, others, not understood;
    3. find who says what;
    4. link the cues of each kind to the people they are about;
    5. make the claims, then those of people that no cue took;
    6. let claims take from their group what their sentence leaves out;
    7. doubt what does not fit the calendar.
    """
    known = plain(report)
    return in_print(_read(known.report, codebook, gazetteer), known)


def _read(report: Report, codebook: Codebook, gazetteer: Gazetteer) -> Reading:
    language = pack_language(report.language)
    if not concerns(report.text, language=language, codebook=codebook):
        return Reading(report=report.id, read_by=READER, claims=(), passed_over=True)
    page = lay_out(report, codebook=codebook, gazetteer=gazetteer)
    people = find_people(page)
    mentions = broken_down(page, people.mentions)
    said = find_said(page)
    headlines = find_headlines(page)
    named = find_places(page, said)
    places = tuple(n for n in named if not n.acts)  # a country that acts is no place of a claim
    links = add_sums(page, link(page, mentions, headlines))
    sums = tuple(one.mention for one in links if one.mention and one.mention.rule == SUM)
    found = Joined(
        page=page,
        counted=tuple(m for m in mentions if m.counted),
        groups=Groups(page, sorted((*mentions, *sums), key=_place), headlines),
        chains=Chains(page, said),
        places=places,
        in_area=tuple(p for p in places if gazetteer.within(p.id, codebook.area)),
        acting=tuple(n for n in named if n.acts),
        spoken=speech_times(page, said),
        headlines=headlines,
    )
    claims = sorted(claims_of(found, links), key=_order)
    rest = tuple(bare_claims(found, mentions, claims))
    claims = sorted(settle(page, sorted((*claims, *rest), key=_order)), key=_order)
    return Reading(
        report=report.id,
        read_by=READER,
        claims=tuple(claims),
        statements=tuple(statements_of(found, said)),
        set_aside=people.set_aside,
        unread=people.unread,
        doubts=find_doubts(page),
    )


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _order(claim: Claim) -> tuple[Span, str, str]:
    return claim.passage.span, claim.kind, claim.id

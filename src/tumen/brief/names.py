"""What speakers, places and groups of people are called in the language of the brief."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tumen.brief.view import View
from tumen.codebook import Speaker
from tumen.records import UNLISTED, Claim, Figure, Hop, HopType, Place, Quoted, Report, Role

# From this level down (0 country, 1 province) a place is named with the province it is in.
NEEDS_PROVINCE = 2
PROVINCE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of the brief, with the words of reports that stand inside them."""

    text: str
    quoted: tuple[Quoted, ...] = ()


def base_language(tag: str) -> str:
    """Return the language of a BCP 47 tag without script or region: zh-Hant is zh."""
    return tag.split("-")[0].lower()


def speaker_phrase(view: View, hop: Hop, report: Report) -> Phrase:
    """Return what a speaker is called: a known name, the printed one, or its type and the print."""
    if not hop.name:
        return Phrase(text=view.words.label("hop", hop.type))
    if _is_publisher(hop, report):
        return Phrase(text=publisher_words(view, report))
    known = _known(view, hop.name)
    if known:
        return Phrase(text=_inside_sentence(view, _speaker_name(view, known)))
    if base_language(report.language) == view.language:
        return Phrase(text=_inside_sentence(view, hop.name))
    quoted = Quoted(text=hop.name, language=report.language)
    printed = view.words.quote(hop.name)
    if hop.type in {HopType.ANONYMOUS, HopType.WITNESS, HopType.STATE, HopType.RESEARCHER}:
        text = view.words.say(
            "list.in_brackets", text=view.words.label("hop", hop.type), more=printed
        )
        return Phrase(text=text, quoted=(quoted,))
    return Phrase(text=printed, quoted=(quoted,))


def _known(view: View, name: str) -> Speaker | None:
    """Return the codebook's speaker of a name; offices are called with their article as printed."""
    folded = name.casefold()
    bare = view.speakers.get(folded.removeprefix("the "))
    return view.speakers.get(folded) or (bare if bare and bare.type is not HopType.STATE else None)


def _is_publisher(hop: Hop, report: Report) -> bool:
    """Tell whether a hop is the report itself, by its publisher, its address or its file."""
    return hop.cue is None and hop.name in {report.publisher, _host(report.url or ""), report.name}


def source_phrase(view: View, claim: Claim) -> Phrase:
    """Return who says it: the innermost speaker that is named, and through whom it came."""
    phrases = [*_hop_phrases(view, claim)]
    names = list({phrase.text: phrase for phrase in reversed(phrases)}.values())
    inner, outer = names[0], names[1:]
    if not outer:
        return inner
    text = view.words.say(
        "list.via",
        inner=inner.text,
        outer=view.words.entries["list.comma"].join(phrase.text for phrase in outer),
    )
    return Phrase(text=text, quoted=tuple(q for phrase in names for q in phrase.quoted))


def innermost_phrase(view: View, claim: Claim) -> Phrase:
    """Return who says it first, as far as the words name anyone."""
    return _hop_phrases(view, claim)[-1]


def _hop_phrases(view: View, claim: Claim) -> tuple[Phrase, ...]:
    """Return what the speakers of a chain are called, outermost first.

    Hearsay behind a named speaker is left to the note: the sentence says whose word it is.
    """
    report = view.reports[claim.report]
    named = tuple(hop for hop in claim.attribution if not nobody(hop))
    hops = named or (Hop(name=report.publisher or report.name, type=HopType.MEDIA),)
    return tuple(speaker_phrase(view, hop, report) for hop in hops)


def nobody(hop: Hop) -> bool:
    """Tell whether a hop is hearsay: something was passed on, and not from whom."""
    return not hop.name and hop.type is HopType.NONE


def chain_words(view: View, claim: Claim) -> str:
    """Return the whole chain, outermost first: "Life Funds < NEWS Post Seven"."""
    report = view.reports[claim.report]
    names = [speaker_phrase(view, hop, report).text for hop in claim.attribution]
    return " < ".join(names) or publisher_words(view, report)


def publisher_words(view: View, report: Report) -> str:
    """Return who published *report*, by the codebook's name where it knows one; else its file."""
    return publisher_name(view, report) or view.words.say("account.publisher_of", file=report.name)


def publisher_name(view: View, report: Report) -> str:
    """Return who published *report*, told by its address where it does not say; "" if unknown."""
    if report.publisher:
        return speaker_words(view, report.publisher)
    if not report.url:
        return ""
    known = view.codebook.publisher_of(report.url)
    return _speaker_name(view, known) if known else _host(report.url)


def _host(url: str) -> str:
    """Return the host of a web address; "" for anything else."""
    scheme, _, rest = url.partition("://")
    if scheme.lower() not in {"http", "https"}:
        return ""
    return rest.partition("/")[0].rpartition("@")[2].lower().removeprefix("www.")


def speaker_words(view: View, name: str) -> str:
    """Return the codebook's name for a speaker it knows, else *name*."""
    known = _known(view, name)
    return _speaker_name(view, known) if known else name


def subject_words(view: View, code: str, figure: Figure | None = None) -> str:
    """Return what the people are called; as one where they are *figure* and that is one."""
    subject = view.codebook.subjects.get(code)
    words = view.label(subject.label, code) if subject else code.replace("_", " ")
    alone = figure is not None and is_one(figure.low, figure.high)
    return one_of(words) if alone and view.language == "en" else words


def is_one(low: int | None, high: int | None) -> bool:
    """Tell whether the number said is 1: "1", "at least 1", "at most 1"."""
    return 1 in {low, high} and {low, high} <= {1, None}


def people_words(view: View, code: str, number: str, figure: Figure | None) -> str:
    """Return so many people of one sort: "about 20 North Korean women"; "" if neither is told."""
    subject = subject_words(view, code, figure)
    if subject or not number:
        return view.words.say("number.people", subject=subject, number=number)
    alone = figure is not None and is_one(figure.low, figure.high)
    return view.words.say("number.person" if alone else "number.persons", number=number)


def kind_words(view: View, code: str) -> str:
    """Return the label of a kind, with a capital where the language has one."""
    kind = view.codebook.kinds.get(code)
    label = view.label(kind.label, code) if kind else code.replace("_", " ")
    return label[:1].upper() + label[1:]


def place_words(view: View, place_id: str, *, full: bool = True) -> str:
    """Return the name of a place; *full*: small places with the province they lie in."""
    if place_id.endswith(UNLISTED):
        above = place_words(view, place_id.removesuffix(UNLISTED), full=full)
        return view.words.say("part.elsewhere", place=above)
    place = view.gazetteer.places.get(place_id)
    if place is None:
        return place_id
    name = _name(view, place)
    province = _province(view, place) if full else None
    if province is None:
        return name
    return view.words.say("part.inside", place=name, above=_name(view, province))


def leaves(view: View, claim: Claim) -> tuple[str, ...]:
    """Return the most special places of *claim*: where the people are, if it says so."""
    here = [p.id for p in claim.places if p.role in {Role.WHERE, Role.HELD}]
    ids = list(dict.fromkeys(here or [p.id for p in claim.places]))
    known = view.gazetteer.places
    return tuple(
        i
        for i in ids
        if not any(
            other != i and other in known and i in known and view.gazetteer.within(other, i)
            for other in ids
        )
    )


def places_words(view: View, place_ids: Iterable[str]) -> str:
    """Return places as a list in words."""
    return view.words.joined([place_words(view, place_id) for place_id in place_ids])


def _speaker_name(view: View, speaker: Speaker) -> str:
    names = speaker.names.get(view.language) or speaker.names.get("en") or (speaker.name,)
    return names[0]


def _name(view: View, place: Place) -> str:
    names = place.names.get(view.language) or place.names["en"]
    return names[0]


def _province(view: View, place: Place) -> Place | None:
    if place.level < NEEDS_PROVINCE:
        return None
    above = view.gazetteer.ancestors(place.id)
    return next((p for p in reversed(above) if p.level == PROVINCE), None)


def _inside_sentence(view: View, name: str) -> str:
    """Return a name as it stands inside a sentence: "the source", "the Chinese government"."""
    if view.language != "en":
        return name
    if name.startswith(("The ", "A ", "An ")):
        return name[0].lower() + name[1:]
    # A name has no article but where it ends in the word for a public office, and nothing before
    # that says already which one is meant.
    words = name.split()
    determined = words[0].lower() in _DETERMINERS or "'s " in name or "\u2019s " in name
    office = len(words) > 1 and words[-1].lower() in _OFFICES
    return f"the {name}" if office and not determined else name


_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "one",
        "some",
        "another",
        "this",
        "that",
    ]
)
_OFFICES = frozenset(
    [
        "administration",
        "army",
        "assembly",
        "bureau",
        "cabinet",
        "commission",
        "committee",
        "consulate",
        "council",
        "court",
        "department",
        "embassy",
        "government",
        "leadership",
        "military",
        "ministry",
        "navy",
        "office",
        "parliament",
        "party",
        "politburo",
        "presidency",
        "regime",
    ]
)


def one_of(words: str) -> str:
    """Return an English plural as one: "North Korean defectors" as "North Korean defector"."""
    if words.startswith("people "):
        return f"person {words.removeprefix('people ')}"
    head, of, rest = words.partition(" of ")
    before, space, last = head.rpartition(" ")
    one = _ODD_PLURALS.get(last) or (last[:-1] if last.endswith("s") else last)
    return f"{before}{space}{one}{of}{rest}"


_ODD_PLURALS = {"women": "woman", "men": "man", "children": "child", "people": "person"}

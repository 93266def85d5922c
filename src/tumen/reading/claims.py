"""Make claims: each link of a cue with people becomes one, with all its fields and their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tumen.codebook import Kind
from tumen.ids import content_id
from tumen.reading.corrections import is_withdrawn
from tumen.reading.joined import Joined, span_of
from tumen.reading.lexicon import Hit
from tumen.reading.link import Link, describes
from tumen.reading.mood import denials, kind_told
from tumen.reading.page import Page
from tumen.reading.parts import whole_of
from tumen.reading.people import Mention, figure_of
from tumen.reading.placing import places_of
from tumen.reading.situation import counts, follows, threat_of
from tumen.reading.speakers import theme_of
from tumen.reading.vocabulary import KIND, MODALITY, REASON, SAY
from tumen.reading.when import by_now, from_now, when
from tumen.records import RATE, Claim, Evidence, Hop, HopType, Modality, Part, Reason

READER = "rules/1"

# The weakest thing said holds: a denial outweighs a hope, a hope an estimate.
_RATE = 48  # characters from a count to "every year"
_TOUCHING = 2
_BESIDE = 8  # characters between a modality and the number it is about: " to reach"
_CUE_LONG = 40  # characters that a cue may have
_ADVERB = 20  # the longest clause that is only an adverb for its whole sentence
_WEAKEST = (Modality.DENIED, Modality.UNOFFICIAL, Modality.EXPECTED, Modality.ESTIMATED)


def claims_of(found: Joined, links: Sequence[Link]) -> Iterator[Claim]:
    """Yield the claims that links make, in order; each kind once for a group in a sentence.

    "to send back 200, but the North refused to accept them" is one refusal, said with two words.
    """
    seen: set[tuple[str, str, int]] = set()
    for link in links:
        claim = _claim(found, link)
        if claim is None:
            continue
        about = claim.group or claim.id
        key = (claim.kind, about, link.sentence.start)
        if key not in seen:
            seen.add(key)
            yield claim


def _claim(found: Joined, link: Link) -> Claim | None:
    page = found.page
    kind = kind_told(page, link, page.codebook.kinds[link.kind])
    if kind is None:
        return None  # "if they refuse", "urged China to free the 200"
    counted = _people(found, link, kind)
    modality, modality_words = _modality(page, link, kind)
    if counted is None and kind.measure and modality is not Modality.DENIED:
        return None  # "defectors were arrested": a number was wanted and none is said
    if counted is not None and not counts(page.codebook, kind, counted.subject):
        return None  # "40 activists protested against the return"
    if not kind.measure and _only_told(found, link):
        return None  # "two people told NK News": no notice to the North
    span = _tidy(page, span_of(link, counted))
    if modality is Modality.EXPECTED:
        kind = (kind.measure == "flow" and threat_of(page.codebook, kind)) or kind
    dated = when(page, link, found.counts(link), found.spoken, kind)
    yearly = kind.measure == "flow" and counted is not None and _yearly(page, counted)
    dated = (from_now if modality is Modality.EXPECTED else by_now)(page, dated)
    attribution = found.chains.at(_said_at(page, link), link.sentence)
    places, place_words = places_of(found, link, counted, kind)
    figure = figure_of(counted, page.report.text) if counted else None
    evidence = [
        _because(page, "kind", link.cue_span, f"cue:{kind.code}"),
        *([_because(page, "figure", (counted.start, counted.end), counted.rule)] if counted else []),
        *place_words,
        *([Evidence(field="period", passage=dated.period.passage, rule=dated.rule)]
          if dated.period and dated.period.passage else []),
        *([_because(page, "period", (counted.start, counted.end), RATE)]
          if counted and yearly else []),
        *modality_words,
        *(Evidence(field="attribution", passage=hop.passage, rule="said:speaker")
          for hop in attribution if hop.passage),
    ]  # fmt: skip
    return Claim(
        id=content_id("c", page.report.id, *span, kind.code, figure and (figure.low, figure.high)),
        report=page.report.id,
        passage=page.report.passage(*span),
        kind=kind.code,
        subject=found.groups.subject(counted, span) if kind.measure or follows(kind) else "",
        figure=figure,
        places=places,
        period=dated.period,
        since=dated.since,
        attribution=attribution,
        modality=modality,
        reasons=tuple(_reasons(found, link, kind, attribution)),
        evidence=tuple(evidence),
        part=Part.HEADLINE if link.sentence.start in found.headlines else Part.BODY,
        group=found.groups.name(counted) if counted else None,
        part_of=_whole(found, counted),
        read_by=READER,
    )


def _only_told(found: Joined, link: Link) -> bool:
    """Tell whether the words of a status are somebody's telling: notices and requests are of states."""
    teller = found.chains.teller(link.cue_span, link.sentence)
    return teller is not None and teller.type not in {HopType.STATE, HopType.NONE}


def _said_at(page: Page, link: Link) -> tuple[int, int]:
    """Return where the speaker of a claim is looked for: at its verb, else at a number told later.

    "Daily NK said 50 were arrested, while RFA put the number at 80": the 80 are RFA's.
    """
    end, mention = link.cue_span[1], link.mention
    if mention is None or mention.start < end or not page.words(SAY, end, mention.start):
        return link.cue_span
    return mention.start, mention.end


def _whole(found: Joined, counted: Mention | None) -> str | None:
    """Return the group that people are told as a part of: "210 are held. Sixty of them ..."."""
    whole = counted and whole_of(found.page, found.counted, counted)
    return found.groups.name(whole) if whole else None


def _people(found: Joined, link: Link, kind: Kind) -> Mention | None:
    """Return the counted people a claim is about; a status may be about people named before."""
    if not kind.measure and not follows(kind):
        return link.mention if link.kind == "other" or kind.limits else None
    if link.mention is not None:
        counted = found.groups.counted(link.mention)
        whole = counted.whole if counted is not None else None
        described = describes(found.page, link.mention, link.cue_span)
        if counted is not None and whole is not None and described:
            return replace(counted, number=whole)  # "most of the 2,000 held there": all are
        return counted
    return found.groups.unsaid(link.cue_span[0]) if follows(kind) else None


def _yearly(page: Page, counted: Mention) -> bool:
    """Tell whether a count is one of every year: "1,000 a year", 매년 1천 명."""
    pack, first = page.pack, max(counted.start - _RATE, 0)
    before = pack.rate_before.search(page.folded, first, counted.start)
    last = counted.end + _RATE
    return bool(before or pack.rate_after.match(page.folded, counted.end, last))


def _tidy(page: Page, span: tuple[int, int]) -> tuple[int, int]:
    """Leave off what hangs over at the end of a quotation: "200 defectors held in", ", and"."""
    start, end = span
    while match := page.pack.trailing.search(page.folded, start + 1, end):
        end = match.start()
    while start < end - 1 and page.folded[start] in " ,;:\"'":
        start += 1
    return start, end


def _because(page: Page, field: str, span: tuple[int, int], rule: str) -> Evidence:
    return Evidence(field=field, passage=page.report.passage(*span), rule=rule)


# --- how firmly, why --------------------------------------------------------------------


def _modality(page: Page, link: Link, kind: Kind) -> tuple[Modality, list[Evidence]]:
    """Return the weakest modality said of a claim's cue or of its number.

    A kind that is a plan by itself is not weakened by being one: a return that is feared is
    expected, a hand-over that was notified was notified.
    """
    sentence = link.sentence
    taken_back = _taken_back(page, link)
    if taken_back:
        return Modality.DENIED, taken_back
    first = sentence.clause_span(sentence.clause_of(link.span[0]))[0]
    last = sentence.clause_span(sentence.clause_of(link.span[1] - 1))[1]
    opening = sentence.clause_span(0)
    hits = [
        h
        for h in page.words(MODALITY, first, last)
        if _bears_on(page, h, link) and not _of_a_later_verb(page, h, link, kind)
    ]
    if opening[1] - opening[0] <= _ADVERB:  # "Unofficially, officials say ..."
        hits += [h for h in page.words(MODALITY, *opening) if not _of_another(page, h, link)]
    ahead = [h for h in hits if h.key == Modality.EXPECTED.value and _in_cue(h, link)]
    if ahead and kind.measure == "flow" and not kind.planned:  # "could die": nobody has
        words = _because(page, "modality", (ahead[0].start, ahead[0].end), "modality:expected")
        return Modality.EXPECTED, [words]
    for modality in _WEAKEST:
        if modality is Modality.EXPECTED and kind.planned:
            if kind.measure:
                break
            continue
        for hit in hits:
            if hit.key == modality.value:
                words = _because(page, "modality", (hit.start, hit.end), f"modality:{modality}")
                guessed = modality is Modality.EXPECTED and _is_guess(page, hit, link, kind)
                return (Modality.ESTIMATED if guessed else modality), [words]
    if kind.planned and kind.measure:
        return Modality.EXPECTED, []
    return _asserted(page, link)


def _taken_back(page: Page, link: Link) -> list[Evidence]:
    """Return the words by which a claim is corrected, or denied in answer to it."""
    mention = link.mention
    if mention is not None and is_withdrawn(page, link.sentence, mention):
        number = (mention.start, mention.end)
        return [_because(page, "modality", number, "modality:withdrawn")]
    answer = _answer(page, link)
    return [_because(page, "modality", answer, "modality:denied")] if answer else []


def _answer(page: Page, link: Link) -> tuple[int, int] | None:
    """Return the denial that answers a claim: "asked about reports of 600, he said there are none"."""
    theme = theme_of(page, link.sentence)
    if theme is None or link.span[1] > theme[1]:
        return None
    denied = denials(page, theme[1], link.sentence.end)
    return (denied[0].start, denied[0].end) if denied else None


def _is_guess(page: Page, hit: Hit, link: Link, kind: Kind) -> bool:
    """Tell whether what is expected of a state is what holds now: "may now be in detention"."""
    if kind.measure != "stock" or _before_the_number(hit, link):
        return False
    first = link.sentence.clause_span(link.sentence.clause_of(hit.start))[0]
    last = link.sentence.clause_span(link.sentence.clause_of(link.cue_span[0]))[1]
    return page.pack.mood.soon.search(page.folded, min(first, hit.start), last) is None


def _before_the_number(hit: Hit, link: Link) -> bool:
    """Tell whether a word stands right before a number: "are expected to exceed 1,000"."""
    return link.mention is not None and 0 <= link.mention.start - hit.end <= _BESIDE


def _of_a_later_verb(page: Page, hit: Hit, link: Link, kind: Kind) -> bool:
    """Tell whether what is expected comes after a state told as so: "are held and could suffer"."""
    later = hit.start >= link.cue_span[1] and not page.pack.object_first
    beside = _before_the_number(hit, link)
    return later and not beside and kind.measure == "stock" and hit.key == Modality.EXPECTED.value


def _in_cue(hit: Hit, link: Link) -> bool:
    """Tell whether a word of modality is part of a cue or stands right before it."""
    start, end = link.cue_span
    return hit.start < end and start - _TOUCHING <= hit.end


def _asserted(page: Page, link: Link) -> tuple[Modality, list[Evidence]]:
    """Return that a claim is reported, or a number that the publisher added up itself."""
    start, end = link.sentence.start, link.sentence.end
    added = page.pack.speech.own_count.search(page.folded, start, end) if link.mention else None
    if added is None:
        return Modality.REPORTED, []
    modality = Modality.OWN_COUNT
    return modality, [_because(page, "modality", added.span(), f"modality:{modality}")]


def _bears_on(page: Page, hit: Hit, link: Link) -> bool:
    """Tell whether a word of modality is about a claim: no relative clause stands between.

    "would hand over 200 people who had been detained": the hand-over is expected, not the 200.
    """
    if _before_the_number(hit, link):
        return True
    if (
        page.pack.object_first
        and link.mention is not None
        and 0 <= hit.start - link.mention.end <= _BESIDE
    ):
        return True  # 1000人以上に上るとみられる
    start, end = link.cue_span
    if hit.start < end and start < hit.end:
        return True
    if _of_another(page, hit, link) or _inside_people(link):
        return False
    gap = (hit.end, start) if hit.end <= start else (end, hit.start)
    others = page.words(KIND, min(hit.start, start), max(hit.end, end))
    spoken = hit.key in {Modality.UNOFFICIAL, Modality.DENIED}  # of the saying, not of the act
    if not spoken and any((o.start, o.end) != link.cue_span and o.key != link.kind for o in others):
        return False  # the word belongs to another cue: "arrested and at risk of return"
    return gap[0] >= gap[1] or page.pack.subclause.search(page.folded, *gap) is None


def _inside_people(link: Link) -> bool:
    """Tell whether a cue is one of the words for its people: 7名在押朝鲜人."""
    mention, (start, end) = link.mention, link.cue_span
    return mention is not None and mention.start < start and end < mention.end


def _of_another(page: Page, hit: Hit, link: Link) -> bool:
    """Tell whether a word of modality is part of another kind's cue: 被捕, 恐遭遣返."""
    around = page.words(KIND, hit.start - _CUE_LONG, hit.end + _CUE_LONG)
    return any(
        o.key != link.kind and _overlaps(hit.start, hit.end, (o.start, o.end)) for o in around
    )


def _reasons(found: Joined, link: Link, kind: Kind, attribution: Sequence[Hop]) -> Iterator[Reason]:
    """Yield the reasons given in the sentence, and in the next one if the same speaker goes on."""
    if kind.measure:
        return
    page = found.page
    spans = [(link.sentence.start, link.sentence.end)]
    following = found.chains.goes_on(link.sentence, attribution)
    if following is not None:
        spans.append((following.start, following.end))
    seen: set[str] = set()
    for start, end in spans:
        for hit in page.words(REASON, start, end):
            if hit.key not in seen and not _overlaps(hit.start, hit.end, link.cue_span):
                seen.add(hit.key)
                yield Reason(code=hit.key, passage=page.report.passage(hit.start, hit.end))


def _overlaps(start: int, end: int, span: tuple[int, int]) -> bool:
    return start < span[1] and span[0] < end

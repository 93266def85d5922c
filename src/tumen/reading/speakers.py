"""Find who says what: attributions, as chains of hops from the outside in.

Words of saying come in six forms (see `pack.SayRule`).  `subjects` finds the speaker's words
where a form has them, `hops` what they stand for; here both are joined, and it is decided which
words of a sentence an attribution covers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tumen.reading.heads import heads_in, subjects_in
from tumen.reading.hops import hops_of, listener, plain_hop
from tumen.reading.lexicon import Hit
from tumen.reading.mood import denials
from tumen.reading.page import Page
from tumen.reading.quotations import Quotation, quotation_before, quoted_by
from tumen.reading.sentences import Sentence
from tumen.reading.subjects import (
    Words,
    phrase_around,
    says_on,
    spoken_by,
    trimmed,
    verb_parts,
)
from tumen.reading.vocabulary import PRONOUN, SAY, SPEAKER, SPEAKER_NOUN
from tumen.records import Hop, HopType

# What is left of a sentence after "and according to X" when X says it, and not what came before.
_SHORT_REST = 15
_REMEMBERED = 60  # attributions a pronoun may point back over
_HEADLINE = 120  # characters of the longest headline
BARE = 12  # characters after "citing X" that say nothing themselves: 伝えた。
_SET_OFF = (",", '"', "」", "』")  # before a speaker that says all of its sentence: ", he said"
_JOINED = (" and", " but", ";", ":", " while", " that", " as", " where", " because", " so", " if")
_BESIDE = (" and", " but", " while", ";")
_TAG = re.compile(
    r"(?:^|[.,:;]\s|again\s)after\s$|[(\[](?:source:\s?|출처:?\s?|来源:|來源:|出典:)?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One attribution: its speakers, outermost first, its cue, and the words it covers."""

    start: int  # of its sentence
    reach: tuple[int, int]
    cue: tuple[int, int]
    hops: tuple[Hop, ...]  # empty for hearsay without a speaker
    form: str
    aside: bool = False  # set off from what it says: "..., the source added"
    parallel: bool = False  # beside what was said before it, not inside: "while Lee said ..."
    whole: bool = False  # an article the whole text goes back to: "a recent article by X"


def find_said(page: Page) -> tuple[Said, ...]:
    """Return the attributions of a page in order, pronouns resolved to the last speaker."""
    found: list[Said] = []
    for sentence in page.sentences:
        here: list[Said] = []
        for hit in page.words(SAY, sentence.start, sentence.end):
            quoted = _quotation(page, sentence, hit)
            said = _said(page, sentence, hit, quoted, (found, here))
            if said is not None:
                here.append(said)
                found += _over(said, quoted, found) if quoted else ()
        found += here
        found += _tags(page, sentence)
        found += _headline(page, sentence) if not here else ()
    return tuple(sorted(found, key=lambda said: said.start))


def _quotation(page: Page, sentence: Sentence, hit: Hit) -> Quotation | None:
    if hit.key != "verb" or not page.pack.object_first:
        return None
    return quotation_before(page, sentence, hit)


def _over(said: Said, quoted: Quotation, found: Sequence[Said]) -> Iterator[Said]:
    """Yield what is said in the earlier sentences of a quotation, by whom it is said at its end."""
    for sentence in quoted.sentences:
        start = max(sentence.start, min(quoted.opened, sentence.end))
        yield replace(said, start=sentence.start, reach=(start, sentence.end))
    first = quoted.sentences[0].start
    for told in found[-_REMEMBERED:]:
        if told.form == "quote" and told.start == first and 0 <= quoted.opened - told.cue[1] <= 1:
            for sentence in quoted.sentences[1:]:
                reach = (sentence.start, sentence.end)
                yield replace(told, start=sentence.start, reach=reach)
            yield replace(told, start=said.start, reach=(said.start, quoted.closed))


def _said(
    page: Page,
    sentence: Sentence,
    hit: Hit,
    quoted: Quotation | None,
    told: tuple[Sequence[Said], Sequence[Said]],
) -> Said | None:
    before, here = told
    if hit.key == "none":
        return None
    if hit.key == "hearsay":
        return Said(
            start=sentence.start,
            reach=_hearsay_reach(page, sentence, hit),
            cue=(hit.start, hit.end),
            hops=(),
            form=hit.key,
        )
    quoting = quoted_by(page, sentence, hit, quoted) if quoted else None
    words = Words(span=quoting) if quoting else spoken_by(page, sentence, hit)
    if words is None:
        return _same_speaker(page, sentence, hit, before, here)
    lately = (*before[-_REMEMBERED:], *here)
    known = [said.hops for said in lately if said.hops]
    hops = hops_of(page, words.span, hit, known)
    if not hops:
        return None
    if hit.key == "verb":
        hops = (*listener(page, hit, sentence), *hops)
    if hit.key == "quote":
        hops = (*_who_quotes(page, sentence, hit, words, known), *hops)
    if hit.key == "cite":
        hops = (*_who_cites(page, sentence, hit, known), *hops)
    aside = _is_aside(page, sentence, hit, words)
    return Said(
        start=sentence.start,
        reach=_reach(page, sentence, hit, words, aside=aside),
        cue=(hit.start, hit.end),
        hops=hops,
        form=hit.key,
        aside=aside,
        parallel=_is_parallel(page, sentence, hit, words, hops),
        whole=page.pack.speech.whole_text.search(page.folded, sentence.start, hit.start)
        is not None,
    )


def _same_speaker(
    page: Page, sentence: Sentence, hit: Hit, before: Sequence[Said], here: Sequence[Said]
) -> Said | None:
    """Return what a verb of saying without a subject says: the speaker of the one before it.

    "They speak of arrests, and ask for news"; where subjects are dropped (ko, ja), also that of
    the sentence before.
    """
    if hit.key == "by":
        return _pointing_back(page, sentence, hit, before)
    if hit.key != "verb":
        return None
    pool = [said for said in here if said.form == "verb"]
    if page.pack.object_first and not here:
        pool = [said for said in before[-4:] if _follows_on(page, said, sentence)]
    goes_on = bool(here) and page.pack.object_first
    if not pool or not (goes_on or says_on(page, sentence, hit)):
        return None
    last = pool[-1]
    cue = page.report.text[hit.start : hit.end]
    hops = tuple(replace(hop, cue=cue if at == len(last.hops) - 1 else hop.cue)
                 for at, hop in enumerate(last.hops))  # fmt: skip
    reach = (last.cue[1], sentence.end) if here else (sentence.start, hit.end)
    if here and page.pack.object_first:
        reach = (last.cue[1], hit.end)
    return Said(start=sentence.start, reach=reach, cue=(hit.start, hit.end), hops=hops, form="verb")


def _who_quotes(
    page: Page, sentence: Sentence, hit: Hit, words: Words, known: Sequence[tuple[Hop, ...]]
) -> tuple[Hop, ...]:
    """Return who quotes where verbs come last and no verb of saying follows: 報告者は…を引用した."""
    says = page.words(SAY, hit.end, sentence.end)
    if not page.pack.object_first or any(one.key == "verb" for one in says):
        return ()
    subjects = subjects_in(page, sentence.start, words.span[0])
    if not subjects:
        return ()
    span = phrase_around(page, sentence, subjects[0], words.span[0])
    return tuple(replace(hop, cue=None) for hop in hops_of(page, span, hit, known))


def _who_cites(
    page: Page, sentence: Sentence, hit: Hit, known: Sequence[tuple[Hop, ...]]
) -> tuple[Hop, ...]:
    """Return the subject right before a verb of citing: "He cited a broker", 他援引中间人的话.

    One who is set off by a comma says so with a verb of his own: "Lim said, citing a broker".
    """
    heads = heads_in(page, sentence.start, hit.start)
    if page.pack.object_first or not heads:
        return ()
    between = page.folded[heads[-1][1] : hit.start].strip()
    if between and page.pack.speech.cites_on.fullmatch(between) is None:
        return ()
    span = phrase_around(page, sentence, heads[-1], heads[-1][1])
    found = hops_of(page, span, hit, known)
    return tuple(replace(hop, cue=None) for hop in found if hop.type is not HopType.MEDIA)


def _pointing_back(page: Page, sentence: Sentence, hit: Hit, before: Sequence[Said]) -> Said | None:
    """Return what "according to that" says: the last speaker."""
    spoken = [said for said in before[-4:] if said.hops]
    opening = page.folded[max(sentence.start, hit.start - 4) : hit.start]
    if not spoken or page.pack.speech.pointing.search(opening) is None:
        return None
    hops = tuple(replace(hop, cue=None) for hop in spoken[-1].hops)
    reach = (sentence.start, sentence.end)
    return Said(start=sentence.start, reach=reach, cue=(hit.start, hit.end), hops=hops, form="by")


def _follows_on(page: Page, said: Said, sentence: Sentence) -> bool:
    """Tell whether a speaker may go on in *sentence*: same paragraph, no state's answer."""
    same = page.sentence_at(said.start).paragraph == sentence.paragraph
    return same and bool(said.hops) and said.hops[-1].type is not HopType.STATE


# --- what an attribution covers ---------------------------------------------------------


def _is_aside(page: Page, sentence: Sentence, hit: Hit, words: Words) -> bool:
    if not page.pack.inverts or hit.key != "verb":
        return False
    if words.inverted:
        return True
    opening = page.folded[sentence.start : words.span[0]].rstrip()
    return opening.endswith(_SET_OFF)


def _is_parallel(
    page: Page, sentence: Sentence, hit: Hit, words: Words, hops: tuple[Hop, ...]
) -> bool:
    """Tell whether a second speaker stands beside the first: "A said so, while B said no".

    What a state said is told by whoever speaks around it.
    """
    tells = hit.key in {"verb", "by"}
    if page.pack.object_first or not tells or hops[-1].type is HopType.STATE:
        return False
    opening = page.folded[sentence.start : words.span[0]].rstrip()
    return opening.endswith(_BESIDE if page.pack.spaced else (",", ";"))


def _reach(
    page: Page, sentence: Sentence, hit: Hit, words: Words, *, aside: bool
) -> tuple[int, int]:
    """Return the words an attribution covers.

    Set off or at the head of its sentence it covers all of it.  "The blockade goes on, and
    according to Yonhap mines were laid": joined on, it covers what follows.  Where verbs come
    last (ko, ja) one covers what stands between its subject and itself.
    """
    theme = theme_of(page, sentence)
    if theme and theme[1] <= words.span[0] + 1 and not denials(page, theme[1], sentence.end):
        return theme[1], sentence.end  # who is asked about a report has not made it
    if page.pack.object_first:
        return _reach_of_last(page, sentence, hit, words)
    opening = page.folded[sentence.start : min(hit.start, words.span[0])].rstrip()
    if hit.key == "cite":  # set off behind what is said, or where spaces are not, before it
        return (sentence.start if page.pack.spaced else hit.start), sentence.end
    if hit.key in {"of", "via"}:
        rest = sentence.end - max(words.span[1], hit.end)
        joined = opening.endswith(_JOINED[:3]) and rest > _SHORT_REST
        after = not page.pack.spaced and rest > _SHORT_REST
        return (min(hit.start, words.span[0]) if joined or after else sentence.start), sentence.end
    last = not page.folded[hit.end : sentence.end].strip(' 。.」"')
    if aside or not opening or last or theme:
        return sentence.start, sentence.end
    if page.pack.spaced and not opening.endswith(_JOINED):
        return sentence.start, sentence.end
    return words.span[0], sentence.end


def theme_of(page: Page, sentence: Sentence) -> tuple[int, int] | None:
    """Return the words that a sentence opens with, and that its speaker answers: 针对...的报道."""
    found = page.pack.speech.opening_theme.match(page.folded, sentence.start, sentence.end)
    return found.span() if found else None


def _reach_of_last(page: Page, sentence: Sentence, hit: Hit, words: Words) -> tuple[int, int]:
    if hit.key == "quote":
        bare = sentence.end - hit.end <= BARE
        return (sentence.start if bare else hit.end), sentence.end
    if hit.key == "from":
        return verb_parts(page, sentence, hit).start, sentence.end
    if hit.key != "verb":
        return words.span[0], sentence.end
    part = verb_parts(page, sentence, hit)
    if part.final:
        head = words.span[0]
        told = page.pack.speech.quotative.search(page.folded, max(head - 3, part.start), head)
        begin = sentence.start if told or head - part.start >= _SHORT_REST else part.start
        return begin, hit.end if part.closed else sentence.end
    return words.span[1], hit.end


def _hearsay_reach(page: Page, sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """Return the clause of an adverb ("reportedly"), or all that comes before a verb."""
    if page.pack.object_first:
        part = verb_parts(page, sentence, hit)
        return part.start, hit.end
    if not page.pack.spaced:
        return hit.start, sentence.end
    return sentence.clause_span(sentence.clause_of(hit.start))


def _headline(page: Page, sentence: Sentence) -> Iterator[Said]:
    """Read the speaker of a headline, or of an item of a list.

    "20 held: activist", "UN expert: 2,000 held", 団体「...」; "- Dong-A Ilbo: about 600 sent back."
    """
    closing = page.folded[max(sentence.end - 2, sentence.start) : sentence.end]
    speech, folded = page.pack.speech, page.folded
    listed = sentence.end - sentence.start > _HEADLINE or bool(set(closing) & set(".。!?"))
    if listed:
        found = speech.label.match(folded, sentence.start, sentence.end)
    else:
        found = speech.headline_opening.match(folded, sentence.start, sentence.end)
        found = found or speech.headline_closing.search(folded, sentence.start, sentence.end)
    span = trimmed(page, *found.span("who")) if found else None
    if span is None or not any(head[1] == span[1] for head in heads_in(page, *span)):
        return
    nouns = page.words(SPEAKER_NOUN, *span)
    if listed and any(hit.end == span[1] for hit in page.words(PRONOUN, *span)):
        return  # "Two did not make it: they were caught"
    if nouns and nouns[-1].key == HopType.NONE.value:
        return  # "The figures: 20 held"
    yield Said(
        start=sentence.start,
        reach=(sentence.start, sentence.end),
        cue=span,
        hops=(plain_hop(page, *span, None),),
        form="label" if listed else "of",
    )


def _tags(page: Page, sentence: Sentence) -> Iterator[Said]:
    """Read agency tags: "(AFP)", "[Source: Daily NK]", (연합뉴스), "(Reuters)"."""
    for hit in page.words(SPEAKER, sentence.start, sentence.end):
        if page.codebook.speakers[hit.key].type is not HopType.MEDIA:
            continue
        opening = page.folded[max(0, hit.start - 12) : hit.start]
        closing = page.folded[hit.end : hit.end + 1]
        if _TAG.search(opening) and closing in {")", "]", ",", ".", ":"}:
            yield Said(
                start=sentence.start,
                reach=(sentence.start, sentence.end),
                cue=(hit.start, hit.end),
                hops=(plain_hop(page, hit.start, hit.end, None),),
                form="tag",
            )

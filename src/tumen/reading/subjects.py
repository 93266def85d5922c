"""Find the words of the speaker that belong to a word of saying, by where its form has them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tumen.reading.heads import NAME, heads_in, is_place, marked_among
from tumen.reading.lexicon import Hit
from tumen.reading.page import Page
from tumen.reading.sentences import Sentence
from tumen.reading.verb_or_noun import is_noun
from tumen.reading.vocabulary import KIND, PLACE, PRONOUN, SAY, SPEAKER, SPEAKER_NOUN

# A speaker's words rarely run longer ("the South Korean pastor Kim Seung-eun of the Caleb Mission").
_LONGEST = 90
_ADVERBS = 70  # characters before a verb in which its adverbs and auxiliaries stand
_WINDOW = 360  # characters before a verb in which its subject stands
_PAPER = 10  # characters between who puts out a paper and it
_NEAR = 24  # a subject that is no topic stands this near to its verb: 데일리NK가 14일 보도했다
_PHRASE_STOP = re.compile(r"[,;](?:\s|$)|(?<!\b[a-z])\.(?:\s|$)")  # not after an initial
# Between two heads of one noun phrase: "Kim, a pastor", "Kim of the Database Center".
_SAME_PHRASE = re.compile(
    r"(?:'s)?\"?\s(?:(?:of|at|from|in|and|or|with|for|[a-z]+ed\sby)\s)?"
    r"(?:(?:the|a|an)\s(?:[a-z-]+\s){0,3}|(?:local|former|other|senior|some|several)\s)?\"?"
)
_ONE_NAME = re.compile(r"(?:(?:Mr|Ms|Mrs|Dr|Rev|Prof)\.\s)?[A-Z][a-zà-ÿ'’-]+(?:[A-Z][a-z]+)?$")
_ONE_NAME_AFTER = re.compile(
    r"\s?((?:(?:Mr|Ms|Mrs|Dr|Rev|Prof)\.\s)?[A-Z][a-zà-ÿ'’-]+)(?=[\s,.;:\"”]|$)"
)
_ATTACHED = re.compile(r"(?<=[^\s(])\([^()]{1,30}\)")  # a bracket that belongs to a name: 김(47) 씨
_OPENS = " -,、の.:;\"'「『(（"
_PREPOSITION = re.compile(r"(?:from|to|at|in|with|by|of|for|on|about)\s")
_CLOSES = " ,、:;\"'」』的"
_DATELINE = re.compile(r"[(\[【〔][^()\[\]【】〔〕]{1,40}[)\]】〕]\s?|.{1,40}[】〕]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a speaker, and whether they follow their verb: ", said Song."."""

    span: tuple[int, int]
    inverted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The part of a sentence a final verb closes: 말했고, ... / ... 말했다."""

    start: int
    final: bool  # no other word of saying is around it
    closed: bool  # the sentence goes on after it


def spoken_by(page: Page, sentence: Sentence, hit: Hit) -> Words | None:
    """Return the speaker's words for a word of saying, or None where it has no speaker."""
    span: tuple[int, int] | None = None
    if hit.key in {"of", "via", "cite"}:
        span = _phrase_after(page, hit, sentence.end)
    elif hit.key in {"by", "quote", "from"}:
        span = _phrase_before(page, sentence.start, hit.start)
    elif hit.key == "verb":
        return _subject(page, sentence, hit)
    return Words(span=span) if span else None


# --- beside a marker --------------------------------------------------------------------


def _phrase_after(page: Page, hit: Hit, end: int) -> tuple[int, int] | None:
    """Return the speaker that follows "according to", 据: up to where its phrase must stop."""
    passed_on = page.pack.speech.passed_on.match(page.folded, hit.end, end)
    start = passed_on.end() if passed_on else hit.end
    known = page.words(SPEAKER, start, min(start + _LONGEST, end))
    nouns = page.words(SPEAKER_NOUN, start, min(start + _LONGEST, end))
    if known and known[0].start - start <= 1 and not nouns:
        return known[0].start, known[0].end
    stop = page.pack.speech.speaker_stop.search(page.folded, start + 1, end)
    while stop and _inside_known(page, stop.start() + 1):
        stop = page.pack.speech.speaker_stop.search(
            page.folded, max(stop.end() - 1, stop.start() + 1), end
        )
    limit = _coordinated(page, stop, end) if stop else end
    again = page.pack.speech.phrase_start.search(page.folded, start + 5, limit)
    if again and heads_in(page, start, again.start()):
        limit = again.start()  # "according to the letter the group ..."
    verb = page.pack.speech.phrase_end.search(page.folded, start + 1, limit)
    while verb and _inside_known(page, verb.start() + 1):
        verb = page.pack.speech.phrase_end.search(page.folded, verb.end(), limit)
    span = trimmed(page, start, verb.start() if verb else limit)
    if span is None or span[1] - span[0] > _LONGEST:
        return None
    return span if heads_in(page, *span) else _unheaded(page, hit, span)


def _inside_known(page: Page, at: int) -> bool:
    """Tell whether a stop stands in a known name: Solidarity *for* North Korean Human Rights."""
    return any(h.start < at < h.end for h in page.words(SPEAKER, at - _LONGEST, at + _LONGEST))


def _coordinated(page: Page, stop: re.Match[str], end: int) -> int:
    """Return where a phrase stops that goes on with "and activist groups"."""
    if stop.group().strip() != "and":
        return stop.start()
    following = heads_in(page, stop.end(), min(stop.end() + 40, end))
    if not following or following[0][0] - stop.end() > 25:
        return stop.start()
    end = following[0][1]
    for head in following[1:]:
        end = head[1] if head[0] - end <= 1 else end  # "activist groups"
    return end


def _unheaded(page: Page, hit: Hit, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return who stands after "according to" though no word says that they can speak."""
    if hit.key != "of" or not page.pack.spaced:
        return None
    return None if page.pack.speech.no_speaker.search(page.folded, *span) else span


def _phrase_before(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Return the speaker right before a marker: Xによると, X에 따르면, X(RFA)によると."""
    if page.folded[end - 1 : end] == ")":
        opening = page.folded.rfind("(", max(start, end - 40), end)
        end = opening if opening > start else end
    stops = [m.end() for m in page.pack.speech.speaker_stop.finditer(page.folded, start, end)]
    inner = [stop for stop in stops if stop < end and not _inside_known(page, stop)]
    span = trimmed(page, inner[-1] if inner else start, end)
    if span is None or page.pack.speech.no_speaker.fullmatch(page.folded, *span):
        return None
    return span if span[1] - span[0] <= _LONGEST else None


# --- the subject of a verb --------------------------------------------------------------


def _subject(page: Page, sentence: Sentence, hit: Hit) -> Words | None:
    if page.pack.object_first:
        head = _subject_of_last(page, sentence, hit)
        if head is None:
            placed = _by_its_place(page, sentence, hit)
            return Words(span=placed) if placed else None
        return Words(span=phrase_around(page, sentence, head, hit.start))
    if is_noun(page, hit):
        return None
    if page.pack.inverts:
        inverted = _inverted(page, sentence, hit)
        if inverted is not None:
            return Words(span=inverted, inverted=True)
    span = _subject_before(page, sentence, hit)
    return Words(span=span) if span else None


def _subject_before(page: Page, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """Return the subject that stands before its verb, with what may stand between them."""
    end = _before_adverbs(page, sentence.start, hit.start)
    if page.folded[end : hit.start].rstrip().endswith(","):
        end = hit.start  # what is added ends in an adverb: "speaking anonymously, said"
    begin = max(sentence.start, end - _WINDOW)
    end = _before_theme(page, begin, end)
    heads = heads_in(page, begin, end)
    if heads and page.folded[heads[-1][1] : end].rstrip().endswith(","):
        return _with_apposition(page, sentence, heads, end)
    if heads:
        head = _whose_paper(page, heads) or _first_of_phrase(page, heads)
        if '"' in page.folded[head[1] : heads[-1][0]]:
            head = heads[-1]  # the local newspaper "Changchun Daily"
        if _near_enough(page, heads[-1], end):
            return phrase_around(page, sentence, head, end)
    return _plain_subject(page, sentence, hit, end)


def _whose_paper(page: Page, heads: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return who put out the paper that says so, where both stand together: 特赦组织发布报告称."""
    if page.pack.spaced or len(heads) < 2:
        return None
    nouns = page.words(SPEAKER_NOUN, *heads[-1])
    paper = bool(nouns) and all(noun.key == "none" for noun in nouns)
    near = heads[-1][0] - heads[-2][1] <= _PAPER
    apart = page.pack.clause_break.search(page.folded, heads[-2][1], heads[-1][0])
    return heads[-2] if paper and near and not apart else None


def _before_theme(page: Page, start: int, end: int) -> int:
    """Return where the words begin for whom or about whom a verb says something: 对X表示."""
    breaks = [m.end() for m in page.pack.clause_break.finditer(page.folded, start, end)]
    theme = page.pack.speech.listener_before.search(
        page.folded, breaks[-1] if breaks else start, end
    )
    if theme is None:
        return end
    return _before_adverbs(page, start, theme.start())


def _with_apposition(
    page: Page, sentence: Sentence, heads: list[tuple[int, int]], end: int
) -> tuple[int, int] | None:
    """Return the subject before what is added to it: "Kim, a pastor in Seoul, said".

    A name that is added belongs to it: "A former vice minister, Kim Suk-woo, speaks of".
    """
    for head in reversed(heads):
        place = page.pack.speech.added_place.match(page.folded, head[1], end)
        if place is None or not page.pack.speech.apposition.fullmatch(
            page.folded, place.end(), end
        ):
            continue
        name = NAME.match(page.report.text, place.end() + 2, end)
        named = name is not None and page.folded[name.end() : end].strip() == ","
        first = _first_of_phrase(page, heads[: heads.index(head) + 1])
        span = phrase_around(page, sentence, first, place.end())
        return (span[0], name.end()) if name and named else span
    return None


def _before_adverbs(page: Page, start: int, end: int) -> int:
    match = page.pack.speech.adverbs.search(page.folded, max(start, end - _ADVERBS), end)
    return match.start() if match else end


def _near_enough(page: Page, head: tuple[int, int], end: int) -> bool:
    """Tell whether nothing between a head and a verb has another verb for the head."""
    if not page.pack.speech.speaker_tail.fullmatch(page.folded, head[1], end):
        return False
    relative = page.pack.subclause.search(page.folded, head[1], end)
    return relative is not None or not page.words(KIND, head[1], end)


def _plain_subject(page: Page, sentence: Sentence, hit: Hit, end: int) -> tuple[int, int] | None:
    """Return a subject that only its place shows: "the senders say", "Kwon said", 权纳玄说.

    Only for verbs that nothing but a speaker can have for a subject.
    """
    word = page.folded[hit.start : hit.end]
    unsure = word in page.pack.speech.unsure_say
    if unsure and word not in page.pack.speech.outlet_say:
        return None
    end -= page.folded[end - 1 : end] == " "
    begin = max(sentence.start, end - _LONGEST)
    if page.pack.inverts:
        name = _ONE_NAME.search(page.report.text, begin, end)
        if name and not _is_no_name(page, name.span()):
            return name.span()
    if unsure:
        return None
    phrase = page.pack.speech.plain_subject.search(page.folded, begin, end)
    if phrase is None:
        return None
    span = trimmed(page, *phrase.span("who")) or phrase.span("who")
    return span if span[0] == sentence.start or page.pack.speech.clause_start.search(
        page.folded, max(span[0] - 14, sentence.start), span[0]
    ) else None  # fmt: skip


def _is_no_name(page: Page, span: tuple[int, int]) -> bool:
    """Tell whether a capital letter makes no name: a place, a day, the first word."""
    word = page.folded[span[0] : span[1]]
    if page.pack.speech.no_name.fullmatch(word) is not None or page.dated(*span):
        return True
    return bool(page.words(PLACE, *span))


def _inverted(page: Page, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """Read ", said Song of the Database Center." and ", the source added": the former only."""
    if not page.folded[sentence.start : hit.start].rstrip().endswith((",", '"')):
        return None
    if page.folded[hit.start : hit.end] in page.pack.speech.no_inversion:
        return None
    stop = _PHRASE_STOP.search(page.folded, hit.end, sentence.end)
    end = stop.start() if stop else sentence.end
    name = _ONE_NAME_AFTER.match(page.report.text, hit.end, sentence.end)
    heads = heads_in(page, hit.end, end)
    if heads and _alone(page, heads[0]) and not is_place(page, heads[0]):
        return None  # "officials, speaking anonymously, confirmed it"
    adjoining = heads and page.pack.speech.article.fullmatch(page.folded, hit.end, heads[0][0])
    if adjoining:
        return trimmed(page, hit.end, end)
    sure = page.folded[hit.start : hit.end] not in page.pack.speech.unsure_say
    if name and sure and not _is_no_name(page, name.span(1)):
        return name.span(1)
    return None


def says_on(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a verb of saying without a subject goes on with the last one."""
    gerund = page.folded[hit.start : hit.end] in page.pack.speech.gerunds
    if not gerund and page.pack.inverts and is_noun(page, hit):
        return False
    if page.pack.object_first:
        return (
            page.pack.speech.quotative.search(
                page.folded, max(hit.start - 4, sentence.start), hit.start
            )
            is not None
            or page.pack.speech.quotative.match(page.folded, hit.start, hit.end) is not None
        )
    end = _before_adverbs(page, sentence.start, hit.start)
    return (
        page.pack.speech.coordination.search(page.folded, max(end - 8, sentence.start), end)
        is not None
    )


# --- where verbs come last --------------------------------------------------------------


def verb_parts(page: Page, sentence: Sentence, hit: Hit) -> Part:
    """Return the part of its sentence that a verb closes where verbs come last.

    "A said so, and B said so" has two parts; "A said that B had said so" has one.
    """
    says = [
        h for h in page.words(SAY, sentence.start, sentence.end) if h.key in {"verb", "hearsay"}
    ]
    before = [h.end for h in says if h.end <= hit.start and _closes(page, h)]
    later = [h for h in says if h.start >= hit.end]
    closed = _closes(page, hit)
    return Part(start=max(before, default=sentence.start), final=closed or not later, closed=closed)


def _closes(page: Page, hit: Hit) -> bool:
    return page.pack.speech.said_break.match(page.folded, hit.end) is not None


def _subject_of_last(page: Page, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """Return the subject of a verb where verbs come last.

    The last verb of a sentence has the topic for its subject, those inside it the nearest one:
    데일리NK는 [북한 측이 받을 수 없다고] 전했다.
    """
    part = verb_parts(page, sentence, hit)
    heads = [h for h in heads_in(page, part.start, hit.start) if not _quoted(page, h, hit)]
    marked, topics = marked_among(page, heads)
    if not marked:
        return None
    if not part.final:
        other, _ = marked_among(page, heads_in(page, hit.end, sentence.end))
        return topics[0] if topics and other else marked[-1]
    near = marked[-1] if hit.start - marked[-1][1] <= _NEAR else None
    between = near and any(h.key == "verb" for h in page.words(SAY, near[1], hit.start))
    if near is not None and not between and _opens_content(page, near):
        return near
    if topics:
        return topics[0]
    opening = marked[0][0] - part.start <= _NEAR
    return near or (marked[0] if opening and not _is_state(page, marked[0]) else None)


def _quoted(page: Page, head: tuple[int, int], hit: Hit) -> bool:
    """Tell whether a noun stands within what a verb quotes: 「報道は承知している」と述べた."""
    closed = page.folded.find("」", head[1], hit.start)
    return closed >= 0 and page.folded.find("「", head[1], closed) < 0


def _by_its_place(page: Page, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """Return a subject between what is said and its verb: ...고 중국인 사업가가 전했다."""
    begin = max(sentence.start, hit.start - _LONGEST)
    phrase = page.pack.speech.plain_subject.search(page.folded, begin, hit.start)
    if phrase is None and page.folded[hit.start : hit.end] in page.pack.speech.outlet_say:
        part = verb_parts(page, sentence, hit)
        phrase = page.pack.speech.first_topic.match(page.folded, part.start, hit.start)
    return trimmed(page, *phrase.span("who")) if phrase else None


def _opens_content(page: Page, head: tuple[int, int]) -> bool:
    """Tell whether what is said stands before a subject: ...다고 데일리NK가 보도했다."""
    before = page.pack.speech.phrase_before.search(page.folded, max(head[0] - 40, 0), head[0])
    return before is not None


def _is_state(page: Page, head: tuple[int, int]) -> bool:
    return bool(page.words(PLACE, *head))


# --- noun phrases -----------------------------------------------------------------------


def _first_of_phrase(page: Page, heads: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the head of the last noun phrase: in "Kim of the Database Center" it is Kim."""
    head = heads[-1]
    if _alone(page, head):
        return head
    for earlier in reversed(heads[:-1]):
        if _clause_about(page, earlier, head):
            head = earlier
            continue
        if not _SAME_PHRASE.fullmatch(page.folded, earlier[1], head[0]):
            break
        possessive = page.folded[earlier[1] : head[0]].startswith("'")
        if _alone(page, earlier) and not possessive:
            break
        head = earlier
    return head


def _clause_about(page: Page, earlier: tuple[int, int], head: tuple[int, int]) -> bool:
    """Tell whether a head stands in a clause about the one before: "a pastor who knows the family"."""
    opens = page.pack.subclause.match(page.folded, earlier[1] + 1, head[0])
    if opens is None or page.pack.clause_break.search(page.folded, earlier[1], head[0]):
        return False
    # "The people whom the police" are none who speak: only a clause with a verb goes on to a head.
    return len(page.folded[opens.end() : head[0]].split()) > 1


def _alone(page: Page, head: tuple[int, int]) -> bool:
    """Tell whether a head is a country's name or a pronoun: not part of a longer phrase."""
    return is_place(page, head) or any(
        (hit.start, hit.end) == head and not page.words(SPEAKER_NOUN, *head)
        for hit in page.words(PRONOUN, *head)
    )


def phrase_around(
    page: Page, sentence: Sentence, head: tuple[int, int], limit: int
) -> tuple[int, int]:
    """Return the noun phrase around a head, back to where it must have begun and up to *limit*."""
    start = max(sentence.start, head[0] - _LONGEST)
    # One character more, so that a stop may look at what follows it.
    found = page.pack.speech.speaker_stop.finditer(page.folded, start, head[0] + 1)
    stops = [m.end() for m in found if m.end() <= head[0]]
    kept = [m.span() for m in _ATTACHED.finditer(page.folded, start, head[0] + 1)]
    stops = [
        stop
        for stop in stops
        if not (_inside_known(page, stop) or any(a < stop <= b for a, b in kept))
    ]
    begin = max(stops[-1] if stops else start, head[0] - _LONGEST)
    openings = [
        m.start(1) for m in page.pack.speech.phrase_start.finditer(page.folded, begin, head[1])
    ]
    begin = max((at for at in openings if at <= head[0]), default=begin)
    mark = page.pack.speech.phrase_end.search(page.folded, head[1], limit)
    end = mark.start() if mark else limit
    end = end if end - head[1] < _LONGEST else head[1]
    return trimmed(page, begin, end) or head


def trimmed(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Return a span without the blanks, quotation marks and stops at its ends."""
    opens = _PREPOSITION.match(page.folded, start, end) if page.pack.inverts else None
    start = opens.end() if opens else start
    dateline = _DATELINE.match(page.folded, start, end)
    start = dateline.end() if dateline and dateline.end() < end else start
    while start < end and page.folded[start] in _OPENS:
        start += 1
    while end > start and page.folded[end - 1] in _CLOSES:
        end -= 1
    while end > start and page.folded[end - 1] in ".)" and not _needs(page, start, end):
        end -= 1
    return (start, end) if start < end else None


def _needs(page: Page, start: int, end: int) -> bool:
    """Tell whether a closing mark belongs to a phrase: "(RFA)", "the U.N."."""
    words = page.folded[start:end]
    if words[-1] == ")":
        return "(" in words
    return len(words) > 2 and words[-3] == "."

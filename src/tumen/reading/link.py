"""Link words that announce a kind of claim to the people they are about.

Within a sentence each cue takes the people nearest to it; a clause border, another cue between,
or people on the side where its grammar does not have them count as distance.  People that no cue
took take the nearest cue themselves ("20 were arrested in Qingdao and nine in Kunming").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tumen.reading.lexicon import Hit
from tumen.reading.page import Page
from tumen.reading.parts import in_bracket
from tumen.reading.people import REST, Mention
from tumen.reading.sentences import Sentence
from tumen.reading.situation import follows
from tumen.reading.stretch import starts_before, within
from tumen.reading.vocabulary import KIND

# Distances in characters of Latin script; one of Korean, Chinese or Japanese says twice as much.
# Chosen on principle: a clause border outweighs a long noun phrase, the wrong side a short clause.
CLAUSE, WRONG_SIDE, CUE_BETWEEN, POINTS_BACK = 40, 30, 10, 50
TOO_FAR = 190
BESIDE = 50
ALONE = 90  # a number that no other links to a cue stands near it, with no clause between
JOINED = 120
_BY = 3  # characters between a word for room and its number: 정원이 90명
_CARRIED = 100  # characters between verbs that share a subject: "were arrested and later "
TOO_FAR_FOR_PEOPLE = 400  # a number wants its cue more than a cue wants a number


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A kind's cue with the people it is about; None where no people stand near."""

    kind: str
    cue_span: tuple[int, int]
    mention: Mention | None
    sentence: Sentence

    @property
    def span(self) -> tuple[int, int]:
        """Return the stretch from the people to the cue."""
        start, end = self.cue_span
        if self.mention is None:
            return start, end
        return min(start, self.mention.start), max(end, self.mention.end)


def link(page: Page, mentions: Sequence[Mention], headlines: frozenset[int]) -> tuple[Link, ...]:
    """Return every cue of a page with its people, in order; each people and kind once.

    A headline strings clauses together that share no verb: there only the same clause links.
    """
    links: list[Link] = []
    for sentence in page.sentences:
        cues = page.words(KIND, sentence.start, sentence.end)
        all_of_them = within(mentions, sentence.start, sentence.end)
        inside = [
            m for m in all_of_them if m.breaks_down is None and not in_bracket(page, all_of_them, m)
        ]
        if sentence.start not in headlines:
            links += _sentence(page, sentence, cues, inside)
            continue
        for number in range(len(sentence.clauses)):
            own = [c for c in cues if sentence.clause_of(c.start) == number]
            people = [m for m in inside if sentence.clause_of(m.start) == number]
            links += _sentence(page, sentence, own, people)
    return tuple(links)


def _sentence(
    page: Page, sentence: Sentence, cues: Sequence[Hit], mentions: Sequence[Mention]
) -> list[Link]:
    links: dict[tuple[str, int], Link] = {}

    def add(cue: Hit, mention: Mention | None) -> None:
        key = (cue.key, mention.start if mention else -cue.start - 1)
        span = (cue.start, cue.end)
        new = Link(kind=cue.key, cue_span=span, mention=mention, sentence=sentence)
        links.setdefault(key, new)

    def away(cue: Hit, mention: Mention) -> float:
        return _distance(page, sentence, cue, mention, cues)

    def nearest(cue: Hit, among: Sequence[Mention]) -> Mention | None:
        return min(among, key=lambda m: (away(cue, m), m.start), default=None)

    room = _room(page, cues, mentions, nearest)
    for cue in cues:
        limits = page.codebook.kinds[cue.key].limits
        near = nearest(cue, mentions if limits else [m for m in mentions if m.start not in room])
        if near is not None and _excepted(page, sentence, near):
            continue
        fits = near is not None and away(cue, near) <= _reach_of(page, cue, near)
        add(cue, near if fits else None)
    counting = [cue for cue in cues if _wants_people(page, cue)]
    taken = {link.mention.start for link in links.values() if link.mention}
    for mention in mentions:
        if counting and mention.counted and mention.start not in taken:
            cue = min(counting, key=lambda c: (away(c, mention), c.start))
            owners = [one.mention for one in links.values() if _same_cue(one, cue) and one.mention]
            if any(_has_own_verb(page, mention, owner, cue) for owner in owners):
                continue
            joined = not owners or any(_joined(page, owner, mention) for owner in owners)
            if away(cue, mention) <= (TOO_FAR_FOR_PEOPLE if joined else ALONE):
                add(cue, mention)
    return sorted(links.values(), key=lambda link: (link.span, link.kind))


def _room(
    page: Page,
    cues: Sequence[Hit],
    mentions: Sequence[Mention],
    nearest: Callable[[Hit, Sequence[Mention]], Mention | None],
) -> set[int]:
    """Return the counts that say how many a place can hold: nobody is held by them."""
    found: set[int] = set()
    for cue in cues:
        near = nearest(cue, mentions) if page.codebook.kinds[cue.key].limits else None
        if near is not None and 0 <= near.start - cue.end <= _BY and _reach_of(page, cue, near) > 0:
            found.add(near.start)
    return found


def _same_cue(link: Link, cue: Hit) -> bool:
    return link.cue_span == (cue.start, cue.end) and link.kind == cue.key


def _has_own_verb(page: Page, mention: Mention, owner: Mention, cue: Hit) -> bool:
    """Tell whether people beyond those of a cue do something else.

    45人が塀を越えようとし、1人が捕まった; 붙잡혀 온 사람이 100명 있었고, 그중 60명이 나갔다.  "Nine came by
    sea, the rest had been stuck": the nine were not.
    """
    if mention.end <= owner.start < cue.start:
        gap = (mention.end, owner.start)
    elif cue.end <= owner.start < owner.end <= mention.start:
        gap = (owner.end, mention.start)
    else:
        return False
    return owner.share == REST or page.pack.verb_break.search(page.folded, *gap) is not None


def _joined(page: Page, owner: Mention, mention: Mention) -> bool:
    """Tell whether a count is coordinated with the people that a cue has: "... and nine in K."."""
    first, last = sorted((owner, mention), key=lambda m: m.start)
    between = page.folded[first.end : max(last.start, first.end)]
    return len(between) <= JOINED and page.pack.coordinates.search(between) is not None


def _reach_of(page: Page, cue: Hit, mention: Mention) -> float:
    """Return how far off the people of a cue may stand.

    Room is said right beside its number, on the side that the cue names: "can hold 300".
    """
    if page.codebook.kinds[cue.key].limits:
        side = cue.entry.cue.side if cue.entry.cue else "any"
        fits = mention.counted and side == ("after" if mention.start >= cue.start else "before")
        return BESIDE if fits else -1
    return TOO_FAR if _wants_people(page, cue) else -1


def _wants_people(page: Page, cue: Hit) -> bool:
    kind = page.codebook.kinds[cue.key]
    return bool(kind.measure) or follows(kind)


def _distance(
    page: Page, sentence: Sentence, cue: Hit, mention: Mention, cues: Sequence[Hit]
) -> float:
    after = mention.start >= cue.start
    gap = (cue.end, mention.start) if after else (mention.end, cue.start)
    if is_base(page, mention) and not describes(page, mention, (cue.start, cue.end)):
        return TOO_FAR_FOR_PEOPLE + 1.0
    if not after and _of_another_group(page, mention, cue):
        return TOO_FAR_FOR_PEOPLE + 1.0
    _, borders = sentence.apart(min(cue.start, mention.start), max(cue.start, mention.start))
    length = sentence.apart(*gap)[0] * (1 if page.pack.letters else 2)
    between = _between(cues, *gap)
    wrong = not _on_its_side(page, cue, after, gap, cues)
    back = POINTS_BACK * (not mention.counted)
    if borders and (
        _alone(page, sentence, cue) or (after and not (mention.counted or mention.share))
    ):
        return TOO_FAR_FOR_PEOPLE + 1.0  # "her parents have settled there, and they ask"
    return length + CLAUSE * borders + WRONG_SIDE * wrong + CUE_BETWEEN * between + back


def _of_another_group(page: Page, mention: Mention, cue: Hit) -> bool:
    """Tell whether a verb after people is of the next ones: "170 are held; the next batch may go"."""
    found = page.pack.another_group.search(page.folded, mention.end, cue.end)
    return found is not None and mention.end < found.start()


def _between(cues: Sequence[Hit], start: int, end: int) -> int:
    """Return how many cues lie in `start..end`; *cues* are in order of their start."""
    first, last = starts_before(cues, start), starts_before(cues, end)
    while last > first and cues[last - 1].end > end:
        last -= 1
    return max(last - first, 0)


def describes(page: Page, mention: Mention, cue: tuple[int, int]) -> bool:
    """Tell whether a cue describes people beside it: "seven seized in July", 捕まった12人.

    "Were sent back" does not: it tells what became of them.
    """
    start, end = cue
    if end <= mention.start:
        return page.pack.relative.fullmatch(page.folded, end, mention.start) is not None
    if page.pack.object_first or start < mention.end:
        return False
    if page.pack.subclause.fullmatch(page.folded[mention.end : start].strip()):
        return True  # "500 people who / were sent back"
    if page.pack.tells.match(page.folded, start):
        return False
    return page.pack.relative.fullmatch(page.folded, mention.end, start) is not None


def is_base(page: Page, mention: Mention) -> bool:
    """Tell whether a count is what a part is taken from: "four of the seven", 12人のうち10人."""
    if mention.number is None:
        return False
    before = page.folded[max(mention.number.start - 24, 0) : mention.number.start]
    pack = page.pack
    return bool(pack.base_before.search(before) or pack.base_after.match(page.folded, mention.end))


def _excepted(page: Page, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a share leaves some out: "except for those from Kunming, most have"."""
    found = page.pack.except_for.search(page.folded, sentence.start, mention.start)
    return bool(mention.share) and found is not None


def _alone(page: Page, sentence: Sentence, cue: Hit) -> bool:
    """Tell whether one person is the subject of a cue's clause: no group before it is."""
    start, _ = sentence.clause_span(sentence.clause_of(cue.start))
    return page.pack.alone.search(page.folded, start, cue.start) is not None


def _on_its_side(
    page: Page, cue: Hit, after: bool, gap: tuple[int, int], cues: Sequence[Hit]
) -> bool:
    """Tell whether grammar lets the people stand where they do, after or before the cue."""
    side = cue.entry.cue.side if cue.entry.cue else "any"
    if side in {"after", "before"}:
        return (side == "after") == after
    if gap[0] >= gap[1]:
        return True
    pack = page.pack
    between = page.folded[gap[0] : gap[1]]
    if pack.object_first:
        return not after or pack.relative.fullmatch(between) is not None
    if pack.relative.fullmatch(between) and (not after or not pack.spaced):
        return True  # "seven seized in July"; 被捕的13人
    passive = _is_passive(page, cue) or any(
        pack.carries_on.fullmatch(page.folded, other.end, cue.start) and _is_passive(page, other)
        for other in cues
        if cue.start - _CARRIED <= other.end <= cue.start
    )
    return after != passive


def _is_passive(page: Page, cue: Hit) -> bool:
    """Tell whether a cue has its people for its subject: "were arrested", "had been held"."""
    before = page.pack.passive.search(page.folded, max(0, cue.start - 24), cue.start)
    return before is not None or page.pack.tells.match(page.folded, cue.start) is not None

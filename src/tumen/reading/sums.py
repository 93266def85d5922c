"""Add up the parts of one act: "20 were arrested in Qingdao and nine in Kunming" are 29.

Only what the words coordinate under one verb is added, and only people of one group; the parts stay
claims of their own.  A sum that the sentence prints itself is not said twice, and a list of many
places is a table that the reader may add up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tumen.reading.link import Link, is_base
from tumen.reading.numbers import Number
from tumen.reading.page import Page
from tumen.reading.parts import is_part
from tumen.reading.people import Mention
from tumen.reading.sentences import Sentence
from tumen.reading.stretch import within
from tumen.reading.vocabulary import PERSON, SAY

SUM = "people:sum"
_APART = 90  # characters between two parts of one sum
_FEW = 3  # parts that are added; more of them are a table


def add_sums(page: Page, links: Sequence[Link]) -> tuple[Link, ...]:
    """Return *links* with one more for each sum of coordinated parts.

    "Her son and four others" are five: the four are no part that anybody told.
    """
    by_cue: dict[tuple[str, tuple[int, int]], list[Link]] = defaultdict(list)
    for one in links:
        kind = page.codebook.kinds[one.kind]
        if one.mention is not None and one.mention.counted and kind.measure:
            by_cue[one.kind, one.cue_span].append(one)
    sums: list[Link] = []
    swallowed: list[Link] = []
    for parts in by_cue.values():
        for run in _runs(page, parts):
            total = _sum(page, run[0].sentence, [one.mention for one in run if one.mention])
            if len(run) <= _FEW and not _printed(total, parts):
                sums.append(replace(run[0], mention=total))
                swallowed += run if len(run) == 1 else []
    kept = [one for one in links if one not in swallowed]
    return tuple(sorted((*kept, *sums), key=lambda one: (one.span, one.kind)))


def _runs(page: Page, parts: Sequence[Link]) -> Iterator[list[Link]]:
    """Yield the longest runs of parts that the words between them coordinate."""
    ordered = sorted(parts, key=lambda one: one.span if one.mention is None else one.mention.start)
    run: list[Link] = []
    for one in ordered:
        if run and not _coordinated(page, run[-1].mention, one.mention):
            if _adds_up(page, run):
                yield run
            run = []
        run.append(one)
    if _adds_up(page, run):
        yield run


def _adds_up(page: Page, run: Sequence[Link]) -> bool:
    first = run[0].mention
    if first is not None and is_part(page, (), first):
        return False  # "1,170, among them 450 in A and 325 in B": the whole is told already
    return len(run) > 1 or (
        first is not None and _exact(first) and _ones(page, run[0].sentence, first)[1] > 0
    )


def _ones(page: Page, sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """Return where the single people listed right before a count start, and how many they are."""
    start = max(sentence.start, mention.start - _APART)
    found = page.pack.ones.search(page.folded, start, mention.start)
    if found is None:
        return mention.start, 0
    return found.start(), len(page.pack.one.findall(found.group()))


def _coordinated(page: Page, left: Mention | None, right: Mention | None) -> bool:
    if left is None or right is None or not _exact(left) or not _exact(right):
        return False
    if is_base(page, left) or is_base(page, right):
        return False  # "of 1,000 held, 200 are women and 30 children"
    if not 0 <= right.start - left.end <= _APART or not _one_people(page, left, right):
        return False
    pack = page.pack
    if right.number and pack.part_after.match(page.folded, right.number.end):
        return False  # "74 people, 60 of them women"
    if page.words(SAY, left.end, right.start) or within(page.times, left.end, right.start):
        return False  # another speaker, another day: no one act
    if left.end == right.start and not pack.spaced:
        return True  # 三男三女
    between = page.folded[left.end : right.start]
    return bool(pack.coordinates.search(between)) and not pack.part_of.search(between)


def _exact(mention: Mention) -> bool:
    """Tell whether a count is no estimate: a sum with one in it would look more exact than it is."""
    number = mention.number
    return (
        number is not None
        and number.low is not None
        and number.low == number.high
        and not number.approximate
    )


def _one_people(page: Page, left: Mention, right: Mention) -> bool:
    """Tell whether two mentions may be added: women and men may, defectors and guides may not."""
    roots = {page.codebook.root_of(m.subject) for m in (left, right) if m.subject}
    strangers = any(
        page.words(PERSON, m.start, m.end) and not m.subject and not _others(page, m)
        for m in (left, right)
    )
    return len(roots) < 2 and not strangers


def _others(page: Page, mention: Mention) -> bool:
    return page.pack.others.search(page.folded, mention.start, mention.end) is not None


def _printed(total: Mention, parts: Sequence[Link]) -> bool:
    """Tell whether a count of the same act is the total already, or the total of the others."""
    values = [one.mention.number.low for one in parts if one.mention and one.mention.number]
    sum_of = total.number.low if total.number else None
    return sum_of in values or any(v is not None and 2 * v == sum_of for v in values)


def _sum(page: Page, sentence: Sentence, parts: Sequence[Mention]) -> Mention:
    numbers = [part.number for part in parts if part.number is not None]
    start, ones = _ones(page, sentence, parts[0])
    end = parts[-1].end
    subjects = {part.subject for part in parts if part.subject}
    return Mention(
        start=start,
        end=end,
        number=Number(
            start=min(start, *(n.start for n in numbers)),
            end=max(n.end for n in numbers),
            core=(numbers[0].core[0], numbers[-1].core[1]),
            low=ones + sum(n.low or 0 for n in numbers),
            high=ones + sum(n.high or 0 for n in numbers),
            approximate=any(n.approximate for n in numbers),
            wording=next((n.wording for n in numbers if n.wording), ""),
        ),
        subject=subjects.pop() if len(subjects) == 1 else "",
        rule=SUM,
    )

"""Follow the people of a page from mention to mention: "200 defectors" ... "them" ... "the 200"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tumen.reading.numbers import widen
from tumen.reading.page import Page
from tumen.reading.parts import is_part, whole_of
from tumen.reading.people import REST, SHARE, Mention
from tumen.reading.stretch import starts_before
from tumen.reading.sums import SUM
from tumen.reading.vocabulary import SAY, SUBJECT

_TOGETHER = 16  # counts that "all of them" may mean
_SAID = 12  # characters from a speaker to its verb: "a Dandong trader said"


class Groups:
    """Answers which counted people a mention, or a cue without people, is about."""

    def __init__(self, page: Page, mentions: Sequence[Mention], headlines: frozenset[int]) -> None:
        """Take the mentions of a page, in order; the text does not point back to a headline."""
        self._page = page
        self._counted = [m for m in mentions if m.counted]
        self._by_number: dict[float | None, list[Mention]] = defaultdict(list)
        for mention in self._counted:
            self._by_number[_core(mention)].append(mention)
        self._named = [m for m in self._counted if m.subject and self._concerned(m.subject)]
        self._body = [m for m in self._counted if page.sentence_at(m.start).start not in headlines]

    def counted(self, mention: Mention) -> Mention | None:
        """Return the counted mention that *mention* is, or that its words point back to."""
        if mention.counted:
            return mention
        if mention.share == REST:
            return None  # "the rest": how many they are is not said
        words = self._page.folded[mention.start : mention.end]
        size = self._page.pack.sizes.get(words)
        if size is not None:
            return self._of_size(mention.start, size)
        everybody = self._page.pack.whole_words.search(words) is not None
        people = self.before(mention.start, all_of_them=everybody)
        if people is None or people.number is None or not mention.share:
            return people
        share = widen(people.whole or people.number, mention.share, "")
        return replace(people, number=share, rule=mention.rule)

    def before(self, position: int, *, all_of_them: bool = False) -> Mention | None:
        """Return the last people counted before *position*, in its paragraph or the one before.

        Of several in one sentence a sum that they make stands for all, and a part ("seven of them
        children") for nobody else; *all_of_them* asks for the greatest count told so far.
        """
        count = starts_before(self._body, position)
        if not count:
            return None
        last = self._body[count - 1]
        here, there = (self._page.sentence_at(p) for p in (position, last.start))
        if here.paragraph - there.paragraph > 1:
            return None
        if self._helps(last):
            return self._concerned_before(count - 1, here.paragraph) or last
        first = there.start
        if all_of_them:
            near = self._body[max(count - _TOGETHER, 0) : count]
            near = [m for m in near if m.start >= here.start] or near
            return max(near, key=lambda m: (_size(m), -m.start))
        same = [m for m in self._body[max(count - _TOGETHER, 0) : count] if m.start >= first]
        sums = [m for m in same if m.rule == SUM]
        wholes = [m for m in same if not self._is_part(m)]
        if not wholes:
            return self._whole_of(last) or last
        return (sums or wholes)[-1]

    def _of_size(self, position: int, size: int) -> Mention | None:
        """Return the last people counted before *position* that are *size*: "the pair"."""
        count = starts_before(self._body, position)
        here = self._page.sentence_at(position).paragraph
        for last in reversed(self._body[max(count - _TOGETHER, 0) : count]):
            if here - self._page.sentence_at(last.start).paragraph > 1:
                return None
            if last.number is not None and last.number.value == size:
                return last
        return None

    def _is_part(self, mention: Mention) -> bool:
        return mention.adds_up_to is not None or is_part(self._page, self._counted, mention)

    def _whole_of(self, mention: Mention) -> Mention | None:
        """Return the count that *mention* is a part of, told as one or by adding up to it."""
        if mention.adds_up_to is None:
            return whole_of(self._page, self._counted, mention)
        return next((m for m in self._counted if m.start == mention.adds_up_to), None)

    def _helps(self, mention: Mention) -> bool:
        return bool(mention.subject) and not self._concerned(mention.subject)

    def _concerned_before(self, count: int, paragraph: int) -> Mention | None:
        """Return the last people the situation is about, told with those who help them.

        "20 refugees and six helpers were caught. They are likely to be sent back."
        """
        near = self._body[max(count - _TOGETHER, 0) : count]
        fits = [m for m in near if m.subject and self._concerned(m.subject)]
        last = fits[-1] if fits else None
        there = self._page.sentence_at(last.start).paragraph if last else paragraph
        return last if paragraph - there <= 1 else None

    def unsaid(self, position: int) -> Mention | None:
        """Return the people a status is about that names none, as in "there was no reply".

        A sentence that has a noun for people, but no number, is about people of its own.
        """
        sentence = self._page.sentence_at(position)
        nouns = self._page.words(SUBJECT, sentence.start, sentence.end)
        last = self.before(position)
        if last is None or self._page.sentence_at(last.start).paragraph != sentence.paragraph:
            return None
        own = [
            n
            for n in nouns
            if not (last.start <= n.start < last.end)
            and not self._page.words(SAY, n.end, n.end + _SAID)
        ]
        return None if own and last.start < sentence.start else last

    def name(self, mention: Mention) -> str:
        """Return the name of the group a counted mention belongs to: where it was mentioned first.

        "the 20" after "about 20 women" are the same people; 20 others elsewhere are not.
        """
        if mention.rule in {SUM, SHARE}:
            return f"{self._page.report.id}:{mention.start}-{mention.end}:{mention.rule}"
        first = mention
        if self._points_back(mention):
            same = self._by_number.get(_core(mention), [])
            count = starts_before(same, mention.start)
            first = same[count - 1] if count else mention
        return f"{self._page.report.id}:{first.start}"

    def _concerned(self, subject: str) -> bool:
        """Tell whether a noun is for those the situation is about: not a helper, not an activist."""
        book = self._page.codebook
        return book.root_of(subject) == book.root_of(book.default_subject)

    def _points_back(self, mention: Mention) -> bool:
        before = self._page.folded[max(0, mention.start - 12) : mention.start]
        after = self._page.folded[mention.end : mention.end + 4]
        pack = self._page.pack
        return bool(pack.definite_before.search(before) or pack.definite_after.match(after))

    def subject(self, mention: Mention | None, span: tuple[int, int]) -> str:
        """Return who the people are: by their own noun, else by the nearest before."""
        if mention is not None and mention.subject:
            return mention.subject
        if mention is None:
            inside = self._page.words(SUBJECT, *_sentence(self._page, span))
            return inside[0].key if inside else self._page.codebook.default_subject
        pack, folded = self._page.pack, self._page.folded
        if pack.own_people.search(folded, mention.start, mention.end):
            return self._page.codebook.root_of(self._page.codebook.default_subject)
        sentence = self._page.sentence_at(mention.start)
        nouns = [
            n
            for n in self._page.words(SUBJECT, sentence.start, mention.start)
            if self._concerned(n.key)
        ]
        if nouns:
            return nouns[-1].key
        count = starts_before(self._named, mention.start)
        return self._named[count - 1].subject if count else self._page.codebook.default_subject


def _size(mention: Mention) -> float:
    return (mention.number.low or mention.number.high or 0) if mention.number else 0


def _sentence(page: Page, span: tuple[int, int]) -> tuple[int, int]:
    sentence = page.sentence_at(span[0])
    return sentence.start, sentence.end


def _core(mention: Mention) -> float | None:
    """Return the printed number without what its approximators did to it."""
    number = mention.number
    if number is None:
        return None
    return number.value

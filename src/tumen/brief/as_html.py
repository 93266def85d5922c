"""The brief as one page: no script, no network, nothing outside the file.

Links lead from a sentence to the marked words in the report's text, from there to the note, and
from the note back.  Text from reports is escaped by Jinja2, always; letters
that would steer are shown as marks.
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from tumen.brief.dates import day_words
from tumen.brief.disagreement import only_if_words
from tumen.brief.drawing.border import map_of, note_of, on_map, shows_any
from tumen.brief.drawing.chart import chart_of, span_of
from tumen.brief.drawing.lanes import lanes_of
from tumen.brief.figures import cell_words
from tumen.brief.marking import MarkedText, mark
from tumen.brief.tree import count_distortions
from tumen.brief.visible import visible
from tumen.brief.words import Words, load_words
from tumen.records import (
    Brief,
    Measure,
    Note,
    Passage,
    PeopleRow,
    Series,
    Statement,
    TimelineEntry,
    Tree,
)

# Drawings of more series than this help nobody; the table has them all.
MOST_DRAWINGS = 9
# So many stand open; the others are folded away.
OPEN_DRAWINGS = 3
# More lanes than this are folded away: the drawing is then longer than the list beside it.
MOST_LANES = 40
# Words of a quotation shown when the pointer rests on a note.
TIP_LENGTH = 240
# So few notes stay on the line of the last word; languages without spaces keep two letters.
KEPT_TOGETHER = 4
# So many sentences answer a question of the board; all of them stand further up as well.
BOARD_LENGTH = 2
# A sentence about everything cites everything: past this many the rest is left to the list.
MOST_NOTES = 8
LAST_WORD = 16


def html(brief: Brief) -> bytes:
    """Return the page in UTF-8; the same brief gives the same bytes."""
    words = load_words(brief.language)
    texts = {
        entry.report.id: mark(entry.report.text, _notes_in(brief, entry.report.id))
        for entry in brief.reports
    }
    style = _style() + _split_rules(texts)
    page = (
        _environment()
        .get_template("brief.html")
        .render(
            brief=brief,
            words=words,
            say=words.say,
            style=Markup(style),  # noqa: S704  # our own file and numbers
            style_hash=_hash(style),
            links=_Links(brief, words),
            texts=texts,
            drawings=_drawings(words, brief),
            cell=lambda number: cell_words(words, number),
            day=lambda day: day_words(words, day),
            address=_address,
            board_length=BOARD_LENGTH,
            only_if=lambda assumptions: only_if_words(words, assumptions),
            changes=count_distortions,
            people=_by_quantity(words, brief),
            timeline=_by_time(brief.timeline),
        )
    )
    return visible(page).encode()


class _Links:
    """The links between sentences and notes, handed out while the page is written.

    It counts: a sentence that stands on the page twice gets two anchors, and each note knows all.
    """

    def __init__(self, brief: Brief, words: Words) -> None:
        self._words = words
        self._notes: dict[Passage, Note] = {note.passage: note for note in brief.notes}
        self._anchors: dict[int, list[str]] = defaultdict(list)

    def sentence(self, statement: Statement) -> Markup:
        """Return a sentence: its words, those in other languages tagged, and its notes."""
        words, last = _tagged(statement)
        notes = self.notes(statement)
        if len(statement.citations) > KEPT_TOGETHER:
            return words + last + notes
        return words + Markup('<span class="end">{}{}</span>').format(last, notes)

    def notes(self, statement: Statement) -> Markup:
        """Return the links to the notes of a statement."""
        numbers = sorted(self._notes[p].number for p in statement.citations if p in self._notes)
        if not numbers:
            return Markup("")
        by_number = {
            self._notes[p].number: self._notes[p] for p in statement.citations if p in self._notes
        }
        shown = numbers if len(numbers) <= MOST_NOTES else numbers[: MOST_NOTES - 2]
        links = Markup("").join(self._link(by_number[number]) for number in shown)
        if shown != numbers:
            links += Markup('<a href="#notes" aria-label="{}">…</a>').format(
                self._words.say("page.more_notes")
            )
        return Markup('<span class="refs">{}</span>').format(links)

    def anchors(self, number: int) -> list[str]:
        """Return where a note is cited, as far as the page is written."""
        return self._anchors[number]

    def _link(self, note: Note) -> Markup:
        anchor = f"s{note.number}-{len(self._anchors[note.number]) + 1}"
        self._anchors[note.number].append(anchor)
        quote = " ".join(note.passage.exact.split())
        if len(quote) > TIP_LENGTH:
            quote = quote[: TIP_LENGTH - 1] + "…"
        return Markup('<a id="{}" href="#p{}" title="{}" aria-label="{}">{}</a>').format(
            anchor,
            note.number,
            f"{note.speakers}: {self._words.quote(quote)}",
            self._words.say("page.note", number=note.number),
            note.number,
        )


def _tagged(statement: Statement) -> tuple[Markup, Markup]:
    """Return the words of a statement, and the last of them: they are not to part from the notes.

    Words that are quoted from reports in another language are tagged with it.
    """
    pieces: list[Markup] = []
    rest = statement.text
    for quoted in statement.quoted:
        before, found, after = rest.partition(quoted.text)
        if found:
            pieces.append(escape(before))
            pieces.append(
                Markup('<span lang="{}" dir="auto">{}</span>').format(quoted.language, found)
            )
            rest = after
    before, space, last = rest.rpartition(" ")
    if len(last) > LAST_WORD:
        before, space, last = rest[:-2], "", rest[-2:]
    return Markup("").join((*pieces, escape(before + space))), escape(last)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("tumen.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _style() -> str:
    return files("tumen.brief").joinpath("templates", "brief.css").read_text(encoding="utf-8")


def _split_rules(texts: Mapping[str, MarkedText]) -> str:
    """Return rules that light up all pieces of a passage, where it had to be cut."""
    numbers = sorted({number for text in texts.values() for number in text.split})
    selectors = ",\n".join(f".text:has(#p{number}:target) .p{number}" for number in numbers)
    return f"{selectors} {{ background: var(--target); }}\n" if selectors else ""


def _hash(style: str) -> str:
    """Return the hash by which the page allows its own style and no other."""
    digest = hashlib.sha256(style.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _notes_in(brief: Brief, report: str) -> list[Note]:
    return [note for note in brief.notes if note.passage.report == report]


def _is_mapped(brief: Brief) -> bool:
    """Tell whether the map shows any place of the situation: there is a map of one border only."""
    return bool(on_map(brief.marks) or shows_any(brief.labels))


def _drawings(words: Words, brief: Brief) -> dict[str, object]:
    """Return the drawings, and what does not fit into them."""
    span = span_of(brief.series)
    charts = _charts(words, brief.series) if span else ()
    shown = {on.place for on in on_map(brief.marks)}
    repeated = tuple(t for t in brief.trees if t.texts > 1 or count_distortions(t.root))
    return {
        "charts": [
            (one, Markup(chart_of(words, one, number, span)))  # noqa: S704  # escaped by drawing.svg
            for number, one in enumerate(charts[:MOST_DRAWINGS], start=1)
            if span
        ],
        "open_charts": OPEN_DRAWINGS,
        "more_charts": len(charts[MOST_DRAWINGS:]),
        "map": Markup(  # noqa: S704  # escaped by drawing.svg
            map_of(words, brief.marks, brief.labels) if _is_mapped(brief) else ""
        ),
        "map_note": note_of(brief.language),
        "off_map": [off.name for off in brief.marks if off.place not in shown],
        "lanes": Markup(lanes_of(words, brief.trees)),  # noqa: S704  # escaped by drawing.svg
        "many_lanes": _count_texts(brief.trees) > MOST_LANES,
        "repeated": repeated,
        "alone": tuple(tree for tree in brief.trees if tree not in repeated),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Rows of the table of people that count the same, with what all of them take for granted."""

    name: str
    rows: tuple[PeopleRow, ...]
    assumptions: tuple[str, ...]
    without: str  # what holds otherwise, where it is the same for all rows

    def own(self, row: PeopleRow) -> tuple[str, ...]:
        """Return what a row takes for granted beyond the others."""
        return tuple(one for one in row.assumptions if one not in self.assumptions)


def _by_quantity(words: Words, brief: Brief) -> list[_Group]:
    """Return the rows of the table under what they count and when."""
    made = []
    for name, found in groupby(brief.people, key=lambda row: _group_name(words, row)):
        rows = tuple(found)
        shared = [a for a in rows[0].assumptions if all(a in row.assumptions for row in rows)]
        title = name[:1].upper() + name[1:]
        otherwise = {row.without for row in rows}
        made.append(
            _Group(
                name=title,
                rows=rows,
                assumptions=tuple(shared),
                without=otherwise.pop() if len(otherwise) == 1 else "",
            )
        )
    return made


def _group_name(words: Words, row: PeopleRow) -> str:
    """Return what the rows of a group have in common; each flow has days of its own."""
    if row.measure is Measure.FLOW:
        return row.what
    return words.say("column.group", what=row.what, day=row.as_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Timeline:
    """Entries by the words for their day, and those of which nobody says the day."""

    dated: list[tuple[str, list[TimelineEntry]]]
    undated: list[TimelineEntry]

    @property
    def count(self) -> int:
        """Return how many entries have a day."""
        return sum(len(entries) for _, entries in self.dated)


def _by_time(timeline: tuple[TimelineEntry, ...]) -> _Timeline:
    """Return entries of one time together, under the words for it."""
    dated = [entry for entry in timeline if entry.told]
    return _Timeline(
        dated=[(when, list(entries)) for when, entries in groupby(dated, key=lambda e: e.when)],
        undated=[entry for entry in timeline if not entry.told],
    )


def _charts(words: Words, series: tuple[Series, ...]) -> tuple[Series, ...]:
    """Return the series to draw; a place with the very bounds of the one around it is not apart."""
    drawn: list[Series] = []
    for one in series:
        if drawn and (drawn[-1].what, drawn[-1].points) == (one.what, one.points):
            names = words.entries["list.semicolon"].join((drawn[-1].name, one.name))
            drawn[-1] = replace(drawn[-1], name=names)
        else:
            drawn.append(one)
    return tuple(drawn)


def _count_texts(trees: tuple[Tree, ...]) -> int:
    return max((tree.texts for tree in trees), default=0)


def _address(url: str | None) -> str:
    """Return an address that may be a link: only the web's own schemes."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""

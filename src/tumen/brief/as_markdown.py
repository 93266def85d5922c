"""The brief as Markdown: the same sentences, with the same notes quoting the exact words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tumen.brief.disagreement import only_if_words
from tumen.brief.figures import cell_words
from tumen.brief.visible import visible
from tumen.brief.words import Words, load_words
from tumen.records import Brief, Note, Passage, PeopleRow, Statement, Tree, TreeNode

# So many sentences answer a question of the board; all of them stand further up as well.
BOARD_LENGTH = 4

# Everything that Markdown or HTML would read as more than a letter.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$!])")


def markdown(brief: Brief) -> bytes:
    """Return the brief as Markdown in UTF-8."""
    return visible("\n".join(_Page(brief).lines()).strip() + "\n").encode()


def plain(words: str) -> str:
    """Return *words* on one line, so that nothing in them is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


class _Page:
    """A brief on its way to Markdown."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._words: Words = load_words(brief.language)
        self._notes: dict[Passage, int] = {note.passage: note.number for note in brief.notes}

    def lines(self) -> Iterator[str]:
        """Yield the page, line by line."""
        brief = self._brief
        yield f"# {plain(brief.title)}"
        yield ""
        yield plain(brief.subtitle)
        yield ""
        yield from (f"- {plain(fact.label)}: {plain(fact.value)}" for fact in brief.facts)
        yield ""
        yield from (f"> **{self._sentence(warning)}**\n" for warning in brief.warnings)
        yield from (self._sentence(statement) + "\n" for statement in brief.lead)
        yield f"> {plain(brief.caution)}"
        yield from self._list("known", brief.digest.known)
        yield from self._list("disputed", brief.digest.disputed)
        yield from self._list("unknown", brief.unknown)
        yield from self._people()
        yield from self._board()
        yield from self._chart()
        yield from self._list("forecast", brief.digest.forecast)
        yield from self._timeline()
        yield from self._trees()
        yield from self._list("doubts", brief.doubts)
        yield from self._accounts()
        yield from self._every()
        yield from self._heading("method")
        yield from (f"- {plain(line)}" for line in brief.method)
        yield from self._note_list()
        yield from self._reports()

    def _heading(self, name: str) -> Iterator[str]:
        yield ""
        yield f"## {plain(self._words.say(f'heading.{name}'))}"
        yield ""

    def _list(self, name: str, statements: tuple[Statement, ...]) -> Iterator[str]:
        yield from self._heading(name)
        if not statements:
            yield plain(self._words.say("page.none"))
        yield from self._items(statements)

    def _every(self) -> Iterator[str]:
        """Yield what the short lists above were made from, sentence by sentence."""
        brief = self._brief
        yield from self._heading("every")
        for name, statements in (
            ("known", brief.known),
            ("disputed", brief.disputed),
            ("forecast", brief.forecast),
        ):
            yield f"### {plain(self._words.say(f'heading.{name}'))}"
            yield ""
            yield from self._items(statements)
            yield ""

    def _items(self, statements: tuple[Statement, ...]) -> Iterator[str]:
        for statement in statements:
            label = f"**{plain(statement.label)}.** " if statement.label else ""
            yield f"- {label}{self._sentence(statement)}"

    def _sentence(self, statement: Statement) -> str:
        return plain(statement.text) + self._marks(statement)

    def _marks(self, statement: Statement) -> str:
        numbers = sorted(self._notes[p] for p in statement.citations if p in self._notes)
        return "".join(f"[^{number}]" for number in numbers)

    def _table(self, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
        names = [plain(self._words.say(f"column.{column}")) for column in columns]
        yield f"| {' | '.join(names)} |"
        yield f"|{' --- |' * len(names)}"
        yield from (f"| {' | '.join(cells)} |" for cells in rows)

    def _people(self) -> Iterator[str]:
        yield from self._heading("people")
        rows = (
            (
                plain(row.name),
                plain(row.what),
                cell_words(self._words, row.low),
                cell_words(self._words, row.high),
                plain(row.as_of),
                plain(row.speakers),
                plain(self._support(row)) + self._marks(row.statement),
            )
            for row in self._brief.people
        )
        columns = ("place", "what", "low", "high", "as_of", "speakers", "standing")
        yield from self._table(columns, rows)

    def _support(self, row: PeopleRow) -> str:
        """Return how well a row is supported, what it takes for granted, and what holds without."""
        only_if = only_if_words(self._words, row.assumptions) if row.assumptions else ""
        parts = (row.standing_words, only_if, row.without)
        return self._words.entries["list.semicolon"].join(p.rstrip(".。") for p in parts if p)

    def _board(self) -> Iterator[str]:
        yield from self._heading("board")
        yield f"**{plain(self._brief.answer)}**"
        yield ""
        rows = (
            (
                f"**{plain(row.label)}** {plain(row.question)}",
                plain(row.state_label + self._disputed(row.disputed)),
                plain(row.since or self._words.say("number.none")),
                plain(row.speakers),
                "<br>".join(self._sentence(s) for s in row.statements[:BOARD_LENGTH]),
            )
            for row in self._brief.board
        )
        yield from self._table(("question", "state", "since", "speakers", "words"), rows)

    def _disputed(self, disputed: bool) -> str:
        return f" ({self._words.say('board.disputed')})" if disputed else ""

    def _chart(self) -> Iterator[str]:
        yield from self._heading("chart")
        rows = (
            (
                plain(series.name),
                plain(series.what),
                point.day.isoformat(),
                cell_words(self._words, point.low),
                cell_words(self._words, point.high),
            )
            for series in self._brief.series
            for point in series.points
        )
        yield from self._table(("place", "what", "day", "low", "high"), rows)

    def _timeline(self) -> Iterator[str]:
        yield from self._heading("timeline")
        for entry in self._brief.timeline:
            yield f"- **{plain(entry.when)}** {self._sentence(entry.statement)}"

    def _trees(self) -> Iterator[str]:
        yield from self._heading("lineage")
        for tree in self._brief.trees:
            yield from self._tree(tree)

    def _tree(self, tree: Tree) -> Iterator[str]:
        origin = self._words.say("tree.origin", speaker=tree.speaker)
        texts = self._words.say("tree.texts", texts=tree.texts)
        yield f"- **{plain(origin)}** ({plain(texts)}; {plain(tree.independence)})"
        if tree.unfound:
            yield f"  - {plain(tree.unfound)}"
        yield from self._node(tree.root, "  ")

    def _node(self, node: TreeNode, indent: str) -> Iterator[str]:
        link = "; ".join(part for part in (node.when, node.link, node.sure) if part)
        yield f"{indent}- {plain(node.name)} ({plain(link)}): {self._sentence(node.statement)}"
        for distortion in node.distortions:
            yield f"{indent}  - *{plain(distortion.label)}:* {self._sentence(distortion)}"
        for child in node.children:
            yield from self._node(child, indent + "  ")

    def _accounts(self) -> Iterator[str]:
        yield from self._heading("accounts")
        told = (*self._brief.unread, *self._brief.unresolved)
        yield from (f"- {self._sentence(s)}" for s in told)
        for entry in self._brief.reports:
            summary = self._words.say(
                "account.summary",
                claims=entry.claims,
                set_aside=len(entry.set_aside),
                unread=len(entry.unread),
            )
            yield f"- **{plain(entry.report.name)}** {plain(summary)}"
            for name, numbers in (("set_aside", entry.set_aside), ("unread", entry.unread)):
                label = plain(self._words.say(f"column.{name}"))
                for number in numbers:
                    quote = self._words.quote(number.passage.exact)
                    yield f"  - {label}: {plain(quote)} ({plain(number.reason)})"
            yield from (f"  - {self._sentence(s)}" for s in entry.statements)

    def _note_list(self) -> Iterator[str]:
        yield from self._heading("notes")
        yield from (self._note(note) for note in self._brief.notes)

    def _note(self, note: Note) -> str:
        span = note.passage.span
        offsets = self._words.say("account.offsets", start=str(span.start), end=str(span.end))
        quote = self._words.quote(note.passage.exact)
        where = f"{note.file}, {offsets}, SHA-256 {note.digest}"
        return f"[^{note.number}]: {plain(note.speakers)}: {plain(quote)} {plain(where)}"

    def _reports(self) -> Iterator[str]:
        yield ""
        yield f"## {plain(self._words.say('fact.reports'))}"
        yield ""
        rows = (
            (
                plain(entry.report.name),
                plain(entry.publisher),
                plain(entry.report.title),
                plain(entry.language),
                plain(entry.published),
                plain(entry.retrieved),
                f"`{entry.report.digest}`",
            )
            for entry in self._brief.reports
        )
        columns = ("file", "publisher", "title", "language", "published", "retrieved", "digest")
        yield from self._table(columns, rows)

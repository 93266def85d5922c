"""The board: one row a question, answered only from what the reports say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tumen.brief.clusters import Cluster
from tumen.brief.dates import iso_words
from tumen.brief.digest import digest_of
from tumen.brief.names import source_phrase
from tumen.brief.view import View
from tumen.codebook import Indicator
from tumen.records import BoardRow, Condition, Modality, Statement

UNKNOWN = "unknown"


def board_of(view: View, clusters: Mapping[str, Cluster]) -> tuple[BoardRow, ...]:
    """Return a row for every indicator of the codebook, silent ones as well."""
    conditions = view.situation.reconciliation.conditions
    rows = []
    for code, indicator in view.codebook.indicators.items():
        found = tuple(
            c for c in conditions if c.indicator == code and c.state and c.state != UNKNOWN
        )
        rows.append(
            _row(view, indicator, found, clusters)
            if found
            else _unsettled(view, indicator, clusters)
        )
    return tuple(rows)


def answer_words(view: View, board: tuple[BoardRow, ...]) -> str:
    """Return what the states of the board come to, by rule and never as advice.

    No: some state that is not disputed is the worst of its question.  Nothing against it: every
    question is answered with its best.  All else is not clear.
    """
    told = [row for row in board if row.state]
    if not told:
        return view.words.say("board.answer_untold")
    against = [row for row in told if row.rank == "worst" and not row.disputed]
    if against:
        return view.words.say("board.answer_no", states=_states(view, against))
    silent = [row.label for row in board if not row.state]
    if silent or any(row.rank != "best" or row.disputed for row in told):
        return view.words.say(
            "board.answer_unclear",
            states=_states(view, told),
            silent=view.words.entries["list.comma"].join(silent),
        )
    return view.words.say("board.answer_yes", states=_states(view, told))


def _states(view: View, rows: Iterable[BoardRow]) -> str:
    """Return each question with its states: "border: closed, trade banned; rescues: suspended"."""
    words = view.words
    comma, semicolon = words.entries["list.comma"], words.entries["list.semicolon"]
    stated = []
    for row in rows:
        label = row.label[:1].lower() + row.label[1:]
        states = row.state_label.replace(semicolon, comma)
        text = words.entries["list.colon"].join((label, states))
        if row.disputed:
            text = words.say("list.in_brackets", text=text, more=words.say("board.disputed"))
        stated.append(text)
    return semicolon.join(stated)


def silent_statements(view: View, board: tuple[BoardRow, ...]) -> tuple[Statement, ...]:
    """Return a sentence for each question of the board that no report answers."""
    return tuple(
        Statement(
            text=view.words.say("board.nothing", question=row.question),
            label=row.label,
        )
        for row in board
        if not row.state and not row.statements
    )


def _row(
    view: View,
    indicator: Indicator,
    conditions: tuple[Condition, ...],
    clusters: Mapping[str, Cluster],
) -> BoardRow:
    """Return the row of an indicator; its worst state sets the rank, all states are named."""
    order = list(indicator.states)
    ranked = sorted(conditions, key=lambda c: _place(order, c.state))
    worst = ranked[0]
    cited = {
        id(clusters[claim]): clusters[claim]
        for condition in ranked
        for claim in condition.claims
        if claim in clusters
    }
    sources = [source_phrase(view, cluster.lead).text for cluster in cited.values()]
    labels = [_state_words(view, indicator, c.state) for c in ranked]
    return BoardRow(
        indicator=indicator.code,
        label=view.label(indicator.label, indicator.code),
        question=view.label(indicator.question),
        state=worst.state,
        state_label=view.words.entries["list.semicolon"].join(dict.fromkeys(labels)),
        rank=_rank(order, worst.state),
        since=iso_words(view.words, worst.since),
        speakers=view.words.entries["list.semicolon"].join(dict.fromkeys(sources)),
        disputed=any(c.disputed for c in ranked),
        statements=digest_of(view, cited.values()),
    )


def _unsettled(view: View, indicator: Indicator, clusters: Mapping[str, Cluster]) -> BoardRow:
    """Return the row of an indicator of which no state is reported: at most one is expected."""
    kinds = view.codebook.kinds
    expected = {
        id(cluster): cluster
        for cluster in clusters.values()
        if cluster.lead.modality is Modality.EXPECTED
        and cluster.lead.kind in kinds
        and kinds[cluster.lead.kind].indicator == indicator.code
    }
    states = [kinds[c.lead.kind].condition for c in expected.values()]
    labels = dict.fromkeys(_state_words(view, indicator, state) for state in states)
    sources = dict.fromkeys(source_phrase(view, c.lead).text for c in expected.values())
    separator = view.words.entries["list.semicolon"]
    return BoardRow(
        indicator=indicator.code,
        label=view.label(indicator.label, indicator.code),
        question=view.label(indicator.question),
        state="",
        state_label=(
            view.words.say("board.expected", state=separator.join(labels))
            if expected
            else view.words.say("board.silent")
        ),
        rank="",
        since="",
        speakers=separator.join(sources),
        disputed=False,
        statements=digest_of(view, expected.values()),
    )


def _state_words(view: View, indicator: Indicator, state: str) -> str:
    return view.label(indicator.states.get(state, {}), state)


def _place(order: list[str], state: str) -> int:
    return order.index(state) if state in order else len(order)


def _rank(order: list[str], state: str) -> str:
    """Return where a state stands among the indicator's states, which run from worst to best."""
    if state not in order:
        return UNKNOWN
    place = order.index(state)
    if place == 0:
        return "worst"
    return "best" if place == len(order) - 1 else "middle"

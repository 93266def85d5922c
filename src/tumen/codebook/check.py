"""Check that the parts of a codebook refer to one another rightly; the first fault is raised."""

from __future__ import annotations

from collections.abc import Mapping

from tumen.codebook.codebook import Codebook, Indicator, Kind
from tumen.codebook.table import LANGUAGES, Table


def check(codebook: Codebook, table: Table) -> None:
    """Raise CodebookError, naming file, key and value, if *codebook* contradicts itself.

    *table* is what it was built from, and is asked only for the files of its keys.
    """
    _refers(table, "default_subject", codebook.subjects, "subject")
    for code, row in table.tables("states"):
        _refers(row, "within", codebook.states, "state")
        for number, name in row.entries("exits"):
            _refers(row.element("exits", number), str(number), codebook.states, "state", name)
        _no_cycle(row, "within", code, {c: s.within for c, s in codebook.states.items()})
    for code, row in table.tables("subjects"):
        _refers(row, "parent", codebook.subjects, "subject")
        for part in code.split(";"):
            if part not in codebook.subjects:
                raise row.lacking("label", f"{part!r} of this code is no subject of the codebook")
        _no_cycle(row, "parent", code, {c: s.parent for c, s in codebook.subjects.items()})
    for code, row in table.tables("kinds"):
        _check_model(codebook, codebook.kinds[code], row)
        _check_board(codebook.indicators, codebook.kinds[code], row)
    _check_speakers(table)
    _check_vagueness(table)


def _refers(
    table: Table, name: str, known: Mapping[str, object], what: str, value: str | None = None
) -> None:
    """Refuse a reference at *name* to something that the codebook does not have."""
    value = table.text(name, "") if value is None else value
    if value and value not in known:
        raise table.wrong(name, f"which is no {what} of the codebook ({', '.join(known)})")


def _no_cycle(table: Table, name: str, code: str, parents: Mapping[str, str]) -> None:
    seen, above = {code}, parents[code]
    while above:
        if above in seen:
            raise table.wrong(name, f"which makes {code!r} a part of itself")
        seen.add(above)
        above = parents.get(above, "")


def _check_model(codebook: Codebook, kind: Kind, table: Table) -> None:
    """Check what a kind means in the model: a stock has a state, a flow one end."""
    exits = {name: None for state in codebook.states.values() for name in state.exits}
    _refers(table, "state", codebook.states, "state")
    _refers(table, "into", codebook.states, "state")
    _refers(table, "by", exits, "exit of a state")
    if kind.measure == "stock" and not kind.state:
        raise table.lacking("state", "a kind that measures a stock needs the state it counts")
    if kind.measure == "flow" and bool(kind.into) == bool(kind.by):
        raise table.wrong("measure", "and then one of into and by must be given, and only one")


def _check_board(indicators: Mapping[str, Indicator], kind: Kind, table: Table) -> None:
    """Check what a kind means for the board: a condition is a state of its indicator."""
    _refers(table, "indicator", indicators, "indicator")
    if not kind.indicator:
        if kind.condition:
            raise table.wrong("condition", "but the kind names no indicator it belongs to")
        return
    states = indicators[kind.indicator].states
    if not kind.condition:
        raise table.lacking("condition", f"give a state of the indicator ({', '.join(states)})")
    _refers(table, "condition", states, f"state of the indicator {kind.indicator!r}")


def _check_speakers(table: Table) -> None:
    """Refuse a domain or a printed name that two speakers share: it would name neither."""
    domains: dict[str, str] = {}
    names: dict[str, str] = {}
    for code, row in table.tables("speakers"):
        for number, domain in row.entries("domains"):
            if domains.setdefault(domain, code) != code:
                raise row.element("domains", number).wrong(
                    str(number), f"which is a domain of {domains[domain]!r} already"
                )
        if names.setdefault(row.text("name").casefold(), code) != code:
            owner = names[row.text("name").casefold()]
            raise row.wrong("name", f"which is a name of {owner!r} already")
        for language in LANGUAGES:
            for number, name in row.entries(language):
                if names.setdefault(name.casefold(), code) != code:
                    raise row.element(language, number).wrong(
                        str(number), f"which is a name of {names[name.casefold()]!r} already"
                    )


def _check_vagueness(table: Table) -> None:
    """Refuse a vague word that two groups give factors for."""
    groups: dict[tuple[str, str], str] = {}
    for code, row in table.tables("vagueness"):
        for language in LANGUAGES:
            for number, word in row.entries(language):
                if groups.setdefault((language, word), code) != code:
                    raise row.element(language, number).wrong(
                        str(number), f"which is in {groups[(language, word)]!r} already"
                    )

"""Tables for people who work in Python: rows are flat dicts, so that `pandas.DataFrame(rows)` is all it takes.

What is taken may be a list of such rows or anything with `to_dict("records")`, such as a data frame;
Tumen itself needs no pandas.  A missing value (None, NaN, NaT) is an open end.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeAlias

from tumen import pipeline
from tumen.reconcile import FigureFiles, asks_of
from tumen.records import Bound, Claim, Contradiction, Quantity, Retelling, Situation
from tumen.settings import DEFAULT_CODEBOOK

Row: TypeAlias = dict[str, object]

_QUANTITY = ("measure", "state", "place", "day", "start", "end", "into", "out_of", "by")
_FIGURE = ("low", "high", "approximate", "wording")


class Frame(Protocol):
    """A data frame, as far as it is needed here."""

    def to_dict(self, orient: Any) -> Any:
        """Return the rows, given "records"."""


Rows: TypeAlias = "Iterable[Mapping[str, object]] | Frame"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What figures allow together: a row for each quantity, contradiction and claim set aside."""

    bounds: tuple[Row, ...]
    contradictions: tuple[Row, ...]
    set_aside: tuple[Row, ...]


def hold(
    claims: Rows,
    places: Rows,
    *,
    limits: Rows = (),
    ask: Rows = (),
    codebook: str = DEFAULT_CODEBOOK,
) -> Held:
    """Hold figures together.

    *claims* have the columns `id`, `measure`, `place`, `low`, `high`, those of their measure (`state`
    and `day`; or `start`, `end` and one of `into`, `out_of`, `by`) and, if wanted, `origin`, `weight`,
    `reading`; *places* `id`, `name`, `parent`, `complete`; *limits* and *ask* as docs/figures.md has
    them.  Raises FiguresError, which names table, row and value.
    """
    asked = tuple(_rows(ask))
    known = tuple(_rows(limits))
    files = FigureFiles(
        claims=("claims", "".join(_line(_claim(row)) for row in _rows(claims))),
        places=("places", _csv(_rows(places))),
        limits=("limits", "".join(map(_limit, known))) if known else None,
        ask=("ask", "".join(_line(_ask(row)) for row in asked)) if asked else None,
    )
    figures, outcome = pipeline.hold_together(files, codebook=codebook, stage=lambda _: None)
    return Held(
        bounds=tuple(
            {"id": one.id, **bound_row(bound)}
            for one, bound in zip(asks_of(figures), outcome.bounds, strict=True)
        ),
        contradictions=tuple(map(contradiction_row, outcome.contradictions)),
        set_aside=tuple({"claim": claim} for claim in outcome.set_aside),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What reports say together: a row for each claim, retelling, bound and contradiction."""

    claims: tuple[Row, ...]
    retellings: tuple[Row, ...]
    bounds: tuple[Row, ...]
    contradictions: tuple[Row, ...]


def told(situation: Situation) -> Told:
    """Return the tables of a situation, as `pipeline.understand` gives it."""
    names = {report.id: report.name for report in situation.reports}
    origin = {claim: o.id for o in situation.lineage.origins for claim in o.claims}
    claims = pipeline.claims_of(situation.readings)
    outcome = situation.reconciliation
    return Told(
        claims=tuple(claim_row(c, file=names[c.report], origin=origin[c.id]) for c in claims),
        retellings=tuple(map(retelling_row, situation.lineage.retellings)),
        bounds=tuple(map(bound_row, outcome.bounds)),
        contradictions=tuple(map(contradiction_row, outcome.contradictions)),
    )


# --- rows out -----------------------------------------------------------------------------


def claim_row(claim: Claim, *, file: str, origin: str) -> Row:
    """Return a claim: figure, period and most special place flat, speakers joined from the outside in."""
    figure, period = claim.figure, claim.period
    place = claim.places[-1] if claim.places else None
    return {
        "id": claim.id,
        "file": file,
        "origin": origin,
        "kind": claim.kind,
        "subject": claim.subject,
        "low": figure.low if figure else None,
        "high": figure.high if figure else None,
        "approximate": figure.approximate if figure else None,
        "place": place.id if place else None,
        "place_name": place.name if place else None,
        "start": period.first_day if period else None,
        "end": period.last_day if period else None,
        "speakers": " < ".join(hop.name for hop in claim.attribution),
        "modality": claim.modality.value,
        "words": claim.passage.exact,
        "from_character": claim.passage.span.start,
        "to_character": claim.passage.span.end,
    }


def retelling_row(retelling: Retelling) -> Row:
    """Return who repeats whom, and what changed on the way."""
    return {
        "child": retelling.child,
        "parent": retelling.parent,
        "basis": retelling.basis.value,
        "confidence": retelling.confidence,
        "distortions": " ".join(found.type for found in retelling.distortions),
    }


def bound_row(bound: Bound) -> Row:
    """Return a bound with the fields of its quantity; ids of several claims stand in one cell."""
    return {
        **_quantity_row(bound.quantity),
        "low": bound.low,
        "high": bound.high,
        "standing": bound.standing.value,
        "pinned_by": " ".join(bound.pinned_by),
        "low_survives_origins": bound.low_survives_origins,
        "high_survives_origins": bound.high_survives_origins,
        "low_if_any_one_origin_is_wrong": bound.low_if_any_one_origin_is_wrong,
        "high_if_any_one_origin_is_wrong": bound.high_if_any_one_origin_is_wrong,
        "assumptions": " ".join(dict.fromkeys((*bound.low_assumptions, *bound.high_assumptions))),
    }


def contradiction_row(found: Contradiction) -> Row:
    """Return a smallest set of claims that cannot all hold."""
    return {
        "id": found.id,
        "type": found.type,
        "gap": found.gap,
        "claims": " ".join(found.claims),
        "assumptions": " ".join(found.assumptions),
        "reason": found.reason,
    }


def _quantity_row(quantity: Quantity) -> Row:
    return {name: _plain(getattr(quantity, name)) for name in _QUANTITY}


def _plain(value: object) -> object:
    return value.value if hasattr(value, "value") else value


# --- rows in ------------------------------------------------------------------------------


def _rows(table: Rows) -> Iterator[Row]:
    """Yield rows without what is missing in them."""
    listed: Iterable[Mapping[str, object]] = (
        table.to_dict("records") if hasattr(table, "to_dict") else table
    )
    for row in listed:
        yield {str(name): _given(value) for name, value in row.items() if not _missing(value)}


def _missing(value: object) -> bool:
    """Tell whether a value is None, or NaN or NaT, which alone differ from themselves."""
    return value is None or value != value


def _given(value: object) -> object:
    """Return a day in ISO 8601 and a number of another library's as Python's own."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


def _claim(row: Row) -> Row:
    rest = {n: v for n, v in row.items() if n not in {*_QUANTITY, *_FIGURE}}
    return {**rest, "quantity": _picked(row, _QUANTITY), "figure": _picked(row, _FIGURE)}


def _ask(row: Row) -> Row:
    return {"id": row.get("id"), "quantity": _picked(row, _QUANTITY)}


def _picked(row: Row, names: Sequence[str]) -> Row:
    return {name: row[name] for name in names if name in row}


def _line(row: Row) -> str:
    return f"{json.dumps(row, ensure_ascii=False, default=str)}\n"


def _limit(row: Row) -> str:
    """Return a limit as TOML: a plain value is written alike in both."""
    return "[[limit]]\n" + "".join(
        f"{json.dumps(name)} = {json.dumps(value, default=str)}\n" for name, value in row.items()
    )


def _csv(rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("id", "name", "parent", "complete"))
    for row in rows:
        complete = "complete" if row.get("complete") else ""
        writer.writerow((row.get("id", ""), row.get("name", ""), row.get("parent", ""), complete))
    return out.getvalue()

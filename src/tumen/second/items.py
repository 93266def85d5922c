"""Take an answer apart: JSON of exactly the form that was asked for, item by item.

Nothing is repaired.  What is not JSON, has a key too many or a value of another type is refused
with its reason, and the items beside it are still read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from tumen.records import Refused
from tumen.second.unfit import Unfit, shortened
from tumen.settings import MAX_ANSWER_CLAIMS

MAX_COUNT = 10_000_000_000  # more people than there are
_MAX_WORDS = 5_000  # characters of one quotation

_FENCE = "```"
_OPTIONAL = frozenset({"before", "after", "subject", "figure", "places", "period", "speakers"})
_KEYS = _OPTIONAL | {"quote", "kind", "modality"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidFigure:
    """A figure as a model gives it."""

    words: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPeriod:
    """A period as a model gives it."""

    words: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One claim of an answer: of the right form, nothing else of it is checked."""

    quote: str
    before: str
    after: str
    kind: str
    subject: str
    figure: SaidFigure | None
    places: tuple[tuple[str, str], ...]  # words, role
    period: SaidPeriod | None
    speakers: tuple[tuple[str, str], ...]  # words, type
    modality: str


def items_in(answer: str) -> tuple[Sequence[object], tuple[Refused, ...]]:
    """Return the raw claims of an answer, and what is wrong with it as a whole."""
    try:
        told = json.loads(
            _unfenced(answer), parse_constant=_no_number, object_pairs_hook=_no_key_twice
        )
    except (ValueError, RecursionError):
        return (), (Refused(reason="not_json", words=shortened(answer)),)
    if not isinstance(told, dict) or not isinstance(told.get("claims"), list):
        return (), (Refused(reason="not_the_form", words=shortened(answer)),)
    refused = [
        Refused(reason="extra_key", words=shortened(key), whole=False)
        for key in told
        if key != "claims"
    ]
    claims: list[object] = told["claims"]
    if len(claims) > MAX_ANSWER_CLAIMS:
        refused.append(Refused(reason="too_many", words=str(len(claims) - MAX_ANSWER_CLAIMS)))
    return claims[:MAX_ANSWER_CLAIMS], tuple(refused)


def item_of(raw: object) -> Item:
    """Return a raw claim as an item, or raise Unfit."""
    told = _object(raw, _KEYS, _OPTIONAL)
    figure, period = told.get("figure"), told.get("period")
    return Item(
        quote=_words(told["quote"]),
        before=_words(told.get("before", "")),
        after=_words(told.get("after", "")),
        kind=_words(told["kind"]),
        subject=_words(told.get("subject", "")),
        figure=None if figure is None else _figure(figure),
        places=tuple(_pairs(told.get("places", []), "role")),
        period=None if period is None else _period(period),
        speakers=tuple(_pairs(told.get("speakers", []), "type")),
        modality=_words(told["modality"]),
    )


def _unfenced(answer: str) -> str:
    """Take off one fence around the whole answer: models write it even when told not to."""
    answer = answer.strip()
    if answer.startswith(_FENCE) and answer.endswith(_FENCE):
        return answer.partition("\n")[2].removesuffix(_FENCE)
    return answer


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON.")


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    told = dict(pairs)
    if len(told) != len(pairs):
        raise ValueError("A key stands twice.")
    return told


def _object(
    raw: object, keys: frozenset[str], optional: frozenset[str] = frozenset()
) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise Unfit("wrong_type", raw)
    for key in raw:
        if key not in keys:
            raise Unfit("extra_key", key)
    for key in sorted(keys - optional):
        if key not in raw:
            raise Unfit("missing_key", key)
    return raw


def _words(raw: object) -> str:
    if not isinstance(raw, str):
        raise Unfit("wrong_type", raw)
    if len(raw) > _MAX_WORDS:
        raise Unfit("words_too_long", raw)
    return raw


def _figure(raw: object) -> SaidFigure:
    told = _object(raw, frozenset({"words", "low", "high"}))
    return SaidFigure(
        words=_words(told["words"]), low=_count(told["low"]), high=_count(told["high"])
    )


def _count(raw: object) -> int | None:
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise Unfit("wrong_type", raw)
    if not 0 <= raw <= MAX_COUNT:
        raise Unfit("count_out_of_range", raw)
    return raw


def _period(raw: object) -> SaidPeriod:
    told = _object(raw, frozenset({"words", "start", "end"}))
    start, end = told["start"], told["end"]
    return SaidPeriod(
        words=_words(told["words"]),
        start=None if start is None else _words(start),
        end=None if end is None else _words(end),
    )


def _pairs(raw: object, code: str) -> list[tuple[str, str]]:
    if not isinstance(raw, list):
        raise Unfit("wrong_type", raw)
    told = [_object(one, frozenset({"words", code})) for one in raw]
    return [(_words(one["words"]), _words(one[code])) for one in told]

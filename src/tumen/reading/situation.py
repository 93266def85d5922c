"""What the reader asks of a codebook."""

from __future__ import annotations

from tumen.codebook import Codebook, Kind, Speaker
from tumen.reading.fold import fold

_names: dict[str, dict[str, Speaker]] = {}


def follows(kind: Kind) -> bool:
    """Tell whether a kind is a status of people named before: refused, requested, unanswered."""
    return not kind.measure and bool(kind.by)


def lasting(kind: Kind) -> bool:
    """Tell whether a kind holds for a while: a stock, a threat or a condition; no act or answer."""
    threat = kind.measure == "flow" and kind.planned
    return kind.measure == "stock" or threat or not (kind.measure or kind.by)


def threat_of(codebook: Codebook, kind: Kind) -> Kind | None:
    """Return the kind that awaits or fears what *kind* tells as done; None if there is none."""
    return next(
        (
            other
            for other in codebook.kinds.values()
            if other.planned and other.measure == kind.measure and other.by == kind.by
        ),
        None,
    )


def counts(codebook: Codebook, kind: Kind, subject: str) -> bool:
    """Tell whether a claim of this kind can be about such people.

    Officials are never counted; helpers may be held and let go, but only those who fled are sent
    back, and whoever else dies or is missed is other news.
    """
    found = codebook.subject_of(subject)
    if found is None:
        return True
    fled = codebook.root_of(subject) == codebook.root_of(codebook.default_subject)
    held = stock_kind(codebook).state
    with_them = held in {kind.state, kind.into} or kind.by == "released" or not kind.measure
    return found.concerned and (fled or (with_them and not threatens(codebook, kind)))


def threatens(codebook: Codebook, kind: Kind) -> bool:
    """Tell whether a kind takes, or may take, people out by an exit that can be feared."""
    return bool(kind.by) and any(k.planned and k.by == kind.by for k in codebook.kinds.values())


def stock_kind(codebook: Codebook) -> Kind:
    """Return the kind that counts the people in question: the codebook's first stock."""
    return next(kind for kind in codebook.kinds.values() if kind.measure == "stock")


def in_area(codebook: Codebook, kind: Kind) -> bool:
    """Tell whether a claim of this kind is about the codebook's area unless it says otherwise.

    People held, taken or sent from there are; those who reached safety elsewhere are not.
    """
    held = stock_kind(codebook).state
    return bool(kind.state or kind.by or kind.into) and kind.into in {"", held}


def speaker_named(codebook: Codebook, name: str) -> Speaker | None:
    """Return the codebook's speaker of this name, in any language, or None."""
    if codebook.digest not in _names:
        _names[codebook.digest] = {
            fold(form): speaker
            for speaker in reversed(list(codebook.speakers.values()))
            for form in (speaker.name, *(n for forms in speaker.names.values() for n in forms))
        }
    return _names[codebook.digest].get(fold(name.strip()))

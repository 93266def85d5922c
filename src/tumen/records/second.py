"""What a second reader said: its answer as it came, what was refused of it, and where both agree."""

from __future__ import annotations

from dataclasses import dataclass

from tumen.ids import digest_of
from tumen.records.claim import Claim, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A model's answer to one prompt, word for word, so that it can be read again without it."""

    text_digest: str  # SHA-256 of the report's text in UTF-8
    server: str  # the address that was asked; "" where it is not known
    model: str
    asked_at: str  # ISO 8601, by the asker's clock; "" where it is not known
    prompt: str  # the messages as JSON, exactly as sent
    text: str  # the model's words

    @property
    def prompt_digest(self) -> str:
        """Return the SHA-256 of the prompt."""
        return digest_of(self.prompt.encode("utf-8", "surrogatepass"))

    @property
    def answer_digest(self) -> str:
        """Return the SHA-256 of the answer."""
        return digest_of(self.text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What was not taken from a second reader, and why: nothing is dropped silently.

    `item` counts the claims of the answer from 1; None: the answer as a whole.  `whole` tells
    whether the claim was refused, or only these words of it.
    """

    reason: str  # a code: "quote_not_found", "unknown_kind", "timed_out", ...
    words: str = ""  # what the model said there, shortened
    item: int | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A claim that both readers found, and the fields in which they differ."""

    first: Claim
    second: Claim
    differs: tuple[str, ...]  # "kind", "figure", "places", ...; empty: they agree


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """A claim that only the second reader found.

    `aside` tells what the first took its number for: a reason to set it aside ("date"), "unread",
    or "" where it has nothing on it.
    """

    claim: Claim
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Where two readings of one report agree, each claim of either once."""

    pairs: tuple[Pair, ...]
    only_first: tuple[Claim, ...]
    only_second: tuple[Alone, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """What a second reader made of one report, apart from the first reader's reading."""

    reading: Reading
    refused: tuple[Refused, ...]
    agreement: Agreement
    answer: Answer | None  # None: it gave none

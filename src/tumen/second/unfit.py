"""What is said inside this room of an item that is not taken."""

from __future__ import annotations

from tumen.records import Refused

_SHORT = 200  # of the model's words, enough to find them in its answer


class Unfit(Exception):  # no error of ours: a verdict, which `listen` turns into a record
    """An item of an answer, or words in it, that cannot be taken."""

    def __init__(self, reason: str, words: object = "") -> None:
        """Keep the reason's code and the words it is about."""
        self.reason = reason
        self.words = shortened(words)
        super().__init__(f"{reason}: {self.words}")

    def refused(self, item: int) -> Refused:
        """Return the record of it; *item* counts from 1."""
        return Refused(reason=self.reason, words=self.words, item=item)


def shortened(words: object) -> str:
    """Return the beginning of *words*, so that a huge answer makes no huge list."""
    if isinstance(words, dict | list):
        return type(words).__name__  # its own words may be without end
    text = words if isinstance(words, str) else repr(words)
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"

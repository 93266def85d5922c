"""Find the addresses in a text: links, mail addresses, numbers of machines, hash tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

# Parts have a greatest length, and none begins inside another, so that cost stays linear.
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[!-~]+"
    r"|(?<![\w.])www\.[!-~]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?![\w.]*\w)"
    r"|(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|info|kr|jp|cn|tw|hk|uk)(?:/[!-~]*)?(?![\w])"
    r"|(?<![\w&])[#@]\w{1,40}",
    re.ASCII | re.IGNORECASE,
)


def find_addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return where addresses stand in a text, in order; their words and digits say nothing."""
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def is_inside(addresses: Sequence[tuple[int, int]], position: int) -> bool:
    """Tell whether *position* is within one of the addresses, which are in order."""
    at = bisect_right(addresses, position, key=lambda address: address[0])
    return at > 0 and position < addresses[at - 1][1]

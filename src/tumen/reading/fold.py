"""Fold a text for matching without moving a single character.

Every letter becomes its compatibility form in lower case (full-width digits, half-width kana,
curly quotes), but only where that is one character again: `len(fold(text)) == len(text)`, so an
offset in the one is an offset in the other.
"""

from __future__ import annotations

import unicodedata

_SAME = {
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‘’‚‛′＇`", "'"),
    **dict.fromkeys("‐‑‒–—―−－", "-"),
    **dict.fromkeys("〜～∼˜", "~"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f\u3000\t\r", " "),
    **dict.fromkeys("⁄∕", "/"),
    "，": ",",
    "﹐": ",",
    "、": "、",
}


class _Table(dict[int, str]):
    """Code point -> folded character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _SAME.get(char)
        if folded is None:
            wide = unicodedata.normalize("NFKC", char)
            folded = (wide if len(wide) == 1 else char).lower()
            folded = folded if len(folded) == 1 else char
        self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return *text* folded, character by character."""
    return text.lower() if text.isascii() else text.translate(_TABLE)

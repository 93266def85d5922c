"""Ids made from content: the same thing met twice gets the same id."""

from __future__ import annotations

import hashlib

# 60 bits: a collision among a million records of one kind has odds of about one in two million.
ID_LENGTH = 15


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and the first hexadecimal digits of a SHA-256 over *parts*.

    Each part is written with its length, so that ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return f"{prefix}-{digest.hexdigest()[:ID_LENGTH]}"


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of *content* in hexadecimal."""
    return hashlib.sha256(content).hexdigest()

"""Which server may be asked: one that was named, over a line that nobody else can read."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tumen.errors import SecondReaderError

_PLAIN = re.compile(r"[!-~]+")
_CHAT = "/chat/completions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """An OpenAI-compatible server and the model to ask there.

    The key never shows: not in an error, not in a `repr`, not in a saved answer.
    """

    address: str  # as typed
    secure: bool  # over TLS
    host: str
    port: int | None  # None: the scheme's own
    path: str  # of the chat completions
    model: str
    seconds: float  # the longest that one answer may take, all in all
    key: str = field(default="", repr=False)


def server_at(address: str, *, model: str, seconds: float, key: str = "") -> Server:
    """Return the server at *address*, the part before `/chat/completions`.

    Refused is an address with a password or a query in it (they would be saved with the answer),
    and one without TLS on another machine (the report would be read on the way).
    """
    host, port, scheme, path = _parts(address)
    if scheme == "http" and not is_loopback(host):
        raise SecondReaderError(
            f"{address!r} would send the report unprotected over the network; use https, or a "
            "server on this machine, such as http://127.0.0.1:8080/v1."
        )
    if not model or not model.isprintable():
        raise SecondReaderError(f"{model!r} is no name of a model; give the one the server uses.")
    if key and not _PLAIN.fullmatch(key):
        raise SecondReaderError(
            "The key of the model's server has characters that no key has, such as blanks or "
            "line ends; put the key alone into its environment variable."
        )
    return Server(
        address=address,
        secure=scheme == "https",
        host=host,
        port=port,
        path=path if path.endswith(_CHAT) else path.rstrip("/") + _CHAT,
        model=model,
        seconds=seconds,
        key=key,
    )


def is_loopback(host: str) -> bool:
    """Tell whether *host* is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _parts(address: str) -> tuple[str, int | None, str, str]:
    """Return host, port, scheme and path of an address that has nothing else."""
    wrong = SecondReaderError(
        "The address of the model's server must be a plain http(s) address without user, "
        "password, query or fragment, such as http://127.0.0.1:8080/v1."
    )
    if not _PLAIN.fullmatch(address):
        raise wrong
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise wrong from error
    extra = parts.query or parts.fragment or "@" in parts.netloc or "?" in address or "#" in address
    if parts.scheme not in {"http", "https"} or not parts.hostname or extra:
        raise wrong
    return parts.hostname, port, parts.scheme, parts.path

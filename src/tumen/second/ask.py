"""Ask a model: the one place that speaks to a model's server.

One request to one host.  Python's own `http.client` follows no redirect, reads no proxy and no
password file from the environment, and sends no header of its own accord but the host.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from tumen.errors import NoAnswerError
from tumen.second.prompt import Prompt
from tumen.second.server import Server, is_loopback
from tumen.settings import MAX_ANSWER_BYTES

if TYPE_CHECKING:
    from http.client import HTTPConnection, HTTPResponse
    from socket import socket

# What servers say that do not know one of the optional fields.
_FIELDS_REFUSED = frozenset({400, 422})


def ask(prompt: Prompt, server: Server) -> str:
    """Return the model's words, or raise NoAnswerError with the reason.

    Temperature and answer format are wishes; a server that refuses the request for them is asked
    once more without, since the answer is checked in any case.
    """
    plain = {"model": server.model, "messages": prompt.messages}
    wishes = {"temperature": 0, "response_format": prompt.response_format}
    status, content = _post(server, {**plain, **wishes})
    if status in _FIELDS_REFUSED:
        status, content = _post(server, plain)
    if 300 <= status < 400:
        raise NoAnswerError("redirect", str(status))
    if status != 200:
        raise NoAnswerError("status", str(status))
    if server.key and server.key.encode() in content:
        raise NoAnswerError("key_repeated")
    return _words_in(content)


def _post(server: Server, message: object) -> tuple[int, bytes]:
    """Return status and content of one request; all of it within the server's seconds."""
    # TLS takes longer to import than most commands take to run.
    from http.client import HTTPException

    connection = _connection(server)
    out_of_time = threading.Event()
    lines: list[socket] = []
    timer = threading.Timer(server.seconds, _cut, (connection, lines, out_of_time))
    timer.daemon = True
    timer.start()
    try:
        lines.append(_connect(connection, server))
        if out_of_time.is_set():
            raise TimeoutError  # before there was a line to cut
        connection.request("POST", server.path, json.dumps(message).encode(), _headers(server))
        with connection.getresponse() as response:
            content = _content_of(response)
            status, left = response.status, response.length
    except (OSError, HTTPException) as error:
        late = out_of_time.is_set() or isinstance(error, TimeoutError)
        raise NoAnswerError("timed_out" if late else "unreachable", _told(error)) from error
    finally:
        timer.cancel()
        connection.close()
    if out_of_time.is_set():
        raise NoAnswerError("timed_out")
    if status == 200 and left:
        raise NoAnswerError("broken_off")
    return status, content


def _connection(server: Server) -> HTTPConnection:
    from http.client import HTTPConnection, HTTPSConnection

    if server.secure:
        from ssl import create_default_context

        context = create_default_context()
        return HTTPSConnection(server.host, server.port, timeout=server.seconds, context=context)
    return HTTPConnection(server.host, server.port, timeout=server.seconds)


def _connect(connection: HTTPConnection, server: Server) -> socket:
    """Open the line; without TLS only to this machine, whatever "localhost" is said to be."""
    connection.connect()
    peer = str(connection.sock.getpeername()[0])
    if not server.secure and not is_loopback(peer):
        raise NoAnswerError("unreachable", f"{server.host} is {peer}, not this machine")
    return connection.sock


def _content_of(response: HTTPResponse) -> bytes:
    """Return the body of a good answer; of any other nothing is read."""
    if response.status != 200:
        return b""
    content = response.read(MAX_ANSWER_BYTES + 1)
    if len(content) > MAX_ANSWER_BYTES:
        raise NoAnswerError("too_large", f"{MAX_ANSWER_BYTES:,}")
    return content


def _headers(server: Server) -> dict[str, str]:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if server.key:
        headers["Authorization"] = f"Bearer {server.key}"
    return headers


def _cut(connection: HTTPConnection, lines: list[socket], out_of_time: threading.Event) -> None:
    """End a connection from outside: a server that drips a byte a second never times out.

    The connection lets go of its line once the answer's head is there, so that is kept as well.
    """
    from socket import SHUT_RDWR, socket

    out_of_time.set()
    for line in (connection.sock, *lines):
        # The plain socket's way: TLS would say goodbye first, and wait for it.
        with suppress(OSError):
            if line is not None:
                socket.shutdown(line, SHUT_RDWR)


def _told(error: Exception) -> str:
    """Return the system's word for an error; never what a server wrote."""
    return (error.strerror if isinstance(error, OSError) else "") or type(error).__name__


def _words_in(content: bytes) -> str:
    """Return the model's words out of a chat completion."""
    try:
        completion = json.loads(content)
        choice = completion["choices"][0]
        words = choice["message"]["content"]
        ended = choice.get("finish_reason")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise NoAnswerError("no_completion") from error
    if not isinstance(words, str):
        raise NoAnswerError("no_completion")
    if ended == "length":
        raise NoAnswerError("cut_off")
    return words

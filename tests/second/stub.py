"""A model's server on loopback that answers what a test tells it to, good or bad."""

# `typing.override` comes with Python 3.12 only.
# mypy: disable-error-code="explicit-override"
from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

Handler: TypeAlias = BaseHTTPRequestHandler
Reply: TypeAlias = Callable[[Handler, dict[str, Any]], None]


@dataclass(slots=True, kw_only=True)
class Stub:
    """Where the server is, and what it was asked."""

    port: int
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"


@contextlib.contextmanager
def serving(reply: Reply) -> Iterator[Stub]:
    """Serve on a free port of this machine until the block ends."""

    class Handling(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            asked = json.loads(self.rfile.read(length))
            stub.asked.append(asked)
            stub.headers.append(dict(self.headers))
            stub.paths.append(self.path)
            with contextlib.suppress(OSError):  # who asks may hang up
                reply(self, asked)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handling)
    stub = Stub(port=server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler: Handler, status: int, content: bytes, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content)


def completion(words: object, *, ended: str = "stop") -> bytes:
    choice = {"message": {"role": "assistant", "content": words}, "finish_reason": ended}
    return json.dumps({"choices": [choice]}).encode()


def saying(words: object, *, ended: str = "stop") -> Reply:
    return lambda handler, _asked: send(handler, 200, completion(words, ended=ended))


def raw(content: bytes, status: int = 200, **headers: str) -> Reply:
    return lambda handler, _asked: send(handler, status, content, **headers)


def dripping(handler: Handler, _asked: dict[str, Any]) -> None:
    """Send a good head and then a blank at a time, as if it would never end."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def dripping_headers(handler: Handler, _asked: dict[str, Any]) -> None:
    """Never end the first line of the answer."""
    handler.wfile.write(b"HTTP/1.1 200 ")
    for _ in range(200):
        handler.wfile.write(b"O")
        handler.wfile.flush()
        time.sleep(0.05)


def breaking_off(handler: Handler, _asked: dict[str, Any]) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')

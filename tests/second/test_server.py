from __future__ import annotations

import pytest

from tumen.errors import SecondReaderError
from tumen.second import server_at
from tumen.second.server import is_loopback

KEY = "sk-very-secret-0123456789"


@pytest.mark.parametrize(
    ("address", "host", "port", "path"),
    [
        ("http://127.0.0.1:8080/v1", "127.0.0.1", 8080, "/v1/chat/completions"),
        ("http://localhost:11434/v1/", "localhost", 11434, "/v1/chat/completions"),
        ("http://[::1]:8080", "::1", 8080, "/chat/completions"),
        ("https://models.example.org/v1", "models.example.org", None, "/v1/chat/completions"),
        ("https://a.example/x/chat/completions", "a.example", None, "/x/chat/completions"),
    ],
)
def test_an_address_is_taken_with_or_without_its_end(address, host, port, path):
    server = server_at(address, model="small", seconds=5)

    assert (server.host, server.port, server.path) == (host, port, path)
    assert server.secure == address.startswith("https")


@pytest.mark.parametrize(
    "address",
    ["http://models.example.org/v1", "http://192.168.1.5:8080/v1", "http://127.0.0.1.example/v1"],
)
def test_a_report_is_not_sent_unprotected_to_another_machine(address):
    with pytest.raises(SecondReaderError, match="https"):
        server_at(address, model="small", seconds=5)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "127.0.0.1:8080",
        "ftp://127.0.0.1/v1",
        "file:///etc/passwd",
        "http://user:word@127.0.0.1/v1",
        "https://a.example/v1?key=word",
        "https://a.example/v1?",
        "https://a.example/v1#word",
        "https://a.example:99999/v1",
        "https:///v1",
        "http://127.0.0.1/v1\r\nHost: evil",
        "https://[::1/v1",
    ],
)
def test_an_address_with_anything_else_in_it_is_refused_and_not_repeated(address):
    with pytest.raises(SecondReaderError) as caught:
        server_at(address, model="small", seconds=5)

    assert "word" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize("model", ["", "a\nb", "\x1b[31m"])
def test_a_model_has_a_name_that_can_be_printed(model):
    with pytest.raises(SecondReaderError):
        server_at("http://127.0.0.1/v1", model=model, seconds=5)


@pytest.mark.parametrize("key", [f"{KEY}\n", f"{KEY} x", f"{KEY}é"])
def test_a_key_that_would_break_its_header_is_refused_and_never_shown(key):
    with pytest.raises(SecondReaderError) as caught:
        server_at("http://127.0.0.1/v1", model="small", seconds=5, key=key)

    assert KEY not in str(caught.value)


def test_a_server_shows_no_key():
    server = server_at("http://127.0.0.1/v1", model="small", seconds=5, key=KEY)

    assert server.key == KEY
    assert KEY not in repr(server)


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("127.8.0.1", True),
        ("::1", True),
        ("10.0.0.1", False),
        ("localhost.example", False),
    ],
)
def test_this_machine_is_told_from_others(host, here):
    assert is_loopback(host) is here

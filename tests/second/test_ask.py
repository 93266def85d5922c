from __future__ import annotations

import json
import socket
from time import monotonic, sleep

import pytest

from tests.build import a_report
from tests.second import stub
from tests.second.build import background
from tests.second.stub import Reply, completion, raw, saying, send, serving
from tumen.errors import NoAnswerError
from tumen.second import Prompt, ask, prompt_for, server_at

KEY = "sk-very-secret-0123456789"


def a_prompt() -> Prompt:
    return prompt_for(a_report(), background().codebook)


def asked(reply: Reply, *, key: str = "", seconds: float = 5) -> str:
    with serving(reply) as server:
        return ask(a_prompt(), server_at(server.address, model="small", seconds=seconds, key=key))


def refusal(reply: Reply, *, key: str = "", seconds: float = 5) -> NoAnswerError:
    with pytest.raises(NoAnswerError) as caught:
        asked(reply, key=key, seconds=seconds)
    return caught.value


def test_the_words_of_the_model_come_back_as_they_are():
    assert asked(saying('{"claims": []}')) == '{"claims": []}'


def test_one_request_goes_to_the_chat_completions_with_the_model_and_the_prompt():
    prompt = a_prompt()
    with serving(saying("{}")) as server:
        ask(prompt, server_at(server.address, model="small", seconds=5))

    (sent,) = server.asked
    assert server.paths == ["/v1/chat/completions"]
    assert sent["model"] == "small"
    assert sent["messages"] == prompt.messages
    assert sent["temperature"] == 0
    assert sent["response_format"]["type"] == "json_schema"


def test_nothing_is_sent_that_tells_who_asks():
    with serving(saying("{}")) as server:
        ask(a_prompt(), server_at(server.address, model="small", seconds=5))

    assert set(server.headers[0]) == {
        "Host",
        "Accept",
        "Accept-Encoding",
        "Content-Type",
        "Content-Length",
    }


def test_a_key_goes_into_its_header_and_nowhere_else():
    with serving(saying("{}")) as server:
        ask(a_prompt(), server_at(server.address, model="small", seconds=5, key=KEY))

    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert KEY not in json.dumps(server.asked) + server.paths[0]


@pytest.mark.parametrize("status", [400, 422])
def test_a_server_that_knows_no_answer_format_is_asked_once_more_without(status):
    def reply(handler, sent):
        if "response_format" in sent:
            send(handler, status, b"unknown field")
        else:
            send(handler, 200, completion("{}"))

    with serving(reply) as server:
        words = ask(a_prompt(), server_at(server.address, model="small", seconds=5))

    assert words == "{}"
    assert [set(sent) for sent in server.asked] == [
        {"model", "messages", "temperature", "response_format"},
        {"model", "messages"},
    ]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status):
    with serving(saying("{}")) as elsewhere:
        refused = refusal(raw(b"", status, Location=f"{elsewhere.address}/chat/completions"))

    assert (refused.reason, refused.told) == ("redirect", str(status))
    assert elsewhere.asked == []


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_an_error_of_the_server_is_told_by_its_number_and_not_in_its_words(status):
    refused = refusal(raw(b"your key is " + KEY.encode(), status), key=KEY)

    assert (refused.reason, refused.told) == ("status", str(status))
    assert KEY not in str(refused)


def silent(_handler: stub.Handler, _sent: object) -> None:
    sleep(1)


@pytest.mark.parametrize("reply", [silent, stub.dripping, stub.dripping_headers])
def test_a_server_that_drips_is_cut_off_in_time(reply):
    with serving(reply) as server:
        asked_at = monotonic()
        with pytest.raises(NoAnswerError) as caught:
            ask(a_prompt(), server_at(server.address, model="small", seconds=0.3))
        waited = monotonic() - asked_at

    assert caught.value.reason == "timed_out"
    assert waited < 3  # it would drip for ten seconds


def test_an_answer_that_breaks_off_is_none():
    assert refusal(stub.breaking_off).reason == "broken_off"


def test_a_huge_answer_is_not_read_to_its_end():
    assert refusal(raw(b" " * 2_000_001)).reason == "too_large"


def test_a_server_that_is_not_there_is_said_to_be_so():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        server = server_at(f"http://127.0.0.1:{port}/v1", model="small", seconds=5)

        with pytest.raises(NoAnswerError) as caught:
            ask(a_prompt(), server)

    assert caught.value.reason == "unreachable"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>hello</html>",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": {}}',
        b'{"choices": "abc"}',
        b'{"choices": ["abc"]}',
        b'{"choices": [{"message": null}]}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": ["a"]}}]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_chat_completion_is_no_answer(content):
    assert refusal(raw(content)).reason == "no_completion"


def test_an_answer_that_ran_into_its_limit_is_not_half_taken():
    assert refusal(saying('{"claims": [', ended="length")).reason == "cut_off"


def test_an_answer_that_repeats_the_key_is_not_kept():
    refused = refusal(saying(f"My key is {KEY}."), key=KEY)

    assert refused.reason == "key_repeated"
    assert KEY not in str(refused)


def test_what_is_no_http_is_told_without_its_words():
    def reply(handler, _sent):
        handler.wfile.write(b"NONSENSE " + KEY.encode() + b"\r\n\r\n")

    refused = refusal(reply)

    assert refused.reason == "unreachable"
    assert KEY not in str(refused)


def test_no_proxy_of_the_environment_is_used(monkeypatch):
    with serving(saying("{}")) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{proxy.port}")

        assert asked(saying("direct")) == "direct"

    assert proxy.asked == []


def test_a_server_that_cannot_speak_tls_is_sent_nothing_over_it():
    with serving(saying("{}")) as server:
        secure = server.address.replace("http://", "https://")
        with pytest.raises(NoAnswerError) as caught:
            ask(a_prompt(), server_at(secure, model="small", seconds=5))

    assert caught.value.reason == "unreachable"
    assert server.asked == []

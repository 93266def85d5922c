from __future__ import annotations

from hashlib import sha256

from tumen.records import Answer


def test_prompt_and_answer_are_known_by_their_hashes():
    answer = Answer(
        text_digest="", server="", model="small", asked_at="", prompt="물음", text="답 \ud800"
    )

    assert answer.prompt_digest == sha256("물음".encode()).hexdigest()
    assert answer.answer_digest == sha256("답 \ud800".encode("utf-8", "surrogatepass")).hexdigest()

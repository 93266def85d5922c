"""Keep answers as a file and take them from it: a reading that can be repeated needs no trust.

One line of JSON an answer, with the prompt word for word and a SHA-256 of each.  The file holds
the reports' texts inside the prompts: keep it as safe as the reports.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from tumen.errors import SecondReaderError
from tumen.records import Answer

FORM = "tumen answer 1"
_FIELDS = ("text_digest", "server", "model", "asked_at", "prompt", "text")
_DIGESTS = ("prompt_digest", "answer_digest")


def write_answers(answers: Iterable[Answer]) -> bytes:
    """Return answers as lines of JSON, plain ASCII, so that no letter can be lost."""
    lines = []
    for answer in answers:
        told = {"form": FORM} | {name: getattr(answer, name) for name in (*_FIELDS, *_DIGESTS)}
        lines.append(json.dumps(told) + "\n")
    return "".join(lines).encode("ascii")


def parse_answers(content: bytes, *, name: str) -> tuple[Answer, ...]:
    """Return the answers of a saved file, each checked against its hashes."""
    found: dict[tuple[str, str], Answer] = {}
    for number, line in enumerate(content.split(b"\n"), start=1):
        if not line.strip():
            continue
        answer = _answer(line, f"line {number} of {name!r}")
        key = (answer.text_digest, answer.model)
        if key in found:
            raise SecondReaderError(
                f"Line {number} of {name!r} answers a report that the same model answered above; "
                "keep one of the two."
            )
        found[key] = answer
    return tuple(found.values())


def _answer(line: bytes, where: str) -> Answer:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SecondReaderError(
            f"There is no saved answer in {where}; give a file that --save-answers wrote."
        ) from error
    wanted = {"form", *_FIELDS, *_DIGESTS}
    if not isinstance(told, dict) or set(told) != wanted or told["form"] != FORM:
        raise SecondReaderError(
            f"What stands in {where} is no saved answer of the form {FORM!r}; give a file that "
            "--save-answers wrote."
        )
    if not all(isinstance(value, str) for value in told.values()):
        raise SecondReaderError(f"A field in {where} is not text; give the file as it was written.")
    if not told["model"] or not told["model"].isprintable():
        raise SecondReaderError(f"The model in {where} has no name that can be printed.")
    return _checked(told, where)


def _checked(told: Mapping[str, str], where: str) -> Answer:
    answer = Answer(**{name: told[name] for name in _FIELDS})
    for digest in _DIGESTS:
        if getattr(answer, digest) != told[digest]:
            raise SecondReaderError(
                f"The {digest} in {where} does not fit: the prompt or the answer was changed after "
                "it was saved. Take an unchanged copy, or ask the model again."
            )
    return answer

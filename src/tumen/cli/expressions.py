"""`tumen expressions`: the dates and numbers of short texts, for other programs."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import click

from tumen import pipeline
from tumen.brief import visible
from tumen.cli.writing import emit
from tumen.errors import CommandError
from tumen.reading import Expressions

FORM = '{"id": "1", "text": "since last May", "language": "en", "date": "2020-10-16"}'

# JSON can spell half of a character, `\ud800`, which no text can hold.
HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line of input: a text, its language and the day it was said, if known."""

    id: str
    text: str
    language: str
    said: date | None


@click.command(name="expressions")
@click.option("--json", "as_json", is_flag=True, help="Answer each line with one line of JSON.")
def command(*, as_json: bool) -> None:
    """Find the dates and numbers in short texts: one JSON object a line on standard input.

    Each line holds an id, a text, its language (en, ko, ja or zh) and, optionally, the date on
    which it was said. Answers come line by line: first and last day of each time, and the least
    and greatest number that the words of each number allow.

    \b
    Example:
      echo '{"id": "1", "text": "since last May", "language": "en",
             "date": "2020-10-16"}' | tr -d '\\n' | tumen expressions --json
    """
    for question in questions():
        found = pipeline.expressions(question.text, language=question.language, said=question.said)
        emit(line_of(question, found) if as_json else for_people(question, found))


def questions() -> Iterator[Question]:
    """Yield the questions on standard input as they come in."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            yield question_of(line, number)


def question_of(line: bytes, number: int) -> Question:
    """Return one line's question, or say what is wrong with it."""
    try:
        asked = json.loads(line)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise refused(number, "is no JSON in UTF-8") from None
    except ValueError:
        # The parser passes on what `int` says of thousands of digits.
        raise refused(number, "has a whole number too long to be read; put it in quotes") from None
    if not isinstance(asked, dict):
        raise refused(number, "is no JSON object")
    for key in ("text", "language"):
        if not isinstance(asked.get(key), str):
            raise refused(number, f"has no {key!r} that is a string")
    name = asked.get("id")
    if not isinstance(name, str | int):
        raise refused(number, "has no 'id' that is a string or a whole number")
    return Question(
        id=str(name),
        text=whole(asked["text"]),
        language=asked["language"],
        said=day_of(asked.get("date"), number),
    )


def whole(text: str) -> str:
    """Return *text* with a mark for each half of a character, which no file can hold."""
    return HALVES.sub("\N{REPLACEMENT CHARACTER}", text)


def day_of(said: object, number: int) -> date | None:
    """Return the day on which a text was said."""
    if said in (None, ""):
        return None
    try:
        return date.fromisoformat(str(said)[:10])
    except ValueError:
        raise refused(number, f"has the date {said!r}, not one such as 2020-10-16") from None


def refused(number: int, fault: str) -> CommandError:
    """Return the sentence for a line that cannot be answered."""
    return CommandError(f"Line {number} of standard input {fault}; each line looks like {FORM}.")


def line_of(question: Question, found: Expressions) -> str:
    """Return the answer as one line of JSON."""
    answer = {
        "id": question.id,
        "times": [
            {
                "start": time.start,
                "end": time.end,
                "first_day": iso(time.first),
                "last_day": iso(time.last),
                **({"calendar": time.calendar} if time.calendar else {}),
            }
            for time in found.times
            if time.resolved
        ],
        "numbers": [
            {"start": number.start, "end": number.end, "low": number.low, "high": number.high}
            for number in found.numbers
        ],
    }
    return json.dumps(answer, ensure_ascii=False, allow_nan=False) + "\n"


def for_people(question: Question, found: Expressions) -> str:
    """Return the answer as lines for people, the words first."""
    text = visible(question.text)  # one character for one: offsets stay true
    lines = [text]
    for time in found.times:
        ends = " to ".join(iso(day) or "open" for day in (time.first, time.last))
        lines.append(f"  {text[time.start : time.end]}: {ends}")
    for number in found.numbers:
        ends = " to ".join(
            "open" if end is None else f"{end:,}" for end in (number.low, number.high)
        )
        exact = number.low == number.high and number.low is not None
        shown = f"{number.low:,}" if exact else ends
        lines.append(f"  {text[number.start : number.end]}: {shown}")
    return "\n".join(lines) + "\n"


def iso(day: date | None) -> str | None:
    """Return a day in ISO 8601."""
    return day.isoformat() if day else None

"""What was typed of a second reader, and that reader itself: a server, or saved answers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

import click

from tumen import second
from tumen.cli.asked import Asked
from tumen.cli.writing import check_target, reason_of, write_whole
from tumen.errors import CommandError, NoAnswerError
from tumen.pipeline import SecondReader
from tumen.records import Answer, Report, SecondReading
from tumen.settings import SECOND_READER_SECONDS

P = ParamSpec("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondAsked:
    """The options about a second reader as typed; by default there is none."""

    second: str | None
    model: str | None
    key_from: str | None
    replay: str | None
    save_answers: str | None
    wait: float


OPTIONS: tuple[Callable[[Callable[..., None]], Callable[..., None]], ...] = (
    click.option(
        "--second",
        metavar="URL",
        help="Let a model read as well: an OpenAI-compatible server. The reports are sent there.",
    ),
    click.option("--model", metavar="NAME", help="The model to ask, by the server's name for it."),
    click.option(
        "--key-from",
        metavar="VARIABLE",
        help="The environment variable that holds the server's key, if it wants one.",
    ),
    click.option(
        "--save-answers", metavar="FILE", help="Keep the model's answers, to be read again."
    ),
    click.option(
        "--replay",
        metavar="FILE",
        help="Take the model's answers from this file; no server is asked.",
    ),
    click.option(
        "--wait",
        type=click.FloatRange(1, 86_400),
        default=SECOND_READER_SECONDS,
        metavar="SECONDS",
        help=f"The longest that one answer may take.  [default: {SECOND_READER_SECONDS}]",
    ),
)


def takes_second_reader(
    command: Callable[Concatenate[Asked, SecondAsked, P], None],
) -> Callable[Concatenate[Asked, P], None]:
    """Give *command* the options about a second reader, gathered into one `SecondAsked`."""

    @wraps(command)
    def gathered(asked: Asked, /, *args: P.args, **kwargs: P.kwargs) -> None:
        typed = {name: kwargs.pop(name) for name in SecondAsked.__slots__}
        second_asked = SecondAsked(**typed)  # type: ignore[arg-type]  # click has converted each
        command(asked, second_asked, *args, **kwargs)

    decorated: Callable[..., None] = gathered
    for option in reversed(OPTIONS):
        decorated = option(decorated)
    return decorated


def check_second(typed: SecondAsked, reports: tuple[str, ...]) -> None:
    """Refuse options that do not go together, before any work."""
    if typed.second and typed.replay:
        raise click.UsageError("--second asks a server and --replay a file: choose one.")
    if typed.second and not typed.model:
        raise click.UsageError("--second needs --model: the server's name of the model to ask.")
    if not typed.second and (typed.key_from or typed.save_answers):
        raise click.UsageError("--key-from and --save-answers go with --second.")
    if typed.model and not (typed.second or typed.replay):
        raise click.UsageError("--model goes with --second or --replay.")
    if typed.save_answers:
        target = Path(typed.save_answers)
        check_target(target, reports)
        if target.exists():
            raise CommandError(
                f"{typed.save_answers!r} is there already, and answers once saved are not written "
                "over; name another file."
            )


# --- the two readers -------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """A model on a server."""

    server: second.Server
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    @property
    def model(self) -> str:
        """Return the model's name."""
        return self.server.model

    def answer(self, report: Report, prompt: second.Prompt) -> Answer:
        """Ask the server."""
        return Answer(
            text_digest=report.text_digest,
            server=self.server.address,
            model=self.server.model,
            asked_at=self.now().isoformat(timespec="seconds"),
            prompt=prompt.written,
            text=second.ask(prompt, self.server),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A model's answers, kept in a file."""

    model: str
    answers: Sequence[Answer]

    def answer(self, report: Report, prompt: second.Prompt) -> Answer:
        """Return the answer that was given about the same text, to whatever prompt."""
        for answer in self.answers:
            if (answer.text_digest, answer.model) == (report.text_digest, self.model):
                return answer
        raise NoAnswerError("not_saved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Another reader, whose answers are noted as they come."""

    reader: SecondReader
    answers: list[Answer]

    @property
    def model(self) -> str:
        """Return the model's name."""
        return self.reader.model

    def answer(self, report: Report, prompt: second.Prompt) -> Answer:
        """Ask the other reader and note its answer."""
        answer = self.reader.answer(report, prompt)
        if answer not in self.answers:
            self.answers.append(answer)
        return answer


def reader_of(typed: SecondAsked) -> SecondReader | None:
    """Return the second reader that was asked for, if any."""
    if typed.replay:
        return _saved(typed.replay, typed.model)
    if typed.second and typed.model:
        server = second.server_at(
            typed.second, model=typed.model, seconds=typed.wait, key=_key(typed.key_from)
        )
        return Live(server=server)
    return None


def _key(variable: str | None) -> str:
    """Return the key out of the environment: a command line can be seen by others."""
    if variable is None:
        return ""
    key = os.environ.get(variable, "")
    if not key:
        raise CommandError(
            "The environment variable that --key-from names is not set or empty; name the "
            "variable, not the key, and set it first."
        )
    return key


def _saved(file: str, model: str | None) -> Saved:
    try:
        content = Path(file).read_bytes()
    except (OSError, ValueError) as error:
        why = reason_of(error) if isinstance(error, OSError) else "this is no file name"
        raise CommandError(
            f"{file!r} cannot be read: {why}. Name a file that --save-answers wrote."
        ) from error
    answers = second.parse_answers(content, name=file)
    models = list(dict.fromkeys(answer.model for answer in answers))
    if model is None and len(models) > 1:
        listed = ", ".join(repr(name) for name in models)
        raise CommandError(f"{file!r} holds answers of {listed}; choose one with --model.")
    if model is not None and model not in models:
        raise CommandError(f"{file!r} holds no answer of {model!r}, only of: {', '.join(models)}.")
    if not models:
        raise CommandError(f"{file!r} holds no answer; name a file that --save-answers wrote.")
    return Saved(model=model or models[0], answers=answers)


@contextmanager
def keeping(reader: SecondReader, file: str | None) -> Iterator[SecondReader]:
    """Yield *reader*, and write to *file* what it answered, also when the work is broken off."""
    if file is None:
        yield reader
        return
    answers: list[Answer] = []
    try:
        yield Kept(reader=reader, answers=answers)
    finally:
        if answers:
            write_whole(Path(file), second.write_answers(answers))


def check_answered(readings: Sequence[SecondReading]) -> None:
    """Say that it could not be done if a second reader was wanted and answered nothing at all."""
    if readings and all(one.answer is None for one in readings):
        reasons = sorted({why.reason for one in readings for why in one.refused})
        raise CommandError(
            f"The second reader answered about none of the reports ({', '.join(reasons)}); what is "
            "printed is the first reader's alone. Check the address and the model's name."
        )

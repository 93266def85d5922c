"""A second reader: a model reads as well, its words are checked, its claims are kept apart."""

from tumen.second.ask import ask
from tumen.second.claims import Ground
from tumen.second.compare import compare
from tumen.second.listen import listen, reader_name, silent
from tumen.second.numbers import PrintedNumber
from tumen.second.prompt import Prompt, prompt_for
from tumen.second.saved import parse_answers, write_answers
from tumen.second.server import Server, server_at

__all__ = [
    "Ground",
    "PrintedNumber",
    "Prompt",
    "Server",
    "ask",
    "compare",
    "listen",
    "parse_answers",
    "prompt_for",
    "reader_name",
    "server_at",
    "silent",
    "write_answers",
]

"""Write the prompt: the codebook's codes and the report as a block of data.

The two lines around the report carry a code made from the hash of its text: no text can hold its
own hash, so none can pretend to have ended.  Nothing else of the report stands outside of them.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

from tumen.codebook import Codebook, Kind, say
from tumen.errors import NoAnswerError
from tumen.records import HopType, Modality, Report
from tumen.second.schema import answer_schema
from tumen.settings import MAX_SECOND_TEXT

_MARK = 24  # digits of the hash; 96 bits
_LANGUAGE = re.compile(r"[A-Za-z0-9-]{2,35}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What is sent, and the form that is wished for the answer."""

    messages: list[dict[str, str]]
    response_format: Mapping[str, Any]

    @property
    def written(self) -> str:
        """Return the messages as JSON: what is kept with an answer, and hashed."""
        return json.dumps(self.messages, ensure_ascii=False, separators=(",", ":"))


def prompt_for(report: Report, codebook: Codebook) -> Prompt:
    """Return the prompt for a report; one too long to be sent whole is not sent at all."""
    if len(report.text) > MAX_SECOND_TEXT:
        raise NoAnswerError("too_long", f"{len(report.text):,}")
    told = _told()
    system = Template(told["system"]).substitute(
        kinds="\n".join(f"{k.code}: {_described(k)}" for k in codebook.kinds.values()),
        subjects="\n".join(f"{s.code}: {s.label['en']}" for s in codebook.subjects.values()),
        hops=", ".join(HopType),
        modalities=", ".join(Modality),
    )
    known = _LANGUAGE.fullmatch(report.language)
    day = report.published.last_day if report.published else None
    user = Template(told["user"]).substitute(
        language=report.language if known else "unknown",
        published=day.isoformat() if day else "unknown",
        mark=report.text_digest[:_MARK],
        text=report.text,
    )
    return Prompt(
        messages=[
            {"role": "system", "content": system.strip()},
            {"role": "user", "content": user.strip("\n")},
        ],
        response_format={
            "type": "json_schema",
            "json_schema": {"name": "claims", "strict": True, "schema": answer_schema(codebook)},
        },
    )


def _described(kind: Kind) -> str:
    """Return what claims of a kind say, in the codebook's own sentence for it."""
    return say(kind.template("en"), {"figure": "N people"}, language="en")


@cache
def _told() -> Mapping[str, str]:
    data = files("tumen.second").joinpath("data/prompt.toml").read_text("utf-8")
    told: Mapping[str, str] = tomllib.loads(data)
    return told

"""What became of the groups, for people: a line of steps each, and how long nothing was heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from tumen.brief import visible
from tumen.cli.page import Page
from tumen.cli.words import Words, people
from tumen.records import Claim, Group, Outcome, Period, Reading, Step


def show_groups(
    page: Page, readings: Sequence[Reading], groups: Sequence[Group], words: Words
) -> None:
    """Add every group that is told of more than once, the newest news first."""
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    followed = [group for group in groups if len(group.steps) > 1 or group.reports > 1]
    if not followed:
        return
    page.heading(words.say("groups"))
    for group in followed:
        page.add()
        page.add(described(group, claims, words))
    if len(followed) < len(groups):
        page.add()
        page.add(words.say("group_others", count=len(groups) - len(followed)))


def described(group: Group, claims: Mapping[str, Claim], words: Words) -> Text:
    """Return who they are, what happened to them, and what is last known, a line each."""
    root = claims[group.root]
    text = Text(
        words.say(
            "group",
            people=people(root.figure),
            subject=words.subject(root.subject) if root.subject else "",
            claims=len(group.claims),
            reports=group.reports,
        ),
        style="bold",
    )
    for step in group.steps:
        text.append("\n→ ", style="dim")
        text.append(step_words(step, claims, words), style="")
    text.append("\n" + ending_words(group, words), style=_style(group))
    return text


def step_words(step: Step, claims: Mapping[str, Claim], words: Words) -> str:
    """Return one step: when, what and where."""
    days = Period(first_day=step.first_day, last_day=step.last_day)
    original = claims[step.claims[0]].period
    if original and (step.first_day, step.last_day) == (original.first_day, original.last_day):
        days = original  # as finely as its words say
    marks = [
        words.say(f"group_{mark}")
        for mark, holds in (("moved", step.moved), ("expected", step.expected))
        if holds
    ]
    what = words.kind(step.kind) + (f" ({', '.join(marks)})" if marks else "")
    where = ", ".join(words.place(place) for place in step.places)
    when = words.period(days) if days.resolved else ""
    return visible(", ".join(part for part in (when, what, where) if part))


def ending_words(group: Group, words: Words) -> str:
    """Return what became of a group, or that nobody tells, and the day of the last news."""
    if group.outcome in tuple(Outcome):
        said = [words.say(f"group_{group.outcome}")]
    else:
        said = [words.say("group_outcome", state=words.state(group.outcome))]
    if group.partly:
        states = ", ".join(words.state(state) for state in group.partly)
        said.append(words.say("group_partly", states=states))
    if group.last_news is not None and group.silent_days is not None:
        said.append(words.say("group_silent", day=group.last_news, days=group.silent_days))
    return words.label("list", "semicolon").join(said)


def _style(group: Group) -> str:
    """Return how an ending looks: what nobody tells stands out."""
    return "yellow" if group.outcome in tuple(Outcome) else "green"

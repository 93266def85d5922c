"""A scenario for people: what is supposed, where it starts from, and a row for each step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tumen.brief import visible
from tumen.cli.page import Page, table
from tumen.cli.show_bounds import Sources, ends_of, grounds, relaxed
from tumen.cli.words import Words
from tumen.reconcile import Ends, Pace, Projection, Scenario


def show_projection(page: Page, projection: Projection, sources: Sources, words: Words) -> None:
    """Add all that `tumen what-if` has to say."""
    scenario, place = projection.scenario, words.place(projection.scenario.place)
    title = visible(scenario.title) or words.say("what_if_untitled")
    page.add(words.say("what_if", title=title))
    page.add()
    held, day = interval(projection.held, words), projection.start.isoformat()
    page.add(words.say("what_if_start", day=day, place=place, held=held))
    known = projection.known
    alone = replace(known, if_persistence=None) if known else None
    for number, ground in enumerate(grounds(alone, sources, words) if alone else (), start=1):
        page.add(f"[{number}] {ground}")
    lasting = known.if_persistence if known else None
    if lasting is not None:
        still = Ends(low=lasting.low or 0, high=lasting.high)
        page.add(words.say("what_if_lasting", held=interval(still, words)))
    if known is None:
        page.add(words.say("what_if_unknown", day=day))
    page.heading(words.say("what_if_supposed"))
    for line in supposed(scenario, sources, words):
        page.add(f"· {line}")
    page.heading(words.say("what_if_follows"))
    page.add()
    columns = ("what_if_by", "what_if_held", "what_if_returned", "what_if_released",
               "what_if_arrested")  # fmt: skip
    drawn = table(*(words.say(column) for column in columns))
    for step in projection.steps:
        ends = (step.held, step.returned, step.released, step.arrested)
        drawn.add_row(step.day.isoformat(), *(interval(one, words) for one in ends))
    page.add(drawn)
    page.add()
    if any(step.held.high is None for step in projection.steps):
        page.add(words.say("what_if_open", place=place, day=day))
    page.add(words.say("what_if_no_forecast"))


def interval(ends: Ends, words: Words) -> str:
    """Return the least and the most in words; nobody is 0."""
    return "0" if ends.high == 0 else ends_of(ends.low, ends.high, words)


def supposed(scenario: Scenario, sources: Sources, words: Words) -> Iterator[str]:
    """Yield a sentence for each thing that is supposed, also for what does not happen."""
    returns = scenario.returns
    if returns is None:
        yield words.say("what_if_no_returns")
    elif returns.pace is None:
        yield words.say("what_if_everybody", day=returns.start.isoformat())
    else:
        yield words.say(
            f"what_if_returns_{returns.pace.per}",
            day=returns.start.isoformat(),
            most=f"{returns.pace.high or 0:,.0f}",
        )
    yield _paced(scenario.arrests, "arrests", words)
    yield _paced(scenario.releases, "releases", words)
    if scenario.held_low is not None or scenario.held_high is not None:
        ends = Ends(low=scenario.held_low or 0, high=scenario.held_high)
        yield words.say("what_if_held_at_first", held=interval(ends, words))
    for name in scenario.assume:
        code, _, claim = name.removeprefix("-").partition(":")
        label = "".join(relaxed([f"{claim}:{code}"], sources, words))
        yield words.say("what_if_not", assumption=label) if name.startswith("-") else label


def _paced(pace: Pace | None, what: str, words: Words) -> str:
    if pace is None:
        return words.say(f"what_if_no_{what}")
    form = ".1%" if what == "releases" else ",.0f"
    low, high = format(pace.low, form), format(pace.high or 0.0, form)
    return words.say(f"what_if_{what}_{pace.per}", low=low, high=high)

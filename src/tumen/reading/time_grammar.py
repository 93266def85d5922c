"""Join words of time to phrases, layer by layer: "the first Friday" + "of" + "next month".

A pack's rules are patterns over classes of tokens, not over letters.  Each token gets one letter
that stands for the set of classes it may be; a rule becomes a regular expression over these
letters.  A layer puts a phrase in place of each longest match and the next layer goes on from
there: atoms ("next month"), composites ("the first Friday of ..."), spans ("from ... to ...").
A layer passes over the text once, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from tumen.reading.time_words import GAP, SURE, Token, number_values

# What a phrase is at its finest: composites ask for one of these, as `p_month` and so on.
KINDS = (
    "day",
    "weekday",
    "week",
    "month",
    "year",
    "quarter",
    "decade",
    "counted",
    "now",
    "stretch",
)
_ITEM = re.compile(r"(\.)?(?:([a-z]\w*)=)?([a-z]\w*(?:/[a-z]\w*)*)(!)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What a time expression says, not yet resolved: parts of a date, or phrases joined.

    `weak` phrases ("March", "2018") are times only when a joining word takes them up.
    """

    rule: str
    parts: Mapping[str, int]
    base: Phrase | None = None  # "two days after ...": what is counted from
    ends: tuple[Phrase, Phrase] | None = None  # of a range
    make: str = ""  # range, since, until, before, after, within
    weak: bool = False
    shy: bool = False  # a time never on its own: "may", "sun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One pattern of a layer, compiled over the letters of its grammar."""

    id: str
    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]  # letters: one of each set, or the rule cannot match
    roles: tuple[tuple[str, tuple[str, ...]], ...]  # of each group: a role, classes it may be
    constants: Mapping[str, int]  # parts that the rule itself gives
    make: str
    kind: str
    weak: bool
    shy: bool
    bare: bool  # too little for a report, enough for a reader who looks for times alone


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grammar:
    """The layers of a language's rules, and the letter of each set of classes."""

    layers: tuple[tuple[Rule, ...], ...]
    letters: Mapping[frozenset[str], str]

    def phrases(self, tokens: Sequence[Token], *, bare: bool) -> list[tuple[int, int, Phrase]]:
        """Return the phrases of cut-up text with where each stands, in order."""
        items: list[_Item] = [
            _Item(
                start=t.start, end=t.end, values=t.values, letter=self.letters.get(t.classes, ".")
            )
            for t in tokens
        ]
        for layer in self.layers:
            items = self._through(layer, items, bare)
        return [(item.start, item.end, item.phrase) for item in items if item.phrase is not None]

    def _through(self, layer: tuple[Rule, ...], items: list[_Item], bare: bool) -> list[_Item]:
        text = "".join(item.letter for item in items)
        present = frozenset(text)
        found = [
            (match.start(), -match.end(), order, match, rule)
            for order, rule in enumerate(layer)
            if (bare or not rule.bare) and not any(map(present.isdisjoint, rule.needs))
            for match in rule.pattern.finditer(text)
        ]
        found.sort(key=lambda candidate: candidate[:3])
        joined: list[_Item] = []
        at = 0
        for start, _, _, match, rule in found:
            if start < at:
                continue
            joined.extend(items[at:start])
            joined.append(self._joined(match, rule, items))
            at = match.end()
        return [*joined, *items[at:]]

    def _joined(self, match: re.Match[str], rule: Rule, items: list[_Item]) -> _Item:
        parts: dict[str, int] = {}
        inner: dict[str, Phrase] = {}
        for group, (role, names) in enumerate(rule.roles, start=1):
            if match.start(group) < 0:
                continue
            item = items[match.start(group)]
            if item.phrase is not None:
                inner[role] = item.phrase
                continue
            name = next(name for name in names if name in item.values)
            parts[role if len(names) < 2 or role != names[0] else _part(name)] = item.values[name]
        phrase = _phrase(rule, parts, inner)
        return _Item(
            start=items[match.start()].start,
            end=items[match.end() - 1].end,
            values={},
            letter=self.letters[phrase_classes(rule.kind or _kind(phrase), weak=rule.weak)],
            phrase=phrase,
        )


def _phrase(rule: Rule, parts: Mapping[str, int], inner: Mapping[str, Phrase]) -> Phrase:
    """Return the phrase of a match: `p` and `q` lend it their parts, `a` and `b` are its ends."""
    if rule.make == "range":
        return _range(rule, parts, inner)
    wholes = [inner[role] for role in ("p", "q") if role in inner]
    lent = {key: value for whole in wholes for key, value in whole.parts.items()}
    ends = next((w.ends for w in wholes if w.ends), None)
    return Phrase(
        rule=rule.id,
        parts={**lent, **rule.constants, **parts},
        base=inner.get("base") or next((w.base for w in wholes if w.base), None),
        ends=ends,
        make="range" if ends else rule.make or next((w.make for w in wholes if w.make), ""),
        weak=rule.weak,
        shy=rule.shy,
    )


def _range(rule: Rule, parts: Mapping[str, int], inner: Mapping[str, Phrase]) -> Phrase:
    """Return a range: its ends are phrases, or parts (`a_day`, `b_month`); other parts are both's."""
    lent = inner["p"].parts if "p" in inner else {}
    shared = {**lent, **rule.constants, **{k: v for k, v in parts.items() if k[1:2] != "_"}}
    ends = tuple(
        replace(
            inner.get(end, Phrase(rule=rule.id, parts={})),
            parts={
                **(inner[end].parts if end in inner else {}),
                **shared,
                **{k[2:]: v for k, v in parts.items() if k.startswith(f"{end}_")},
            },
        )
        for end in ("a", "b")
    )
    return Phrase(rule=rule.id, parts={}, ends=(ends[0], ends[1]), make="range")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    start: int
    end: int
    values: Mapping[str, int]
    letter: str
    phrase: Phrase | None = None


def phrase_classes(kind: str, *, weak: bool) -> frozenset[str]:
    """Return the classes of a phrase: any phrase is a `p`, and one of its kind."""
    if kind == "now":  # the end of a range, and no time by itself
        return frozenset({"p_now", "p_weak" if weak else "p_strong"})
    day = {"weekday": {"p_day"}, "day": {"p_date"}, "counted": {"p_day"}}.get(kind, set())
    return frozenset({"p", f"p_{kind}", "p_weak" if weak else "p_strong"} | day)


def _part(name: str) -> str:
    """Return the part that a class fills where a rule takes one of several."""
    return {"said_year": "year", "q_said": "q", "num": "old_year", "ndays": "n"}.get(name, name)


_FINEST = (
    ({"sign"}, "counted"),
    ({"day", "weekday", "off", "pick_day", "holiday"}, "day"),
    ({"rw", "week", "nth_week"}, "week"),
    ({"month", "rm"}, "month"),
    ({"decade"}, "decade"),
    ({"q", "half", "season", "first_q"}, "quarter"),
    ({"year", "ry", "short_year", "old_year", "era"}, "year"),
)


def _kind(phrase: Phrase) -> str:
    names = set(phrase.parts)
    if names <= {"weekday", "rel", "back", "near"} and "weekday" in names:
        return "weekday"
    return next((kind for keys, kind in _FINEST if keys & names), "stretch")


# --- making a grammar from a pack ---------------------------------------------------------------


def make_grammar(
    layers: Sequence[str],
    words: Mapping[str, Mapping[str, int]],
    guarded: Collection[str] = (),
) -> Grammar:
    """Return the grammar of a pack's rules, for tokens with the classes of *words* and numbers.

    A word may have lost those of its classes that are *guarded*.
    """
    sets = {left for values in words.values() for left in _without(frozenset(values), guarded)}
    sets |= _number_sets()
    sets |= {phrase_classes(kind, weak=weak) for kind in KINDS for weak in (False, True)}
    letters = {
        classes: chr(0xE000 + index)
        for index, classes in enumerate(sorted(sets - {frozenset({GAP})}, key=sorted))
    }
    letters[frozenset({GAP})] = "."
    return Grammar(
        layers=tuple(
            tuple(_rule(line, letters) for line in layer.strip().splitlines() if line.strip())
            for layer in layers
        ),
        letters=letters,
    )


def _without(classes: frozenset[str], guarded: Collection[str]) -> Iterator[frozenset[str]]:
    """Yield a set of classes without any of those that may be lost."""
    losable = sorted(classes.intersection(guarded))
    for count in range(len(losable) + 1):
        for lost in combinations(losable, count):
            yield classes.difference(lost)


def _number_sets() -> set[frozenset[str]]:
    samples = [*range(33), 53, 99, 100, 999, 1000, 1900, 2100, 2999, 3000, 9999]
    plain = {
        frozenset(number_values(value, length=length, spelt=spelt, ordinal=ordinal))
        for value in samples
        for length in range(5)
        for spelt in (False, True)
        for ordinal in (False, True)
    }
    return plain | {classes | {"said_year"} for classes in plain if GAP not in classes}


def _rule(line: str, letters: Mapping[frozenset[str], str]) -> Rule:
    """Compile `name: .the? day .of? month -> weak`.

    In the pattern a name is a token of that class, `a/b` one of either, `role=class` renames its
    value, a dot before drops it, `class!` asks for a sure one; the rest is a regular expression.
    After the arrow stand flags, the kind, what to make of it, and parts the rule itself gives.
    """
    name, _, rest = line.partition(": ")
    written, _, added = rest.partition(" -> ")
    roles: list[tuple[str, tuple[str, ...]]] = []
    needs: list[frozenset[str]] = []

    def spell(match: re.Match[str]) -> str:
        dropped, role, classes, sure = match.groups()
        names = tuple(classes.split("/"))
        fitting = "".join(
            letter
            for known, letter in letters.items()
            if known.intersection(names) and (not sure or SURE in known)
        )
        if not fitting:
            raise ValueError(f"The time rule {name!r} asks for {classes!r}: no word is one.")
        if _is_needed(match):
            needs.append(frozenset(fitting))
        if dropped:
            return f"[{fitting}]"
        roles.append((role or names[0], names))
        return f"([{fitting}])"

    pattern = _ITEM.sub(spell, re.sub(r"\((?!\?)", "(?:", written)).replace(" ", "")
    given = dict(word.partition("=")[::2] for word in added.split())
    return Rule(
        id=name.strip(),
        pattern=re.compile(pattern),
        needs=tuple(needs),
        roles=tuple(roles),
        constants={k: int(v) for k, v in given.items() if v.lstrip("-").isdigit()},
        make=given.get("make", ""),
        kind=given.get("kind", ""),
        weak="weak" in given,
        shy="shy" in given,
        bare="bare" in given,
    )


def _is_needed(item: re.Match[str]) -> bool:
    """Tell whether a rule cannot do without an item: it stands in no group and is not optional."""
    before, after = item.string[: item.start()], item.string[item.end() : item.end() + 1]
    return before.count("(") == before.count(")") and after not in {"?", "*"}

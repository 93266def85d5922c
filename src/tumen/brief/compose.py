"""Write the brief: from a situation to finished sentences, each with the words it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tumen.brief.accounts import (
    custody_warnings,
    doubt_statements,
    report_entries,
    unread_statements,
    unresolved_statements,
    withheld_warnings,
)
from tumen.brief.board import answer_words, board_of
from tumen.brief.caution import caution_words
from tumen.brief.clusters import by_claim
from tumen.brief.dates import day_words, period_words
from tumen.brief.disagreement import as_term
from tumen.brief.gaps import gap_statements
from tumen.brief.mapped import map_labels, map_marks
from tumen.brief.names import base_language, publisher_name
from tumen.brief.notes import notes_for, statements_of
from tumen.brief.people import people_rows, series_of
from tumen.brief.sections import sort_out
from tumen.brief.timeline import timeline_of
from tumen.brief.tree import trees_of
from tumen.brief.view import View, cited, make_view
from tumen.brief.words import load_words
from tumen.codebook import Codebook
from tumen.places import Gazetteer
from tumen.records import Brief, Fact, PeopleRow, Period, Situation, Statement


def compose(
    situation: Situation, *, codebook: Codebook, gazetteer: Gazetteer, language: str = "en"
) -> Brief:
    """Return the brief of *situation* in *language*.

    Raises BriefError for a language that the brief is not written in.

    1. What each claim says, once for all texts that say the same from one origin.
    2. Bounds by place; the board; what is open.
    3. Order in time; trees of retellings; doubts; what was not read.
    4. Notes, numbered as the page meets them.
    """
    view = make_view(situation, codebook=codebook, gazetteer=gazetteer, words=load_words(language))
    # 1
    sections = sort_out(view)
    # 2
    rows = people_rows(view)
    board = board_of(view, by_claim(sections.clusters))
    # 3
    brief = Brief(
        language=language,
        title=view.label(codebook.title, codebook.name),
        subtitle=_subtitle(view),
        as_of=view.as_of,
        as_of_words=day_words(view.words, view.as_of) if view.as_of else "",
        facts=_facts(view),
        warnings=(*custody_warnings(view), *withheld_warnings(view)),
        caution=caution_words(view),
        lead=_lead(view, rows),
        digest=sections.digest,
        known=sections.known,
        disputed=sections.disputed,
        unknown=gap_statements(view, rows, board),
        answer=answer_words(view, board),
        board=board,
        people=rows,
        forecast=sections.forecast,
        series=series_of(view),
        timeline=timeline_of(view, sections.clusters),
        marks=map_marks(view, rows),
        labels=map_labels(view),
        trees=trees_of(view),
        doubts=doubt_statements(view),
        unread=unread_statements(view),
        unresolved=unresolved_statements(view),
        reports=report_entries(view),
        notes=(),
        method=(caution_words(view), *view.words.lists["method.lines"]),
    )
    # 4
    return replace(brief, notes=notes_for(view, statements_of(brief)))


def _subtitle(view: View) -> str:
    if view.as_of is None:
        return view.words.say("page.no_date")
    return view.words.say("page.as_of", date=day_words(view.words, view.as_of))


def _facts(view: View) -> tuple[Fact, ...]:
    """Return what the brief is made from, for its imprint."""
    words, reports = view.words, view.situation.reports
    publishers = _publishers(view)
    languages = dict.fromkeys(base_language(r.language) for r in reports)
    named = [words.label("language", code) for code in languages]
    codebook = f"{view.codebook.name} {view.codebook.version}"
    values = {
        "reports": str(len(reports)),
        "publishers": words.joined(publishers),
        "languages": words.joined(named),
        "published": _published(view) or words.say("account.no_date"),
        "origins": str(len(view.situation.lineage.origins)),
        "codebook": codebook,
    }
    if view.situation.problems == ():
        values["custody"] = words.say("custody.whole")
    return tuple(
        Fact(label=words.say(f"fact.{name}"), value=value) for name, value in values.items()
    )


def _publishers(view: View) -> list[str]:
    """Return who published the reports, and of how many nobody says."""
    reports = view.situation.reports
    names = [publisher_name(view, report) for report in reports]
    known = list(dict.fromkeys(name for name in names if name))
    if not all(names):
        known.append(view.words.say("fact.publishers_unknown", count=names.count("")))
    return known


def _published(view: View) -> str:
    days = [
        day
        for report in view.situation.reports
        if report.published
        for day in (report.published.first_day, report.published.last_day)
        if day is not None
    ]
    if not days:
        return ""
    return period_words(view.words, _stretch(days))


def _with_standing(view: View, row: PeopleRow) -> Statement:
    """Return the bound with how well it is supported: a number is never shown without."""
    words = view.words
    standing = row.standing_words[:1].upper() + row.standing_words[1:]
    text = words.say("lead.standing", sentence=row.statement.text, standing=standing)
    if row.assumptions:
        terms = words.entries["list.semicolon"].join(as_term(a) for a in row.assumptions)
        text = words.say("contradiction.assuming", sentence=text, assumptions=terms)
    for more in (row.ends, row.without):
        text = words.say("lead.otherwise", sentence=text, otherwise=more)
    return replace(row.statement, text=text)


def _shared(view: View) -> int:
    """Return how many origins more than one report goes back to."""
    return sum(
        len({claim.report for claim in view.known_claims(origin.claims)}) > 1
        for origin in view.situation.lineage.origins
    )


def _stretch(days: list[date]) -> Period:
    return Period(first_day=min(days), last_day=max(days))


def _lead(view: View, rows: tuple[PeopleRow, ...]) -> tuple[Statement, ...]:
    """Return the answer in two or three sentences."""
    origins = view.situation.lineage.origins
    roots = view.known_claims(tuple(origin.root for origin in origins))
    contradictions = view.situation.reconciliation.contradictions
    texts = len(view.situation.reports)
    lead = [_with_standing(view, row) for row in rows[:1]]
    if origins:
        lead.append(
            Statement(
                text=view.words.say(
                    "lead.origins", texts=texts, origins=len(origins), shared=_shared(view)
                ),
                claims=tuple(claim.id for claim in roots),
                citations=cited(roots),
                values=(texts, len(origins), _shared(view)),
            )
        )
    if contradictions:
        ids = dict.fromkeys(claim for found in contradictions for claim in found.claims)
        claims = view.known_claims(tuple(ids))
        lead.append(
            Statement(
                text=view.words.say("lead.contradictions", count=len(contradictions)),
                claims=tuple(claim.id for claim in claims),
                citations=cited(claims),
                values=(len(contradictions),),
            )
        )
    return tuple(lead)

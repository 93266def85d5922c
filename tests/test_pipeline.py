from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.build import a_period, a_report
from tumen import pipeline, store
from tumen.archive import Known
from tumen.errors import ArchiveError, NoAnswerError
from tumen.pipeline import Background, Delivery, Progress, Received
from tumen.records import Answer, Report
from tumen.second import Prompt

NOW = datetime(2020, 11, 6, 12, tzinfo=UTC)

NEWS = """date: 2020-10-16
publisher: News

About 20 women from North Korea were arrested in Dandong in early October, a source in China said.
"""
PAPER = """date: 2020-10-20
publisher: Paper

According to News, 20 women from North Korea were arrested in Dandong in early October.
"""


@pytest.fixture(scope="module")
def background() -> Background:
    return pipeline.load_background("dprk-china")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    return tmp_path / "news.txt", tmp_path / "paper.txt"


def received(
    files: tuple[Path, ...], background: Background, progress: Progress = pipeline.say_nothing
) -> tuple[Received, ...]:
    return pipeline.receive(files, Delivery(at=NOW), background=background, progress=progress)


def reports_of(files: tuple[Path, ...], background: Background) -> list[Report]:
    return [one.report for one in received(files, background)]


@pytest.mark.parametrize(
    ("language", "known"),
    [
        ("en", ["3,200 Afghans, Torkham", "About 12,000 Afghans, Iran", "Deportations halted."]),
        ("ko", ["아프간인 약 3,200명", "아프간인 약 12,000명, 이란", "추방 중단."]),
        ("ja", ["アフガン人約3,200人", "アフガン人約12,000人、イラン", "送還の停止."]),
        ("zh", ["阿富汗人约3,200人", "阿富汗人约12,000人、伊朗", "暂停遣返."]),
    ],
)
def test_another_situation_is_another_codebook(language, known):
    elsewhere = pipeline.load_background("pushback-generic")
    folder = Path(__file__).parents[1] / "examples" / "pushbacks"
    reports = reports_of(tuple(sorted(folder.glob("*.txt"))), elsewhere)
    situation = pipeline.understand(reports, background=elsewhere)
    brief = pipeline.write_brief(
        situation, background=elsewhere, language=language, format="md"
    ).decode("utf-8")
    (contradiction,) = situation.reconciliation.contradictions
    claims = [claim for reading in situation.readings for claim in reading.claims]
    raids = [claim for claim in claims if claim.id in contradiction.claims]

    assert brief.startswith(f"# {elsewhere.codebook.title[language]}")
    assert [words for words in known if words not in brief] == []
    assert {c.figure.low for c in raids if c.figure} == {310, 450}


@pytest.mark.parametrize("format_", ["html", "md", "json"])
def test_reports_go_in_and_a_brief_comes_out(files, background, format_):
    situation = pipeline.understand(reports_of(files, background), background=background)
    content = pipeline.write_brief(situation, background=background, format=format_)

    assert "20" in content.decode("utf-8")
    assert [report.name for report in situation.reports] == ["news.txt", "paper.txt"]
    assert situation.reconciliation.as_of == date(2020, 10, 20)


def test_the_same_reports_make_the_same_brief_to_the_byte(files, background):
    briefs = {
        pipeline.write_brief(
            pipeline.understand(reports_of(files, background), background=background),
            background=background,
            format="html",
        )
        for _ in range(2)
    }

    assert len(briefs) == 1


def test_a_day_to_speak_of_wins_over_the_latest_report(files, background):
    situation = pipeline.understand(
        reports_of(files, background), background=background, as_of=date(2020, 12, 1)
    )

    assert situation.reconciliation.as_of == date(2020, 12, 1)


def test_no_reports_are_a_situation_without_claims(background):
    situation = pipeline.understand((), background=background)

    assert pipeline.claims_of(situation.readings) == ()
    assert situation.reconciliation.as_of is None


def test_who_took_a_file_in_and_when_is_kept_with_its_bytes(files, background):
    (one, _) = pipeline.receive(files, Delivery(at=NOW, by="Kim"), background=background)

    assert one.capture.content == NEWS.encode()
    assert one.capture.retrieved_at == NOW
    assert one.capture.retrieved_by == "Kim"


def test_one_file_that_cannot_be_read_ends_the_delivery_and_is_named(files, background, tmp_path):
    with pytest.raises(ArchiveError, match=r"nowhere\.txt"):
        received((*files, tmp_path / "nowhere.txt"), background)


def test_a_delivery_is_kept_and_only_what_is_new_is_new(files, background, tmp_path):
    case, both = store.create(tmp_path / "case", at=NOW), received(files, background)

    assert [r.name for r in pipeline.keep(case, both[:1], Delivery(at=NOW))] == ["news.txt"]
    assert [r.name for r in pipeline.keep(case, both, Delivery(at=NOW))] == ["paper.txt"]
    assert len(case.reports()) == 2
    assert case.verify() == ()


def test_what_is_known_later_is_added_to_a_kept_report_and_nothing_is_forgotten(
    files, background, tmp_path
):
    case = store.create(tmp_path / "case", at=NOW)
    korean = Delivery(at=NOW, known=Known(language="ko"))
    dated = Delivery(at=NOW, known=Known(published=date(2021, 1, 2)))
    for delivery in (korean, dated):
        again = pipeline.receive(files[:1], delivery, background=background)
        pipeline.keep(case, again, delivery)
    (report,) = case.reports()

    assert report.language == "ko"
    assert report.published is not None
    assert report.published.first_day == date(2021, 1, 2)


def test_when_and_by_whom_a_case_took_a_report_in_stands_in_its_brief(files, background, tmp_path):
    case = store.create(tmp_path / "case", at=NOW)
    delivery = Delivery(at=NOW, by="A. Kim")
    pipeline.keep(case, pipeline.receive(files, delivery, background=background), delivery)
    situation = pipeline.understand(
        case.reports(), background=background, retrievals=case.retrievals()
    )
    page = pipeline.write_brief(situation, background=background, format="html").decode()

    assert "A. Kim" in page


def test_every_step_is_announced_before_it_is_taken(files, background):
    heard: list[tuple[int, int, str]] = []

    def listen(done: int, total: int, what: str) -> None:
        heard.append((done, total, what))

    reports = [one.report for one in received(files, background, progress=listen)]
    situation = pipeline.understand(reports, background=background, progress=listen)
    pipeline.write_brief(situation, background=background, format="md", progress=listen)

    assert heard == [
        (0, 2, "archiving news.txt"),
        (1, 2, "archiving paper.txt"),
        (0, 2, "reading news.txt"),
        (1, 2, "reading paper.txt"),
        (0, 1, "tracing who repeats whom"),
        (0, 1, "reconciling the figures"),
        (0, 1, "writing the brief"),
    ]


def test_the_day_spoken_of_is_the_latest_that_is_known():
    early, undated = a_report(published="2020-10-01"), a_report(published=None)
    late = a_report(published="2020-11-05")

    assert pipeline.latest_day([early, undated, late]) == date(2020, 11, 5)
    assert pipeline.latest_day([undated]) is None
    assert a_period(None, None).last_day is None


# --- a second reader ---------------------------------------------------------------------


class Answering:
    """A second reader that says the same of every report, or nothing."""

    model = "small"

    def __init__(self, words: str | None) -> None:
        self.words = words

    def answer(self, report: Report, prompt: Prompt) -> Answer:
        if self.words is None:
            raise NoAnswerError("timed_out")
        return Answer(
            text_digest=report.text_digest,
            server="",
            model=self.model,
            asked_at="",
            prompt=prompt.written,
            text=self.words,
        )


def test_a_second_reader_reads_beside_the_first_and_changes_nothing_of_it(files, background):
    reports = reports_of(files, background)
    before = pipeline.read(reports, background=background)
    steps = []
    words = (
        '{"claims": [{"quote": "20 women from North Korea were arrested", "kind": "arrested", '
        '"subject": "women", "figure": {"words": "20 women", "low": 20, "high": 20}, '
        '"modality": "reported"}]}'
    )
    read_twice = pipeline.read_again(
        reports,
        before,
        Answering(words),
        background=background,
        progress=lambda done, total, what: steps.append((done, total, what)),
    )

    assert pipeline.read(reports, background=background) == before
    assert [one.reading.read_by for one in read_twice] == ["model/small"] * 2
    assert [[c.passage.exact[:8] for c in one.reading.claims] for one in read_twice] == [
        ["20 women"]
    ] * 2
    assert [len(one.agreement.pairs) for one in read_twice] == [1, 1]
    assert steps == [
        (0, 2, "asking small about news.txt"),
        (1, 2, "asking small about paper.txt"),
    ]


def test_a_second_reader_without_an_answer_leaves_the_reason(files, background):
    reports = reports_of(files, background)
    first = pipeline.read(reports, background=background)
    read_twice = pipeline.read_again(reports, first, Answering(None), background=background)

    for own, other in zip(first, read_twice, strict=True):
        assert other.answer is None
        assert other.reading.claims == ()
        assert [one.reason for one in other.refused] == ["timed_out"]
        assert set(other.agreement.only_first) == set(own.claims)

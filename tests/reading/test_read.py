import time

import pytest

from tests.build import a_report
from tests.reading.reader import reading_of


def test_reading_twice_gives_the_same_records() -> None:
    report = a_report("About 20 women were arrested in Dandong early this month, a source said.")

    assert reading_of(report) == reading_of(report)


def test_every_number_of_a_text_is_accounted_for() -> None:
    text = "On 9 October 20 women, aged 22, were arrested; 4711 blorps and 3 km remain."
    reading = reading_of(a_report(text))
    accounted = [e.passage.exact for c in reading.claims for e in c.evidence if e.field == "figure"]
    accounted += [s.passage.exact for s in reading.set_aside]
    accounted += [u.passage.exact for u in reading.unread]

    assert sorted(word for phrase in accounted for word in phrase.split() if word.isdigit()) == [
        "20",
        "22",
        "3",
        "4711",
        "9",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["7", "(", "여", "“", "a ", "1,", "九", "20 defectors, "])
def test_cost_grows_with_the_length_of_hostile_text(unit: str) -> None:
    """Double the text may take about double the time, never its square."""

    def seconds(length: int) -> float:
        report = a_report(unit * (length // len(unit)), language="ko" if unit == "여" else "en")
        began = time.process_time()
        reading_of(report)
        return time.process_time() - began

    seconds(2_000)
    small = min(seconds(10_000) for _ in range(2))

    assert seconds(80_000) < 8 * 3 * small + 0.5

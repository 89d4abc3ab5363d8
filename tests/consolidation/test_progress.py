"""The progress of a roadmap."""

from __future__ import annotations

import random
from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.made_up import form_of, made_up_units, summary_of
from tests.reports.made_up_roadmap import DAY, MEASURES, ROADMAP, progress_summary, report, roadmap, said
from xlforms.consolidation.consolidate import consolidate
from xlforms.consolidation.measure_states import STATES
from xlforms.consolidation.progress import FormProgress, measure_names
from xlforms.consolidation.received import Received
from xlforms.definitions.roadmap import STATUSES
from xlforms.intake.submission import InvalidAnswer

FILES = [
    report("001", said(spring="выполнено 2021-02-28", summer="в работе", exact="не начато", undated="не применимо",
                       autumn="выполнено 2020-11-02: болезнь")),
    report("003", said(spring="в работе: нет денег", summer="не выполнено", autumn="выполнено 2020-11-01")),
]  # fmt: skip


def only(files: list[Received], units: int = 3, municipalities: int = 2, as_of: date = DAY) -> FormProgress:
    """The progress of the one roadmap."""
    (progress,) = progress_summary(files, units, municipalities, as_of).progress
    return progress


def states_of(progress: FormProgress) -> dict[str, list[str]]:
    """The states of each unit in the order of the measures."""
    return {
        unit.unit: [STATES[number] for number in progress.states[:, place].tolist()]
        for place, unit in enumerate(progress.units)
    }


def test_states() -> None:
    """Every registered unit has a state for every measure, in the order of register and roadmap."""
    assert {
        "001": ["done", "in_progress", "not_started", "no_answer", "not_applicable", "done_late"],
        "002": ["no_answer"] * 6,
        "003": ["overdue", "not_started", "no_answer", "no_answer", "no_answer", "done"],
    } == states_of(only(FILES))


def test_an_invalid_answer_is_none() -> None:
    """A status that is not in the list does not count, nor a day that cannot be read."""
    cells = {"plan.spring.status": InvalidAnswer("not-a-choice", "почти"),
             "plan.autumn.date_done": InvalidAnswer("not-a-date", "осенью")}  # fmt: skip
    progress = only([report("001", said(autumn="выполнено"), invalid=cells)], 1, 1)
    assert ["overdue", "not_due", "no_answer", "no_answer", "no_answer", "done"] == states_of(progress)["001"]
    assert [None] * 5 + ["выполнено"] == progress.statuses[:, 0].tolist()


def test_counts() -> None:
    """Units by state: for the region, then for each municipality."""
    counts = only(FILES).counts()
    assert ["", "Район 1", "Район 2"] == list(counts)
    by_place = {name: dict(zip(MEASURES, numbers.tolist(), strict=True)) for name, numbers in counts.items()}
    assert {"done": 1, "overdue": 1, "no_answer": 1} == {
        state: number for state, number in zip(STATES, by_place[""]["spring"], strict=True) if number
    }
    assert {"not_started": 1} == {
        state: number for state, number in zip(STATES, by_place["Район 2"]["summer"], strict=True) if number
    }


def test_overdue() -> None:
    """What is late: the longest first, with the words of the school; a silent school is not on the list."""
    assert [("003", "spring", 1, "в работе", "нет денег")] == [
        (found.unit.unit, found.name, found.days, found.status, found.reason) for found in only(FILES).overdue()
    ]
    progress = only([*FILES, report("002", {})], as_of=date(2021, 3, 2))
    assert [
        (121, "002", "autumn"), (2, "002", "spring"), (2, "003", "spring"), (1, "001", "exact"), (1, "002", "exact"),
        (1, "003", "exact"),
    ] == [(found.days, found.unit.unit, found.name) for found in progress.overdue()]  # fmt: skip


def test_shares_done() -> None:
    """Done, late or not, of what applies; none for a unit that returned nothing or to which nothing applies."""
    nothing = said(**dict.fromkeys(MEASURES, "не применимо"))
    shares = only([*FILES, report("004", nothing)], 4, 1).shares_done()
    assert [2 / 5, None, 1 / 6, None] == [None if np.isnan(share) else share for share in shares.tolist()]


def test_without_a_register() -> None:
    """The units are those that returned the roadmap."""
    summary = summary_of(FILES, None, form=roadmap(), as_of=DAY)
    assert ["001", "003"] == [unit.unit for unit in summary.progress[0].units]


def test_versions() -> None:
    """A measure keeps its id: older answers count under the newest title; what is new there is blank in
    older ones, and what the newest has no longer is left out."""
    changed = ROADMAP.replace('version: "1"', 'version: "2"').replace("title: Мониторинг", "title: Новый мониторинг")
    newer = form_of(changed.replace("measure: summer", "measure: fresh"))
    forms = {("road", "1"): roadmap(), ("road", "2"): newer}
    files = [
        report("001", said(spring="выполнено", summer="выполнено")),
        report("002", said(fresh="в работе"), form=newer),
    ]
    for given_files in (files, files[:1]):
        summary = consolidate(given_files, forms, ["road"], units=made_up_units(2, 1), collection=None, as_of=DAY)
        (progress,) = summary.progress
        assert ("fresh", "Новый мониторинг") == (progress.names[1], progress.measures[0].title)
        assert ["done", "not_due"] == states_of(progress)["001"][:2]
    (progress,) = consolidate(files, forms, [], units=None, collection=None, as_of=DAY).progress
    assert ["overdue", "in_progress"] == states_of(progress)["002"][:2]


def test_names() -> None:
    """Measures of one id in two blocks are told apart by the block."""
    measures = roadmap()[0].measures
    assert ("spring", "summer") == measure_names(measures[:2])
    assert ("plan.spring", "summer", "plan.spring") == measure_names((*measures[:2], measures[0]))


ANSWERS = st.dictionaries(
    st.sampled_from(MEASURES),
    st.sampled_from([*STATUSES, "выполнено 2020-10-01", "выполнено 2021-07-01"]),
)
REPORTS = st.dictionaries(st.sampled_from(["001", "002", "003", "004", "005"]), ANSWERS)
DAYS = st.dates(date(2020, 7, 1), date(2021, 10, 1))


def files_of(reports: dict[str, dict[str, str]]) -> list[Received]:
    """A file for each unit."""
    return [report(unit, said(**answers)) for unit, answers in reports.items()]


@settings(max_examples=25, deadline=None)
@given(REPORTS, DAYS)
def test_states_cover_the_units(reports: dict[str, dict[str, str]], as_of: date) -> None:
    """The states of a measure sum up to the units, and the region is the sum of its municipalities."""
    counts = only(files_of(reports), 5, 3, as_of).counts()
    assert [5] * len(MEASURES) == counts[""].sum(axis=1).tolist()
    assert counts.pop("").tolist() == sum(counts.values()).tolist()  # type: ignore[union-attr]  # several municipalities


@settings(max_examples=15, deadline=None)
@given(REPORTS, DAYS, st.randoms(use_true_random=False))
def test_order_of_files(reports: dict[str, dict[str, str]], as_of: date, chance: random.Random) -> None:
    """In which order the files are read does not matter."""
    files = files_of(reports)
    shuffled = chance.sample(files, len(files))
    assert states_of(only(files, 5, 3, as_of)) == states_of(only(shuffled, 5, 3, as_of))


@settings(max_examples=15, deadline=None)
@given(REPORTS, DAYS, st.integers(1, 200))
def test_later_is_not_better(reports: dict[str, dict[str, str]], as_of: date, days: int) -> None:
    """On a later day, with the same answers, no unit has fewer measures overdue."""
    files = files_of(reports)
    now, later = only(files, 5, 1, as_of), only(files, 5, 1, as_of + timedelta(days=days))
    assert (now.overdue_counts() <= later.overdue_counts()).all()

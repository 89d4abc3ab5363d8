"""How many units stand where with each measure, and what the indicators of a roadmap have reached."""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.consolidation.column_statistics import Number
from xlforms.consolidation.indicator_results import FormIndicators
from xlforms.consolidation.measure_states import STATES
from xlforms.consolidation.progress import FormProgress
from xlforms.consolidation.totals import REGION
from xlforms.reports.html.shown_numbers import show_number, show_share
from xlforms.reports.state_looks import STATE_LOOKS, state_words


@dataclass(frozen=True, slots=True)
class StateHead:
    """A state: its code, its sign and its words."""

    code: str
    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure, the units in each state, and the share that has done it; a heading of a part has no counts."""

    number: str
    title: str
    deadline: str = ""
    counts: tuple[int, ...] = ()
    done: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator in one period over the region: medians, and who attained the target of those that can be told."""

    title: str
    period: str
    target: str
    fact: str
    attained: int
    compared: int


def state_heads() -> list[StateHead]:
    """The states in their order."""
    return [StateHead(state, STATE_LOOKS[state].mark, state_words(state)) for state in STATES]


def measure_rows(progress: FormProgress) -> list[MeasureRow]:
    """The measures of the region under the headings of their parts."""
    rows: list[MeasureRow] = []
    part = ""
    for measure, counts in zip(progress.measures, progress.counts()[REGION].tolist(), strict=True):
        if measure.part != part:
            part = measure.part
            rows.append(MeasureRow("", part))
        rows.append(MeasureRow(measure.number, measure.title, measure.deadline, tuple(counts), _share_done(counts)))
    return rows


def indicator_table(indicators: FormIndicators) -> list[IndicatorRow]:
    """Every indicator in every period."""
    everybody = indicators.groups[REGION]
    rows = []
    for indicator, periods in zip(indicators.indicators, indicators.results, strict=True):
        kind = "percent" if indicator.measured == "share" else ""
        for period in periods:
            found = period.of_group(everybody)
            title = f"{indicator.title}, {indicator.unit}" if indicator.unit else indicator.title
            rows.append(
                IndicatorRow(title, period.label, _middle(found.target, kind), _middle(found.fact, kind),
                             found.attained, found.compared)
            )  # fmt: skip
    return rows


def _middle(value: Number | None, kind: str) -> str:
    return "–" if value is None else show_number(value, kind)


def _share_done(counts: list[int]) -> str:
    """Done, late or not, of the units to which the measure applies."""
    by_state = dict(zip(STATES, counts, strict=True))
    return show_share(by_state["done"] + by_state["done_late"], sum(counts) - by_state["not_applicable"])

"""The tables of coverage: each number with its share, by form and by municipality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.coverage import (
    Coverage,
    coverage_by_municipality,
    form_titles,
    total_coverage,
)
from xlforms.reports.html.shown_numbers import show_share
from xlforms.reports.timeliness import Timeliness, timeliness


@dataclass(frozen=True, slots=True)
class CountCell:
    """A number and its share of a whole, in words; no share where it would say nothing."""

    number: int
    share: str = ""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A line of a table: what it is about, its numbers, and how long its bar is, in per cent of what was expected."""

    label: str
    cells: tuple[CountCell, ...]
    bar: float
    total: bool = False


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """Headings of the numbers, and rows."""

    heads: tuple[str, ...]
    rows: tuple[CoverageRow, ...]


def form_table(summary: Summary, coverage: Mapping[str, Coverage]) -> CoverageTable:
    """`coverage` of each form, and of all together when there are several, or rejected files of no known form."""
    titles = form_titles(summary)
    rejected = Counter(file.form for file in summary.received if file.status == "rejected")
    parts = {titles[form]: part for form, part in coverage.items()}
    times = timeliness(summary)
    named = None if times is None else {titles[form]: time for form, time in times.items() if form in titles}
    counts = {titles[form]: count for form, count in rejected.items() if form in titles}
    return _table(parts, named, counts, sum(rejected.values()), say("head-total"), always=False)


def municipality_table(summary: Summary) -> CoverageTable:
    """Coverage of each municipality over all forms, and of the region."""
    files = [file for file in summary.received if file.status == "rejected"]
    rejected = Counter(summary.municipality(file.unit) for file in files if file.unit)
    named = {place or say("report-no-municipality"): part for place, part in coverage_by_municipality(summary).items()}
    times = timeliness(summary, by_municipality=True)
    by_name = None if times is None else {
        place or say("report-no-municipality"): time for place, time in times.items()
    }  # fmt: skip
    counts = {place or say("report-no-municipality"): count for place, count in rejected.items()}
    return _table(named, by_name, counts, len(files), say("head-region"), always=True)


def _table(
    parts: Mapping[str, Coverage],
    times: Mapping[str, Timeliness] | None,
    rejected: Mapping[str, int],
    all_rejected: int,
    total: str,
    *,
    always: bool,
) -> CoverageTable:
    nobody = Timeliness(0, 0, 0)
    lines = [
        _row(name, part, None if times is None else times.get(name, nobody), rejected.get(name, 0))
        for name, part in parts.items()
    ]
    if always or len(parts) != 1 or all_rejected != sum(rejected.values()):
        time = None if times is None else _sum(times.values())
        lines.append(_row(total, total_coverage(dict(parts)), time, all_rejected, total=True))
    codes = ["expected", "accepted", *(() if times is None else ("on-time", "late")), "missing", "rejected"]
    heads = (*(say(f"page-head-{code}") for code in codes), say("head-errors"), say("head-questions"),
             say("head-explained"))  # fmt: skip
    return CoverageTable(heads, tuple(lines))


def _row(label: str, part: Coverage, time: Timeliness | None, rejected: int, *, total: bool = False) -> CoverageRow:
    counts = [part.accepted, *(() if time is None else (time.on_time, time.late)), part.missing]
    shares = tuple(CountCell(count, show_share(count, part.expected)) for count in counts)
    rest = tuple(map(CountCell, (rejected, part.hard, part.soft, part.explained)))
    return CoverageRow(label, (CountCell(part.expected), *shares, *rest), round(part.share * 100, 1), total)


def _sum(times: Iterable[Timeliness]) -> Timeliness:
    parts = list(times)
    return Timeliness(
        sum(part.on_time for part in parts), sum(part.late for part in parts), sum(part.unknown for part in parts)
    )

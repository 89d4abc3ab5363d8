"""How many answered: of all forms together, by form and by municipality, as the tables of «Обзор» show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.coverage import (
    Coverage,
    coverage_by_form,
    coverage_by_municipality,
    form_titles,
    total_coverage,
)
from xlforms.reports.overview_draft import Entry
from xlforms.reports.timeliness import Timeliness, timeliness

_HEADS = ("expected", "accepted", "share", "on-time", "late", "missing", "rejected", "errors", "questions", "explained")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a table by form or municipality; `times` is None when the round has no last day."""

    label: str
    coverage: Coverage
    times: Timeliness | None
    rejected: int


def coverage_table(summary: Summary) -> list[list[Entry]]:
    """All forms together: expected, received, in time, late, missing, rejected, each with its share."""
    total = total_coverage(coverage_by_form(summary))
    times = timeliness(summary)
    counts = [("received", total.accepted)]
    if times is not None:
        in_all = _sum(times)
        counts += [("on-time", in_all.on_time), ("late", in_all.late)]
        counts += [("day-unknown", in_all.unknown)] if in_all.unknown else []
    counts.append(("missing", total.missing))
    rows = [_head("head-coverage-of", [("count", 1), ("share", 1)])]
    rows.append([_label("coverage-expected"), Entry(total.expected, "row_count"), Entry("", "row_count")])
    for code, count in counts:
        share = Entry(count / total.expected, "row_share") if total.expected else Entry("–", "row_centre")
        rows.append([_label(f"coverage-{code}"), Entry(count, "row_count"), share])
    files, rejected = len(summary.received), sum(file.status == "rejected" for file in summary.received)
    of_files = Entry(rejected / files, "row_share") if files else Entry("–", "row_centre")
    return [*rows, [_label("coverage-rejected"), Entry(rejected, "row_count"), of_files]]


def form_table(summary: Summary) -> list[list[Entry]]:
    """A line for each form; nothing when there is but one."""
    parts, titles, times = coverage_by_form(summary), form_titles(summary), timeliness(summary)
    if len(parts) < 2:
        return []
    rejected = Counter(file.form for file in summary.received if file.status == "rejected")
    lines = [_Line(titles[form], part, _times(times, form), rejected[form]) for form, part in parts.items()]
    lost = sum(count for form, count in rejected.items() if form not in parts)
    return _table("head-form", lines, "head-total", parts, times, lost)


def municipality_table(summary: Summary) -> list[list[Entry]]:
    """A line for each municipality, and the region; nothing when there are none."""
    parts, times = coverage_by_municipality(summary), timeliness(summary, by_municipality=True)
    if not parts:
        return []
    known = {unit.unit for unit in summary.units}
    rejected = Counter(
        summary.municipality(file.unit) if file.unit in known else None
        for file in summary.received
        if file.status == "rejected"
    )
    lines = [
        _Line(name or say("report-no-municipality"), part, _times(times, name), rejected[name])
        for name, part in parts.items()
    ]
    return _table("head-municipality", lines, "head-region", parts, times, rejected[None])


def _table(
    head: str,
    lines: list[_Line],
    total: str,
    parts: Mapping[str, Coverage],
    times: Mapping[str, Timeliness] | None,
    lost: int,
) -> list[list[Entry]]:
    """`lost` rejected files are nobody's; they stand in a line of their own, so that columns add up."""
    rows = [_head(head, [(code, 1) for code in _HEADS])]
    rows += [_cells(line) for line in lines]
    if lost:
        blanks = [Entry("", "row_count")] * len(_HEADS)
        blanks[_HEADS.index("rejected")] = Entry(lost, "row_count")
        rows.append([_label("coverage-lost"), *blanks])
    all_rejected = sum(line.rejected for line in lines) + lost
    in_all = _Line(say(total), total_coverage(dict(parts)), None if times is None else _sum(times), all_rejected)
    return [*rows, _cells(in_all, "_bold")]


def _cells(line: _Line, bold: str = "") -> list[Entry]:
    count, share = f"row_count{bold}", f"row_share{bold}"
    part, times = line.coverage, line.times
    in_time: tuple[str | int, str | int] = ("–", "–") if times is None else (times.on_time, times.late)
    return [
        Entry(line.label, "row_label_bold" if bold else "row_text"),
        Entry(part.expected, count), Entry(part.accepted, count),
        Entry(part.share, share) if part.expected else Entry("–", count),
        *(Entry(number, count) for number in (*in_time, part.missing, line.rejected)),
        *(Entry(number, count) for number in (part.hard, part.soft, part.explained)),
    ]  # fmt: skip


def _head(code: str, columns: list[tuple[str, int]]) -> list[Entry]:
    heads = [Entry(say(f"head-{name}"), "header", span) for name, span in columns]
    return [Entry(say(code), "header_left"), *heads]


def _label(code: str) -> Entry:
    return Entry(say(code), "row_text")


def _times(times: Mapping[str, Timeliness] | None, key: str) -> Timeliness | None:
    return None if times is None else times.get(key, Timeliness(0, 0, 0))


def _sum(times: Mapping[str, Timeliness]) -> Timeliness:
    found = times.values()
    return Timeliness(
        sum(part.on_time for part in found), sum(part.late for part in found), sum(part.unknown for part in found)
    )

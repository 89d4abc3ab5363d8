"""The sheet «Кто не сдал»: units without a usable submission, whom to write to, and why what they sent was rejected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.listing import Cell, ListColumn, write_listing
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.workbook.slots import long_date


def write_missing(sheet: SummarySheet, styles: SummaryStyles, summary: Summary) -> None:
    """A row for each unit and form, then the rejected files of which nobody knows whose they are."""
    extra = list(dict.fromkeys(title for missing in summary.missing for title in missing.unit.extra))
    columns = (
        ListColumn("Код", 10, "row_centre"),
        ListColumn("Школа", 24),
        ListColumn("Муниципалитет", 18),
        ListColumn("Электронная почта", 22),
        *(ListColumn(title, 14) for title in extra),
        ListColumn("Форма", 14, "row_centre"),
        ListColumn("Что известно", 15, "row_wrong"),
        ListColumn("Почему отклонён файл", 36),
        ListColumn("Файл", 20),
    )
    write_listing(
        sheet, styles, say("missing-title"), _hint(summary), columns, _rows(summary, extra), nothing=say("missing-none")
    )


def _hint(summary: Summary) -> str:
    deadline = summary.collection.deadline if summary.collection is not None else None
    parts = [say("missing-hint")]
    if deadline is not None:
        parts.append(say("report-deadline", day=long_date(deadline)))
        if summary.as_of is not None:
            days = (summary.as_of - deadline).days
            parts.append(say("report-deadline-passed" if days > 0 else "report-deadline-ahead", days=abs(days)))
    if not summary.registered:
        parts.append(say("missing-no-register"))
    return " ".join(parts)


def _rows(summary: Summary, extra: list[str]) -> Iterator[tuple[Cell, ...]]:
    rejected: dict[tuple[str, str], list[Received]] = defaultdict(list)
    for file in summary.received:
        if file.status == "rejected":
            rejected[file.unit, file.form].append(file)
    codes = {form.form: form.plan.code for form in summary.forms}
    order = {unit.unit: number for number, unit in enumerate(summary.units)}
    explained: set[tuple[str, str]] = set()
    for missing in sorted(summary.missing, key=lambda missing: order[missing.unit.unit]):
        unit = missing.unit
        keys = [key for key in ((unit.unit, missing.form), (unit.unit, "")) if key in rejected]
        explained.update(keys)
        files = [file for key in keys for file in rejected[key]]
        yield (
            unit.unit, unit.name, unit.municipality, unit.email, *(unit.extra.get(title, "") for title in extra),
            codes.get(missing.form, missing.form),
            say("state-rejected" if files else "state-nothing"), *_reasons(files),
        )  # fmt: skip
    for key, files in rejected.items():
        if key not in explained:
            for file in files:
                known = next((unit for unit in summary.units if unit.unit == file.unit), None)
                who = ("", "", "", "") if known is None else (known.unit, known.name, known.municipality, known.email)
                more = ("" if known is None else known.extra.get(title, "") for title in extra)
                state = say("state-whose" if known is None else "state-extra-rejected")
                yield (*who, *more, codes.get(file.form, file.form), state, *_reasons([file]))


def _reasons(files: list[Received]) -> tuple[str, str]:
    reasons = dict.fromkeys(reason_words(file) for file in files)
    return "\n".join(reasons), "\n".join(file.name for file in files)


def reason_words(file: Received) -> str:
    """Why a file is rejected or ignored, as a sentence; empty when there is nothing to say."""
    if not file.code:
        return file.reason
    text = say(file.code, "ru", **dict(file.parameters))
    return text[:1].upper() + text[1:]

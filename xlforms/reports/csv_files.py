"""The CSV files of `consolidate`: UTF-8, comma, header, one empty string for no value, stable order of rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from types import NoneType

from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.safe_text import safe_text

RECEIVED = ("path", "member", "sha256", "status", "reason", "unit", "municipality", "form", "version", "received_at",
            "hard", "soft", "completeness")  # fmt: skip
FINDINGS = ("unit", "municipality", "form", "version", "path", "sheet", "cell", "item", "rule", "severity", "message")
MISSING = ("unit", "name", "municipality", "form")
TOTALS = ("form", "item", "municipality", "statistic", "value")

Row = Sequence[object]

_AS_THEY_ARE = frozenset({int, NoneType})  # the writer prints None as nothing
_TEXTS = frozenset({str, NoneType})


def print_csv(header: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A CSV file as bytes; every column goes through `print_column`, so that no text can be forgotten.

    Lines end in LF; the writer believes in CR LF, because only then it puts quotes around a text with a CR.
    """
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(header)
    columns = [print_column(column) for column in zip(*rows, strict=True)]
    writer.writerows(zip(*columns, strict=True))
    return "".join([line[:-2] + "\n" for line in lines]).encode()


class _Lines(list[str]):
    """Lines as the writer gives them."""

    write = list.append


def print_column(values: Row) -> Row:
    """The values of a column as `print_value` prints them; columns that need no change are told by their types."""
    types = set(map(type, values))
    if types <= _AS_THEY_ARE:
        return values
    if types <= _TEXTS:
        safe = {text: safe_text(text) for text in set(values) if isinstance(text, str)}
        changed: dict[object, str] = {text: other for text, other in safe.items() if text != other}
        return [changed.get(text, text) for text in values] if changed else values
    return [value if type(value) in _AS_THEY_ARE else print_value(value) for value in values]


def print_value(value: object) -> object:
    """A value as the CSV files write it: numbers with a point and all their digits, dates in ISO 8601, safe texts."""
    if value is None:
        return ""
    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, float):
        return _print_float(value)
    return value.isoformat() if isinstance(value, date) else value


def received_rows(summary: Summary) -> Iterator[Row]:
    """A row for every file met."""
    marks: dict[tuple[str, str], tuple[int, int, float]] = {}
    for form in summary.forms:
        for version in form.versions:
            hard, soft = [0] * len(version.files), [0] * len(version.files)
            for finding in version.findings:
                (hard if finding.severity == "hard" else soft)[finding.submission] += 1
            for number, file in enumerate(version.files):
                marks[file.path, file.member] = (hard[number], soft[number], version.completeness[number])
    for file in summary.received:
        yield (
            file.path, file.member, file.sha256, file.status, print_reason(file), file.unit,
            summary.municipality(file.unit), file.form, file.version, file.received_at,
            *marks.get((file.path, file.member), (None, None, None)),
        )  # fmt: skip


def print_reason(file: Received) -> str:
    """The coded word, a colon and the sentence; empty for a file that needs no reason."""
    if not file.reason:
        return ""
    return f"{file.reason}: {say(file.code, 'ru', **dict(file.parameters))}"


def finding_rows(summary: Summary) -> Iterator[Row]:
    """A row for every finding on the submissions that count."""
    for form in summary.forms:
        for version in form.versions:
            for finding in version.findings:
                file = version.files[finding.submission]
                yield (
                    file.unit, summary.municipality(file.unit), form.form, version.plan.version, file.path,
                    finding.sheet, finding.cell, finding.item, finding.rule, finding.severity, finding.message("ru"),
                )  # fmt: skip


def missing_rows(summary: Summary) -> Iterator[Row]:
    """A row for every registered unit and form without a usable submission."""
    for missing in summary.missing:
        unit = missing.unit
        yield unit.unit, unit.name, unit.municipality, missing.form


def total_rows(summary: Summary) -> Iterator[Row]:
    """A row for every statistic of every item, for the region and each municipality."""
    for form in summary.forms:
        yield from form.totals  # the fields of a total are the columns


def _print_float(value: float) -> object:
    """All digits, no exponent; a whole number without «.0»."""
    if value.is_integer() and abs(value) < 2**53:
        return int(value)
    text = repr(value)
    return text if "e" not in text else format(Decimal(text), "f")

"""`xlforms check FILE…`: what is wrong in returned workbooks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from xlforms.api import check_files
from xlforms.checks.answer_place import AnswerPlaces
from xlforms.checks.answers import shown
from xlforms.checks.finding import Finding
from xlforms.cli.language import language, tell
from xlforms.cli.options import form_option, format_option, limit_option, paths_argument, subcommand
from xlforms.cli.output import show
from xlforms.cli.progress import progress_bar
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary, VersionSummary
from xlforms.intake.raised_limits import raised_limits
from xlforms.intake.round import Round
from xlforms.reports.csv_files import FINDINGS, print_csv

_MARKS = {"hard": "✗", "soft": "?"}


@dataclass(frozen=True)
class CheckedFile:
    """One file with what was found in it; `version` is None when it was not read."""

    file: Received
    version: VersionSummary | None
    number: int

    @property
    def findings(self) -> list[Finding]:
        """The findings on this file."""
        known = self.version.findings if self.version is not None else ()
        return [finding for finding in known if finding.submission == self.number]


def run(paths: tuple[Path, ...], kind: str, forms: tuple[str, ...], limits: tuple[str, ...]) -> int:
    """Prints the findings; 1 when there is a hard one or a file that could not be read."""
    circumstances = Round(None, None, raised_limits(limits))
    with progress_bar(tell("progress-read")) as progress:
        summary = check_files(paths, forms=forms, circumstances=circumstances, progress=progress)
    checked = list(_checked(summary))
    show({"text": _text, "json": _json, "csv": _csv}[kind](checked))
    hard = any(finding.severity == "hard" for entry in checked for finding in entry.findings)
    return 1 if hard or any(entry.file.status == "rejected" for entry in checked) else 0


def _checked(summary: Summary) -> Iterator[CheckedFile]:
    found = {
        (file.path, file.member): (version, number)
        for form in summary.forms
        for version in form.versions
        for number, file in enumerate(version.files)
    }
    for file in summary.received:
        version, number = found.get((file.path, file.member), (None, 0))
        yield CheckedFile(file, version, number)


def _reason(file: Received) -> str:
    return tell(file.code, **dict(file.parameters)) if file.code else ""


def _repairs(entry: CheckedFile) -> Iterator[dict[str, str]]:
    if entry.version is None or entry.file.submission is None:
        return
    places = AnswerPlaces(entry.version.dataset)
    items = entry.version.plan.items
    for repair in entry.file.submission.repairs:
        item = items[repair.item]
        place = places.of(entry.number, item)
        after = entry.file.submission.values[repair.item]
        yield {
            "item": item.name,
            "sheet": place.sheet,
            "cell": place.cell,
            "repair": repair.code,
            "before": shown(item, repair.before),
            "after": "" if after is None else shown(item, after),
        }


def _text(checked: list[CheckedFile]) -> str:
    lines: list[str] = []
    for entry in checked:
        file = entry.file
        shown_path = file.name
        if file.status == "unpacked":
            lines.append(f"{shown_path}: {tell('check-unpacked')}")
            continue
        if entry.version is None:
            lines.append(f"{shown_path}: {tell(f'status-{file.status}')} ({file.reason}): {_reason(file)}")
            continue
        findings = entry.findings
        hard = sum(finding.severity == "hard" for finding in findings)
        told = tell("check-counts", hard=hard, soft=len(findings) - hard) if findings else tell("check-clean")
        lines.append(f"{shown_path}: {file.form}@{file.version}, {tell('check-unit', unit=file.unit or '–')}: {told}")
        lines += [f"  {_MARKS[finding.severity]} {finding.message(language())}" for finding in findings]
        for repair in _repairs(entry):
            lines.append("  ~ " + tell("check-repair", what=tell(f"repair-{repair['repair']}"), **repair))
    return "\n".join(lines or [tell("check-no-files")])


def _json(checked: list[CheckedFile]) -> str:
    content = [
        {
            "path": entry.file.path,
            "member": entry.file.member,
            "status": entry.file.status,
            "reason": f"{entry.file.reason}: {_reason(entry.file)}" if entry.file.reason else "",
            "unit": entry.file.unit,
            "form": entry.file.form,
            "version": entry.file.version,
            "completeness": entry.version.completeness[entry.number] if entry.version is not None else None,
            "findings": [_as_row(entry, finding) for finding in entry.findings],
            "repairs": list(_repairs(entry)),
        }
        for entry in checked
    ]
    return json.dumps(content, ensure_ascii=False, indent=1)


def _csv(checked: list[CheckedFile]) -> str:
    rows: list[list[object]] = []
    for entry in checked:
        if entry.file.status == "rejected":
            row = {"path": entry.file.name, "rule": "form", "severity": "hard"}
            row["message"] = f"{entry.file.reason}: {_reason(entry.file)}"
            rows.append([row.get(column, "") for column in FINDINGS])
        for finding in entry.findings:
            row = _as_row(entry, finding)
            rows.append([row[column] for column in FINDINGS])
    return print_csv(FINDINGS, rows).decode().rstrip("\n")


def _as_row(entry: CheckedFile, finding: Finding) -> dict[str, str]:
    return {
        "unit": entry.file.unit,
        "municipality": entry.file.given_municipality,
        "form": entry.file.form,
        "version": entry.file.version,
        "path": entry.file.name,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "item": finding.item,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message(language()),
    }


def make_command() -> click.Command:
    """The subcommand with its help."""
    return subcommand(
        "check", run, [paths_argument("FILE"), format_option("text", "json", "csv"), form_option(), limit_option()]
    )

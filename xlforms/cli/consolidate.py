"""`xlforms consolidate PATH…`: the summary of a folder of returned files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import click

from xlforms.api import consolidate_files, load_round
from xlforms.cli.language import tell
from xlforms.cli.options import collection_option, form_option, out_option, paths_argument, subcommand, units_option
from xlforms.cli.output import show
from xlforms.cli.progress import progress_bar
from xlforms.consolidation.received import Status
from xlforms.consolidation.summary import Summary
from xlforms.errors import UsageError
from xlforms.intake.account import printable
from xlforms.reports.summary_findings import file_path


def run(
    paths: tuple[Path, ...],
    units: Path | None,
    collection: Path | None,
    as_of: str | None,
    out: Path,
    forms: tuple[str, ...],
) -> int:
    """Writes the summary and says in a few lines what came and what to do; 1 when there is something to act on."""
    day = _day(as_of)
    circumstances = load_round(collection, units)
    with progress_bar(tell("progress-read")) as progress:
        summary = consolidate_files(paths, out, circumstances=circumstances, forms=forms, as_of=day, progress=progress)
    return _report(summary, out)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError("as-of-unreadable", text=text) from error


def _report(summary: Summary, out: Path) -> int:
    counts = dict.fromkeys(get_args(Status), 0)
    for file in summary.received:
        counts[file.status] += 1
    findings = [finding for form in summary.forms for version in form.versions for finding in version.findings]
    hard = sum(finding.severity == "hard" for finding in findings)
    lines = [tell("consolidated-files", total=len(summary.received), **counts)]
    if counts["unpacked"]:
        lines.append(tell("consolidated-unpacked", unpacked=counts["unpacked"]))
    lines += [
        f"  ✗ {file_path(file.path, file.member)}: {file.reason}: {tell(file.code, **dict(file.parameters))}"
        for file in summary.received
        if file.status == "rejected"
    ]
    if summary.registered:
        lines.append(tell("consolidated-missing", missing=len(summary.missing), expected=len(summary.units)))
    soft, explained = len(findings) - hard, sum(finding.explained for finding in findings)
    if explained:
        lines.append(tell("consolidated-findings-explained", hard=hard, soft=soft, explained=explained))
    else:
        lines.append(tell("consolidated-findings", hard=hard, soft=soft))
    lines.append(tell("consolidated-out", out=printable(str(out))))
    show("\n".join(lines))
    return 1 if hard or counts["rejected"] or summary.missing else 0


def make_command() -> click.Command:
    """The subcommand with its help."""
    as_of = click.Option(["--as-of"], metavar="DATE", help=tell("help-as-of"))
    options = [units_option(), collection_option(), as_of, out_option("consolidated"), form_option()]
    return subcommand("consolidate", run, [paths_argument("PATH"), *options])

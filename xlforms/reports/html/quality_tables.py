"""How far the answers can be trusted, what became of the files, and who has not answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from xlforms.consolidation.received import Status
from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.coverage import answered_units, form_titles
from xlforms.reports.html.shown_numbers import show_share
from xlforms.reports.summary_missing import reason_words


@dataclass(frozen=True, slots=True)
class QualityRow:
    """Findings of one kind, the forms that have some, and their share of all forms; None where it says nothing."""

    label: str
    findings: int
    forms: int | None
    share: str


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A unit without a usable form, and what is known of it."""

    unit: str
    name: str
    municipality: str
    form: str
    known: str


def quality_rows(summary: Summary) -> list[QualityRow]:
    """Errors, questions, explained questions, and answers that were left out."""
    answered = [entry for form in summary.forms for entry in answered_units(form).values()]
    rows = []
    for kind in ("hard", "soft", "explained"):
        numbers = [getattr(entry, kind) for entry in answered]
        forms = sum(number > 0 for number in numbers)
        rows.append(QualityRow(say(f"kind-{kind}"), sum(numbers), forms, show_share(forms, len(answered))))
    versions = [version for form in summary.forms for version in form.versions]
    left_out = sum(not finding.counts for version in versions for finding in version.findings)
    return [*rows, QualityRow(say("kind-left-out"), left_out, None, "")]


def file_rows(summary: Summary) -> list[tuple[str, int, str]]:
    """What became of the files: how many of each kind, and their share."""
    counts = Counter(file.status for file in summary.received)
    total = sum(counts.values())
    return [
        (say(f"files-{status}"), counts[status], show_share(counts[status], total))
        for status in get_args(Status)
        if counts[status]
    ]


def missing_table(summary: Summary) -> list[MissingRow]:
    """The units of `missing.csv` in the order of the register, with the reason when a file of theirs was rejected."""
    reasons: dict[tuple[str, str], dict[str, None]] = {}
    for file in summary.received:
        if file.status == "rejected":
            reasons.setdefault((file.unit, file.form), {})[reason_words(file)] = None
    titles = form_titles(summary)
    order = {unit.unit: number for number, unit in enumerate(summary.units)}
    rows = []
    for missing in sorted(summary.missing, key=lambda missing: order[missing.unit.unit]):
        unit = missing.unit
        known = {**reasons.get((unit.unit, missing.form), {}), **reasons.get((unit.unit, ""), {})}
        what = say("page-rejected-because", reasons=" ".join(known)) if known else say("state-nothing")
        rows.append(MissingRow(unit.unit, unit.name, unit.municipality, titles[missing.form], what))
    return rows

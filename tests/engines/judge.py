"""What became of every answer of a form that an engine saved, read as `xlforms check` reads it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.intake.mistreated import account_for
from tests.possible_answers import Answer
from xlforms.api import check_files
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.intake.personal_answers import outline, personal_items
from xlforms.layout.plan import Plan

_DECIMALS_SHOWN = 5e-4
_DIGITS_SHOWN = 1e-9  # a cell without a format shows ten digits

Complaint = tuple[str, str, str]
"""Item, code and cell of a finding."""


@dataclass
class Verdict:
    """How many answers came back right, how many are missing and named, which are wrong in silence, and why a file was
    rejected. `findings` counts those that the form had not raised before, by code.
    """

    right: int = 0
    named: int = 0
    wrong: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    findings: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Read:
    """The submission read in a folder, if there is one, its findings, and the reasons for which files were rejected."""

    file: Received | None
    findings: Counter[Complaint]
    rejected: tuple[str, ...]


def read_folders(folders: Sequence[Path], forms: Sequence[str]) -> dict[Path, Read]:
    """Reads all that is in some folders at once; each holds one form, of several files when it is in CSV."""
    summary = check_files(folders, forms=forms)
    findings = _findings(summary)
    by_folder: dict[Path, list[Received]] = defaultdict(list)
    for row in summary.received:
        by_folder[Path(row.path).parent].append(row)
    found = {}
    for folder in folders:
        rows = by_folder[folder]
        accepted = [row for row in rows if row.submission is not None and not row.part_of]
        if len(accepted) > 1:
            raise RuntimeError(f"{folder} holds {len(accepted)} forms")
        file = accepted[0] if accepted else None
        rejected = tuple(f"{row.reason}: {row.code}" for row in rows if row.status == "rejected")
        found[folder] = Read(file, findings[file.path] if file else Counter(), rejected)
    return found


def judge(plan: Plan, given: Mapping[str, Answer], read: Read, before: Counter[Complaint], *, shown: bool) -> Verdict:
    """Compares what was read with what was given; `before` are the findings of the form as it went to the engine."""
    verdict = Verdict(rejected=list(read.rejected))
    for (_item, code, _cell), count in (read.findings - before).items():
        verdict.findings[code] += count
    submission = read.file.submission if read.file is not None else None
    if submission is None:
        verdict.named = len(given) if read.rejected else 0
        verdict.wrong = [] if read.rejected else [f"{name}: no submission" for name in given]
        return verdict
    values = dict(zip((item.name for item in plan.items), submission.values, strict=True))
    veiled = {plan.items[number].name for number in personal_items(plan)}
    expected = {
        name: outline(str(value)) if name in veiled else _as_shown(value, values[name]) if shown else value
        for name, value in given.items()
    }
    account = account_for(plan, expected, submission)
    verdict.right, verdict.named = len(account.right), len(account.named)
    verdict.wrong = [f"{name}: {given.get(name)!r} became {values[name]!r}" for name in account.wrong]
    return verdict


def _as_shown(given: Answer, found: object) -> Answer:
    """The number that was read, when it is the given one with the decimals that its cell shows."""
    if not isinstance(given, int | float) or not isinstance(found, int | float):
        return given
    return found if abs(given - found) <= max(_DECIMALS_SHOWN, abs(given) * _DIGITS_SHOWN) else given


def _findings(summary: Summary) -> dict[str, Counter[Complaint]]:
    found: dict[str, Counter[Complaint]] = defaultdict(Counter)
    for form in summary.forms:
        for version in form.versions:
            for finding in version.findings:
                path = version.files[finding.submission].path
                found[path][finding.item, finding.code, finding.cell if not finding.item else ""] += 1
    return found

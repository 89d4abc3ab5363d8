"""The workbook itself: sheets, rows and keys that were moved, lost or doubled, and whose form it is."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.checks.finding import Finding
from xlforms.dataset.dataset import Dataset


def check_structure(dataset: Dataset) -> Iterator[Finding]:
    """The notes of the reader as findings: hard when answers were lost or may not be trusted."""
    for submission, answers in enumerate(dataset.submissions):
        for note in answers.notes:
            yield Finding(
                submission=submission,
                item="",
                sheet=note.sheet,
                cell=note.cell,
                rule="form",
                severity="hard" if note.hard else "soft",
                code=f"structure-{note.code}",
                parameters=note.parameters,
            )

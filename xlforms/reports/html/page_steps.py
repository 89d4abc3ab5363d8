"""What to do next, as on «Обзор», with links to the parts of the page in place of sheets."""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.consolidation.summary import Summary
from xlforms.reports.next_steps import next_steps, overdue_code

_PARTS = {"sheet-missing": "missing", "sheet-findings": "findings"}


@dataclass(frozen=True, slots=True)
class PageStep:
    """A sentence, and the id of the part of the page that it is about, empty for none."""

    text: str
    part: str


def page_steps(summary: Summary) -> list[PageStep]:
    """The steps in their order."""
    parts = _PARTS | {overdue_code(progress.form): "roadmaps" for progress in summary.progress}
    return [PageStep(step.text, parts.get(step.sheet, "")) for step in next_steps(summary)]

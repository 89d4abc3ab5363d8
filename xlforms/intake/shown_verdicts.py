"""What the verdict cells of a returned workbook show: not to be believed, only to be compared with our own verdicts.

A workbook whose formulas were pasted over or never calculated showed its school something else than the truth.
"""

from __future__ import annotations

from collections.abc import Sequence

from xlforms.intake.raw import CellKind, RawSheet
from xlforms.layout.check_cells import CheckCell

NOTHING, FAILED, QUESTION, UNREADABLE, UNKNOWN = "", "✗", "?", "!", "-"
"""Nothing to say (empty, or begins with «✓»); a failed hard rule; a failed soft one; an error, a formula without a
result or a strange text; not known, because the sheet or its rows are not where they were."""


def shown_verdict(sheet: RawSheet, check: CheckCell) -> str:
    """What one verdict cell shows, on a sheet where nothing was moved."""
    cell = sheet.cells.get((check.row, check.column))
    if cell is None:
        return NOTHING
    kind, value, _ = cell
    text = str(value).strip()
    if kind != CellKind.TEXT:
        return UNREADABLE
    if not text or text.startswith("✓"):
        return NOTHING
    return text[0] if text[0] in (FAILED, QUESTION) else UNREADABLE


def unknown_verdicts(checks: Sequence[CheckCell]) -> list[str]:
    """As many unknown verdicts as there are verdict cells."""
    return [UNKNOWN] * len(checks)

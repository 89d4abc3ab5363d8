"""The unit of a sheet without its corner cell, by the line with the form's code under the title of every sheet."""

from __future__ import annotations

from xlforms.intake.raw import CellKind, RawSheet
from xlforms.intake.texts import fold, tidy

_BETWEEN = " · "


def unit_in_line(raw: RawSheet, form_line: str) -> tuple[str, tuple[int, int] | None]:
    """The code of the unit and the cell that says it; nothing when no line begins with the folded `form_line`."""
    for place, (kind, content, _) in sorted(raw.cells.items()):
        if kind != CellKind.TEXT:
            continue
        parts = tidy(str(content)).split(_BETWEEN)
        if len(parts) > 1 and fold(parts[0]) == form_line:
            return parts[1].strip(), place
    return "", None

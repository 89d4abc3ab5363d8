"""Sheets of a returned workbook that carry the corner cell of a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from xlforms.intake.raw import CellKind, RawSheet, RawWorkbook
from xlforms.layout.anchors import PREFIX, Corner, parse_corner
from xlforms.layout.plan import KEY_COLUMN, KEY_ROW

KnownBy = Literal["corner", "keys", "captions"]


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet, the row and column of its corner cell, and what the corner says.

    A sheet without a corner cell has no place of it (`at`); what it would say was told by its `keys` or `captions`,
    and the unit by the line at `unit_at`, if there is one.
    """

    raw: RawSheet
    at: tuple[int, int] | None
    corner: Corner
    known_by: KnownBy = "corner"
    unit_at: tuple[int, int] | None = None


def find_sheets(workbook: RawWorkbook) -> list[FoundSheet]:
    """The sheets with a corner cell, in the order of the workbook."""
    return [found for sheet in workbook.sheets if (found := _found(sheet)) is not None]


def _found(sheet: RawSheet) -> FoundSheet | None:
    """The corner where it should be, else the first one in the order of the file, wherever it went."""
    planned = (KEY_ROW, KEY_COLUMN)
    for place in (planned, *sheet.cells):
        kind, content, _ = sheet.cells.get(place, (None, None, False))
        if kind == CellKind.TEXT and str(content).lstrip().startswith(PREFIX):
            corner = parse_corner(str(content))
            if corner is not None:
                return FoundSheet(sheet, place, corner)
    return None

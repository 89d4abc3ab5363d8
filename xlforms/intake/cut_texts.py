"""Printed texts that a program cut off are made whole again, so that they witness for rows as ever."""

from __future__ import annotations

from dataclasses import replace

from xlforms.intake.raw import CellKind, RawCell, RawSheet, RawWorkbook
from xlforms.layout.plan import Plan


def with_whole_captions(workbook: RawWorkbook, plan: Plan) -> RawWorkbook:
    """The workbook with every cut text that begins one printed text of the form put right, if it begins only one."""
    if not workbook.cut:
        return workbook
    printed = {fixed.text for sheet in plan.sheets for fixed in sheet.fixed}
    printed |= {cell.text for sheet in plan.sheets for cell in sheet.printed}
    return replace(workbook, sheets=tuple(_whole(sheet, workbook.cut, printed) for sheet in workbook.sheets))


def _whole(sheet: RawSheet, cut: tuple[tuple[str, int, int], ...], printed: set[str]) -> RawSheet:
    cells: dict[tuple[int, int], RawCell] = {}
    for name, row, column in cut:
        cell = sheet.cells.get((row, column)) if name == sheet.name else None
        begun = [text for text in printed if cell is not None and text.startswith(str(cell[1]))]
        if len(begun) == 1:
            cells[row, column] = (CellKind.TEXT, begun[0], False)
    return replace(sheet, cells={**sheet.cells, **cells}) if cells else sheet

"""Anything into the cells of a workbook, as a paste leaves it: errors, and texts where numbers belong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from xlforms.expressions.excel_numbers import SERIAL_ZERO
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan


class ErrorCell(str):
    """An error in a cell, as the cell shows it: «#N/A»."""

    __slots__ = ()


Content = bool | int | float | str | date | ErrorCell


def with_contents(workbook: bytes, plan: Plan, contents: Mapping[str, Content]) -> bytes:
    """The workbook, whose answer cells were blank, with these contents by item name; cells keep their formats."""
    places = plan.cells()
    by_sheet: dict[str, dict[str, Content]] = {}
    for name, content in contents.items():
        sheet, cell = places[name]
        by_sheet.setdefault(sheet.name, {})[cell_name(cell.row, cell.column)] = content
    target = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(target, "w", ZIP_DEFLATED) as changed:
        parts = {f"xl/worksheets/sheet{number}.xml": sheet.name for number, sheet in enumerate(plan.sheets, start=1)}
        for entry in source.namelist():
            part = source.read(entry)
            cells = by_sheet.get(parts.get(entry, ""))
            changed.writestr(entry, _filled(part.decode(), cells).encode() if cells else part)
    return target.getvalue()


def _filled(xml: str, cells: Mapping[str, Content]) -> str:
    def fill(match: re.Match[str]) -> str:
        name, style = match[1], match[2]
        return f'<c r="{name}" s="{style}"{_content(cells[name])}</c>' if name in cells else match[0]

    filled, blanks = re.subn(r'<c r="([A-Z]+[0-9]+)" s="([0-9]+)"/>', fill, xml)
    if blanks < len(cells):
        raise ValueError(f"{len(cells)} contents for {blanks} blank cells")
    return filled


def _content(content: Content) -> str:
    if isinstance(content, ErrorCell):
        return f' t="e"><v>{escape(content)}</v>'
    if isinstance(content, bool):
        return f' t="b"><v>{int(content)}</v>'
    if isinstance(content, str):
        return f' t="inlineStr"><is><t xml:space="preserve">{escape(content)}</t></is>'
    return f"><v>{content.toordinal() - SERIAL_ZERO if isinstance(content, date) else repr(content)}</v>"

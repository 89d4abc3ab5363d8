"""How complete the form is: formulas on the title sheet that count as people type, and their stored values.

Engines show the stored value when they open a file, so it must be right in a blank form and in a filled one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from xlforms.layout.place import cell_name, quoted_sheet, range_name, rectangles
from xlforms.layout.plan import AnswerCell, CountCell, CountOf, SheetPlan
from xlforms.messages import say
from xlforms.workbook.contents import Contents
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept

_ARGUMENTS = 28  # .xls takes 30 arguments in a function; forms come back from it


def write_counts(worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats) -> None:
    """Writes the counters of the title sheet."""
    cells = {(cell.section, cell.count): cell for cell in sheet.counts}
    for cell in sheet.counts:
        value = count_value(contents, cell.section, cell.count)
        name = f"total_{cell.count}" if not cell.section else cell.count
        kind = {"state": "state", "share": "share", "total_state": "state", "total_share": "total_share"}.get(
            name, "total" if not cell.section else "number"
        )
        look = formats.count(kind)
        if cell.count == "state":
            accept(sheet.name, "", worksheet.merge_range, cell.row, cell.column, cell.row, sheet.last_column, "", look)
        if cell.count in ("asked", "required_asked") and cell.section:
            accept(sheet.name, "", worksheet.write_number, cell.row, cell.column, value, look)
        else:
            formula = _formula(contents, cells, cell)
            accept(sheet.name, "", worksheet.write_formula, cell.row, cell.column, formula, look, value)


def count_value(contents: Contents, section: str, count: CountOf) -> int | float | str:
    """What a counter shows for the answers of a workbook; `section` empty means the whole form.

    The share is that of required cells; a section without any has none, shown as a dash.
    """
    cells = [cell for sheet in _sheets(contents, section) for cell in sheet.answers]
    required = [cell for cell in cells if cell.item.required]
    done = sum(cell.item.name in contents.values for cell in required)
    match count:
        case "asked":
            return len(cells)
        case "answered":
            return sum(cell.item.name in contents.values for cell in cells)
        case "required_asked":
            return len(required)
        case "required_answered":
            return done
        case "share":
            return done / len(required) if required else "–"
        case "state":
            left = len(required) - done
            return say("count-left", left=left) if left else say("count-ready")


def _sheets(contents: Contents, section: str) -> list[SheetPlan]:
    return [sheet for sheet in contents.plan.sheets if section in ("", sheet.section)]


def _formula(contents: Contents, cells: dict[tuple[str, CountOf], CountCell], cell: CountCell) -> str:
    def at(count: CountOf) -> str:
        other = cells[cell.section, count]
        return cell_name(other.row, other.column)

    if cell.count == "share":
        return f'=IF({at("required_asked")}=0,"–",{at("required_answered")}/{at("required_asked")})'
    if cell.count == "state":
        left = f"{at('required_asked')}-{at('required_answered')}"
        return f"=IF({left}<=0,{_quoted(say('count-ready'))},{_quoted(say('count-left', left=''))}&({left}))"
    if not cell.section:
        parts = rectangles(
            (c.row, c.column) for (section, count), c in cells.items() if section and count == cell.count
        )
        return f"=SUM({','.join(range_name(*part) for part in parts)})"
    (sheet,) = _sheets(contents, cell.section)
    return _count_formula(sheet, [one for one in sheet.answers if cell.count == "answered" or one.item.required])


def _count_formula(sheet: SheetPlan, cells: Iterable[AnswerCell]) -> str:
    """COUNTA over as few ranges as may be; cells that an answer spans besides its first are always empty."""
    spans = rectangles((cell.row, column) for cell in cells for column in range(cell.column, cell.last_column + 1))
    ranges = [f"{quoted_sheet(sheet.name)}!{range_name(*span)}" for span in spans]
    groups = [ranges[at : at + _ARGUMENTS] for at in range(0, len(ranges), _ARGUMENTS)]
    return "=" + ("+".join(f"COUNTA({','.join(group)})" for group in groups) or "0")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'

"""How complete the form is: formulas on the title sheet that count as people type, and their stored values.

Engines show the stored value when they open a file, so it must be right in a blank form and in a filled one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from xlforms.definitions.items import CHECK_SECTION
from xlforms.layout.place import cell_name, quoted_sheet, range_name, rectangles
from xlforms.layout.plan import AnswerCell, CountCell, CountOf, SheetPlan
from xlforms.messages import say
from xlforms.workbook.check_counts import count_address, count_of
from xlforms.workbook.contents import Contents
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept
from xlforms.workbook.verdict_formulas import quoted

_ARGUMENTS = 28  # .xls takes 30 arguments in a function; forms come back from it
_CONSTANT: frozenset[CountOf] = frozenset({"asked", "required_asked"})


def write_counts(worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats) -> None:
    """Writes the counters of the title sheet."""
    cells = {(cell.section, cell.count): cell for cell in sheet.counts}
    for cell in sheet.counts:
        value = count_value(contents, cell.section, cell.count)
        look = formats.count(_look(cell))
        if cell.count == "state":
            accept(sheet.name, "", worksheet.merge_range, cell.row, cell.column, cell.row, sheet.last_column, "", look)
        if cell.count in _CONSTANT and cell.section:
            accept(sheet.name, "", worksheet.write_number, cell.row, cell.column, value, look)
        else:
            formula = _formula(contents, cells, cell)
            accept(sheet.name, "", worksheet.write_formula, cell.row, cell.column, formula, look, value)


def count_value(  # noqa: PLR0911 - one branch for each counter
    contents: Contents, section: str, count: CountOf
) -> int | float | str:
    """What a counter shows for the answers of a workbook; `section` empty means the whole form, where explanations of
    improbable answers are not counted.

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
        case "errors" | "questions":
            return count_of(contents, count)
        case "needed":
            return len(contents.needed)
        case "state":
            return _state(contents, len(required) - done + len(contents.needed))


def _state(contents: Contents, left: int) -> str:
    errors, questions = count_of(contents, "errors"), count_of(contents, "questions")
    asked = (cell.item.name for sheet in _asking(contents) for cell in sheet.answers)
    parts = (
        say("count-left", left=left) if left else "",
        say("count-empty") if not left and contents.values.keys().isdisjoint(asked) else "",
        say("count-errors", errors=errors) if errors else "",
        say("count-questions", questions=questions) if questions else "",
    )
    return say("count-unready") + "".join(parts) if any(parts) else say("count-ready")


def _look(cell: CountCell) -> str:
    if cell.count == "state":
        return "state"
    kind = "share" if cell.count == "share" else "number"
    return {"number": "total", "share": "total_share"}[kind] if not cell.section else kind


def _sheets(contents: Contents, section: str) -> list[SheetPlan]:
    return [sheet for sheet in contents.plan.sheets if sheet.section == section or _counts(sheet, section)]


def _counts(sheet: SheetPlan, section: str) -> bool:
    return not section and sheet.section != CHECK_SECTION


def _asking(contents: Contents) -> list[SheetPlan]:
    """The sheets of questions: all but the title sheet, which the ministry may fill in, and the sheet of verdicts."""
    return [sheet for sheet in contents.plan.sheets[1:] if sheet.section != CHECK_SECTION]


def _formula(contents: Contents, cells: dict[tuple[str, CountOf], CountCell], cell: CountCell) -> str:
    def at(count: CountOf) -> str:
        other = cells[cell.section, count]
        return cell_name(other.row, other.column)

    if cell.count == "share":
        return f'=IF({at("required_asked")}=0,"–",{at("required_answered")}/{at("required_asked")})'
    if cell.count in ("errors", "questions"):
        return "=" + count_address(contents.plan, cell.count)
    if cell.count == "needed":
        return "=" + "+".join(_needed(sheet) for sheet in contents.plan.sheets if sheet.needs)
    if cell.count == "state":
        return _state_formula(contents, cells)
    if not cell.section:
        parts = rectangles(
            (c.row, c.column) for (section, count), c in cells.items() if section and count == cell.count
        )
        return f"=SUM({','.join(range_name(*part) for part in parts)})"
    (sheet,) = _sheets(contents, cell.section)
    return _count_formula(sheet, [one for one in sheet.answers if cell.count == "answered" or one.item.required])


def _state_formula(contents: Contents, cells: dict[tuple[str, CountOf], CountCell]) -> str:
    def at(count: CountOf, section: str = "") -> str:
        return cell_name(cells[section, count].row, cells[section, count].column)

    needed = f"+{at('needed')}" if ("", "needed") in cells else ""
    left = f"({at('required_asked')}-{at('required_answered')}{needed})"
    answered = f"({at('answered')}-{at('answered', contents.plan.sheets[0].section)})"
    counted: tuple[CountOf, ...] = ("errors", "questions")
    terms = [("left", left), *((count, at(count)) for count in counted if ("", count) in cells)]
    texts = [f'IF({term}>0,{_around(count, term)},"")' for count, term in terms]
    texts.insert(1, f'IF(AND({left}<=0,{answered}<=0),{quoted(say("count-empty"))},"")')
    ready = ",".join([*(f"{term}<=0" for _, term in terms), f"{answered}>0"])
    return f"=IF(AND({ready}),{quoted(say('count-ready'))},{quoted(say('count-unready'))}&{'&'.join(texts)})"


def _needed(sheet: SheetPlan) -> str:
    rows, columns = ([getattr(need, side) for need in sheet.needs] for side in ("row", "column"))
    cells = range_name(min(rows), min(columns), max(rows), max(columns))
    return f"COUNTIF({quoted_sheet(sheet.name)}!{cells},1)"


def _around(count: str, term: str) -> str:
    """The text of a count with the counted number in it."""
    counted: dict[str, object] = {count: "\0"}
    before, after = say(f"count-{count}", "ru", **counted).split("\0")
    return f"{quoted(before)}&{term}&{quoted(after)}"


def _count_formula(sheet: SheetPlan, cells: Iterable[AnswerCell]) -> str:
    """COUNTA over as few ranges as may be; cells that an answer spans besides its first are always empty."""
    spans = rectangles((cell.row, column) for cell in cells for column in range(cell.column, cell.last_column + 1))
    ranges = [f"{quoted_sheet(sheet.name)}!{range_name(*span)}" for span in spans]
    groups = [ranges[at : at + _ARGUMENTS] for at in range(0, len(ranges), _ARGUMENTS)]
    return "=" + ("+".join(f"COUNTA({','.join(group)})" for group in groups) or "0")

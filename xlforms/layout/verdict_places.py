"""Gives every instance of an edit rule its verdict cell, and every sheet what it needs to colour its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from xlforms.definitions.items import CHECK_SECTION, SectionGrid
from xlforms.definitions.rules import RuleInstance
from xlforms.layout.aside import Aside
from xlforms.layout.check_cells import LAST, TEXT, CheckCell, CheckSheet, Gathered, Mark
from xlforms.layout.check_sheet import lay_out_check
from xlforms.layout.plan import AnswerCell, SheetPlan

Places = Mapping[str, tuple[SheetPlan, AnswerCell]]


def place_verdicts(
    sheets: Sequence[SheetPlan],
    explanations: SectionGrid | None,
    rules: Sequence[RuleInstance],
    beside: Mapping[str, Aside],
) -> tuple[tuple[SheetPlan, ...], tuple[CheckCell, ...], CheckSheet]:
    """All sheets, the sheet «Проверка» last, and the verdicts in the order of the form.

    `sheets` are those of the other sections; `beside` tells the column of each verdict that stands beside a row.
    """
    places: Places = {cell.item.name: (sheet, cell) for sheet in sheets for cell in (*sheet.answers, *sheet.computed)}
    order = {sheet.name: number for number, sheet in enumerate(sheets)}

    def position(instance: RuleInstance) -> tuple[int, int]:
        sheet, cell = places[instance.anchor]
        return order[sheet.name], cell.row

    ordered = sorted(rules, key=position)
    last, check_sheet = lay_out_check(explanations, ordered)
    checks = []
    for line, instance in enumerate(ordered, start=check_sheet.register[0]):
        sheet, cell = places[instance.anchor]
        number = beside[sheet.section].columns.get(instance.id) if sheet.section in beside else None
        if number is None:
            checks.append(CheckCell(instance, check_sheet.name, line, TEXT, LAST, line))
        else:
            column = sheet.last_column + 1 + beside[sheet.section].first + number
            checks.append(CheckCell(instance, sheet.name, cell.row, column, column, line))
    gathered = [_with_gathered(sheet, checks, beside.get(sheet.section, Aside())) for sheet in sheets]
    marked = [_with_marks(sheet, checks, places) for sheet in gathered]
    return (*marked, last), tuple(checks), check_sheet


def explanations_of(sections: Sequence[SectionGrid]) -> SectionGrid | None:
    """The section of explanations, if the form has one."""
    return next((section for section in sections if section.id == CHECK_SECTION), None)


def _with_gathered(sheet: SheetPlan, checks: Sequence[CheckCell], beside: Aside) -> SheetPlan:
    """The sheet with a cell beside each row that shows what fails of its hidden verdicts."""
    if not beside.gathered:
        return sheet
    rows: dict[int, list[CheckCell]] = {}
    for check in checks:
        if check.sheet == sheet.name:
            rows.setdefault(check.row, []).append(check)
    shown = sheet.last_column + 2
    cells = []
    for row, found in sorted(rows.items()):
        ordered = sorted(found, key=lambda check: check.column)
        ids = tuple(check.instance.id for check in ordered)
        cells.append(Gathered(row, shown, ordered[0].column, ordered[-1].column, ids))
    return replace(sheet, gathered=tuple(cells))


def _with_marks(sheet: SheetPlan, checks: Sequence[CheckCell], places: Places) -> SheetPlan:
    """The sheet with a hidden column that repeats the states of verdicts on its answers that cannot be seen from here:
    those that stand elsewhere, and those of soft rules, which may be explained elsewhere."""
    column = sheet.last_column + 1 + len(sheet.aside_widths)
    marks: list[Mark] = []
    for check in checks:
        items = tuple(name for name in check.items if places[name][0] is sheet)
        if items and (check.sheet != sheet.name or check.severity == "soft"):
            marks.append(Mark(1 + len(marks), column, check.line, check.severity, items))
    if not marks:
        return sheet
    return replace(sheet, marks=tuple(marks), aside_widths=(*sheet.aside_widths, 0.0))

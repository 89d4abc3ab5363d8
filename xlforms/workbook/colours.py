"""Conditional formats: verdicts by their first sign, and the answer cells that a failed rule looks at.

A format sees cells of its own sheet only (Excel 2007 refuses others), so sheets have hidden marks of verdicts
elsewhere. Colour never says anything that words do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from xlforms.layout.check_cells import KIND, LAST, NUMBER, PLACE, TEXT, CheckSheet
from xlforms.layout.place import cell_name, range_name, rectangles
from xlforms.layout.plan import Plan, SheetPlan
from xlforms.messages import say
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept
from xlforms.workbook.verdict_formulas import MARKS, PASSED, quoted
from xlforms.workbook.verdict_values import ERROR, QUESTION

Cell = tuple[int, int]
_SIGNS = (("error", MARKS["hard"]), ("question", MARKS["soft"]), ("passed", PASSED))


def colour_verdicts(worksheet: Any, sheet: SheetPlan, plan: Plan, formats: Formats) -> None:
    """Colours the texts of verdicts, wherever a sheet shows them."""
    cells = [(check.row, check.column) for check in plan.checks if check.sheet == sheet.name]
    places = plan.check_sheet
    if places is not None and places.name == sheet.name:
        first, last = places.register
        cells = [(row, TEXT) for row in (*(row for row, _ in places.questions), *range(first, last + 1))]
        _colour_list(worksheet, sheet, places, formats)
    for count in sheet.counts:
        if count.count == "state":
            ready = f"={cell_name(count.row, count.column, absolute=True)}={quoted(say('count-ready'))}"
            _add(
                worksheet,
                sheet,
                [(count.row, count.column, count.row, sheet.last_column)],
                ready,
                formats.colour("ready"),
            )
    if cells:
        spans = rectangles(cells)
        top = cell_name(spans[0][0], spans[0][1])
        for kind, sign in _SIGNS:
            _add(worksheet, sheet, spans, f'=LEFT({top},1)="{sign}"', formats.colour(kind))


def _colour_list(worksheet: Any, sheet: SheetPlan, places: CheckSheet, formats: Formats) -> None:
    """A line below each entry of the list, its kind and words in colour. LibreOffice obeys one rule a cell, so that
    lines and colours come together."""
    first, last = places.lines
    text = f"LEFT(${cell_name(first, TEXT)},1)"
    for column, last_column in ((NUMBER, PLACE), (KIND, LAST)):
        span = [(first, column, last, last_column)]
        if column == NUMBER:
            _add(worksheet, sheet, span, f'={text}<>""', formats.colour("line"))
            continue
        for kind, sign in _SIGNS[:2]:
            _add(worksheet, sheet, span, f'={text}="{sign}"', formats.colour(f"{kind}_line"))


def colour_answers(worksheet: Any, sheet: SheetPlan, plan: Plan, formats: Formats) -> None:
    """Colours the cells of failed rules: red for errors, amber for questions that nobody explained."""
    places = {cell.item.name: (cell.row, cell.column, cell.last_column) for cell in (*sheet.answers, *sheet.computed)}
    beside: dict[str, set[Cell]] = {}
    for check in plan.checks:
        if check.sheet == sheet.name and check.severity == "hard" and check.row != check.line:
            for name in check.items:
                if name in places:
                    beside.setdefault(name, set()).add((check.row, check.column))
    marked: dict[str, set[Cell]] = {}
    for mark in sheet.marks:
        for name in mark.items:
            marked.setdefault(name, set()).add((mark.row, mark.column))
    red, amber = formats.colour("error_cell"), formats.colour("question_cell")
    for spans, formula in _groups(places, beside, f'"{MARKS["hard"]}*"'):
        _add(worksheet, sheet, spans, formula, red)
    for state, look in ((ERROR, red), (QUESTION, amber)):
        for spans, formula in _groups(places, marked, str(state)):
            _add(worksheet, sheet, spans, formula, look)


Spans = list[tuple[int, int, int, int]]


def _groups(
    places: Mapping[str, tuple[int, int, int]], seen: Mapping[str, set[Cell]], wanted: str
) -> Iterable[tuple[Spans, str]]:
    """Cells that look at the same verdicts, or each at the same columns of its own row, with their common formula."""
    groups: dict[tuple[bool, frozenset[Cell]], list[Cell]] = {}
    for name, verdicts in seen.items():
        row, column, last_column = places[name]
        own = all(verdict[0] == row for verdict in verdicts)
        key = frozenset((0, verdict[1]) for verdict in verdicts) if own else frozenset(verdicts)
        groups.setdefault((own, key), []).extend((row, at) for at in range(column, last_column + 1))
    for (own, key), cells in groups.items():
        spans = rectangles(cells)
        watched = rectangles((spans[0][0], column) for _, column in key) if own else rectangles(key)
        ranges = (_in_row(span) if own else range_name(*span) for span in watched)
        yield spans, "=" + "+".join(f"COUNTIF({each},{wanted})" for each in ranges) + ">0"


def _in_row(span: tuple[int, int, int, int]) -> str:
    """A range whose columns stay and whose row goes along."""
    first_row, first, last_row, last = span
    name = f"${cell_name(first_row, first)}"
    return name if first == last else f"{name}:${cell_name(last_row, last)}"


def _add(worksheet: Any, sheet: SheetPlan, spans: Spans, formula: str, look: Any) -> None:
    options: dict[str, Any] = {"type": "formula", "criteria": formula, "format": look, "stop_if_true": True}
    if len(spans) > 1:
        options["multi_range"] = " ".join(range_name(*span).replace("$", "") for span in spans)
    accept(sheet.name, "", worksheet.conditional_format, *spans[0], options)

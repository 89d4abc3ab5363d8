"""Conditional formats: verdicts by their first sign, and the answer cells that a failed rule looks at.

A format sees cells of its own sheet only (Excel 2007 refuses others), so sheets have hidden marks of verdicts
elsewhere. Colour never says anything that words do not. LibreOffice obeys one format a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xlforms.expressions.semantics import Outcome
from xlforms.layout.check_cells import KIND, LAST, NUMBER, PLACE, TEXT, CheckSheet
from xlforms.layout.place import cell_name, range_name, rectangles
from xlforms.layout.plan import AnswerCell, Plan, SheetPlan
from xlforms.messages import say
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept
from xlforms.workbook.number_runs import number_cells, wrong_cell_test
from xlforms.workbook.verdict_formulas import MARKS, PASSED, quoted
from xlforms.workbook.verdict_values import ERROR, QUESTION

Cell = tuple[int, int]
Span = tuple[int, int, int, int]
_SIGNS = (("error", MARKS["hard"]), ("question", MARKS["soft"]), ("passed", PASSED))


@dataclass(frozen=True, slots=True)
class ColourRule:
    """Ranges, the formula for the top left cell of the first, and what it does: a name of `Formats.colour`."""

    spans: tuple[Span, ...]
    formula: str
    colour: str


def colour_rules(sheet: SheetPlan, plan: Plan) -> Iterator[ColourRule]:
    """All conditional formats of a sheet."""
    yield from _answers(sheet, plan)
    cells = [(check.row, check.column) for check in plan.checks if check.sheet == sheet.name]
    if sheet.gathered:
        cells = [(cell.row, cell.column) for cell in sheet.gathered]
    places = plan.check_sheet
    if places is not None and places.name == sheet.name:
        first, last = places.register
        cells = [(row, TEXT) for row in (*(row for row, _ in places.questions), *range(first, last + 1))]
        yield from _list(places)
    for count in sheet.counts:
        if count.count == "state":
            ready = f"={cell_name(count.row, count.column, absolute=True)}={quoted(say('count-ready'))}"
            yield ColourRule(((count.row, count.column, count.row, sheet.last_column),), ready, "ready")
    if cells:
        spans = tuple(rectangles(cells))
        top = cell_name(spans[0][0], spans[0][1])
        for kind, sign in _SIGNS:
            yield ColourRule(spans, f'=LEFT({top},1)="{sign}"', kind)


def apply_colours(worksheet: Any, sheet: SheetPlan, rules: Iterable[ColourRule], formats: Formats) -> None:
    """Gives a sheet its conditional formats."""
    for rule in rules:
        look = formats.colour(rule.colour)
        options: dict[str, Any] = {"type": "formula", "criteria": rule.formula, "format": look, "stop_if_true": True}
        if len(rule.spans) > 1:
            options["multi_range"] = " ".join(range_name(*span).replace("$", "") for span in rule.spans)
        accept(sheet.name, "", worksheet.conditional_format, *rule.spans[0], options)


def _list(places: CheckSheet) -> Iterator[ColourRule]:
    """A line below each entry of the list, its kind and words in colour."""
    first, last = places.lines
    text = f"LEFT(${cell_name(first, TEXT)},1)"
    yield ColourRule(((first, NUMBER, last, PLACE),), f'={text}<>""', "line")
    for kind, sign in _SIGNS[:2]:
        yield ColourRule(((first, KIND, last, LAST),), f'={text}="{sign}"', f"{kind}_line")


def _answers(sheet: SheetPlan, plan: Plan) -> Iterator[ColourRule]:
    """What is no number, then the cells of failed rules, red for errors, amber for questions that nobody explained;
    then missing answers."""
    for cells in number_cells(sheet):
        first, spans = cells[0], rectangles((cell.row, at) for cell in cells for at in _columns(cell))
        top = cell_name(spans[0][0], spans[0][1])
        test = wrong_cell_test(first.item, f"${top}" if first.last_column > first.column else top)
        yield ColourRule(tuple(spans), test, "wrong_cell")
    places = {cell.item.name: (cell.row, cell.column, cell.last_column) for cell in (*sheet.answers, *sheet.computed)}
    beside: dict[str, set[Cell]] = {}
    for check in plan.checks:
        if check.sheet == sheet.name and check.severity == "hard" and check.row != check.line:
            for name in places.keys() & set(check.items):
                beside.setdefault(name, set()).add((check.row, check.column))
    marked: dict[str, dict[str, set[Cell]]] = {"hard": {}, "soft": {}}
    for mark in sheet.marks:
        for name in mark.items:
            marked[mark.severity].setdefault(name, set()).add((mark.row, mark.column))
    yield from _groups(places, beside, f'"{MARKS["hard"]}*"', "error_cell")
    yield from _groups(places, marked["hard"], str(ERROR), "error_cell")
    yield from _groups(places, marked["soft"], str(QUESTION), "question_cell")
    needed = {need.condition.item: {(need.row, need.column)} for need in sheet.needs}
    yield from _groups(places, needed, str(int(Outcome.PASSED)), "needed_cell")


def _groups(
    places: Mapping[str, tuple[int, int, int]], seen: Mapping[str, set[Cell]], wanted: str, colour: str
) -> Iterator[ColourRule]:
    """Cells that look at the same verdicts, or each at the same columns of its own row, have one format."""
    groups: dict[tuple[bool, frozenset[Cell]], list[Cell]] = {}
    for name in places:
        if name not in seen:
            continue
        row, column, last_column = places[name]
        own = all(verdict[0] == row for verdict in seen[name])
        key = frozenset((0, verdict[1]) for verdict in seen[name]) if own else frozenset(seen[name])
        groups.setdefault((own, key), []).extend((row, at) for at in range(column, last_column + 1))
    for (own, key), cells in groups.items():
        spans = tuple(rectangles(cells))
        watched = rectangles((spans[0][0], column) for _, column in key) if own else rectangles(key)
        ranges = [_in_row(span) if own else range_name(*span) for span in watched]
        yield ColourRule(spans, "=" + "+".join(f"COUNTIF({each},{wanted})" for each in ranges) + ">0", colour)


def _columns(cell: AnswerCell) -> range:
    """The columns that an answer spans."""
    return range(cell.column, cell.last_column + 1)


def _in_row(span: Span) -> str:
    """A range whose columns stay and whose row goes along."""
    first_row, first, last_row, last = span
    name = f"${cell_name(first_row, first)}"
    return name if first == last else f"{name}:${cell_name(last_row, last)}"

"""The sheet «По школам»: a row for each unit in the order of the register, a column for each item, with a filter.

Answers that cannot be read or were not counted are there as they stood, marked red. This is the largest sheet by far
(500 schools by 550 items), so its cells are made column by column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from xlforms.consolidation.summary import FormSummary, Summary, VersionSummary
from xlforms.definitions.items import Item
from xlforms.expressions.semantics import State
from xlforms.layout.limits import PAGE_PIXELS, SMALL_POINTS
from xlforms.layout.place import column_letters
from xlforms.layout.text_size import column_pixels, row_points
from xlforms.messages import say
from xlforms.reports.coverage import Answered, answered_units
from xlforms.reports.listing import EXCEL_EPOCH, Cell, excel_day, put_cell
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_sources import received_moment
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_columns import COLUMN_LINES, ROW_LINES, UnitColumn, spans, unit_columns

_LEAD = (("unit", "Код", 11.0), ("name", "Школа", 28.0), ("municipality", "Муниципалитет", 20.0),
         ("received_at", "Получено", 13.0), ("completeness", "Заполнено", 11.0), ("hard", "Ошибок", 9.0),
         ("soft", "Вопросов", 10.0))  # fmt: skip
_FROZEN = 3
_SECTION, _BLOCK, _ROW, _COLUMN, _MACHINE = range(2, 7)
FIRST_UNIT_ROW = 7
_LETTER, _MOST_LINES = 6.3, 6
_PRINT_SCALE = 60
_SPARE = 0.92  # of the page: LibreOffice draws columns a little wider than Excel
_ROOM = PAGE_PIXELS["landscape"] / _PRINT_SCALE * 100 * _SPARE - sum(column_pixels(lead[2]) for lead in _LEAD[:_FROZEN])


@dataclass(frozen=True, slots=True)
class _Answers:
    """One version: for each of its submissions the place of its unit in the list."""

    version: VersionSummary
    places: list[int]


def write_units(sheet: SummarySheet, styles: SummaryStyles, summary: Summary, form: FormSummary) -> None:
    """Writes the sheet of one form."""
    columns, answered = unit_columns(form, _ROOM), answered_units(form)
    last = len(_LEAD) + len(columns) - 1
    _write_headings(sheet, styles, form, columns)
    units, order = summary.units, {unit.unit: number for number, unit in enumerate(summary.units)}
    numbers = [str(FIRST_UNIT_ROW + 1 + place) for place in range(len(units))]
    parts = [_Answers(version, [order[file.unit] for file in version.files]) for version in form.versions]
    absent = np.array([unit.unit not in answered for unit in units], dtype=bool)
    lines = [max(_lines(unit.name, _LEAD[1][2]), _lines(unit.municipality, _LEAD[2][2])) for unit in units]
    cells = [
        _column_cells(sheet, styles, column, len(_LEAD) + number, numbers, absent, parts, lines)
        for number, column in enumerate(columns)
    ]
    for place, row_cells in enumerate(zip(*cells, strict=True) if cells else ()):
        row = FIRST_UNIT_ROW + place
        sheet.set_height(row, row_points(min(lines[place], _MOST_LINES), SMALL_POINTS))
        lead = _lead_cells(sheet, styles, summary, row, place, answered.get(units[place].unit))
        sheet.put_ready(row, (lead, *row_cells), last)
    bottom = FIRST_UNIT_ROW + max(len(units), 1) - 1
    sheet.autofilter(_MACHINE, 0, bottom, last)
    sheet.freeze_panes(FIRST_UNIT_ROW, _FROZEN)
    set_up_page(sheet, "landscape", (0, 0, bottom, last), repeat_rows=(_SECTION, _MACHINE))
    sheet.repeat_columns(0, _FROZEN - 1)
    sheet.set_print_scale(_PRINT_SCALE)
    sheet.print_across()
    pages = [column.page for column in columns]
    breaks = [len(_LEAD) + number for number in range(1, len(pages)) if pages[number] != pages[number - 1]]
    sheet.set_v_pagebreaks([len(_LEAD), *breaks])


def _write_headings(
    sheet: SummarySheet, styles: SummaryStyles, form: FormSummary, columns: Sequence[UnitColumn]
) -> None:
    header, first = styles.look("header"), len(_LEAD)
    sheet.set_row(0, 26)
    sheet.put_text(0, 0, say("units-title", form=form.title), styles.look("title_line"))
    sheet.set_row(1, 16)
    sheet.put_text(1, 0, say("units-hint"), styles.look("hint_line"))
    for row, height in ((_SECTION, 20.0), (_BLOCK, 18.0), (_ROW, row_points(ROW_LINES, SMALL_POINTS)),
                        (_COLUMN, row_points(COLUMN_LINES, SMALL_POINTS)), (_MACHINE, 46.0)):  # fmt: skip
        sheet.set_row(row, height)
    for number, (name, caption, width) in enumerate(_LEAD):
        sheet.set_column(number, number, width)
        sheet.put_merged(_SECTION, number, _COLUMN, number, caption, header)
        sheet.put_text(_MACHINE, number, name, styles.look("machine"))
    for start, end in spans(columns, 1):
        sheet.put_merged(_SECTION, first + start, _SECTION, first + end, columns[start].section, styles.look("section"))
    for start, end in spans(columns, 2):
        look = styles.look("header_left" if end > start else "header")
        sheet.put_merged(_BLOCK, first + start, _BLOCK, first + end, columns[start].block, look)
    for start, end in spans(columns, 3):
        bottom = _ROW if columns[start].column else _COLUMN
        look = styles.look("header_left" if end > start else "header")  # a wide heading is read from its beginning
        sheet.put_merged(_ROW, first + start, bottom, first + end, columns[start].row, look)
    for number, column in enumerate(columns, start=first):
        sheet.set_column(number, number, column.width)
        if column.column:
            sheet.put_text(_COLUMN, number, column.column, header)
        sheet.put_text(_MACHINE, number, column.item.name, styles.look("machine"))


def _lead_cells(
    sheet: SummarySheet, styles: SummaryStyles, summary: Summary, row: int, place: int, answered: Answered | None
) -> str:
    unit = summary.units[place]
    looks = ("row_text", "row_text", "row_text", "row_date", "row_share", "row_count", "row_count")
    values: tuple[Cell, ...]
    if answered is None:
        state = say("report-not-returned" if summary.registered else "report-not-this-form")
        values = (unit.unit, unit.name, unit.municipality, state, None, None, None)
        looks = ("row_text", "row_text", "row_text", "row_absent_word", "row_absent", "row_absent", "row_absent")
    else:
        moment = received_moment(answered.file)
        day = None if moment is None else int(excel_day(moment))
        share = answered.version.completeness[answered.row]
        values = (unit.unit, unit.name, unit.municipality, day, share, answered.hard, answered.soft)
    for column, (value, look) in enumerate(zip(values, looks, strict=True)):
        put_cell(sheet, row, column, value, styles.look(look))
    return sheet.taken_row(row)


def _column_cells(
    sheet: SummarySheet,
    styles: SummaryStyles,
    column: UnitColumn,
    number: int,
    numbers: Sequence[str],
    absent: np.ndarray,
    parts: Sequence[_Answers],
    lines: list[int],
) -> list[str]:
    """The cells of one item from the first unit to the last, as XML; `lines` grows where a text needs more of them."""
    item = column.item
    start = f'<c r="{column_letters(number)}'
    blank = f'" s="{styles.answer(item.type)}"/>'
    nothing = f'" s="{styles.answer(item.type, "absent")}"/>'
    if absent.any():
        cells = [start + row + (nothing if away else blank) for row, away in zip(numbers, absent.tolist(), strict=True)]
    else:
        cells = [start + row + blank for row in numbers]
    for part in parts:
        contents = _contents(sheet, styles, item, part.version)
        for submission, content, text in contents:
            place = part.places[submission]
            cells[place] = start + numbers[place] + content
            if len(text) > column.width:
                lines[place] = max(lines[place], _lines(text, column.width))
    return cells


def _lines(text: str, width: float) -> int:
    """About how many lines a text takes in a column, at 9 points."""
    return int(len(text) * _LETTER / (column_pixels(width) - 17)) + 1


def _contents(
    sheet: SummarySheet, styles: SummaryStyles, item: Item, version: VersionSummary
) -> list[tuple[int, str, str]]:
    """For each answer: the submission, the rest of its cell's XML after the address, its text if it is one."""
    right, wrong = styles.answer(item.type), styles.answer(item.type, "wrong")
    if item.name not in version.counted:
        return []
    answers = version.dataset.computed(item) if item.computed else version.dataset.column(item.name)
    states, values = answers.states, answers.values
    good = np.flatnonzero(states == State.VALUE)
    looks = np.where(version.counted[item.name][good], right, wrong).tolist()
    rows = good.tolist()
    result: list[tuple[int, str, str]]
    if item.nature in ("number", "date"):
        shown = values[good].astype(np.float64)
        if item.nature == "date":
            shown = shown - EXCEL_EPOCH
        whole = bool((shown == np.floor(shown)).all()) and bool((np.abs(shown) < 2**53).all())
        printed = shown.astype(np.int64).tolist() if whole else shown.tolist()
        result = [
            (row, f'" s="{look}"><v>{value!r}</v></c>', "")
            for row, look, value in zip(rows, looks, printed, strict=True)
        ]
    else:
        number = sheet.text_number
        result = [
            (row, f'" s="{look}" t="s"><v>{number(text)}</v></c>', text)
            for row, look, text in zip(rows, looks, map(str, values[good].tolist()), strict=True)
        ]
    if item.computed:
        return result
    return result + _invalid(sheet, item, version, states, wrong)


def _invalid(
    sheet: SummarySheet, item: Item, version: VersionSummary, states: np.ndarray, look: int
) -> list[tuple[int, str, str]]:
    bad = np.flatnonzero(states == State.INVALID).tolist()
    if not bad:
        return []
    position = version.dataset.positions[item.name]
    found = []
    for row in bad:
        text = version.dataset.submissions[row].invalid[position].raw or say("report-unreadable")
        found.append((row, f'" s="{look}" t="s"><v>{sheet.text_number(text)}</v></c>', text))
    return found

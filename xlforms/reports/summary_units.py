"""The sheet «По школам»: a table with a row for each unit, municipality by municipality, and a column for each item.

Answers that cannot be read or were not counted are there as texts, as they stood, marked red: so the numbers of a
column add up to the totals, and the status bar of Excel says so when their cells are selected. This is the largest
sheet by far (500 schools by 550 items), so its cells are made column by column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from xlforms.consolidation.summary import FormSummary, Summary, VersionSummary
from xlforms.definitions.items import Item
from xlforms.definitions.units import Unit
from xlforms.expressions.semantics import State
from xlforms.layout.limits import SMALL_POINTS
from xlforms.layout.place import cell_name, column_letters
from xlforms.layout.text_size import column_pixels, row_points
from xlforms.messages import say
from xlforms.reports.coverage import Answered, answered_units
from xlforms.reports.listing import EXCEL_EPOCH, Plain, excel_day, put_cell
from xlforms.reports.sheet_names import table_name
from xlforms.reports.sheet_top import write_top
from xlforms.reports.shown_answers import shown_answer
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_sources import received_moment
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_columns import COLUMN_LINES, ROW_LINES, UnitColumn, spans
from xlforms.reports.unit_places import FIRST_UNIT_ROW, FROZEN, LEAD, PRINT_SCALE, UnitPlaces

_SECTION, _BLOCK, _ROW, _COLUMN, _MACHINE = range(2, 7)
_LETTER, _MOST_LINES = 6.3, 6


@dataclass(frozen=True, slots=True)
class _Answers:
    """One version: for each of its submissions the place of its unit in the list."""

    version: VersionSummary
    places: list[int]


def write_units(
    sheet: SummarySheet,
    styles: SummaryStyles,
    summary: Summary,
    form: FormSummary,
    places: UnitPlaces,
) -> None:
    """Writes the sheet of one form: units and items at their `places`, as a table."""
    columns, answered = places.columns, answered_units(form)
    last = len(LEAD) + len(columns) - 1
    _write_headings(sheet, styles, form, columns)
    units, order = places.units, {unit.unit: number for number, unit in enumerate(places.units)}
    numbers = [str(FIRST_UNIT_ROW + 1 + place) for place in range(len(units))]
    parts = [_Answers(version, [order[file.unit] for file in version.files]) for version in form.versions]
    absent = np.array([unit.unit not in answered for unit in units], dtype=bool)
    lines = [max(_lines(unit.name, LEAD[1][2]), _lines(unit.municipality, LEAD[2][2])) for unit in units]
    cells = [
        _column_cells(sheet, styles, column, len(LEAD) + number, numbers, absent, parts, lines)
        for number, column in enumerate(columns)
    ]
    for place, row_cells in enumerate(zip(*cells, strict=True) if cells else ()):
        row = FIRST_UNIT_ROW + place
        sheet.set_height(row, row_points(min(lines[place], _MOST_LINES), SMALL_POINTS))
        lead = _lead_cells(sheet, styles, units[place], row, answered.get(units[place].unit), summary.registered)
        sheet.put_ready(row, (lead, *row_cells), last)
    bottom = FIRST_UNIT_ROW + max(len(units), 1) - 1
    headings = [*(name for name, _, _ in LEAD), *(column.item.name for column in columns)]
    sheet.put_table(_MACHINE, bottom, table_name(sheet.name), headings, styles.look("machine"))
    sheet.ignore_errors({"number_stored_as_text": f"A{FIRST_UNIT_ROW + 1}:{cell_name(bottom, last)}"})
    sheet.freeze_panes(FIRST_UNIT_ROW, FROZEN)
    set_up_page(sheet, "landscape", (0, 0, bottom, last), repeat_rows=(_SECTION, _MACHINE))
    sheet.repeat_columns(0, FROZEN - 1)
    sheet.set_print_scale(PRINT_SCALE)
    sheet.print_across()
    pages = [column.page for column in columns]
    breaks = [len(LEAD) + number for number in range(1, len(pages)) if pages[number] != pages[number - 1]]
    sheet.set_v_pagebreaks([len(LEAD), *breaks])


def _write_headings(
    sheet: SummarySheet, styles: SummaryStyles, form: FormSummary, columns: Sequence[UnitColumn]
) -> None:
    header, first = styles.look("header"), len(LEAD)
    title, hint = (sum(column_pixels(width) for _, _, width in part) for part in (LEAD[:FROZEN], LEAD[FROZEN:]))
    write_top(
        sheet,
        styles,
        (say("units-title", form=form.title), FROZEN - 1, title),
        (say("units-hint"), len(LEAD) - 1, hint),
    )
    sheet.set_row(1, 6)
    for row, height in ((_SECTION, 20.0), (_BLOCK, 18.0), (_ROW, row_points(ROW_LINES, SMALL_POINTS)),
                        (_COLUMN, row_points(COLUMN_LINES, SMALL_POINTS)), (_MACHINE, 46.0)):  # fmt: skip
        sheet.set_row(row, height)
    for number, (_, caption, width) in enumerate(LEAD):
        sheet.set_column(number, number, width)
        sheet.put_merged(_SECTION, number, _COLUMN, number, caption, header)
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


def _lead_cells(
    sheet: SummarySheet, styles: SummaryStyles, unit: Unit, row: int, answered: Answered | None, registered: bool
) -> str:
    looks = ("row_text", "row_text", "row_text", "row_date", "row_share", "row_count", "row_count")
    values: tuple[Plain, ...]
    if answered is None:
        state = say("report-not-returned" if registered else "report-not-this-form")
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
    asked = version.dataset.items.get(item.name)  # in this version
    if asked is None or item.name not in version.counted:
        return []
    answers = version.dataset.computed(asked) if asked.computed else version.dataset.column(item.name)
    states, values, counted = answers.states, answers.values, version.counted[item.name]
    given = states == State.VALUE
    good, bad = np.flatnonzero(given & counted), np.flatnonzero(given & ~counted).tolist()
    rows = good.tolist()
    result: list[tuple[int, str, str]]
    if item.nature in ("number", "date") and asked.nature == item.nature:
        shown = values[good].astype(np.float64)
        if item.nature == "date":
            shown = shown - EXCEL_EPOCH
        whole = bool((shown == np.floor(shown)).all()) and bool((np.abs(shown) < 2**53).all())
        printed = shown.astype(np.int64).tolist() if whole else shown.tolist()
        result = [(row, f'" s="{right}"><v>{value!r}</v></c>', "") for row, value in zip(rows, printed, strict=True)]
    else:
        texts = [_text(asked, value) for value in values[good].tolist()]
        result = [(row, _text_cell(sheet, right, text), text) for row, text in zip(rows, texts, strict=True)]
    for row, value in zip(bad, values[bad].tolist(), strict=True):
        text = _text(asked, value)
        result.append((row, _text_cell(sheet, wrong, text), text))
    return result if asked.computed else result + _invalid(sheet, asked, version, states, wrong)


def _text(item: Item, value: object) -> str:
    """An answer as a text; days are numbers in a dataset."""
    if isinstance(value, str):
        return value
    if item.nature == "date" and isinstance(value, float | int):
        return shown_answer(item, date.fromordinal(int(value)))
    return shown_answer(item, value)


def _text_cell(sheet: SummarySheet, look: int, text: str) -> str:
    return f'" s="{look}" t="s"><v>{sheet.text_number(text)}</v></c>'


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
        found.append((row, _text_cell(sheet, look, text), text))
    return found

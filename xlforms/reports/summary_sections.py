"""The sheets «Свод …»: the totals of a section in the layout of the form, the region first, then each municipality."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlforms.consolidation.summary import FormSummary
from xlforms.consolidation.totals import REGION
from xlforms.layout.limits import BODY_POINTS, PAGE_PIXELS, PAGE_POINTS, SMALL_POINTS
from xlforms.layout.pages import page_breaks
from xlforms.layout.plan import CODE_COLUMN, FIRST_ANSWER_COLUMN, LABEL_COLUMN, SheetPlan
from xlforms.layout.text_size import CELL_PADDING, column_pixels, line_count, row_points, text_pixels, width_for
from xlforms.messages import say
from xlforms.reports.coverage import Coverage, total_coverage
from xlforms.reports.section_block import SectionBlock
from xlforms.reports.section_notes import SectionNotes, note_lines
from xlforms.reports.section_values import SectionValues
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_sheet import LINK_LIMIT, SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_places import UnitPlaces

_UNITS_WIDTH = 11.0
_NOTE_POINTS, _NOTE_LINES = 8.0, 8
_SPARE = 0.92  # of the page: LibreOffice draws columns a little wider than Excel
_TITLE_ROW, _CONTENTS_ROW = 0, 5


def write_section(
    sheet: SummarySheet,
    styles: SummaryStyles,
    form: FormSummary,
    plan: SheetPlan,
    values: SectionValues,
    coverage: Mapping[str, Coverage],
    places: UnitPlaces,
) -> None:
    """Writes the sheet of one section; `coverage` is that of each municipality for this form.

    Numbers lead to the answers at `places`.
    """
    parts = {REGION: total_coverage(dict(coverage))} | {name: part for name, part in coverage.items() if name}
    widths = (*_widths(plan, values, {name: part.expected for name, part in parts.items()}), _UNITS_WIDTH)
    units = len(widths) - 1
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.outline_settings(True, False, True, False)  # the row that heads a group stands above it
    width = sum(column_pixels(width) for width in widths[CODE_COLUMN:])
    linked = linked_places(plan, list(parts))
    _write_top(sheet, styles, form, plan, units, width, everywhere=len(linked) == len(parts))
    blocks = {
        whole: SectionBlock(sheet, styles, plan, values, widths, places, footnotes=whole) for whole in (True, False)
    }
    notes = SectionNotes(plan, values, places.units)
    row = _CONTENTS_ROW + len(parts) + 1
    starts: list[int] = []
    glued = {_TITLE_ROW, *range(_CONTENTS_ROW)}
    for number, (name, part) in enumerate(parts.items()):
        whole = name == REGION
        heading = say(
            "report-block-heading", place=say("report-region") if whole else name,
            accepted=part.accepted, expected=part.expected,
        )  # fmt: skip
        line = _CONTENTS_ROW + number
        sheet.put_link(line, CODE_COLUMN, heading, styles.look("link"), sheet.name, (row, CODE_COLUMN))
        sheet.set_row(line, 15)
        sheet.put_merged(row, CODE_COLUMN, row, units, heading, styles.look("block"))
        sheet.set_row(row, 22)
        starts.append(row)
        glued.add(row)
        level = 0 if whole else 1
        row, held = blocks[whole].print(row + 1, name, part.expected, level, linked=name in linked)
        glued.update(held)
        for text in _notes(notes, name, width):
            sheet.put_merged(row, CODE_COLUMN, row, units, text, styles.look("note"))
            sheet.set_height(row, row_points(_note_lines(text, width), _NOTE_POINTS), level)
            glued.add(row - 1)
            row += 1
        sheet.set_row(row, 14)
        row += 1
    sheet.freeze_panes(_TITLE_ROW + 1, FIRST_ANSWER_COLUMN if sum(widths[: LABEL_COLUMN + 1]) <= 60 else 0)
    repeated = (_TITLE_ROW, _TITLE_ROW)
    set_up_page(sheet, plan.orientation, (0, CODE_COLUMN, row - 2, units), repeat_rows=repeated)
    scale = min(int(PAGE_PIXELS[plan.orientation] * _SPARE / width * 100), 100)
    sheet.set_print_scale(scale)  # not «fit to a page»: there Excel ignores the breaks
    sheet.center_horizontally()
    heights = [sheet.row_points(number) for number in range(row - 1)]
    page = PAGE_POINTS[plan.orientation] / scale * 100
    sheet.set_h_pagebreaks(page_breaks(heights, starts, glued, repeated, page))


def linked_places(plan: SheetPlan, places: Sequence[str]) -> list[str]:
    """The region and the municipalities whose numbers lead to their answers: the region only when Excel would refuse
    so many links on one sheet."""
    answers = len(plan.answers) + len(plan.computed)
    contents = len(places)
    return list(places) if answers * len(places) + contents <= LINK_LIMIT else [REGION]


def _notes(notes: SectionNotes, name: str, width: float) -> list[str]:
    """Which units of a municipality have something left out; of the region how many, and those without municipality."""
    found: list[str] = []
    if name == REGION:
        units, cells = notes.of_region()
        if units:
            found.append(say("section-left-out-region", units=units, answers=cells))
    parts = list(notes.of_municipality(name))
    start = say("section-left-out-units")
    return found + note_lines(start, parts, lambda text: _note_lines(text, width), _NOTE_LINES)


def _note_lines(text: str, width: float) -> int:
    return line_count(text, width, _NOTE_POINTS)


def _write_top(
    sheet: SummarySheet,
    styles: SummaryStyles,
    form: FormSummary,
    plan: SheetPlan,
    last: int,
    width: float,
    *,
    everywhere: bool,
) -> None:
    """The title, what the sheet is about, how to read it."""
    sheet.put_text(_TITLE_ROW, CODE_COLUMN, say("section-title", section=plan.title), styles.look("title_line"))
    sheet.set_row(_TITLE_ROW, 26)
    links = say("section-links" if everywhere else "section-links-region")
    for row, text in ((1, form.title), (2, say("section-legend")), (3, f"{say('section-units')} {links}")):
        sheet.put_merged(row, CODE_COLUMN, row, last, text, styles.look("hint"))
        sheet.set_row(row, row_points(line_count(text, width, SMALL_POINTS), SMALL_POINTS))
    sheet.set_row(4, 6)


def _widths(plan: SheetPlan, values: SectionValues, expected: Mapping[str, int]) -> list[float]:
    """The columns of the form, wider where a total needs it: a sum of many schools is longer than an answer of one."""
    widths = list(plan.widths)
    most = expected[REGION]
    under = text_pixels(say("units-of-short", units=most, expected=most), _NOTE_POINTS) + CELL_PADDING / 2
    for cell in (*plan.answers, *plan.computed):
        shown = values.shown(cell.item, REGION)
        if isinstance(shown.value, str):
            needed = column_pixels(width_for(shown.value + "*", SMALL_POINTS))
        elif cell.item.type == "percent":
            needed = text_pixels("100.0%*", BODY_POINTS) + CELL_PADDING
        else:
            digits = f"{shown.value:,.2f}*" if cell.item.type == "money" else f"{shown.value:,}*"
            needed = text_pixels(digits[:20], BODY_POINTS) + CELL_PADDING
        lack = max(needed, under) - sum(column_pixels(width) for width in widths[cell.column : cell.last_column + 1])
        if lack > 0:
            widths[cell.last_column] = round(widths[cell.last_column] + lack / 7, 2)
    return widths

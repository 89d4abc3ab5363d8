"""The sheet «Нужды и факторы»: what schools wrote in open texts, to be read in one sitting.

At its top a list of what is below, themes left and municipalities right, under the same headings as all the rest; then
the region, then each municipality. A cell leads to one place only, so in the region a municipality leads to its own
part of the sheet, where every answer has a row that leads to it on «По школам». Links have a column of their own:
LibreOffice does not wrap a text that is a link, and cuts it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from textwrap import shorten
from typing import Any

from xlforms.consolidation.summary import FormSummary, Summary
from xlforms.layout.limits import PAGE_PIXELS, PAGE_POINTS, SMALL_POINTS, TITLE_POINTS
from xlforms.layout.pages import page_breaks
from xlforms.layout.place import cell_name, quoted_sheet
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.messages import say
from xlforms.reports.needs_rows import MOST_LINES, WIDTHS, NeedsRow, Part, lines_of, needs_rows
from xlforms.reports.sheet_names import sheet_name
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_sheet import LINK_LIMIT, SummarySheet, new_sheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_places import UnitPlaces

_TEXT, _COUNT, _ARROW, _WHERE, _WHO = range(5)
_HEADER, _CONTENTS = 2, 3
_HEADS = {_TEXT: "needs-head-text", _COUNT: "needs-head-count", _WHERE: "needs-head-where", _WHO: "needs-head-who"}
_BLOCK_POINTS, _LEAST_POINTS = 22.0, 16.0
_PIXELS = tuple(map(column_pixels, WIDTHS))
_SPARE = 0.92  # of the page: LibreOffice draws columns a little wider than Excel
_SCALE = int(PAGE_PIXELS["landscape"] * _SPARE / sum(_PIXELS) * 100)


def write_needs_sheets(
    book: Any, styles: SummaryStyles, summary: Summary, places: Mapping[str, UnitPlaces], taken: set[str]
) -> None:
    """A sheet for each form with texts gathered; `places` by form, `taken` are the names of sheets so far."""
    forms = [form for form in summary.forms if form.themes]
    for form in forms:
        title = say("sheet-needs")
        name = sheet_name(f"{title} {form.plan.code}" if len(summary.forms) > 1 else title, taken)
        write_needs(new_sheet(book, name), styles, summary, form, places[form.form])


def write_needs(
    sheet: SummarySheet, styles: SummaryStyles, summary: Summary, form: FormSummary, places: UnitPlaces
) -> None:
    """Writes the sheet of one form that has texts gathered; links go to `places`."""
    rows = needs_rows(summary, form, places)
    contents = _contents(rows)
    first = _CONTENTS + len(contents) + 1
    parts = {row.part: first + number for number, row in enumerate(rows) if row.part}
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.outline_settings(True, False, True, False)  # the row that heads a group stands above it
    _write_top(sheet, styles, form)
    for number, (theme, block) in enumerate(contents):
        _write_contents(sheet, styles, _CONTENTS + number, theme, block, parts)
    linked = _linked(rows, 2 * len(contents))
    for number, row in enumerate(rows):
        place = _place(row.target, sheet.name, parts) if number in linked else ""
        folds = not row.folded and number + 1 < len(rows) and rows[number + 1].folded
        _write_row(sheet, styles, first + number, row, place, folds=folds)
    last = first + len(rows) - 1
    sheet.freeze_panes(_HEADER + 1, 0)
    set_up_page(sheet, "landscape", (0, 0, last, _WHO), repeat_rows=(_HEADER, _HEADER))
    sheet.set_print_scale(_SCALE)
    sheet.center_horizontally()
    hidden = {first + number for number, row in enumerate(rows) if row.folded}
    heights = [0.0 if number in hidden else sheet.row_points(number) for number in range(last + 1)]
    heading = [row.kind in ("block", "theme") for row in rows]
    glued = {first + number for number, is_heading in enumerate(heading) if is_heading}
    starts = [first + number for number, row in enumerate(rows) if row.kind != "more" and not heading[number - 1]]
    page = PAGE_POINTS["landscape"] / _SCALE * 100
    sheet.set_h_pagebreaks(page_breaks(heights, [0, *starts], glued, (_HEADER, _HEADER), page))


def _write_top(sheet: SummarySheet, styles: SummaryStyles, form: FormSummary) -> None:
    title, hint, width = say("needs-title", form=form.title), say("needs-hint"), sum(_PIXELS)
    sheet.set_row(0, max(row_points(line_count(title, width, TITLE_POINTS, bold=True), TITLE_POINTS), 26))
    sheet.put_merged(0, 0, 0, _WHO, title, styles.look("sheet_title"))
    sheet.set_row(1, row_points(line_count(hint, width, SMALL_POINTS), SMALL_POINTS))
    sheet.put_merged(1, 0, 1, _WHO, hint, styles.look("hint"))
    sheet.set_row(_HEADER, 22)
    for column, head in _HEADS.items():
        sheet.put_text(_HEADER, column, say(head), styles.look("header"))
    sheet.put_blank(_HEADER, _ARROW, styles.look("header"))


def _contents(rows: Sequence[NeedsRow]) -> list[tuple[NeedsRow | None, NeedsRow | None]]:
    """The themes of the region and beside them the parts of the sheet, the region first."""
    themes = [row for row in rows if row.kind == "theme" and row.level == 0]
    return list(zip_longest(themes, [row for row in rows if row.kind == "block"]))


def _write_contents(
    sheet: SummarySheet,
    styles: SummaryStyles,
    row: int,
    theme: NeedsRow | None,
    block: NeedsRow | None,
    parts: Mapping[Part, int],
) -> None:
    """One line of the list; a caption too long for it is shortened, it stands whole where it leads to."""
    look = styles.look("row_link")
    if theme is not None:
        text = _one_line(theme.text, _PIXELS[_TEXT])
        sheet.put_link(row, _TEXT, text, look, sheet.name, (parts[theme.part], 0))
        sheet.put_number(row, _COUNT, theme.count, styles.look("row_count"))
    if block is not None:
        text = _one_line(block.text, _PIXELS[_WHERE] + _PIXELS[_WHO])
        sheet.put_merged(row, _WHERE, row, _WHO, "", look)
        sheet.put_link(row, _WHERE, text, look, sheet.name, (parts[block.part], 0))
    sheet.set_height(row, _LEAST_POINTS)


def _one_line(text: str, pixels: float) -> str:
    length = len(text)
    while lines_of(text, pixels) > 1:
        length -= 1
        text = shorten(text, length, placeholder=" …")
    return text


def _linked(rows: Sequence[NeedsRow], taken: int) -> set[int]:
    """The rows that may lead somewhere: Excel opens so many links and no more; answers of schools go first."""
    with_links = [number for number, row in enumerate(rows) if row.target]
    with_links.sort(key=lambda number: not isinstance(rows[number].target, str))
    return set(with_links[: LINK_LIMIT - taken])


def _place(target: Part | str, sheet: str, parts: Mapping[Part, int]) -> str:
    return target if isinstance(target, str) else f"{quoted_sheet(sheet)}!{cell_name(parts[target], 0)}"


def _write_row(sheet: SummarySheet, styles: SummaryStyles, at: int, row: NeedsRow, place: str, *, folds: bool) -> None:
    if row.kind == "block":
        sheet.put_merged(at, _TEXT, at, _WHO, row.text, styles.look("block"))
        sheet.set_height(at, _BLOCK_POINTS, row.level)
        return
    if row.kind == "theme":
        sheet.put_text(at, _TEXT, row.text, styles.look("row_label_bold"))
        sheet.put_number(at, _COUNT, row.count, styles.look("row_count_bold"))
        sheet.put_merged(at, _ARROW, at, _WHO, row.where, styles.look("row_label_bold"))
        lines = lines_of(row.text, _PIXELS[_TEXT] / 1.07)  # bold
        sheet.set_height(at, max(row_points(lines, SMALL_POINTS), _LEAST_POINTS), row.level)
        return
    text = styles.look("row_text")
    sheet.put_text(at, _TEXT, row.text, text)
    if row.count is None:
        sheet.put_blank(at, _COUNT, styles.look("row_count"))
    else:
        sheet.put_number(at, _COUNT, row.count, styles.look("row_count"))
    if place:
        sheet.put_text(at, _ARROW, "→", styles.look("row_arrow"))
        sheet.link_cell(at, _ARROW, place)
    else:
        sheet.put_blank(at, _ARROW, text)
    sheet.put_text(at, _WHERE, row.where, text)
    sheet.put_text(at, _WHO, row.who, text)
    cells = ((row.text, _TEXT), (row.where, _WHERE), (row.who, _WHO))
    lines = min(max(lines_of(words, _PIXELS[column]) for words, column in cells), MOST_LINES)
    height = max(row_points(lines, SMALL_POINTS), _LEAST_POINTS)
    sheet.set_height(at, height, row.level, folded=row.folded, folds=folds)

"""The sheet «Дорожная карта»: measures down, units across, every cell in the colour and with the sign of its state."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from xlforms.consolidation.measure_states import STATES
from xlforms.consolidation.progress import FormProgress
from xlforms.consolidation.totals import REGION
from xlforms.layout.limits import PAGE_PIXELS, PAGE_POINTS
from xlforms.layout.pages import page_breaks
from xlforms.layout.text_size import column_pixels
from xlforms.messages import say
from xlforms.reports.measure_rows import (
    FIRST_FREE,
    FROZEN,
    MeasureRows,
    measure_pixels,
    write_measure_headings,
    write_measure_rows,
)
from xlforms.reports.sheet_top import write_top
from xlforms.reports.state_looks import STATE_LOOKS, legend, state_words
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.upright_columns import UprightColumns, upright_columns, write_upright_headings
from xlforms.workbook.slots import long_date

_PLACE, _UNIT, _SHARE, _OVERDUE = range(1, 5)
FIRST_MEASURE_ROW = 5
FIRST_UNIT_COLUMN = FIRST_FREE + len(STATES) + 1
_COUNT_WIDTH, _SHARE_WIDTH = 5.0, 9.5
_COUNTS_PIXELS = len(STATES) * column_pixels(_COUNT_WIDTH) + column_pixels(_SHARE_WIDTH)
_SCALE, _LARGEST, _SPARE = 60, 85, 0.92  # LibreOffice draws columns a little wider than Excel
_PAGE_PIXELS = PAGE_PIXELS["landscape"] * _SPARE


def write_roadmap(sheet: SummarySheet, styles: SummaryStyles, progress: FormProgress) -> None:
    """Writes the sheet of one roadmap."""
    lead = measure_pixels(FIRST_FREE) + _COUNTS_PIXELS
    columns = upright_columns(progress.units, lead, measure_pixels(), _PAGE_PIXELS / _SCALE * 100)
    last = FIRST_UNIT_COLUMN + len(progress.units) - 1
    hint = f"{say('roadmap-hint', day=long_date(progress.as_of))}\n{say('measure-legend', states=legend())}"
    write_top(
        sheet,
        styles,
        (say("roadmap-title", form=progress.title), FROZEN - 1, measure_pixels()),
        (hint, FIRST_UNIT_COLUMN - 1, lead - measure_pixels()),
    )
    write_measure_headings(sheet, styles, _PLACE, _UNIT)
    _write_count_headings(sheet, styles)
    write_upright_headings(sheet, styles, columns, _PLACE, FIRST_UNIT_COLUMN)
    _write_all_measures(sheet, styles, progress)
    rows = write_measure_rows(sheet, styles, progress, FIRST_MEASURE_ROW, last)
    counts = progress.counts()[REGION].tolist()
    looks = [(STATE_LOOKS[state].mark, styles.state(state, "mark")) for state in STATES]
    states = progress.states.tolist()
    for number, row in enumerate(rows.measures):
        _write_counts(sheet, styles, row, counts[number])
        for column, state in enumerate(states[number], start=FIRST_UNIT_COLUMN):
            sheet.put_text(row, column, *looks[state])
    sheet.freeze_panes(FIRST_MEASURE_ROW, FROZEN)
    _set_up_page(sheet, columns, lead, rows)


def put_share(sheet: SummarySheet, row: int, column: int, share: float | None, look: int) -> None:
    """A share, or a dash where there is none."""
    if share is None:
        sheet.put_text(row, column, "–", look)
    else:
        sheet.put_number(row, column, share, look)


def share_done(counts: Sequence[int]) -> float | None:
    """What is done, late or not, of what applies; `counts` are by `STATES`; None when nothing applies."""
    by_state = dict(zip(STATES, counts, strict=True))
    applicable = sum(counts) - by_state["not_applicable"]
    return (by_state["done"] + by_state["done_late"]) / applicable if applicable else None


def _write_count_headings(sheet: SummarySheet, styles: SummaryStyles) -> None:
    """How many units are in each state; the headings show sign, word and colour: they are the legend."""
    header = styles.look("header")
    first, share = FIRST_FREE, FIRST_FREE + len(STATES)
    sheet.put_merged(_PLACE, first, _PLACE, share, say("progress-units"), header)
    for column, state in enumerate(STATES, start=first):
        sheet.set_column(column, column, _COUNT_WIDTH)
        text = say("measure-legend-entry", mark=STATE_LOOKS[state].mark, state=state_words(state))
        sheet.put_text(_UNIT, column, text, styles.state(state, "header"))
    sheet.set_column(share, share, _SHARE_WIDTH)
    sheet.put_text(_UNIT, share, say("progress-share"), header)


def _write_all_measures(sheet: SummarySheet, styles: SummaryStyles, progress: FormProgress) -> None:
    """Two rows over all measures: the share that each unit has done, and how many are overdue."""
    label, count, share = (styles.look(f"row_{look}_bold") for look in ("label", "count", "share"))
    for row, code in ((_SHARE, "progress-all-done"), (_OVERDUE, "progress-all-overdue")):
        sheet.set_row(row, 17)
        for column in range(FIRST_UNIT_COLUMN):
            sheet.put_blank(row, column, count)
        sheet.put_merged(row, 0, row, FIRST_FREE - 1, say(code), label)
    counts = progress.counts()[REGION].sum(axis=0).tolist()
    for column, number in enumerate(counts, start=FIRST_FREE):
        sheet.put_number(_SHARE, column, number, count)
    put_share(sheet, _SHARE, FIRST_UNIT_COLUMN - 1, share_done(counts), share)
    for column, value in enumerate(progress.shares_done().tolist(), start=FIRST_UNIT_COLUMN):
        put_share(sheet, _SHARE, column, None if np.isnan(value) else value, share)
    for column, number in enumerate(progress.overdue_counts().tolist(), start=FIRST_UNIT_COLUMN):
        sheet.put_number(_OVERDUE, column, number, count)


def _write_counts(sheet: SummarySheet, styles: SummaryStyles, row: int, counts: Sequence[int]) -> None:
    for column, (state, number) in enumerate(zip(STATES, counts, strict=True), start=FIRST_FREE):
        look = styles.state(state, "count") if number else styles.look("cell_nought")
        sheet.put_number(row, column, number, look)
    put_share(sheet, row, FIRST_FREE + len(STATES), share_done(counts), styles.look("cell_share"))


def _set_up_page(sheet: SummarySheet, columns: UprightColumns, lead: float, rows: MeasureRows) -> None:
    """Headings and titles on every page; the signs are explained above each of them."""
    last, repeated = FIRST_UNIT_COLUMN + len(columns.units) - 1, (_PLACE, _OVERDUE)
    set_up_page(sheet, "landscape", (0, 0, rows.end - 1, last), repeat_rows=repeated)
    sheet.repeat_columns(0, FROZEN - 1)
    sheet.set_header("&C&8&K5B6775" + legend(), {"margin": 0.15})
    scale = max(min(int(_PAGE_PIXELS / (lead + columns.pixels) * 100), _LARGEST), _SCALE)
    sheet.set_print_scale(scale)
    sheet.print_across()
    heights = [sheet.row_points(row) for row in range(rows.end)]
    glued = {*range(FIRST_MEASURE_ROW), *rows.headings}
    sheet.set_h_pagebreaks(page_breaks(heights, [0], glued, repeated, PAGE_POINTS["landscape"] / scale * 100))
    sheet.set_v_pagebreaks([FIRST_UNIT_COLUMN + start for start in columns.page_starts])

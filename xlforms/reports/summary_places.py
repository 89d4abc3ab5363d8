"""The sheet «Ход по районам»: measures down, and for the region and each municipality how many units of each state."""

from __future__ import annotations

from collections.abc import Mapping

from xlforms.consolidation.measure_states import STATES
from xlforms.consolidation.progress import Counts, FormProgress
from xlforms.consolidation.totals import REGION
from xlforms.layout.limits import PAGE_PIXELS, PAGE_POINTS, SMALL_POINTS
from xlforms.layout.pages import page_breaks
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.messages import say
from xlforms.reports.measure_rows import FIRST_FREE, FROZEN, measure_pixels, write_measure_headings, write_measure_rows
from xlforms.reports.sheet_top import write_top
from xlforms.reports.state_looks import STATE_LOOKS, legend, state_words
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_roadmap import put_share, share_done
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.workbook.slots import long_date

_PLACE, _STATE, _ALL = range(1, 4)
FIRST_MEASURE_ROW = 4
GROUP = len(STATES) + 1  # columns of one place: a number for each state and the share done
_COUNT_WIDTH, _SHARE_WIDTH = 4.6, 9.5
_STATE_POINTS = 128.0
_GROUP_PIXELS = len(STATES) * column_pixels(_COUNT_WIDTH) + column_pixels(_SHARE_WIDTH)
_SCALE, _LARGEST, _SPARE = 65, 85, 0.92  # LibreOffice draws columns a little wider than Excel


def write_places(sheet: SummarySheet, styles: SummaryStyles, progress: FormProgress) -> None:
    """Writes the sheet of one roadmap."""
    counts = progress.counts()
    last = FIRST_FREE + GROUP * len(counts) - 1
    write_top(
        sheet,
        styles,
        (say("places-title", form=progress.title), FROZEN - 1, measure_pixels()),
        (
            say("places-hint", day=long_date(progress.as_of)),
            FIRST_FREE + GROUP - 1,
            measure_pixels(FIRST_FREE) - measure_pixels() + _GROUP_PIXELS,
        ),
    )
    write_measure_headings(sheet, styles, _PLACE, _STATE)
    _write_headings(sheet, styles, progress, counts)
    rows = write_measure_rows(sheet, styles, progress, FIRST_MEASURE_ROW, last)
    for place, numbers in enumerate(counts.values()):
        first = FIRST_FREE + GROUP * place
        _write_all(sheet, styles, first, numbers)
        for row, of_measure in zip(rows.measures, numbers.tolist(), strict=True):
            for column, (state, number) in enumerate(zip(STATES, of_measure, strict=True), start=first):
                look = styles.state(state, "count") if number else styles.look("cell_nought")
                sheet.put_number(row, column, number, look)
            put_share(sheet, row, first + len(STATES), share_done(of_measure), styles.look("cell_share"))
    sheet.freeze_panes(FIRST_MEASURE_ROW, FROZEN)
    _set_up_page(sheet, len(counts), rows.end, rows.headings, last)


def _write_headings(
    sheet: SummarySheet, styles: SummaryStyles, progress: FormProgress, counts: Mapping[str, Counts]
) -> None:
    texts = []
    for place in counts:
        units = sum(place in (REGION, unit.municipality) for unit in progress.units)
        texts.append(say("places-of", place=place or say("places-region"), units=units))
    lines = max(line_count(text, _GROUP_PIXELS, SMALL_POINTS + 1, bold=True, indent=1) for text in texts)
    sheet.set_row(_PLACE, row_points(lines, SMALL_POINTS + 1) + 4)
    sheet.set_row(_STATE, _STATE_POINTS)
    for number, text in enumerate(texts):
        first = FIRST_FREE + GROUP * number
        sheet.put_merged(_PLACE, first, _PLACE, first + GROUP - 1, text, styles.look("section"))
        for column, state in enumerate(STATES, start=first):
            sheet.set_column(column, column, _COUNT_WIDTH)
            caption = say("measure-legend-entry", mark=STATE_LOOKS[state].mark, state=state_words(state))
            sheet.put_text(_STATE, column, caption, styles.state(state, "header"))
        share = first + len(STATES)
        sheet.set_column(share, share, _SHARE_WIDTH)
        sheet.put_text(_STATE, share, say("progress-share"), styles.look("header"))
    sheet.set_row(_ALL, 17)
    sheet.put_merged(_ALL, 0, _ALL, FIRST_FREE - 1, say("places-all"), styles.look("row_label_bold"))


def _write_all(sheet: SummarySheet, styles: SummaryStyles, first: int, numbers: Counts) -> None:
    """All measures of a place together."""
    totals = numbers.sum(axis=0).tolist()
    for column, number in enumerate(totals, start=first):
        sheet.put_number(_ALL, column, number, styles.look("row_count_bold"))
    put_share(sheet, _ALL, first + len(STATES), share_done(totals), styles.look("row_share_bold"))


def _set_up_page(sheet: SummarySheet, places: int, end: int, headings: tuple[int, ...], last: int) -> None:
    """Headings and titles on every page; a municipality is never cut in two."""
    repeated = (_PLACE, _ALL)
    set_up_page(sheet, "landscape", (0, 0, end - 1, last), repeat_rows=repeated)
    sheet.repeat_columns(0, FROZEN - 1)
    sheet.set_header("&C&8&K5B6775" + legend(), {"margin": 0.15})
    lead, room = measure_pixels(FIRST_FREE), PAGE_PIXELS["landscape"] * _SPARE
    scale = max(min(int(room / (lead + places * _GROUP_PIXELS) * 100), _LARGEST), _SCALE)
    sheet.set_print_scale(scale)
    sheet.print_across()
    heights = [sheet.row_points(row) for row in range(end)]
    glued = {*range(FIRST_MEASURE_ROW), *headings}
    sheet.set_h_pagebreaks(page_breaks(heights, [0], glued, repeated, PAGE_POINTS["landscape"] / scale * 100))
    breaks, used = [], lead
    for place in range(places):
        if place and used + _GROUP_PIXELS > room / scale * 100:
            breaks.append(FIRST_FREE + GROUP * place)
            used = measure_pixels()
        used += _GROUP_PIXELS
    sheet.set_v_pagebreaks(breaks)

"""The sheet «Показатели»: for each target indicator the medians of the region and municipalities, then every unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from xlforms.consolidation.column_statistics import Number
from xlforms.consolidation.indicator_results import FormIndicators, PeriodResults
from xlforms.consolidation.totals import REGION
from xlforms.definitions.item_types import NO
from xlforms.definitions.roadmap import Indicator, Measured
from xlforms.definitions.units import Unit
from xlforms.layout.limits import PAGE_PIXELS, PAGE_POINTS, SMALL_POINTS
from xlforms.layout.pages import page_breaks
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.messages import say
from xlforms.reports.sheet_top import write_top
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

_LEAD = (("Код", 10.0), ("Школа", 40.0), ("Муниципалитет", 24.0))
_CELLS = (("target", 13.0), ("fact", 13.0), ("deviation", 13.0), ("attained", 12.0))
_PERIOD, _CAPTION = 1, 2
FIRST_ROW = 3
_TYPES: dict[Measured, str] = {"share": "percent", "money": "money", "count": "integer", "score": "decimal"}
_SCALE, _SPARE = 55, 0.92  # LibreOffice draws columns a little wider than Excel


class _Draft:
    """The sheet in the making: rows are added from top to bottom."""

    def __init__(self, sheet: SummarySheet, styles: SummaryStyles, form: FormIndicators) -> None:
        self.sheet, self.styles, self.form = sheet, styles, form
        self.labels = list(dict.fromkeys(p.label for periods in form.results for p in periods))
        self.last = len(_LEAD) + len(_CELLS) * len(self.labels) - 1
        self.row = FIRST_ROW
        self.headings: list[int] = []
        self.heights = [row_points(_unit_lines(unit), SMALL_POINTS) for unit in form.units]

    def add_heading(self, indicator: Indicator) -> None:
        """Group, title, unit of measure and direction of an indicator."""
        better = say(f"indicators-{indicator.better}")
        title = f"{indicator.group.rstrip('.')}. {indicator.title}" if indicator.group else indicator.title
        text = say("indicators-heading", title=title, unit=indicator.unit, better=better)
        self.headings.append(self.row)
        self.sheet.put_merged(self.row, 0, self.row, self.last, text, self.styles.look("section"))
        lines = line_count(text, self.pixels(), SMALL_POINTS + 1, bold=True, indent=1)
        self.sheet.set_height(self.row, row_points(lines, SMALL_POINTS + 1) + 2)
        self.row += 1

    def add_medians(self, place: str, kind: str, periods: Sequence[PeriodResults]) -> None:
        """The middle of the region or of a municipality."""
        label = say("indicators-place", place=place) if place != REGION else say("indicators-region")
        width = sum(column_pixels(width) for _, width in _LEAD)
        lines = line_count(label, width, SMALL_POINTS, bold=True, indent=1)
        self.sheet.set_height(self.row, row_points(lines, SMALL_POINTS), 0 if place == REGION else 1)
        self.sheet.put_merged(self.row, 0, self.row, len(_LEAD) - 1, label, self.styles.look("row_label_bold"))
        median, text = self.styles.median(kind), self.styles.look("row_centre_bold")
        for column, period in self.periods(periods):
            found = period.of_group(self.form.groups[place])
            broken = kind == "integer" and isinstance(found.target or found.fact, float)  # between two whole numbers
            look = self.styles.median("decimal") if broken else median
            self.put_number(column, found.target, look)
            self.put_number(column + 1, found.fact, look)
            self.sheet.put_blank(self.row, column + 2, text)
            attained = say("indicators-attained-of", attained=found.attained, compared=found.compared)
            self.sheet.put_text(self.row, column + 3, attained, text)
        self.row += 1

    def add_unit(self, number: int, unit: Unit, kind: str, periods: Sequence[PeriodResults]) -> None:
        """What one unit gave; grey when it returned nothing."""
        absent = not self.form.answered[number]
        self.sheet.set_height(self.row, self.heights[number], 2)
        for column, text in enumerate((unit.unit, unit.name, unit.municipality)):
            self.sheet.put_text(self.row, column, text, self.styles.look("row_text"))
        look = self.styles.answer(kind, "absent" if absent else "")
        for column, period in self.periods(periods):
            found = period.of_unit(number)
            for place, value in enumerate((found.target, found.fact, found.deviation)):
                self.put_number(column + place, value, look)
            missed = self.styles.look("row_wrong") if found.attained == NO else self.styles.look("row_centre")
            self.sheet.put_text(self.row, column + 3, found.attained or "", look if absent else missed)
        self.row += 1

    def put_number(self, column: int, value: Number | None, look: int) -> None:
        """A number, or nothing."""
        if value is None:
            self.sheet.put_blank(self.row, column, look)
        else:
            self.sheet.put_number(self.row, column, value, look)

    def periods(self, periods: Sequence[PeriodResults]) -> Iterator[tuple[int, PeriodResults]]:
        """The first column of each period; the cells of periods that an indicator does not have stay empty."""
        by_label = {period.label: period for period in periods}
        for number, label in enumerate(self.labels):
            first = len(_LEAD) + len(_CELLS) * number
            if label in by_label:
                yield first, by_label[label]
            else:
                for column in range(first, first + len(_CELLS)):
                    self.sheet.put_blank(self.row, column, self.styles.look("row_absent"))

    def pixels(self) -> float:
        """The width of the sheet."""
        period = sum(column_pixels(width) for _, width in _CELLS)
        return sum(column_pixels(width) for _, width in _LEAD) + period * len(self.labels)


def write_indicators(sheet: SummarySheet, styles: SummaryStyles, form: FormIndicators) -> None:
    """Writes the sheet of one form."""
    draft = _Draft(sheet, styles, form)
    _write_top(draft)
    sheet.outline_settings(True, False, True, False)  # the row that heads a group stands above it
    units = np.array([unit.municipality for unit in form.units], dtype=object)
    for indicator, periods in zip(form.indicators, form.results, strict=True):
        kind = _TYPES[indicator.measured]
        draft.add_heading(indicator)
        draft.add_medians(REGION, kind, periods)
        for place in dict.fromkeys(units.tolist()):
            if place:
                draft.add_medians(place, kind, periods)
            for number in np.flatnonzero(units == place).tolist():
                draft.add_unit(number, form.units[number], kind, periods)
    sheet.freeze_panes(FIRST_ROW, len(_LEAD))
    _set_up_page(draft)


def _write_top(draft: _Draft) -> None:
    sheet, styles = draft.sheet, draft.styles
    header = styles.look("header")
    lead, period = (sum(column_pixels(width) for _, width in part) for part in (_LEAD, _CELLS))
    write_top(
        sheet,
        styles,
        (say("indicators-title", form=draft.form.title), len(_LEAD) - 1, lead),
        (say("indicators-hint"), len(_LEAD) + len(_CELLS) - 1, period),
    )
    sheet.set_row(_PERIOD, 18)
    sheet.set_row(_CAPTION, 18)
    for column, (caption, width) in enumerate(_LEAD):
        sheet.set_column(column, column, width)
        sheet.put_merged(_PERIOD, column, _CAPTION, column, caption, header)
    for number, label in enumerate(draft.labels):
        first = len(_LEAD) + len(_CELLS) * number
        sheet.put_merged(_PERIOD, first, _PERIOD, first + len(_CELLS) - 1, label, header)
        for column, (cell, width) in enumerate(_CELLS, start=first):
            sheet.set_column(column, column, width)
            sheet.put_text(_CAPTION, column, say(f"indicators-{cell}"), header)


def _unit_lines(unit: Unit) -> int:
    texts = zip((unit.unit, unit.name, unit.municipality), _LEAD, strict=True)
    return max(line_count(text, column_pixels(width), SMALL_POINTS, indent=1) for text, (_, width) in texts)


def _set_up_page(draft: _Draft) -> None:
    """Headings on every page, and the units too when the periods do not fit beside each other."""
    sheet, room = draft.sheet, PAGE_PIXELS["landscape"] * _SPARE
    repeated = (_PERIOD, _CAPTION)
    set_up_page(sheet, "landscape", (0, 0, draft.row - 1, draft.last), repeat_rows=repeated)
    sheet.repeat_columns(0, len(_LEAD) - 1)
    scale = max(min(int(room / draft.pixels() * 100), 100), _SCALE)
    sheet.set_print_scale(scale)
    sheet.print_across()
    lead, period = (sum(column_pixels(width) for _, width in part) for part in (_LEAD, _CELLS))
    breaks, used = [], lead
    for number in range(len(draft.labels)):
        if number and used + period > room / scale * 100:
            breaks.append(len(_LEAD) + len(_CELLS) * number)
            used = lead
        used += period
    sheet.set_v_pagebreaks(breaks)
    heights = [sheet.row_points(row) for row in range(draft.row)]
    glued = {*range(FIRST_ROW), *(row + more for row in draft.headings for more in (0, 1))}
    page = PAGE_POINTS["landscape"] / scale * 100
    sheet.set_h_pagebreaks(page_breaks(heights, [0], glued, repeated, page))

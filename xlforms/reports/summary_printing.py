"""How the sheets of summary.xlsx print: A4, headings repeated, every page named and numbered."""

from __future__ import annotations

from typing import Literal

from xlforms.messages import say
from xlforms.reports.summary_sheet import SummarySheet

_A4 = 9
_MARGIN = 1 / 2.54  # inches


def set_up_page(
    sheet: SummarySheet,
    orientation: Literal["portrait", "landscape"],
    area: tuple[int, int, int, int],
    *,
    repeat_rows: tuple[int, int] | None = None,
) -> None:
    """Paper, margins, footer, the printed area (first row, first column, last row, last column), repeated rows."""
    sheet.set_paper(_A4)
    if orientation == "landscape":
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN * 1.4)
    sheet.set_footer("&C&8&K5B6775" + say("report-footer", sheet="&A", page="&P", pages="&N"), {"margin": 0.2})
    sheet.print_area(*area)
    if repeat_rows is not None:
        sheet.repeat_rows(*repeat_rows)

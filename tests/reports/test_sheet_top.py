"""The first row of sheets that print on several pages across."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from xlsxwriter import Workbook

from xlforms.reports.sheet_top import write_top
from xlforms.reports.summary_sheet import new_sheet
from xlforms.reports.summary_style import SummaryStyles

LONG = "Дорожная карта муниципального района по поддержке школ с низкими образовательными результатами"


def test_title_and_hint() -> None:
    """The title lies over the repeated columns, the hint right of them, and the row is as high as the taller needs."""
    target = BytesIO()
    book = Workbook(target)
    styles = SummaryStyles(book)
    for name, title, hint in (("short", "Ход", "Подсказка"), ("long title", LONG, "П"), ("long hint", "Ход", LONG * 6)):
        write_top(new_sheet(book, name), styles, (title, 1, 300.0), (hint, 4, 300.0))
    book.close()
    sheets = load_workbook(target)
    assert {"A1:B1", "C1:E1"} == {str(merged) for merged in sheets["short"].merged_cells.ranges}
    assert ("Ход", "Подсказка") == (sheets["short"]["A1"].value, sheets["short"]["C1"].value)
    short, title, hint = (sheets[name].row_dimensions[1].height for name in ("short", "long title", "long hint"))
    assert short < title < hint

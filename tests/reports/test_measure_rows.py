"""The left side of the sheets with measures down."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO

from openpyxl import load_workbook
from xlsxwriter import Workbook

from tests.reports.made_up_roadmap import progress_summary, report
from xlforms.reports.measure_rows import MeasureRows, write_measure_headings, write_measure_rows
from xlforms.reports.summary_sheet import new_sheet
from xlforms.reports.summary_style import SummaryStyles


def test_rows() -> None:
    """Sections head their measures; a row is as high as its longest text; the places of the rows are told."""
    (progress,) = progress_summary([report("001", {})], 1, 1).progress
    spring, *others = progress.measures
    long = replace(spring, title="Мониторинг " * 30)
    target = BytesIO()
    book = Workbook(target)
    styles, sheet = SummaryStyles(book), new_sheet(book, "Лист")
    write_measure_headings(sheet, styles, 0, 1)
    rows = write_measure_rows(sheet, styles, replace(progress, measures=(long, *others)), 2, 5)
    book.close()
    assert MeasureRows((3, 4, 6, 7, 8, 9), (2, 5), 10) == rows
    made = load_workbook(target)["Лист"]
    assert [
        ("№", "Мероприятие", "Срок", "Последний день"),
        ("1. Кадры", None, None, None),
        ("1.2", "Курсы", "июнь 2021", datetime(2021, 6, 30)),
        ("2. Ученики", None, None, None),
        ("2.3", "Визиты", "по отдельному графику", None),
        ("2.4", "Анализ: осенью", "до 01.11.2020г.", datetime(2020, 11, 1)),
    ] == [tuple(cell.value for cell in made[number][:4]) for number in (1, 3, 5, 6, 9, 10)]
    heights = [made.row_dimensions[number].height for number in (4, 5)]
    assert heights[0] > 5 * heights[1]
    assert {"FF1F2A37"} == {made.cell(3, column).fill.fgColor.rgb for column in (1, 3, 4, 5, 6)}

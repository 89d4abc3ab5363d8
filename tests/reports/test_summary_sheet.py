"""The quick sheet: cells come out as they were put, and nothing slips past it."""

from __future__ import annotations

import warnings
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from xlforms.errors import GenerationError
from xlforms.reports.summary_sheet import TEXT_LIMIT, SummarySheet, plain_text


def test_cells_come_back() -> None:
    """Numbers keep their digits, texts stay texts, merged cells and links are where they were put."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    sheet: SummarySheet = book.add_worksheet("Лист", SummarySheet)
    sheet.put_text(1, 2, "=1", 0)
    sheet.put_number(1, 0, Decimal("0.1"), 0)
    sheet.put_merged(3, 0, 4, 1, "over four", 0)
    sheet.put_link(6, 0, "there", 0, "Лист", (3, 0))
    sheet.put_ready(7, ['<c r="A8"><v>5</v></c>'], 0)
    book.close()
    worksheet = load_workbook(BytesIO(target.getvalue()))["Лист"]
    assert [
        (0.1, None, "=1"), (None, None, None), ("over four", None, None), (None, None, None), (None, None, None),
        ("there", None, None), (5, None, None),
    ] == [tuple(cell.value for cell in row) for row in worksheet.iter_rows(min_row=2)]  # fmt: skip
    assert ["A4:B5"] == [str(area) for area in worksheet.merged_cells.ranges]
    assert "'Лист'!A4" == worksheet["A7"].hyperlink.location
    assert "A2:C8" == worksheet.dimensions


def test_ordinary_writing_is_refused() -> None:
    """A cell written by XlsxWriter's own methods would be lost, so closing the file stops."""
    book = Workbook(BytesIO(), {"in_memory": True})
    book.add_worksheet("Лист", SummarySheet).write_string(0, 0, "lost")
    with pytest.raises(TypeError, match="put methods"):
        book.close()


def test_table() -> None:
    """A table has its headings as texts and covers its rows; the number of texts in the workbook stays right."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    sheet: SummarySheet = book.add_worksheet("Лист", SummarySheet)
    sheet.put_table(1, 3, "т_Лист", ["Код", "Школа"], 0)
    sheet.put_text(2, 0, "Код", 0)
    book.close()
    worksheet = load_workbook(BytesIO(target.getvalue()))["Лист"]
    table = worksheet.tables["т_Лист"]
    assert ("A2:B4", "A2:B4", ["Код", "Школа"]) == (table.ref, table.autoFilter.ref, table.column_names)
    assert [("Код", "Школа"), ("Код", None), (None, None)] == [
        tuple(cell.value for cell in row) for row in worksheet["A2:B4"]
    ]
    with ZipFile(BytesIO(target.getvalue())) as parts:
        assert b'count="3" uniqueCount="2"' in parts.read("xl/sharedStrings.xml")


@pytest.mark.parametrize("headings", [["Код", "код"], ["Код", "КОД"]])
def test_table_with_equal_headings(headings: list[str]) -> None:
    """Excel would repair such a file, so it is not made."""
    sheet: SummarySheet = Workbook(BytesIO()).add_worksheet("Лист", SummarySheet)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(GenerationError):
            sheet.put_table(1, 3, "т_Лист", headings, 0)


def test_link_of_merged_cells() -> None:
    """A link covers merged cells and leads to a place whose sheet has signs of XML in its name."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    sheet: SummarySheet = book.add_worksheet("А<&>", SummarySheet)
    sheet.put_merged(0, 0, 0, 2, "there", 0)
    sheet.link_cell(0, 0, "'А<&>'!B2:B9", '«tip» & "more"', last_column=2)
    book.close()
    link = load_workbook(BytesIO(target.getvalue()))["А<&>"]["A1"].hyperlink
    assert ("'А<&>'!B2:B9", '«tip» & "more"') == (link.location, link.tooltip)
    with ZipFile(BytesIO(target.getvalue())) as parts:
        assert b'<hyperlink ref="A1:C1"' in parts.read("xl/worksheets/sheet1.xml")


def test_ordinary_links_are_refused() -> None:
    """A link written by XlsxWriter's own method would be lost."""
    book = Workbook(BytesIO(), {"in_memory": True})
    sheet: SummarySheet = book.add_worksheet("Лист", SummarySheet)
    sheet.hyperlinks[0][0] = "lost"
    with pytest.raises(TypeError, match="put methods"):
        book.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("обычный", "обычный"),
        ("<r>x</r>", "<r>x</r> "),
        ("x" * (TEXT_LIMIT + 5), "x" * (TEXT_LIMIT - 1) + "…"),
        ("\ud800", "\ufffd"),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    """A text fits into a cell and is never taken for markup."""
    assert expected == plain_text(text)

"""summary.xlsx in LibreOffice: it opens with the numbers that were written, and links lead to cells that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from tests.office.libreoffice import FormulaError, LibreOffice
from tests.reports.made_up_overview import made_up
from xlforms.reports.summary_workbook import write_summary

pytestmark = pytest.mark.office


def test_opens(office: LibreOffice, tmp_path: Path) -> None:
    """Every sheet and every number comes through, nothing is an error, and each link has its target."""
    path = tmp_path / "summary.xlsx"
    write_summary(made_up(figures=True), path)
    seen = office.read(path)
    book = load_workbook(path)
    assert set(seen) == set(book.sheetnames)
    assert [] == [value for cells in seen.values() for value in cells.values() if isinstance(value, FormulaError)]
    for worksheet in book:
        numbers = {
            cell.coordinate: float(cell.value)
            for row in worksheet.iter_rows()
            for cell in row
            if isinstance(cell.value, int | float)
        }
        assert numbers == {address: seen[worksheet.title][address] for address in numbers}
        for row in worksheet.iter_rows():
            for cell in row:
                if cell.hyperlink is not None:
                    sheet, place = cell.hyperlink.location.rsplit("!", 1)
                    target = book[sheet.strip("'")]
                    _, _, column, last = range_boundaries(place)
                    assert (True, True) == (column <= target.max_column, last <= target.max_row)

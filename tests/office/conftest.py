"""The small form that the tests of the LibreOffice driver work on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

SHEET = "Кадры"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A protected sheet with seven answer cells and a hidden sheet of choices."""
    path = tmp_path / "form.xlsx"
    book = xlsxwriter.Workbook(path, {"in_memory": True})
    sheet = book.add_worksheet(SHEET)
    choices = book.add_worksheet("_lists")
    choices.hide()
    choices.write_column("A1", ["да", "нет", "не знаю"])
    answer = book.add_format({"locked": False})
    sheet.write_column("A1", ["ключ", "Учителей", "Есть ли", "Дата", "Шифр", "Не меньше B2", "Доля", "Примечание"])
    sheet.set_row(0, None, None, {"hidden": True})
    for row in (1, 2, 4, 5, 6, 7):
        sheet.write_blank(row, 1, None, answer)
    sheet.write_blank("B4", None, book.add_format({"locked": False, "num_format": "dd.mm.yyyy"}))
    sheet.write_formula("C2", "=B2+1", None, 1)
    sheet.write_formula("C3", "=1/B2", None, 0)
    whole = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 500}
    sheet.data_validation("B2", whole | {"error_title": "Не то", "error_message": "Целое число от 0 до 500."})
    sheet.data_validation("B3", {"validate": "list", "source": "=_lists!$A$1:$A$3"})
    days = {"minimum": date(2020, 1, 1), "maximum": date(2030, 1, 1)}
    sheet.data_validation("B4", {"validate": "date", "criteria": "between", **days})
    sheet.data_validation("B5", {"validate": "length", "criteria": "<=", "value": 5})
    sheet.data_validation("B6", {"validate": "custom", "value": "=B6>=B2"})
    share = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1, "error_type": "warning"}
    sheet.data_validation("B7", share | {"error_message": "Обычно меньше 1."})
    sheet.protect()
    book.close()
    return path

"""Nothing that XlsxWriter refuses passes."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.definitions.forms import load_blocks
from xlforms.definitions.units import Unit
from xlforms.errors import GenerationError
from xlforms.layout.build import build_plan
from xlforms.workbook.book import FormBook
from xlforms.workbook.guard import accept
from xlforms.workbook.write import write_workbook


@pytest.fixture
def worksheet() -> Iterator[Any]:
    """An empty sheet, with warnings turned into exceptions as the writer does."""
    book = FormBook(BytesIO())
    sheet = book.add_sheet("Лист")
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        yield sheet
    book.close()


def _refusal(*arguments: object) -> GenerationError:
    with pytest.raises(GenerationError) as caught:
        accept("Лист", "staff.all.total", *arguments)  # type: ignore[arg-type]  # a function and its arguments
    return caught.value


def test_dropped_validation_is_an_error(worksheet: Any) -> None:
    """A rule with a title of 33 letters is dropped with a warning: generation stops and names sheet and item."""
    rule = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 1, "input_title": "я" * 33}
    error = _refusal(worksheet.data_validation, 0, 0, 0, 0, rule)
    parameters = error.parameters
    assert ("workbook-refused", "Лист", "staff.all.total") == (error.code, parameters["sheet"], parameters["item"])
    assert "32" in str(parameters["detail"])


def test_silent_return_code_is_an_error(worksheet: Any) -> None:
    """A text cut to 32,767 characters gives only -2."""
    assert "write_string: -2" == _refusal(worksheet.write_string, 0, 0, "я" * 32_768).parameters["detail"]


def test_exception_of_the_library_is_an_error(worksheet: Any) -> None:
    """Overlapping merged cells would make Excel «repair» the file."""
    accept("Лист", "", worksheet.merge_range, 0, 0, 0, 3, "")
    assert "workbook-refused" == _refusal(worksheet.merge_range, 0, 2, 1, 2, "").code


def test_bad_sheet_name_is_an_error() -> None:
    """A name that Excel does not take stops generation."""
    book = FormBook(BytesIO())
    with pytest.raises(GenerationError):
        book.add_sheet("Кадры/2025")
    book.close()


def test_accepted_call_gives_its_result(worksheet: Any) -> None:
    """What is taken goes through unchanged."""
    assert 0 == accept("Лист", "", worksheet.write_string, 0, 0, "текст")


def test_text_that_looks_like_xml(tmp_path: Path) -> None:
    """A pre-filled value that begins and ends like formatted text is text, and the workbook stays readable."""
    plan = build_plan(load_blocks(tmp_path, "- card: c\n  fields:\n    - {field: f, title: <r>Поле</r>, type: text}"))
    target = BytesIO()
    write_workbook(plan, target, unit=Unit("001", "<r><t>Школа</r>", "Район"))
    texts = {cell.value for sheet in load_workbook(target) for row in sheet.iter_rows() for cell in row}
    assert {"<r><t>Школа</r> ", "<r>Поле</r> "} <= texts

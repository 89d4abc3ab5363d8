"""One sheet of a form that was exported to CSV."""

from __future__ import annotations

import pytest

from tests.intake.returned import answers, noted, plan, raw_workbook, read, sheet_of
from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.raw import CellKind, RawSheet, RawWorkbook
from xlforms.intake.read_csv import DECIMAL_POINT, read_csv
from xlforms.intake.read_submission import prepare, read_submission
from xlforms.intake.read_workbook import read_workbook
from xlforms.intake.row_witnesses import cell_text

_GIVEN = {"staff.all.total": 9, "staff.music.total": 2, "staff.music.topic": "ноты; песни", "staff.art.total": 3}


def exported(sheet: RawSheet, separator: str = ";") -> str:
    """A sheet as LibreOffice and Gnumeric export it: a rectangle of texts, quoted where they must be."""
    height, width = (max(places) + 1 for places in zip(*sheet.cells, strict=True))
    rows = [[cell_text(sheet.cells.get((row, column))) for column in range(width)] for row in range(height)]
    return "\n".join(separator.join(_quoted(text, separator) for text in row) for row in rows) + "\n"


def _quoted(text: str, separator: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in f'{separator}"\n') else text


def _cells(text: str | bytes, name: str = "папка/а.csv") -> RawWorkbook:
    return read_csv(text if isinstance(text, bytes) else text.encode(), name, DEFAULT)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_separators_and_encodings(separator: str, encoding: str) -> None:
    """What stands between cells is told by the rows being even, Russian letters by what can be decoded."""
    text = separator.join(["ключ", "«да, нет; кто?»" if separator == "\t" else '"да, нет; кто?"', "12"]) + "\n"
    found = _cells((text * 3).encode(encoding))
    shown = "«да, нет; кто?»" if separator == "\t" else "да, нет; кто?"
    row = [(CellKind.TEXT, value, False) for value in ("ключ", shown, "12")]
    assert {(line, column): cell for line in range(3) for column, cell in enumerate(row)} == found.sheets[0].cells
    assert ("csv", "а", separator == ",") == (found.kind, found.sheets[0].name, DECIMAL_POINT in found.properties)


def test_decimal_commas_between_semicolons() -> None:
    """A comma inside numbers is not taken for what stands between cells."""
    assert 2 == max(column for _, column in _cells("а;1,5;2,5\nб;3,5;4,5\n").sheets[0].cells)


def test_service_sheets_are_passed_over() -> None:
    """The sheets that a form keeps for itself are known by the names that programs give to exported sheets."""
    with pytest.raises(IntakeRefusal) as caught:
        _cells("xf_form;trial\n", "form-_xf.csv")
    assert ("system-file", "csv-service-sheet") == (caught.value.reason, caught.value.code)


def test_too_many_cells() -> None:
    """A limit of cells holds here as for every other kind."""
    with pytest.raises(IntakeRefusal) as caught:
        read_csv(b"1;2\n" * 3, "a.csv", Limits(cells=4))
    assert "too-many-cells" == caught.value.code


def test_answers_of_an_exported_sheet() -> None:
    """Hidden keys are there too; numbers count without being called repaired, since all of CSV is text."""
    sheet = sheet_of(raw_workbook(_GIVEN), "Кадры")
    found = read(read_workbook(exported(sheet).encode(), "форма-Кадры.csv"))
    assert (_GIVEN, [], {}) == (answers(found), found.repairs, found.invalid)
    assert ("staff", "форма-Кадры", "007") == (found.section, found.sheet, found.unit)
    missing = [("sheet-missing", "Титул", ""), ("sheet-missing", "Здание", "")]
    assert {*missing, ("sheet-from-csv", "форма-Кадры", "")} == set(noted(found))


def test_table_that_is_no_form() -> None:
    """Any other CSV is refused with advice."""
    keys = {(plan().form, plan().version): prepare(plan())}
    with pytest.raises(IntakeRefusal) as caught:
        read_submission(_cells("школа;учеников\nпервая;300\n"), keys)
    assert ("unsupported-format", "is-csv") == (caught.value.reason, caught.value.code)

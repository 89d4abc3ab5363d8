"""Old .xls workbooks, written by xlwt."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace

import pytest
import xlwt

from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.raw import CellKind, RawSheet, RawWorkbook
from xlforms.intake.read_xls import read_xls


def _saved(book: xlwt.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _sample() -> bytes:
    book = xlwt.Workbook()
    first = book.add_sheet("Кадры")
    date = xlwt.easyxf(num_format_str="dd.mm.yyyy")
    for column, value in enumerate(["текст", 12, 0.25, True, " 1 234 ", "", "первая\nвторая"]):
        first.write(1, column + 1, value)
    first.write(2, 1, datetime.datetime(2025, 10, 15), date)
    first.row(2).set_cell_error(2, "#REF!")
    first.write(2, 4, None, date)
    first.write(9, 255, 5)
    book.add_sheet("_xf").visibility = 1
    book.add_sheet("тайный").visibility = 2
    return _saved(book)


def test_whole_workbook() -> None:
    """Every kind of value and the states of sheets come back, addresses hold."""
    expected = RawWorkbook(
        kind="xls",
        sheets=(
            RawSheet(
                "Кадры",
                {
                    (1, 1): (CellKind.TEXT, "текст", False),
                    (1, 2): (CellKind.NUMBER, 12, False),
                    (1, 3): (CellKind.NUMBER, 0.25, False),
                    (1, 4): (CellKind.BOOLEAN, True, False),
                    (1, 5): (CellKind.TEXT, " 1 234 ", False),
                    (1, 7): (CellKind.TEXT, "первая\nвторая", False),
                    (2, 1): (CellKind.DATE, 45945, False),
                    (2, 2): (CellKind.ERROR, "#REF!", False),
                    (9, 255): (CellKind.NUMBER, 5, False),
                },
            ),
            RawSheet("_xf", {}, hidden=True),
            RawSheet("тайный", {}, hidden=True),
        ),
        application="",
        modified="",
        properties={},
        has_macros=False,
        external_links=False,
        date1904=False,
    )
    assert expected == read_xls(_sample(), DEFAULT)


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """xlrd's remarks about odd files do not reach the terminal."""
    with pytest.raises(IntakeRefusal):
        read_xls(_sample()[:5000], DEFAULT)
    read_xls(_sample() + b"\0" * 100, DEFAULT)
    assert ("", "") == tuple(capfd.readouterr())


def test_calendar_of_1904_is_told() -> None:
    """The workbook says from which year its dates count."""
    book = xlwt.Workbook()
    book.dates_1904 = True
    book.add_sheet("Лист")
    assert read_xls(_saved(book), DEFAULT).date1904


@pytest.mark.parametrize(
    ("code", "limits"), [("too-many-cells", replace(DEFAULT, cells=8)), ("too-many-sheets", replace(DEFAULT, sheets=2))]
)
def test_limits(code: str, limits: Limits) -> None:
    """Over a limit is `too-large`."""
    with pytest.raises(IntakeRefusal) as caught:
        read_xls(_sample(), limits)
    assert ("too-large", code) == (caught.value.reason, caught.value.code)


def test_cut_file_gives_the_same_cells_or_a_refusal() -> None:
    """Wherever the file ends too early: all the values or `damaged`."""
    content = _sample()
    whole = read_xls(content, DEFAULT)
    outcomes = []
    for length in range(0, len(content), 97):
        try:
            outcomes.append(read_xls(content[:length], DEFAULT) == whole)
        except IntakeRefusal as refusal:
            outcomes.append(refusal.reason == "damaged")
    assert [True] * len(outcomes) == outcomes

"""Formulas in .xls: which cells they are, and when a stored 0 is no result."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
import xlrd
import xlsxwriter
import xlwt

from tests.office.libreoffice import LibreOffice
from xlforms.intake.limits import DEFAULT
from xlforms.intake.raw import CellKind, RawCell
from xlforms.intake.read_xls import read_xls
from xlforms.intake.xls_formulas import formulas_of, gives_number, saved_by_libreoffice

_EMPTY_TEXT = struct.pack("<BxHHH", 3, 0, 0, 0xFFFF)  # what xlwt stores as the result of every formula
_RESULTS = {
    "=12": struct.pack("<d", 12.0),
    "=A1": bytes(8),
    "=5-5": bytes(8),
    "=TRUE": struct.pack("<BxHHH", 1, 1, 0, 0xFFFF),
    "=#DIV/0!": struct.pack("<BxHHH", 2, 7, 0, 0xFFFF),
    '=""': _EMPTY_TEXT,
}


def _saved(owner: str) -> bytes:
    """Formulas in the first column with the results above, a 0 that was typed below."""
    book = xlwt.Workbook()
    book.set_owner(owner)
    sheet = book.add_sheet("Лист")
    for row, text in enumerate(_RESULTS):
        sheet.write(row, 0, xlwt.Formula("1/0" if text == "=#DIV/0!" else text[1:].replace("A1", "C9")))
    sheet.write(len(_RESULTS), 0, 0)
    target = io.BytesIO()
    book.save(target)
    before, *parts = target.getvalue().split(_EMPTY_TEXT)
    return before + b"".join(result + part for result, part in zip(_RESULTS.values(), parts, strict=True))


def _cells(owner: str) -> list[RawCell]:
    (sheet,) = read_xls(_saved(owner), DEFAULT).sheets
    return [sheet.cells[row, 0] for row in range(len(_RESULTS) + 1)]


_OTHERS: list[RawCell] = [
    (CellKind.NUMBER, 0, True),
    (CellKind.BOOLEAN, True, True),
    (CellKind.ERROR, "#DIV/0!", True),
    (CellKind.TEXT, "", True),
    (CellKind.NUMBER, 0, False),
]


def test_formulas_are_told_from_values() -> None:
    """A result is what is stored; a formula is told from a typed value, an empty text from a blank."""
    assert [(CellKind.NUMBER, 12, True), (CellKind.NUMBER, 0, True), *_OTHERS] == _cells("Pupil")


def test_zeros_of_libreoffice() -> None:
    """In a file of LibreOffice a stored 0 is a result only when the formula can give nothing but a number."""
    assert [(CellKind.NUMBER, 12, True), (CellKind.UNCALCULATED, None, True), *_OTHERS] == _cells("\x04\0\0Calc")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("5", True),
        ("0.5", True),
        ("B1-B2", True),
        ("(B1-B2)", True),
        ("-B1", True),
        ("B1%", True),
        ("SUM(B1:B3)", True),
        ("SUM(B1:B3,C1)", True),
        ("ROUND(B1/3,2)", True),
        ('COUNTIF(B1:B3,"да")', True),
        ("B1", False),
        ("(B1)", False),
        ('"abc"', False),
        ('B1&"а"', False),
        ('IF(B1=1,"да",0)', False),
        ("IF(B1=1,5-5,0)", False),
        ("LEFT(B1,2)", False),
        ('LEN("abc")+1', True),
        ("B1=B2", False),
    ],
)
def test_formulas_that_give_numbers(formula: str, expected: bool) -> None:
    """What a formula does last tells whether it can give a text."""
    book = xlwt.Workbook()
    book.add_sheet("Лист").write(0, 0, xlwt.Formula(formula))
    target = io.BytesIO()
    book.save(target)
    read = xlrd.open_workbook(file_contents=target.getvalue(), on_demand=True)
    place = read.mem.index(_EMPTY_TEXT)
    (size,) = struct.unpack_from("<H", read.mem, place - 8)
    assert expected == gives_number(read.mem[place + 16 : place - 6 + size])


def test_choose() -> None:
    """The table of jumps of CHOOSE is passed over: CHOOSE(5,1,2) may give anything, CHOOSE(5,1,2)*2 a number."""
    choose = bytes.fromhex(
        "1e0500 1904 0200 0600 0d00 1600 1e0100 1908 0e00 1e0200 1908 0600 42036400".replace(" ", "")
    )
    assert [False, True] == [gives_number(tokens) for tokens in (choose, choose + bytes.fromhex("1e020005"))]


def test_unknown_and_cut_tokens() -> None:
    """A formula that is not understood may give anything."""
    assert [False] * 4 == [gives_number(tokens) for tokens in (b"", b"\x18\x00", b"\x03\x40", b"\x1e\x01\x00\x17")]


def test_cut_sheet() -> None:
    """A sheet without its end is told."""
    sheet = struct.pack("<HH16x", 0x0809, 16) + struct.pack("<HH", 0x0006, 40)
    with pytest.raises(struct.error):
        formulas_of(sheet, 0, 80, libreoffice=False)
    with pytest.raises(struct.error):
        saved_by_libreoffice(sheet[:20], 0)


@pytest.mark.office
def test_texts_that_libreoffice_loses(office: LibreOffice, tmp_path: Path) -> None:
    """An .xlsx with results of formulas, saved as .xls by LibreOffice: no text and no blank comes back as a number."""
    formulas: list[tuple[str, str | float | bool]] = [
        ('="abc"', "abc"), ('=""', ""), ("=1+1", 2), ("=5-5", 0), ("=1=1", True), ('=IF(B1=1,"да","")', ""),
        ('=IF(B1="","текст",1)', "текст"),
    ]  # fmt: skip
    source = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(source) as book:
        sheet = book.add_worksheet("Лист")
        for row, (formula, value) in enumerate(formulas):
            sheet.write_formula(row, 0, formula, None, value)
    (saved,) = office.fill(source, tmp_path / "f.xls", [], "xls")
    (raw,) = read_xls(saved.read_bytes(), DEFAULT).sheets
    found = [raw.cells[row, 0] for row in range(len(formulas))]
    assert [True] * len(formulas) == [cell[2] for cell in found]
    assert [(CellKind.NUMBER, 2, True), (CellKind.NUMBER, 0, True), (CellKind.BOOLEAN, True, True)] == found[2:5]
    for (_, value), cell in zip(formulas, found, strict=True):
        if isinstance(value, str):
            assert cell in ((CellKind.TEXT, value, True), (CellKind.UNCALCULATED, None, True))

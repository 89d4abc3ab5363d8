"""Whole .xlsx workbooks: made by hand, by XlsxWriter and compared with two other readers."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
import python_calamine
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.packages import MAIN, opened, relations, worksheet, xlsx_parts, zipped
from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import DEFAULT
from xlforms.intake.raw import CellKind, RawSheet, RawWorkbook, date_of_serial
from xlforms.intake.read_xlsx import read_xlsx

_ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def _read(parts: dict[str, str | bytes]) -> RawWorkbook:
    return read_xlsx(opened(zipped(parts)), "xlsx", DEFAULT)


def _workbook(fill: Callable[[Any], None]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        fill(book)
    return target.getvalue()


def test_whole_workbook_of_xlsxwriter() -> None:
    """Every kind of value, states of sheets, protection, properties and the program come back."""

    def fill(book: Any) -> None:
        date = book.add_format({"num_format": "dd.mm.yyyy"})
        first = book.add_worksheet("Кадры")
        first.protect()
        first.write_row("B2", ["текст", 12, 0.25, True, " 1 234 "])
        first.write_datetime("B3", datetime.datetime(2025, 10, 15), date)
        first.write_formula("C3", "=1/0", None, "#DIV/0!")
        first.write_formula("D3", '=""', None, "")
        first.write_formula("E3", "=A1", None, 7)
        first.write_rich_string("F3", "часть ", book.add_format({"bold": True}), "жирная")
        first.write_blank("G3", None, date)
        first.write_string("H3", "первая\nвторая")
        book.add_worksheet("_xf").hide()
        book.add_worksheet("тайный").very_hidden()
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Кадры!$B$2:$C$2"})
        book.add_chartsheet("График").set_chart(chart)
        book.set_properties({"created": datetime.datetime(2026, 1, 2, 3, 4, 5)})
        book.set_custom_property("form", "resources")
        book.set_custom_property("version", 3)

    expected = RawWorkbook(
        kind="xlsx",
        sheets=(
            RawSheet(
                "Кадры",
                {
                    (1, 1): (CellKind.TEXT, "текст", False),
                    (1, 2): (CellKind.NUMBER, 12, False),
                    (1, 3): (CellKind.NUMBER, 0.25, False),
                    (1, 4): (CellKind.BOOLEAN, True, False),
                    (1, 5): (CellKind.TEXT, " 1 234 ", False),
                    (2, 1): (CellKind.DATE, 45945, False),
                    (2, 2): (CellKind.ERROR, "#DIV/0!", True),
                    (2, 3): (CellKind.UNCALCULATED, None, True),  # XlsxWriter leaves the type of an empty result out
                    (2, 4): (CellKind.NUMBER, 7, True),
                    (2, 5): (CellKind.TEXT, "часть жирная", False),
                    (2, 7): (CellKind.TEXT, "первая\nвторая", False),
                },
                protected=True,
            ),
            RawSheet("_xf", {}, hidden=True),
            RawSheet("тайный", {}, hidden=True),
        ),
        application="Microsoft Excel",
        modified="2026-01-02T03:04:05Z",
        properties={"form": "resources", "version": "3"},
        has_macros=False,
        external_links=False,
        date1904=False,
    )
    assert expected == read_xlsx(opened(_workbook(fill)), "xlsx", DEFAULT)


_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(-1e300, 1e300),
    st.datetimes(datetime.datetime(1901, 1, 1), datetime.datetime(2099, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=20,
    ),
)


def _plain(workbook: RawWorkbook) -> list[dict[tuple[int, int], object]]:
    """The values as other readers give them: dates as dates, errors as their text, all numbers as float."""
    sheets = []
    for sheet in workbook.sheets:
        values: dict[tuple[int, int], object] = {}
        for place, (kind, value, _) in sheet.cells.items():
            if kind == CellKind.DATE and isinstance(value, (int, float)):
                values[place] = date_of_serial(value, workbook.date1904)
            elif kind == CellKind.NUMBER and isinstance(value, int):
                values[place] = float(value)
            else:
                values[place] = value
        sheets.append(values)
    return sheets


def _by_openpyxl(content: bytes) -> list[dict[tuple[int, int], object]]:
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return [
        {
            (cell.row - 1, cell.column - 1): float(cell.value) if type(cell.value) is int else cell.value
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        for sheet in book.worksheets
    ]


def _by_calamine(content: bytes) -> list[dict[tuple[int, int], object]]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = []
    for name in book.sheet_names:
        values: dict[tuple[int, int], object] = {}
        for row, cells in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False)):
            for column, value in enumerate(cells):
                if value != "":
                    is_day = isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
                    whole_day = datetime.datetime(*value.timetuple()[:3]) if is_day else value  # type: ignore[union-attr]
                    values[row, column] = whole_day
        sheets.append(values)
    return sheets


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(_VALUES, max_size=6), min_size=1, max_size=6))
def test_good_workbook_is_read_as_by_openpyxl_and_calamine(rows: list[list[object]]) -> None:
    """Cell by cell, three readers agree on what XlsxWriter writes."""

    def fill(book: Any) -> None:
        date = book.add_format({"num_format": "dd.mm.yyyy hh:mm:ss"})
        sheet = book.add_worksheet()
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, datetime.datetime):
                    sheet.write_datetime(row + 1, column + 1, value, date)
                elif isinstance(value, str):
                    sheet.write_string(row + 1, column + 1, value)
                else:
                    sheet.write(row + 1, column + 1, value, date if value is None else None)

    content = _workbook(fill)
    expected = _plain(read_xlsx(opened(content), "xlsx", DEFAULT))
    assert [expected, expected] == [_by_calamine(content), _by_openpyxl(content)]


def test_strict_workbook_has_its_values() -> None:
    """The namespaces of strict files, which openpyxl reads as empty, are known."""
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45945</v></c></row>'
    parts = xlsx_parts(rows, shared=("<si><t>да</t></si>",), styles=(0, 14), strict=True)
    expected = {(0, 0): (CellKind.TEXT, "да", False), (0, 1): (CellKind.DATE, 45945, False)}
    assert expected == _read(parts).sheets[0].cells


def test_date_styles_come_from_cell_styles_only() -> None:
    """Built-in and own formats of `cellXfs` decide; those of `cellStyleXfs` do not; no style is the first style."""
    rows = '<row r="1">' + "".join(
        f'<c r="{letter}1"{style}><v>1.5</v></c>'
        for letter, style in zip("ABCDE", ["", ' s="0"', ' s="1"', ' s="2"', ' s="3"'], strict=True)
    )
    parts = xlsx_parts(f"{rows}</row>", styles=(0, 14, 164, 165), number_formats={164: "d mmm", 165: "0&quot;d&quot;"})
    number, date = CellKind.NUMBER, CellKind.DATE
    assert [number, number, date, date, number] == [cell[0] for cell in _read(parts).sheets[0].cells.values()]
    first = xlsx_parts(f"{rows}</row>", styles=(14, 0, 0, 0))
    assert [date, date, number, number, number] == [cell[0] for cell in _read(first).sheets[0].cells.values()]


def test_calendar_of_1904_is_told() -> None:
    """The workbook says from which year its dates count."""
    assert [False, True, True] == [
        _read(xlsx_parts(workbook_properties=properties)).date1904
        for properties in ("", 'date1904="1"', 'date1904="true"')
    ]


def test_parts_may_lie_anywhere() -> None:
    """Relations lead to the parts: absolute, relative, upwards, in another case."""
    parts = xlsx_parts(_ONE)
    parts["elsewhere/One.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    for target in ("/elsewhere/one.xml", "../elsewhere/One.xml", "..\\Elsewhere\\One.xml"):
        parts["xl/_rels/workbook.xml.rels"] = relations(("worksheet", target))
        assert {(0, 0): (CellKind.NUMBER, 1, False)} == _read(parts).sheets[0].cells


def test_macros_and_links_are_told() -> None:
    """A macro project and links to other workbooks are only noticed."""
    parts = xlsx_parts(_ONE) | {"xl/vbaProject.bin": b"\1", "xl/externalLinks/externalLink1.xml": "<a/>"}
    found = read_xlsx(opened(zipped(parts)), "xlsm", DEFAULT)
    assert ("xlsm", True, True) == (found.kind, found.has_macros, found.external_links)


def test_cell_stored_twice_is_listed_with_its_sheet() -> None:
    """Ambiguous cells are named for the finding."""
    rows = '<row r="3"><c r="B3"><v>1</v></c><c r="B3"><v>2</v></c></row>'
    assert (("Лист", 2, 1),) == _read(xlsx_parts(rows)).ambiguous


_SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("part-missing", {_SHEET: None}),
        ("part-missing", {"xl/workbook.xml": None}),
        ("part-missing", {"_rels/.rels": None}),
        ("part-missing", {"xl/_rels/workbook.xml.rels": None}),
        ("part-missing", {"xl/sharedStrings.xml": None}),
        ("part-missing", {"xl/styles.xml": None}),
        ("part-broken", {_SHEET: worksheet(_ONE)[:-20]}),
        ("part-broken", {_SHEET: ""}),
        (
            "part-broken",
            {"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="x"/></cellXfs></styleSheet>'},
        ),
        ("document-type", {_SHEET: "<!DOCTYPE worksheet>" + worksheet(_ONE)}),
        ("document-type", {"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY x "y">]><workbook/>'}),
        ("no-sheets", {"xl/workbook.xml": f'<workbook xmlns="{MAIN}"><sheets/></workbook>'}),
        (
            "part-missing",
            {
                "xl/_rels/workbook.xml.rels": relations(("worksheet", "x")).replace(
                    "Target=", 'TargetMode="External" Target='
                )
            },
        ),
    ],
)
def test_damage_is_never_a_blank_sheet(code: str, changes: dict[str, str | None]) -> None:
    """A part that is missing, cut off or hostile refuses the whole file."""
    parts = {name: content for name, content in (xlsx_parts(_ONE) | changes).items() if content is not None}
    with pytest.raises(IntakeRefusal) as caught:
        _read(parts)
    assert ("damaged", code) == (caught.value.reason, caught.value.code)


def test_limits_of_sheets_and_cells_count_the_whole_workbook() -> None:
    """The second sheet is read with what the first one left."""

    def fill(book: Any) -> None:
        for _ in range(2):
            book.add_worksheet().write_row(0, 0, [1, 2])

    content = _workbook(fill)
    assert 2 == len(read_xlsx(opened(content), "xlsx", replace(DEFAULT, cells=4, sheets=2)).sheets)
    for code, limits in (
        ("too-many-cells", replace(DEFAULT, cells=3)),
        ("too-many-sheets", replace(DEFAULT, sheets=1)),
    ):
        with pytest.raises(IntakeRefusal) as caught:
            read_xlsx(opened(content), "xlsx", limits)
        assert ("too-large", code) == (caught.value.reason, caught.value.code)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_changed_bytes_of_a_part_give_the_same_cells_or_a_refusal(data: st.DataObject) -> None:
    """Behind a right checksum anything may stand: the reader ends in cells or in a refusal, never otherwise."""
    parts = xlsx_parts(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>5</v></c></row>', shared=("<si><t>да</t></si>",)
    )
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(str(parts[name]).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        outcomes = {type(sheet).__name__ for sheet in _read(parts | {name: bytes(content)}).sheets}
    except IntakeRefusal as refusal:
        outcomes = {refusal.reason}
    assert outcomes <= {"RawSheet", "damaged", "too-large"}


def test_zip_of_an_office_suite_with_folders_is_read() -> None:
    """Entries for folders are passed over."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("xl/", "")
        for name, content in xlsx_parts(_ONE).items():
            archive.writestr(name, content)
    found = read_xlsx(opened(target.getvalue()), "xlsx", DEFAULT)
    assert {(0, 0): (CellKind.NUMBER, 1, False)} == found.sheets[0].cells

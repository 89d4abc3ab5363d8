"""Whole .ods workbooks made by hand."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from tests.intake.packages import opened, zipped
from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.raw import CellKind, RawCell, RawSheet, RawWorkbook
from xlforms.intake.read_ods import read_ods

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{last}:1.0"'
    for name, last in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("meta", "meta"))
)
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
_META = (
    f'<office:document-meta {_NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
    "<meta:generator>LibreOffice/7.4</meta:generator><dc:date>2026-01-02T03:04:05</dc:date>"
    '<meta:user-defined meta:name="form">resources</meta:user-defined></office:meta></office:document-meta>'
)


def _content(tables: str, styles: str = "") -> str:
    return (
        f"<office:document-content {_NAMES} {_CALC}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )


def _read(tables: str, styles: str = "", limits: Limits = DEFAULT) -> RawWorkbook:
    return read_ods(opened(zipped({"content.xml": _content(tables, styles), "meta.xml": _META})), limits)


def _cells(rows: str, limits: Limits = DEFAULT) -> dict[tuple[int, int], RawCell]:
    return _read(f'<table:table table:name="Лист">{rows}</table:table>', limits=limits).sheets[0].cells


def _cell(attributes: str, inside: str = "") -> RawCell | None:
    row = f"<table:table-row><table:table-cell {attributes}>{inside}</table:table-cell></table:table-row>"
    return _cells(row).get((0, 0))


def test_whole_workbook() -> None:
    """Names, hidden and protected sheets, the program, the moment and the properties come back."""
    found = _read(
        '<table:table table:name="Кадры" table:protected="true"><table:table-row><table:table-cell '
        'office:value-type="float" office:value="5"/></table:table-row></table:table>'
        '<table:table table:name="_xf" table:style-name="ta2"/>',
        '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>'
        '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
    )
    expected = RawWorkbook(
        kind="ods",
        sheets=(
            RawSheet("Кадры", {(0, 0): (CellKind.NUMBER, 5, False)}, protected=True),
            RawSheet("_xf", {}, hidden=True),
        ),
        application="LibreOffice/7.4",
        modified="2026-01-02T03:04:05",
        properties={"form": "resources"},
        has_macros=False,
        external_links=False,
        date1904=False,
    )
    assert expected == found


_FORMULA = 'table:formula="of:=[.A1]"'


@pytest.mark.parametrize(
    ("expected", "attributes", "inside"),
    [
        ((CellKind.NUMBER, 12, False), 'office:value-type="float" office:value="12"', "<text:p>12,00</text:p>"),
        ((CellKind.NUMBER, -3, False), 'office:value-type="float" office:value="-3"', ""),
        ((CellKind.NUMBER, 0.25, False), 'office:value-type="percentage" office:value="0.25"', "<text:p>25%</text:p>"),
        ((CellKind.NUMBER, 9.5, False), 'office:value-type="currency" office:value="9.5"', ""),
        ((CellKind.DATE, 45945, False), 'office:value-type="date" office:date-value="2025-10-15"', ""),
        ((CellKind.DATE, 45945.5, False), 'office:value-type="date" office:date-value="2025-10-15T12:00:00"', ""),
        ((CellKind.DATE, 0.5, False), 'office:value-type="time" office:time-value="PT12H00M00S"', ""),
        ((CellKind.BOOLEAN, True, False), 'office:value-type="boolean" office:boolean-value="true"', ""),
        ((CellKind.TEXT, "да", False), 'office:value-type="string"', "<text:p>да</text:p>"),
        ((CellKind.TEXT, "да", False), 'office:value-type="string" office:string-value="да"', ""),
        ((CellKind.TEXT, "да", False), "", "<text:p>да</text:p>"),
        ((CellKind.TEXT, "#REF!", False), 'office:value-type="string"', "<text:p>#REF!</text:p>"),
        ((CellKind.TEXT, "", True), f'{_FORMULA} office:value-type="string"', "<text:p/>"),
        ((CellKind.TEXT, "", True), f'{_FORMULA} office:value-type="string" office:string-value=""', ""),
        ((CellKind.NUMBER, 7, True), f'{_FORMULA} office:value-type="float" office:value="7"', ""),
        (
            (CellKind.ERROR, "#REF!", True),
            f'{_FORMULA} office:value-type="string" calcext:value-type="error"',
            "<text:p>#REF!</text:p>",
        ),
        (
            (CellKind.ERROR, "Err:502", True),
            f'{_FORMULA} office:value-type="float" office:value="0"',
            "<text:p>Err:502</text:p>",
        ),
        ((CellKind.UNCALCULATED, None, True), _FORMULA, ""),
        ((CellKind.UNCALCULATED, None, True), f'{_FORMULA} office:value-type="float" office:value=""', ""),
        (None, 'office:value-type="float" office:value=""', ""),
        (None, 'office:value-type="string"', "<text:p/>"),
        (None, 'table:style-name="ce1"', ""),
        (None, "", "<office:annotation><text:p>заметка</text:p></office:annotation>"),
    ],
)
def test_stored_value_and_its_kind(expected: RawCell | None, attributes: str, inside: str) -> None:
    """The attributes give the value, errors stay errors, a blank is no cell."""
    found = _cell(attributes, inside)
    assert (expected, type(expected and expected[1])) == (found, type(found and found[1]))


@pytest.mark.parametrize(
    "attributes",
    [
        'office:value-type="float" office:value="много"',
        'office:value-type="float" office:value="1_000"',
        'office:value-type="float" office:value="inf"',
        'office:value-type="date" office:date-value="15.10.2025"',
        'office:value-type="boolean" office:boolean-value="да"',
        'office:value-type="time" office:time-value="12:00"',
        'office:value-type="float" office:value="1" table:number-columns-repeated="0"',
        'office:value-type="float" office:value="1" table:number-columns-repeated="99999"',
    ],
)
def test_value_that_does_not_fit_its_type_is_damage(attributes: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(IntakeRefusal) as caught:
        _cell(attributes)
    assert "damaged" == caught.value.reason


_FIVE = '<table:table-cell office:value-type="float" office:value="5"/>'
_TWICE = _FIVE.replace("/>", ' table:number-columns-repeated="2"/>')


def test_repeated_cells_and_rows_keep_addresses() -> None:
    """Repeated blanks move on, repeated values repeat, covered cells and groups of rows count."""
    rows = (
        '<table:table-header-rows><table:table-row table:number-rows-repeated="3"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table-header-rows>'
        '<table:table-row-group><table:table-row table:number-rows-repeated="2"><table:covered-table-cell '
        f'table:number-columns-repeated="4"/>{_TWICE}'
        f"</table:table-row></table:table-row-group><table:table-row>{_FIVE}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    )
    five = (CellKind.NUMBER, 5, False)
    assert {(3, 4): five, (3, 5): five, (4, 4): five, (4, 5): five, (5, 0): five} == _cells(rows)


def test_repeated_values_have_a_limit_and_blanks_cost_nothing() -> None:
    """A value repeated over the sheet is `too-large` at once; blanks over the sheet are nothing."""
    started = time.perf_counter()
    wide = 'table:number-columns-repeated="16384"'
    bomb = (
        f'<table:table-row table:number-rows-repeated="1048576">{_FIVE.replace("/>", f" {wide}/>")}</table:table-row>'
    )
    with pytest.raises(IntakeRefusal) as caught:
        _cells(bomb)
    blank = f'<table:table-row table:number-rows-repeated="1048576"><table:table-cell {wide}/></table:table-row>'
    assert ("too-large", "too-many-cells", {}) == (caught.value.reason, caught.value.code, _cells(blank))
    assert time.perf_counter() - started < 1


def test_sheets_over_the_limit_are_refused() -> None:
    """The limit of sheets is asked here too."""
    with pytest.raises(IntakeRefusal) as caught:
        _read('<table:table table:name="a"/><table:table table:name="b"/>', limits=replace(DEFAULT, sheets=1))
    assert "too-many-sheets" == caught.value.code


def test_copies_of_other_files_and_histories_are_no_sheets() -> None:
    """Cached values of other files, the history of changes and tables inside cells are not sheets of the workbook."""
    row = f"<table:table-row>{_FIVE}</table:table-row>"
    found = _read(
        f'<table:tracked-changes><table:table table:name="old">{row}</table:table></table:tracked-changes>'
        f'<table:table table:name="Лист"><table:table-row><table:table-cell><table:table table:name="in">{row}'
        f"</table:table></table:table-cell>{_FIVE}</table:table-row></table:table>"
        f"<table:table table:name=\"'file:///other.ods'#$Лист1\"><table:table-source/>{row}</table:table>"
    )
    expected = RawSheet("Лист", {(0, 1): (CellKind.NUMBER, 5, False)})
    assert ((expected,), True) == (found.sheets, found.external_links)


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("part-broken", _content('<table:table table:name="a"/>')[:-20]),
        ("part-broken", "<html/>"),
        ("no-sheets", _content("")),
        ("document-type", "<!DOCTYPE a>" + _content('<table:table table:name="a"/>')),
    ],
)
def test_damage_is_never_a_blank_workbook(code: str, content: str) -> None:
    """A cut-off or hostile part and a workbook without sheets are refused."""
    with pytest.raises(IntakeRefusal) as caught:
        read_ods(opened(zipped({"content.xml": content})), DEFAULT)
    assert ("damaged", code) == (caught.value.reason, caught.value.code)


_COVERED = "<table:covered-table-cell/>"
_MERGED = '<table:table-cell table:number-columns-spanned="{}"/>'
_FIVE = '<table:table-cell office:value-type="float" office:value="5"/>'


@pytest.mark.parametrize(
    ("expected", "row"),
    [
        ((), f"{_FIVE}{_MERGED.format(2)}{_COVERED}{_FIVE}"),
        ((), f'{_FIVE}{_MERGED.format(3)}<table:covered-table-cell table:number-columns-repeated="2"/>{_FIVE}'),
        ((), f"{_COVERED}{_COVERED}{_FIVE}"),
        ((), f"{_FIVE}{_MERGED.format(1)}{_FIVE}"),
        ((("Лист", 1, 1),), f"{_FIVE}{_MERGED.format(2)}<table:table-cell/>{_COVERED}"),
        ((("Лист", 1, 1),), f"{_FIVE}{_MERGED.format(3)}{_COVERED}<table:table-cell/>"),
    ],
)
def test_torn_row(expected: tuple[object, ...], row: str) -> None:
    """A merged cell without the cells that it covers: the rest of the row may be lost, as by ONLYOFFICE."""
    found = _read(
        f'<table:table table:name="Лист"><table:table-row/><table:table-row>{row}</table:table-row></table:table>'
    )
    assert expected == found.torn

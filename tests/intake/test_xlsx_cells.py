"""Cells of one worksheet part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.packages import MAIN, worksheet
from xlforms.errors import IntakeRefusal
from xlforms.intake import xlsx_cells
from xlforms.intake.raw import CellKind, RawCell
from xlforms.intake.xlsx_cells import SheetContent, SheetContext, read_sheet

_NUMBER, _TEXT, _BOOLEAN, _DATE = CellKind.NUMBER, CellKind.TEXT, CellKind.BOOLEAN, CellKind.DATE
_ERROR, _UNCALCULATED = CellKind.ERROR, CellKind.UNCALCULATED


def _read(part: str, *, cells_left: int = 1000, date1904: bool = False) -> SheetContent:
    context = SheetContext("sheet", ["ноль", "", "два"], frozenset(("7",)), date1904, cells_left)
    return read_sheet(part.encode(), context)


def _cell(inside: str, attributes: str = "") -> RawCell | None:
    part = worksheet(f'<row r="1"><c r="A1" {attributes}>{inside}</c></row>')
    return _read(part).cells.get((0, 0))


@pytest.mark.parametrize(
    ("expected", "inside", "attributes"),
    [
        ((_NUMBER, 12, False), "<v>12</v>", ""),
        ((_NUMBER, 7, False), "<v>007</v>", 't="n"'),
        ((_NUMBER, -5, False), "<v>-5</v>", ""),
        ((_NUMBER, 0.1 + 0.2, False), "<v>0.30000000000000004</v>", ""),
        ((_NUMBER, 12345678901234567890, False), "<v>12345678901234567890</v>", ""),
        ((_NUMBER, 1e-300, False), "<v>1E-300</v>", ""),
        ((_NUMBER, 1.0, False), "<v>1.0</v>", ""),
        ((_ERROR, "#NUM!", False), "<v>NaN</v>", ""),
        ((_ERROR, "#NUM!", False), "<v>1E999</v>", ""),
        ((_DATE, 45945, False), "<v>45945</v>", 's="7"'),
        ((_DATE, 45945.5, False), "<v>45945.5</v>", 's="7"'),
        ((_DATE, 45945, False), "<v>2025-10-15</v>", 't="d"'),
        ((_TEXT, "два", False), "<v>2</v>", 't="s"'),
        ((_TEXT, "NA", False), "<v>NA</v>", 't="str"'),
        ((_TEXT, "a\rb", False), "<v>a_x000D_b</v>", 't="str"'),
        ((_TEXT, "жирный текст", False), "<is><r><t>жирный</t></r><r><t> текст</t></r></is>", 't="inlineStr"'),
        ((_BOOLEAN, True, False), "<v>1</v>", 't="b"'),
        ((_BOOLEAN, False, False), "<v>false</v>", 't="b"'),
        ((_ERROR, "#REF!", False), "<v>#REF!</v>", 't="e"'),
        ((_ERROR, "#SPILL!", True), "<f>A1:A9</f><v>#SPILL!</v>", 't="e"'),
        ((_NUMBER, 3, True), "<f>1+2</f><v>3</v>", ""),
        ((_NUMBER, 3, True), '<f t="shared" si="0"/><v>3</v>', ""),
        ((_TEXT, "", True), '<f>""</f><v></v>', 't="str"'),
        ((_TEXT, "да", True), '<f>"да"</f><v>да</v>', 't="str"'),
        ((_UNCALCULATED, None, True), "<f>1+2</f>", ""),
        ((_UNCALCULATED, None, True), "<f>1+2</f><v></v>", ""),
        ((_UNCALCULATED, None, True), "<f>1+2</f><v/>", 't="b"'),
        ((_UNCALCULATED, None, True), "<f>1+2</f>", 't="str"'),
        (None, "", 's="7"'),
        (None, "<v></v>", ""),
        (None, "<v>1</v>", 't="s"'),
        (None, "<v></v>", 't="str"'),
        (None, "<is><t/></is>", 't="inlineStr"'),
    ],
)
def test_stored_value_and_its_kind(expected: RawCell | None, inside: str, attributes: str) -> None:
    """A cell is what its type and its text say, whole; a blank is no cell; a formula without result is never blank."""
    found = _cell(inside, attributes)
    assert (expected, type(expected and expected[1])) == (found, type(found and found[1]))


@pytest.mark.parametrize(
    ("inside", "attributes"),
    [
        ("<v>12,5</v>", ""),
        ("<v>1_000</v>", ""),
        ("<v>0x1F</v>", ""),
        ("<v>3</v>", 't="s"'),
        ("<v>-1</v>", 't="s"'),
        ("<v></v>", 't="s"'),
        ("<v>да</v>", 't="b"'),
        ("<v>15.10.2025</v>", 't="d"'),
        ("<v>1</v>", 't="unheard"'),
        (f"<v>{'9' * 5000}</v>", ""),
    ],
)
def test_value_that_does_not_fit_its_type_is_damage(inside: str, attributes: str) -> None:
    """Nothing is guessed: the file is damaged and the cell is named."""
    with pytest.raises(IntakeRefusal) as caught:
        _cell(inside, attributes)
    assert ("damaged", "cell-broken", {"part": "sheet", "cell": "A1"}) == (
        caught.value.reason,
        caught.value.code,
        caught.value.parameters,
    )


@pytest.mark.parametrize("address", ["A0", "XFE1", "A1048577", "1A", "a1", "$A$1", "AAAA1", ""])
def test_address_outside_of_a_sheet_is_damage(address: str) -> None:
    """Only A1 to XFD1048576 are cells."""
    with pytest.raises(IntakeRefusal):
        _read(worksheet(f'<row><c r="{address}"><v>1</v></c></row>'))


def test_far_stray_cell_costs_nothing() -> None:
    """The last cell of a sheet is one cell."""
    part = worksheet('<row r="1048576"><c r="XFD1048576"><v>5</v></c></row>')
    assert {(1048575, 16383): (_NUMBER, 5, False)} == _read(part).cells


def test_declared_dimension_is_not_believed() -> None:
    """Cells outside of `dimension` are read."""
    part = worksheet('<row r="2"><c r="C2"><v>5</v></c></row>', before='<dimension ref="A1"/>')
    assert {(1, 2): (_NUMBER, 5, False)} == _read(part).cells


def test_date_cell_of_the_1904_calendar() -> None:
    """An ISO date becomes a number of the workbook's own calendar."""
    part = worksheet('<row r="1"><c r="A1" t="d"><v>2025-10-15</v></c></row>')
    assert {(0, 0): (_DATE, 44483, False)} == _read(part, date1904=True).cells


def test_cell_stored_twice_is_told() -> None:
    """The place is listed; the last value stands."""
    part = worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="A1"><v>3</v></c></row>')
    expected = SheetContent({(0, 0): (_NUMBER, 3, False), (0, 1): (_NUMBER, 2, False)}, [(0, 0)], protected=False)
    assert expected == _read(part)


@pytest.mark.parametrize(("expected", "value"), [(True, "1"), (True, "true"), (False, "0")])
def test_protection(expected: bool, value: str) -> None:
    """A sheet is protected when the element says so."""
    assert expected is _read(worksheet("", after=f'<sheetProtection sheet="{value}"/>')).protected


def test_cells_over_the_limit_are_refused() -> None:
    """The limit itself is allowed; one cell more is `too-large`."""
    part = worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>2</v></c></row>')
    assert 2 == len(_read(part, cells_left=2).cells)
    with pytest.raises(IntakeRefusal) as caught:
        _read(part, cells_left=1)
    assert "too-large" == caught.value.reason


@pytest.mark.parametrize(
    "part",
    [
        worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')[:-30],
        f'<chartsheet xmlns="{MAIN}"><sheetData/></chartsheet>',
        "<worksheet><sheetData/></worksheet>",
        f'<worksheet xmlns="{MAIN}"/>',
        worksheet('<row r="один"><c><v>1</v></c></row>'),
    ],
)
def test_part_that_is_no_worksheet_is_damage(part: str) -> None:
    """A cut-off part, a part of another kind or namespace and one without data are never blank sheets."""
    with pytest.raises(IntakeRefusal) as caught:
        _read(part)
    assert "damaged" == caught.value.reason


def test_cells_without_addresses_follow_one_another() -> None:
    """Some programs leave addresses out; blank cells count then."""
    part = worksheet(
        "<row><c><v>1</v></c><c/><c><f>A1</f></c></row>"
        '<row r="5"><c r="C5" s="1"/><c t="inlineStr"><is><t>да</t></is></c></row><row><c><v>9</v></c></row>'
    )
    expected = {
        (0, 0): (_NUMBER, 1, False),
        (0, 2): (_UNCALCULATED, None, True),
        (4, 3): (_TEXT, "да", False),
        (5, 0): (_NUMBER, 9, False),
    }
    assert expected == _read(part).cells


def test_words_that_look_like_a_blank_cell_stay() -> None:
    """What stands in a CDATA section is text."""
    part = worksheet(
        '<row r="1"><c r="A1" s="1"/><c r="B1" t="inlineStr"><is><t><![CDATA[<c r="A1" s="1"/>]]></t></is></c></row>'
    )
    assert {(0, 1): (_TEXT, '<c r="A1" s="1"/>', False)} == _read(part).cells


_INSIDES = st.sampled_from(
    [
        ("", 's="3"'),
        ("", 's="7"'),
        ("<v>12</v>", ""),
        ("<v>0.5</v>", 's="7"'),
        ("<v>2</v>", 't="s"'),
        ("<f>A1</f>", ""),
        ("<f>A1</f><v>1</v>", 's="3"'),
        ("<v>#N/A</v>", 't="e"'),
        ("<is><t>да</t></is>", 't="inlineStr"'),
    ]
)


@given(st.lists(st.lists(_INSIDES, max_size=5), max_size=6))
def test_all_ways_of_reading_agree(rows: list[list[tuple[str, str]]]) -> None:
    """Whole, in pieces, by order, with and without a prefix of names: the same cells."""
    with_addresses = without_addresses = ""
    for row, cells in enumerate(rows, 1):
        with_addresses += f'<row r="{row}">'
        without_addresses += "<row>"
        for letter, (inside, attributes) in zip("ABCDE", cells, strict=False):
            cell = f'<c r="{letter}{row}" {attributes}'
            with_addresses += f"{cell}>{inside}</c>" if inside else f"{cell}/>"
            without_addresses += f"<c {attributes}>{inside}</c>"
        with_addresses += "</row>"
        without_addresses += "</row>"
    whole = _read(worksheet(with_addresses)).cells
    prefixed = worksheet(with_addresses).replace("xmlns=", "xmlns:x=")
    for name in ("worksheet", "sheetData", "row", "c", "v", "f", "is", "t"):
        prefixed = prefixed.replace(f"<{name}>", f"<x:{name}>").replace(f"</{name}>", f"</x:{name}>")
        prefixed = prefixed.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}/>", f"<x:{name}/>")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx_cells, "LARGE_PART", 0)
        pieces = _read(worksheet(with_addresses)).cells
    assert [whole, whole, whole] == [pieces, _read(worksheet(without_addresses)).cells, _read(prefixed).cells]

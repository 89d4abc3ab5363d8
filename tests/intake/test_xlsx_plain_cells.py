"""The short way to plain cells: taken only when sure, and then to the same values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.packages import worksheet
from xlforms.errors import IntakeRefusal
from xlforms.intake import xlsx_cells
from xlforms.intake.xlsx_cells import SheetContent, SheetContext, read_sheet
from xlforms.intake.xlsx_plain_cells import take_plain_cells

_PLAIN = (
    '<row r="1" spans="1:3" x14ac:dyDescent="0.25"><c r="A1" s="1"/><c r="B1" s="2" t="s"><v>0</v></c><c r="C1"/></row>'
    '<row r="2"/><row r="3"><c r="A3"><f aca="false">IF(A1&lt;2,"да",1)</f><v>5.5</v></c>'
    '<c r="B3" t="e"><f t="shared" si="0"/><v>#REF!</v></c><c r="C3" t="str"><f>A1</f><v></v></c></row>'
)


def test_plain_cells_are_taken_out() -> None:
    """Cells with their texts and formulas on one side, the rest of the part on the other."""
    expected = (
        worksheet("", after='<sheetProtection sheet="1"/>').encode(),
        [("B1", "s", "2", "0"), ("A3", "", "", "5.5"), ("B3", "e", "", "#REF!"), ("C3", "str", "", "")],
        {"A3", "B3", "C3"},
    )
    assert expected == take_plain_cells(worksheet(_PLAIN, after='<sheetProtection sheet="1"/>').encode())


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c><!-- --></row>',
        '<row r="1"><c r="A1" t="str"><v><![CDATA[1]]></v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&amp;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>1\r\n2</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>\x01</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>\ufffe</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>1</t></is></c></row>',
        '<row r="1"><c r="A1"><f>1</f></c></row>',
        '<row r="1"><c r="A1"><f>&x;</f><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c t="s" r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" cm="1"><v>1</v></c></row>',
        '<row r="1" xmlns="other"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><x:c r="A1"><v>1</v></x:c></row>',
        '<row r="1"><c r="A1"><v>1</v></c>text</row>',
        "</sheetData><sheetData>",
    ],
)
def test_anything_unusual_is_left_to_the_tree(rows: str) -> None:
    """One thing that is not understood, and the whole part goes the long way."""
    assert take_plain_cells(worksheet(rows).encode()) is None


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16", "ISO-8859-1"])
def test_other_encodings_are_left_to_the_tree(encoding: str) -> None:
    """Only UTF-8 is read the short way, whatever the bytes look like."""
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    assert take_plain_cells((head + worksheet(_PLAIN)).encode()) is None
    assert take_plain_cells(b'<?xml version="1.0" encoding="UTF-8"?>' + worksheet(_PLAIN).encode()) is not None
    assert take_plain_cells(worksheet(_PLAIN).encode() + b"\xff") is not None
    assert (
        take_plain_cells(worksheet('<row><c r="A1" t="str"><v>?</v></c></row>').encode().replace(b"?", b"\xff")) is None
    )


def _read(content: bytes) -> SheetContent | str:
    try:
        return read_sheet(content, SheetContext("part", ["ноль"], frozenset(("2",)), date1904=False, cells_left=100))
    except IntakeRefusal as refusal:
        return refusal.reason


@settings(max_examples=133, deadline=None)
@given(st.data())
def test_changed_bytes_never_give_other_values_than_the_tree(data: st.DataObject) -> None:
    """Whatever stands in the part, the short way gives what the tree of the whole part gives, or the tree refuses."""
    content = bytearray(worksheet(_PLAIN.replace(' x14ac:dyDescent="0.25"', "")).encode())
    for _ in range(data.draw(st.integers(0, 2))):
        start = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(
            st.one_of(
                st.binary(max_size=2),
                st.sampled_from(
                    [b"<v>", b"</c>", b'<c r="A1">', b"</row>", b' t="s"', b"&lt;", b"<!---->", b' s="2"', b"7"]
                ),
            )
        )
        content[start : start + data.draw(st.integers(0, 3))] = piece
    short = _read(bytes(content))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx_cells, "take_plain_cells", lambda _: None)
        long = _read(bytes(content))
    assert long in (short, "damaged")

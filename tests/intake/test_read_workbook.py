"""From bytes to a raw workbook or a refusal."""

from __future__ import annotations

import io
import pickle
from dataclasses import replace

import pytest
import xlsxwriter
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.binary_workbook import cell, row, sheet, text, xlsb_bytes
from tests.intake.packages import xlsx_parts, zipped
from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.raw import CellKind
from xlforms.intake.read_workbook import read_workbook

_ODS = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": (
        '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:spreadsheet><t:table t:name="Лист">'
        '<t:table-row><t:table-cell o:value-type="string"><x:p>ответ</x:p></t:table-cell></t:table-row>'
        "</t:table></o:spreadsheet></o:body></o:document-content>"
    ),
}


def _xlsx() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet("Лист").write(0, 0, "ответ")
    return target.getvalue()


def _xls() -> bytes:
    book, target = xlwt.Workbook(), io.BytesIO()
    book.add_sheet("Лист").write(0, 0, "ответ")
    book.save(target)
    return target.getvalue()


_MACROS = xlsx_parts('<row r="1"><c r="A1" t="inlineStr"><is><t>ответ</t></is></c></row>') | {
    "[Content_Types].xml": (
        '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    )
}
_FILES = {
    "xlsx": _xlsx(),
    "xlsm": zipped(_MACROS),
    "xlsb": xlsb_bytes(("Лист", 0, sheet(row(0) + cell(6, 0, text("ответ"))))),
    "xls": _xls(),
    "ods": zipped(_ODS),
}


@pytest.mark.parametrize("kind", sorted(_FILES))
def test_each_kind_is_read(kind: str) -> None:
    """The same answer from every format, whatever the file is called."""
    found = read_workbook(_FILES[kind], "форма.bin")
    assert (kind, [("Лист", {(0, 0): (CellKind.TEXT, "ответ", False)})]) == (
        found.kind,
        [(page.name, page.cells) for page in found.sheets],
    )


@pytest.mark.parametrize(
    ("expected", "content", "name", "limits"),
    [
        (("too-large", "file-too-large"), _FILES["xlsx"], "a.xlsx", replace(DEFAULT, file_bytes=100)),
        (("too-large", "too-much-text"), _FILES["xlsx"], "a.xlsx", replace(DEFAULT, text_characters=4)),
        (("too-large", "too-many-cells"), _FILES["ods"], "a.ods", replace(DEFAULT, cells=0)),
        (("lock-file", "lock-file"), _FILES["xlsx"], "~$a.xlsx", DEFAULT),
        (("not-a-workbook", "is-archive-or-letter"), zipped({"a.xlsx": b"1"}), "a.zip", DEFAULT),
        (("not-a-workbook", "is-text"), b"text", "a.xlsx", DEFAULT),
        (("damaged", "file-empty"), b"", "a.xlsx", DEFAULT),
    ],
)
def test_what_is_not_read_says_why(expected: tuple[str, str], content: bytes, name: str, limits: Limits) -> None:
    """Reason for `received.csv`, code for the sentence."""
    with pytest.raises(IntakeRefusal) as caught:
        read_workbook(content, name, limits)
    assert expected == (caught.value.reason, caught.value.code)


def test_results_and_refusals_travel_between_processes() -> None:
    """Both survive pickling whole."""
    found = read_workbook(_FILES["xlsx"], "a.xlsx")
    refusal = IntakeRefusal("damaged", "part-broken", part="a.xml")
    copy = pickle.loads(pickle.dumps(refusal))
    assert found == pickle.loads(pickle.dumps(found))
    assert ("damaged", "part-broken", {"part": "a.xml"}) == (copy.reason, copy.code, copy.parameters)


@settings(max_examples=66, deadline=None)
@given(st.data())
def test_broken_files_give_the_answer_or_a_refusal(data: st.DataObject) -> None:
    """Cut anywhere and with any bits flipped: never another exception; for zipped kinds never another answer."""
    kind = data.draw(st.sampled_from(sorted(_FILES)))
    content = bytearray(_FILES[kind])
    if data.draw(st.booleans()):
        content = content[: data.draw(st.integers(0, len(content)))]
    for _ in range(data.draw(st.integers(0, 3)) if content else 0):
        content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        cells = read_workbook(bytes(content), "файл").sheets[0].cells
    except IntakeRefusal as refusal:
        outcome = refusal.reason
    else:
        right = kind == "xls" or cells == {(0, 0): (CellKind.TEXT, "ответ", False)}
        outcome = "the answer" if right else repr(cells)
    assert outcome in ("the answer", "damaged", "encrypted", "too-large", "unsupported-format", "not-a-workbook")

"""What files are, by their bytes and their names."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
import xlwt

from tests.intake.binary_workbook import sheet, xlsb_bytes
from tests.intake.ole_files import ole
from tests.intake.packages import xlsx_parts, zipped
from xlforms.intake.file_kind import recognise, recognise_name
from xlforms.messages import say

_BINARY = "vnd.ms-excel.sheet.binary.macroEnabled.main"


def _types(main: str) -> dict[str, str | bytes]:
    return {"[Content_Types].xml": f'<Types><Override ContentType="application/{main}+xml"/></Types>', "a.xml": "<a/>"}


def _types_by_ending(main: str, *overrides: str) -> bytes:
    """A package whose endings are declared to be of a type too, as SheetJS and Excel do for «.bin»."""
    listed = "".join(f'<Override PartName="/a" ContentType="{kind}"/>' for kind in overrides)
    types = f'<Types><Default Extension="bin" ContentType="application/{main}"/>{listed}</Types>'
    return zipped({"[Content_Types].xml": types, "a.xml": "<a/>"})


def _open_document(kind: str, manifest: str = "") -> bytes:
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": "<a/>",
            "META-INF/manifest.xml": manifest,
        }
    )


def _xls() -> bytes:
    book, target = xlwt.Workbook(), io.BytesIO()
    book.add_sheet("a")
    book.save(target)
    return target.getvalue()


def _xlsx() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet()
    return target.getvalue()


_FILES: dict[str, tuple[str, str, bytes]] = {
    "xlsx": ("xlsx", "", _xlsx()),
    "xlsx by hand": ("xlsx", "", zipped(xlsx_parts())),
    "template": ("xlsx", "", zipped(_types("vnd.openxmlformats-officedocument.spreadsheetml.template.main"))),
    "xlsm": ("xlsm", "", zipped(_types("vnd.ms-excel.sheet.macroEnabled.main"))),
    "xlsx of SheetJS": (
        "xlsx",
        "",
        _types_by_ending(_BINARY, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
    ),
    "xlsb of Excel": ("xlsb", "", _types_by_ending(_BINARY, "application/vnd.ms-excel.worksheet")),
    "xlsb": ("xlsb", "", xlsb_bytes(("a", 0, sheet(b"")))),
    "xls": ("xls", "", _xls()),
    "xls of Excel 4": ("xls", "", b"\x09\x04\x06\x00\x00\x00\x10\x00"),
    "ods": ("ods", "", _open_document("spreadsheet")),
    "ods without mimetype": (
        "ods",
        "",
        zipped({"content.xml": "<a/>", "META-INF/manifest.xml": "application/vnd.oasis.opendocument.spreadsheet"}),
    ),
    "zip": ("zip", "", zipped({"a.xlsx": b"1", "b.xlsx": b"2"})),
    "empty zip": ("zip", "", zipped({})),
    "letter": ("letter", "", b"From: a@b\r\nTo: c@d\r\nSubject: x\r\n folded\r\nMIME-Version: 1.0\r\n\r\ntext"),
    "encrypted xlsx": ("encrypted", "encrypted", ole("EncryptionInfo", "EncryptedPackage")),
    "encrypted ods": ("encrypted", "encrypted", _open_document("spreadsheet", "<manifest:encryption-data/>")),
    "doc": ("word", "not-a-workbook", ole("WordDocument", "1Table")),
    "ppt": ("presentation", "not-a-workbook", ole("PowerPoint Document")),
    "msg": ("outlook-letter", "", ole("__properties_version1.0")),
    "other container": ("unknown", "not-a-workbook", ole("Contents")),
    "docx": (
        "word",
        "not-a-workbook",
        zipped(_types("vnd.openxmlformats-officedocument.wordprocessingml.document.main")),
    ),
    "pptx": (
        "presentation",
        "not-a-workbook",
        zipped(_types("vnd.openxmlformats-officedocument.presentationml.a.main")),
    ),
    "odt": ("word", "not-a-workbook", _open_document("text")),
    "odp": ("presentation", "not-a-workbook", _open_document("presentation")),
    "numbers": ("numbers", "unsupported-format", zipped({"Index/Document.iwa": b"1"})),
    "pdf": ("pdf", "not-a-workbook", b"%PDF-1.7\n"),
    "rtf": ("rtf", "not-a-workbook", b"{\\rtf1}"),
    "rar": ("rar", "unsupported-format", b"Rar!\x1a\x07\x01\x00"),
    "7z": ("7z", "unsupported-format", b"7z\xbc\xaf\x27\x1c\x00"),
    "gzip": ("gzip", "unsupported-format", b"\x1f\x8b\x08"),
    "png": ("image", "not-a-workbook", b"\x89PNG\r\n\x1a\n"),
    "jpeg": ("image", "not-a-workbook", b"\xff\xd8\xff\xe0"),
    "html": ("html", "unsupported-format", b"\xef\xbb\xbf\r\n<!-- x --><html><table></table></html>"),
    "html of another kind": ("html", "unsupported-format", b"<!DOCTYPE html>\n<html>"),
    "xml of 2003": (
        "spreadsheet-xml",
        "unsupported-format",
        b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="x">',
    ),
    "flat ods": ("flat-ods", "unsupported-format", b'<?xml version="1.0"?><office:document xmlns:office="x">'),
    "html in UTF-16": ("html", "unsupported-format", "<html>".encode("utf-16")),
    "text": ("text", "not-a-workbook", "просто текст".encode()),
    "text in cp1251": ("text", "not-a-workbook", "просто текст".encode("cp1251")),
    "empty": ("empty", "damaged", b""),
    "zeros": ("zeros", "damaged", bytes(5000)),
    "cut xlsx": ("damaged", "damaged", _xlsx()[:-100]),
    "cut xls": ("damaged", "damaged", _xls()[:600]),
    "rubbish": ("unknown", "not-a-workbook", bytes(range(256))),
}


@pytest.mark.parametrize("name", sorted(_FILES))
def test_kind_is_told_by_the_bytes(name: str) -> None:
    """Whatever the file is called; and a refusal has the reason that `received.csv` prints."""
    kind, reason, content = _FILES[name]
    for called in ("форма.xlsx", "форма.xls", "файл"):
        found = recognise(content, called)
        assert (kind, reason) == (found.kind, "" if found.refusal is None else found.refusal.reason)


@pytest.mark.parametrize("name", sorted(_FILES))
def test_each_refusal_has_its_words(name: str) -> None:
    """A sentence in both languages, which differ."""
    refusal = recognise(_FILES[name][2], "файл").refusal
    if refusal is not None:
        assert say(refusal.code, "ru", **refusal.parameters) != say(refusal.code, "en", **refusal.parameters)


def test_csv_is_told_by_its_name() -> None:
    """Between table and text only the name knows."""
    assert ["csv", "text"] == [recognise(b"a;b\n1;2\n", name).kind for name in ("A.CSV", "a.txt")]


def test_zipped_kinds_bring_their_parts() -> None:
    """The gate is passed once."""
    found = recognise(_xlsx(), "a.xlsx")
    assert found.parts is not None
    assert "xl/workbook.xml" in found.parts


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("lock-file", "~$форма.xlsx"),
        ("lock-file", "папка/~$форма.xlsx"),
        ("lock-file", "папка/.out.xlforms-lock"),
        ("lock-file", ".~lock.форма.xlsx#"),
        ("system-file", ".DS_Store"),
        ("system-file", "папка\\Thumbs.db"),
        ("system-file", "desktop.ini"),
        ("system-file", "._форма.xlsx"),
        ("system-file", "__MACOSX/папка/форма.xlsx"),
        (None, "форма.xlsx"),
        (None, "~форма.xlsx"),
        (None, "MACOSX/форма.xlsx"),
    ],
)
def test_files_that_nobody_sent(expected: str | None, name: str) -> None:
    """Lock files and files of systems are told by their names, before they are opened."""
    found = recognise_name(name)
    assert expected == (None if found is None or found.refusal is None else found.refusal.reason)
    if expected is not None:
        assert expected == recognise(_xlsx(), name).kind

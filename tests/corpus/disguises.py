"""Files that are not what their names say: made by hand, a few bytes each."""

from __future__ import annotations

import random

from tests.corpus.form import Make
from tests.intake.ole_files import ole
from tests.intake.packages import zipped

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
RTF = rb"{\rtf1\ansi \'f4\'ee\'f0\'ec\'e0}"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0"
SEVEN = b"7z\xbc\xaf\x27\x1c\0\4"
RAR = b"Rar!\x1a\x07\1\0"
WINMAIL = b"\x78\x9f\x3e\x22\1\0"
PROGRAM = b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0"
SHORTCUT = b"L\0\0\0\1\x14\2\0\0\0\0\0\xc0\0\0\0\0\0\0F"
HTML = "<html><body><table><tr><td>всего</td><td>5</td></tr></table></body></html>".encode()
XML_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>'
)
FLAT_ODS = b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
WEB_ARCHIVE = (
    b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    b"--x\r\nContent-Location: file:///C:/book.htm\r\nContent-Type: text/html\r\n\r\n<html></html>\r\n--x--\r\n"
)
TABLE = "район;школа;всего\nПервый район;Школа № 1;5\n".encode("cp1251")
SHEETS_LINK = b'{"url": "https://docs.example.org/open?id=1", "doc_id": "1"}'
WORD_OLE = ole("WordDocument", "1Table")


def given(content: bytes) -> Make:
    """The same bytes for every school."""
    return lambda _unit: content


def noise(count: int, seed: int = 5) -> bytes:
    """Random bytes, the same each time."""
    return random.Random(seed).randbytes(count)


def office(kind: str) -> bytes:
    """A package of another office program."""
    types = f'<Types><Override PartName="/a.xml" ContentType="application/vnd.openxmlformats-{kind}+xml"/></Types>'
    return zipped({"[Content_Types].xml": types, "a.xml": "<a/>"})

"""Writes .xlsb records, since no Python library does: just enough for tests of the reader."""

from __future__ import annotations

import struct

from tests.intake.packages import relations, zipped


def record(number: int, body: bytes = b"") -> bytes:
    """One record: its number in one or two bytes, its length in seven bits a byte."""
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    length = len(body)
    while length >= 0x80:
        head += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + bytes([length]) + body


def text(value: str | None) -> bytes:
    """A text with its length before it; None is «no text»."""
    if value is None:
        return struct.pack("<I", 0xFFFFFFFF)
    return struct.pack("<I", len(value.encode("utf-16-le")) // 2) + value.encode("utf-16-le")


def cell(number: int, column: int, body: bytes = b"", style: int = 0) -> bytes:
    """A cell record in its column."""
    return record(number, struct.pack("<II", column, style) + body)


def row(number: int) -> bytes:
    """The header of a row, counted from 0."""
    return record(0, struct.pack("<IIHBBI", number, 0, 300, 0, 0, 0))


def sheet(cells: bytes, *, protected: bool = False, complete: bool = True) -> bytes:
    """A sheet part around the rows and cells."""
    end = record(146) if complete else b""
    protection = record(535, struct.pack("<HI", 0, 1) + bytes(60)) if protected else b""
    extent = record(148, struct.pack("<IIII", 0, 9, 0, 9))
    return record(129) + extent + record(145) + cells + end + protection + record(130)


def xlsb(
    *sheets: tuple[str, int, bytes],
    shared: tuple[str, ...] = (),
    formats: tuple[tuple[int, str], ...] = (),
    styles: tuple[int, ...] = (0,),
    date1904: bool = False,
) -> dict[str, str | bytes]:
    """The parts of a workbook; each sheet is its name, its state (0 shown, 1 hidden, 2 very hidden) and its part."""
    bundles = b"".join(
        record(156, struct.pack("<II", state, number) + text(f"rId{number}") + text(name))
        for number, (name, state, _) in enumerate(sheets, 1)
    )
    workbook = record(131) + record(153, struct.pack("<II", int(date1904), 0)) + record(143) + bundles + record(144)
    workbook += record(132)
    format_records = b"".join(record(44, struct.pack("<H", number) + text(code)) for number, code in formats)
    style_records = b"".join(record(47, struct.pack("<HHHHH", 0, number, 0, 0, 0) + bytes(6)) for number in styles)
    targets = [("worksheet", f"worksheets/sheet{number}.bin") for number in range(1, len(sheets) + 1)]
    return {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" '
            'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
        ),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": workbook,
        "xl/_rels/workbook.bin.rels": relations(
            *targets, ("sharedStrings", "sharedStrings.bin"), ("styles", "styles.bin")
        ),
        "xl/sharedStrings.bin": record(159, struct.pack("<II", len(shared), len(shared)))
        + b"".join(record(19, b"\0" + text(value)) for value in shared)
        + record(160),
        "xl/styles.bin": record(278)
        + record(615, struct.pack("<I", len(formats)))
        + format_records
        + record(616)
        + record(626, struct.pack("<I", 1))
        + record(47, struct.pack("<HHHHH", 0xFFFF, 14, 0, 0, 0) + bytes(6))
        + record(627)
        + record(617, struct.pack("<I", len(styles)))
        + style_records
        + record(618)
        + record(279),
        **{f"xl/worksheets/sheet{number}.bin": part for number, (_, _, part) in enumerate(sheets, 1)},
    }


def xlsb_bytes(*sheets: tuple[str, int, bytes]) -> bytes:
    """A whole file with the sheets."""
    return zipped(xlsb(*sheets))

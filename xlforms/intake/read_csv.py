"""Reads one sheet of a form that was exported to CSV: every cell is text, and hidden rows and columns are there.

LibreOffice and Gnumeric write values as they are shown: `12,5` or `12.5`, `15.10.2025` or `2025/10/15`, `25%`. What
such a text means is settled where an answer is read, by the type of its item.
"""

from __future__ import annotations

import csv
import io
from collections import Counter

from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import Limits
from xlforms.intake.raw import CellKind, RawCell, RawSheet, RawWorkbook

KIND = "csv"
DECIMAL_POINT = "decimal-point"
"""A property of the workbook: numbers have a point, because commas stand between the cells."""

_SEPARATORS = (";", ",", "\t")
_SAMPLE = 200  # rows that tell what stands between cells
_SERVICE_SHEETS = ("_xf", "_lists")


def read_csv(content: bytes, name: str, limits: Limits) -> RawWorkbook:
    """A workbook of one sheet, which is called as the file.

    Raises IntakeRefusal: `damaged` when it cannot be decoded or taken apart, `too-large` over the limit of cells,
    `system-file` for a sheet that the form keeps for itself.
    """
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    if stem.endswith(_SERVICE_SHEETS):
        raise IntakeRefusal("system-file", "csv-service-sheet")
    text = _decoded(content)
    separator = max(_SEPARATORS, key=lambda sign: _evenness(text, sign))
    cells: dict[tuple[int, int], RawCell] = {}
    for row, line in enumerate(_lines(text, separator)):
        cells.update({(row, column): (CellKind.TEXT, value, False) for column, value in enumerate(line) if value})
        if len(cells) > limits.cells:
            raise IntakeRefusal("too-large", "too-many-cells")
    return RawWorkbook(
        kind=KIND,
        sheets=(RawSheet(stem, cells),),
        application="",
        modified="",
        properties={DECIMAL_POINT: "yes"} if separator == "," else {},
        has_macros=False,
        external_links=False,
        date1904=False,
    )


def _decoded(content: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with one, else the Windows code page for Russian."""
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1251")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise IntakeRefusal("damaged", "file-broken")


def _evenness(text: str, separator: str) -> tuple[float, int]:
    """How many of the first rows have the usual number of cells, and that number; one cell a row is nothing."""
    sample = "\n".join(text.splitlines()[: _SAMPLE * 2])
    widths = Counter(len(line) for line in _lines(sample, separator)[:_SAMPLE])
    width, rows = max(widths.items(), key=lambda entry: (entry[1], entry[0]), default=(0, 0))
    return (rows / widths.total(), width) if width > 1 else (0.0, 0)


def _lines(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:  # a cell longer than a spreadsheet can hold
        raise IntakeRefusal("damaged", "file-broken") from error

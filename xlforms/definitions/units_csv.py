"""The rows of a register of units in CSV, whatever program wrote it: its encoding and its separator are found out."""

from __future__ import annotations

import codecs
import csv
import io
import re

from xlforms.errors import DefinitionError, Problem

SEPARATORS = (",", ";", "\t")  # the earlier wins when a heading has equally many
_EXCEL_HINT = re.compile(r"sep=(.)\Z", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_RUSSIAN = re.compile(r"[А-Яа-яЁё«»№]")


def rows_of_csv(content: bytes, path: str) -> list[list[str]]:
    """The rows of a CSV file; row n stands in line n + 1, so a cell of several lines is followed by empty rows.

    UTF-8 with or without BOM, UTF-16 with BOM, else cp1251. Raises DefinitionError with one problem when the file is
    in another encoding, is no text at all, or its quotes do not match.
    """
    lines = io.StringIO(_decoded(content, path), newline="")
    first = lines.readline()
    while first and not first.strip():
        first = lines.readline()
    hint = _EXCEL_HINT.match(first.strip("\r\n\ufeff "))
    separator = hint[1] if hint else _separator(first)
    lines.seek(0)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append([] if hint and len(rows) == 0 else row)
            rows.extend([] for _ in range(reader.line_num - len(rows)))
    except csv.Error as error:
        raise DefinitionError([Problem(path, len(rows) + 1, 0, "csv-quotes")]) from error
    return rows


def _decoded(content: bytes, path: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _as(content, "utf-16", path)
    if b"\0" in content:
        code = "csv-is-a-workbook" if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) else "csv-encoding"
        raise DefinitionError([Problem(path, 0, 0, code)])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Not UTF-8, so an older Windows program wrote it; what is no Russian text after that is refused below.
        text = _as(content, "cp1251", path)
    # In cp866 read as cp1251 the letters from «А» to «п» become signs: under half of what is left are letters.
    if 2 * len(_RUSSIAN.findall(text)) < sum(character > "\x7f" for character in text):
        raise DefinitionError([Problem(path, 0, 0, "csv-encoding")])
    return text


def _as(content: bytes, encoding: str, path: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DefinitionError([Problem(path, 0, 0, "csv-encoding")]) from error


def _separator(heading: str) -> str:
    outside_quotes = _QUOTED.sub("", heading)
    return max(SEPARATORS, key=outside_quotes.count)

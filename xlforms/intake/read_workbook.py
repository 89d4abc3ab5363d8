"""From the bytes of a returned file to a raw workbook, or to the reason why not."""

from __future__ import annotations

from xlforms.errors import IntakeRefusal
from xlforms.intake.file_kind import FileKind, recognise
from xlforms.intake.limits import DEFAULT, Limits, too_large
from xlforms.intake.raw import CellKind, RawWorkbook
from xlforms.intake.read_csv import read_csv
from xlforms.intake.read_ods import read_ods
from xlforms.intake.read_xls import read_xls
from xlforms.intake.read_xlsb import read_xlsb
from xlforms.intake.read_xlsx import read_xlsx


def read_workbook(content: bytes, name: str, limits: Limits = DEFAULT, found: FileKind | None = None) -> RawWorkbook:
    """The workbook in the bytes of a file; its kind is told by the bytes, `name` by `recognise_name` only.

    `found` is what `recognise` says of these bytes, when that is known already.

    Raises IntakeRefusal with one of the reasons not-a-workbook, damaged, encrypted, too-large, unsupported-format,
    lock-file, system-file, for every file that is not read whole. The readers turn the exceptions of their libraries
    into `damaged`: `zlib.error` and those of `zipfile` in guard_zip, `lxml.etree.XMLSyntaxError` in xml_part,
    `struct.error` in the readers of binary formats, and what xlrd lets escape in read_xls. MemoryError and
    RecursionError are left to the process that runs this.
    """
    if len(content) > limits.file_bytes:
        raise too_large(len(content), limits.file_bytes)
    found = found or recognise(content, name, limits)
    if found.refusal is not None:
        raise found.refusal
    workbook = _read(content, name, found, limits)
    characters = 0
    for sheet in workbook.sheets:
        characters += sum([len(str(cell[1])) for cell in sheet.cells.values() if cell[0] == CellKind.TEXT])
    if characters > limits.text_characters:
        raise IntakeRefusal("too-large", "too-much-text", count=characters, limit=limits.text_characters)
    return workbook


def _read(content: bytes, name: str, found: FileKind, limits: Limits) -> RawWorkbook:
    if found.parts is not None and found.kind in ("xlsx", "xlsm"):
        return read_xlsx(found.parts, found.kind, limits)
    if found.parts is not None and found.kind == "xlsb":
        return read_xlsb(found.parts, limits)
    if found.parts is not None and found.kind == "ods":
        return read_ods(found.parts, limits)
    if found.kind == "xls":
        return read_xls(content, limits)
    if found.kind == "csv":
        return read_csv(content, name, limits)
    raise IntakeRefusal("not-a-workbook", "is-archive-or-letter")

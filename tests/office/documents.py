"""Opening and saving workbooks in LibreOffice. Runs under a Python that has `uno`, as all of the driver's side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uno

FILTERS = {
    "xlsx": "Calc MS Excel 2007 XML",
    "ods": "calc8",
    "xls": "MS Excel 97",
    "csv": "Text - txt - csv (StarCalc)",
    "pdf": "calc_pdf_Export",
    "pdf of text": "writer_pdf_Export",
}
_WORKBOOK, _TEXT = "com.sun.star.sheet.SpreadsheetDocument", "com.sun.star.text.TextDocument"

# «;» between, «"» around, UTF-8, from line 1, ru-RU, values as shown, and -1: every sheet to a file of its own.
# https://wiki.documentfoundation.org/Documentation/DevGuide/Spreadsheet_Documents#Filter_Options_for_the_CSV_Filter
_CSV_OPTIONS = "59,34,76,1,,1049,false,true,true,false,false,-1"


class RequestError(Exception):
    """A request that cannot be carried out on this document; the message says why."""


def properties(**named: object) -> tuple[Any, ...]:
    """The named values as UNO property values."""
    made = []
    for name, value in named.items():
        item = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        item.Name, item.Value = name, value
        made.append(item)
    return tuple(made)


@contextmanager
def opened(desktop: Any, path: str, *, text: bool = False) -> Iterator[Any]:
    """The workbook at `path`, or the Word document when `text`, hidden; closed without saving at the end."""
    if not Path(path).is_file():
        raise RequestError(f"no such file: {path}")
    url = uno.systemPathToFileUrl(path)
    document = desktop.loadComponentFromURL(url, "_blank", 0, properties(Hidden=True))
    if document is None:
        raise RequestError(f"LibreOffice could not open {path}")
    try:
        if not document.supportsService(_TEXT if text else _WORKBOOK):
            raise RequestError(f"LibreOffice does not take this file for a {'text' if text else 'workbook'}: {path}")
        yield document
    finally:
        document.close(True)


@contextmanager
def new_workbook(desktop: Any) -> Iterator[Any]:
    """An empty workbook, hidden; closed without saving at the end."""
    document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, properties(Hidden=True))
    try:
        yield document
    finally:
        document.close(True)


def save(document: Any, target: str, file_format: str) -> list[str]:
    """Save a copy; returns the files written.

    A csv is one file for each sheet, `<stem>-<sheet>.csv`, beside `target`; other formats are `target` itself.
    """
    if file_format not in FILTERS:
        raise RequestError(f"unknown file format {file_format!r}; known: {', '.join(FILTERS)}")
    named: dict[str, object] = {"FilterName": FILTERS[file_format], "Overwrite": True}
    if file_format == "csv":
        named["FilterOptions"] = _CSV_OPTIONS
    document.storeToURL(uno.systemPathToFileUrl(target), properties(**named))
    if file_format != "csv":
        return [target]
    path = Path(target)
    return [str(path.with_name(f"{path.stem}-{name}{path.suffix}")) for name in document.Sheets.ElementNames]


def sheet_named(document: Any, name: str) -> Any:
    """The sheet; RequestError lists the sheets there are when it is missing."""
    if not document.Sheets.hasByName(name):
        raise RequestError(f"no sheet {name!r}; there are: {', '.join(document.Sheets.ElementNames)}")
    return document.Sheets.getByName(name)

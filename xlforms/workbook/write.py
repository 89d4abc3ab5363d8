"""Writes the workbook of a plan: blank, addressed to a unit, or with answers already in it."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from xlforms.definitions.collection import Collection
from xlforms.definitions.units import Unit
from xlforms.errors import OutputError
from xlforms.layout.plan import Plan
from xlforms.workbook.book import FormBook
from xlforms.workbook.check_sheet import write_check_sheet
from xlforms.workbook.colour_rules import apply_colours
from xlforms.workbook.computed import write_computed
from xlforms.workbook.contents import Contents, contents_of
from xlforms.workbook.counters import write_counts
from xlforms.workbook.formats import INK, Formats
from xlforms.workbook.guard import accept
from xlforms.workbook.identity import write_identity_sheet, write_properties
from xlforms.workbook.lists import list_ranges, write_lists
from xlforms.workbook.sheet import write_sheet
from xlforms.workbook.verdicts import write_verdicts

_NOTHING: Mapping[str, object] = MappingProxyType({})


def write_workbook(
    plan: Plan,
    target: Path | BinaryIO,
    *,
    unit: Unit | None = None,
    collection: Collection | None = None,
    values: Mapping[str, object] = _NOTHING,
) -> None:
    """Writes one workbook as .xlsx; the same arguments give the same bytes.

    `values` are answers by item name: numbers (percent as a fraction), texts, dates; None and "" are no answer. With
    a `unit` its code, name and municipality are filled in and locked. The file is written only when all of it is
    made. Raises GenerationError when a part of the form cannot be written as defined, OutputError when the file
    cannot be saved.
    """
    content = _make(contents_of(plan, unit, collection, values))
    if not isinstance(target, Path):
        target.write(content)
        return
    try:
        target.write_bytes(content)
    except OSError as error:
        raise OutputError("workbook-not-saved", path=str(target), detail=error.strerror or str(error)) from error


def _make(contents: Contents) -> bytes:
    buffer = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        book = FormBook(buffer)
        plan, formats, lists = contents.plan, Formats(book), list_ranges(contents.plan)
        shared = contents.prepared
        for sheet in plan.sheets:
            worksheet = book.add_sheet(sheet.name)
            write_sheet(worksheet, sheet, contents, formats, lists)
            write_computed(worksheet, sheet, contents, formats, shared.computed)
            write_verdicts(worksheet, sheet, contents, formats, shared.verdicts)
            if plan.check_sheet is not None and sheet.name == plan.check_sheet.name:
                write_check_sheet(worksheet, sheet, contents, formats, shared.verdicts)
            apply_colours(worksheet, sheet, shared.colours[sheet.name], formats)
            if sheet.counts:
                worksheet.set_tab_color(INK)
                write_counts(worksheet, sheet, contents, formats)
        write_lists(book, list(lists), formats.key())
        write_identity_sheet(book, contents, formats)
        write_properties(book, contents)
        accept("", "", book.close)
    return buffer.getvalue()

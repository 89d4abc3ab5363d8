"""What is told about a returned workbook as a whole: it does no harm, yet somebody should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xlforms.intake.found_sheet import FoundSheet
from xlforms.intake.raw import RawSheet, RawWorkbook
from xlforms.intake.submission import StructureNote

_TELLS_PROTECTION = ("xlsx", "xlsm", "ods")
_NEVER_PROTECTS = (("xlsx", "SheetJS"), ("xlsm", "SheetJS"), ("ods", "SheetJS"), ("ods", "gnumeric"))
"""Formats that programs write without the protection that was there: nobody took it off (measured: SheetJS 0.18.5,
Gnumeric 1.12.55)."""


def notes_on_workbook(
    workbook: RawWorkbook, ours: Iterable[FoundSheet], others: Iterable[RawSheet]
) -> Iterator[StructureNote]:
    """Protection taken off, macros, links to other files, comments, and sheets that are not of the form (`others`)."""
    if workbook.has_macros:
        yield StructureNote("has-macros", False)
    if workbook.external_links:
        yield StructureNote("external-links", False)
    if workbook.has_comments:
        yield StructureNote("has-comments", False)
    if workbook.kind in _TELLS_PROTECTION and not _drops_protection(workbook):
        names = [f"«{sheet.raw.name}»" for sheet in ours if sheet.at is not None and not sheet.raw.protected]
        if names:
            yield StructureNote("protection-removed", False, "", "", {"sheets": ", ".join(names)})
    for raw in others:
        yield StructureNote("sheet-added", False, raw.name, "", {"count": len(raw.cells)})


def _drops_protection(workbook: RawWorkbook) -> bool:
    return any(workbook.kind == kind and workbook.application.startswith(name) for kind, name in _NEVER_PROTECTS)

"""What is told about a returned workbook as a whole: it does no harm, yet somebody should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xlforms.intake.found_sheet import FoundSheet
from xlforms.intake.raw import RawSheet, RawWorkbook
from xlforms.intake.submission import StructureNote

_TELLS_PROTECTION = ("xlsx", "xlsm", "ods")


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
    if workbook.kind in _TELLS_PROTECTION:
        names = [f"«{sheet.raw.name}»" for sheet in ours if sheet.at is not None and not sheet.raw.protected]
        if names:
            yield StructureNote("protection-removed", False, "", "", {"sheets": ", ".join(names)})
    for raw in others:
        yield StructureNote("sheet-added", False, raw.name, "", {"count": len(raw.cells)})

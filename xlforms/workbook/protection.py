"""Locks a workbook: a courtesy to the honest, not a guarantee; intake checks everything again."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook

# Widening a column and heightening a row must stay possible, or long texts cannot be read. Locked cells may be
# selected, to read and copy them; Tab visits only unlocked ones. No password: it buys nothing, and editors of the
# OpenOffice family ask to retype it when they save in another format.
_ALLOWED = {"select_locked_cells": True, "select_unlocked_cells": True, "format_columns": True, "format_rows": True}


class LockedWorkbook(Workbook):  # type: ignore[misc]  # xlsxwriter's annotations are not used here
    """A workbook whose sheets cannot be added, deleted, moved or renamed (Excel and ONLYOFFICE obey).

    XlsxWriter has no call for it; the element stands between `workbookPr` and `bookViews` (ECMA-376, 18.2.29).
    """

    def _write_workbook_pr(self) -> None:
        super()._write_workbook_pr()
        self._xml_empty_tag("workbookProtection", [("lockStructure", 1)])


def protect(worksheet: Any) -> None:
    """Protects a sheet without a password."""
    worksheet.protect("", _ALLOWED)

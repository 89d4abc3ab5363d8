"""XlsxWriter's workbook, bent to our needs where it has no call for them."""

from __future__ import annotations

from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from xlforms.workbook.formats import DEFAULT_FONT
from xlforms.workbook.guard import accept


class FormBook(Workbook):  # type: ignore[misc]  # xlsxwriter is not typed to mypy's content
    """A workbook in memory whose sheets cannot be added, deleted, moved or renamed (Excel and ONLYOFFICE obey)."""

    def __init__(self, target: BinaryIO) -> None:
        super().__init__(target, {"in_memory": True, "default_format_properties": dict(DEFAULT_FONT)})

    def add_sheet(self, name: str) -> Any:
        """A new sheet; GenerationError for a name that Excel does not take."""
        return accept(name, "", self.add_worksheet, name, FormSheet)

    def _write_workbook_pr(self) -> None:
        """The lock stands between `workbookPr` and `bookViews` (ECMA-376, 18.2.29)."""
        super()._write_workbook_pr()
        self._xml_empty_tag("workbookProtection", [("lockStructure", 1)])


class FormSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose formulas are written as they are."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        """XlsxWriter searches every formula for thirty functions newer than Excel 2010, a tenth of the time that a
        workbook takes; forms use none of them, because older programs would show #NAME?.
        """
        return formula.removeprefix("=")

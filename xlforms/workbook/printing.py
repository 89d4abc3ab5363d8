"""How a sheet prints: A4, one page wide, headings repeated, each page named."""

from __future__ import annotations

from typing import Any

from xlforms.errors import GenerationError
from xlforms.layout.plan import CODE_COLUMN, KEY_ROW, SheetPlan
from xlforms.messages import say
from xlforms.workbook.contents import Contents
from xlforms.workbook.guard import accept

_A4 = 9
_MARGIN = 1 / 2.54  # inches
_FOOTER_MARGIN = 0.5 / 2.54
_FOOTER_LIMIT = 255  # Excel «repairs» files with longer ones


def set_up_printing(worksheet: Any, sheet: SheetPlan, contents: Contents, *, one_page: bool) -> None:
    """Paper, margins, scale, repeated rows, footer, print area; columns right of the area stay free for verdicts."""
    worksheet.set_paper(_A4)
    if sheet.orientation == "landscape":
        worksheet.set_landscape()
    else:
        worksheet.set_portrait()
    worksheet.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN * 1.3)
    worksheet.center_horizontally()
    worksheet.fit_to_pages(1, 1 if one_page else 0)
    accept(sheet.name, "", worksheet.print_area, KEY_ROW + 1, CODE_COLUMN, sheet.last_row, sheet.last_column)
    if not one_page:
        accept(sheet.name, "", worksheet.repeat_rows, *sheet.repeat_rows)
        if sheet.page_breaks:
            accept(sheet.name, "", worksheet.set_h_pagebreaks, list(sheet.page_breaks))
    footer = footer_of(contents)
    if len(footer) > _FOOTER_LIMIT:
        raise GenerationError("workbook-footer-long", sheet=sheet.name, limit=_FOOTER_LIMIT, length=len(footer))
    accept(sheet.name, "", worksheet.set_footer, footer, {"margin": _FOOTER_MARGIN})


def footer_of(contents: Contents) -> str:
    """«code · unit · Лист «…» · стр. N из M» in Excel's codes: &A is the sheet, &P the page, &N their number."""
    codes = " · ".join(code for code in (contents.plan.code, contents.unit_code) if code).replace("&", "&&")
    return "&C&8&K5B6775" + say("footer", codes=codes, sheet="&A", page="&P", pages="&N")

"""Makes the Plan of a form."""

from __future__ import annotations

from xlforms.definitions.load import LoadedForm
from xlforms.definitions.names import Names
from xlforms.errors import GenerationError
from xlforms.layout.formulas import formula_of
from xlforms.layout.limits import SHEET_COLUMNS, SHEET_ROWS
from xlforms.layout.plan import Plan
from xlforms.layout.sheet import lay_out_section
from xlforms.layout.title_sheet import lay_out_title


def build_plan(loaded: LoadedForm) -> Plan:
    """Every cell of the form's workbook.

    Raises GenerationError when a section does not fit into a sheet that .xls can hold.
    """
    form = loaded.form
    title, *sections = loaded.sections
    first = lay_out_title(
        title,
        sections,
        authority=form.authority,
        basis=form.basis,
        instructions=form.instructions,
        signatory=form.signatory,
    )
    sheets = [first, *(lay_out_section(section) for section in sections)]
    for sheet in sheets:
        if len(sheet.heights) > SHEET_ROWS or len(sheet.widths) > SHEET_COLUMNS:
            raise GenerationError("sheet-too-large", sheet=sheet.name, rows=SHEET_ROWS, columns=SHEET_COLUMNS)
    names, computed = Names(loaded.sections), tuple(cell.item for sheet in sheets for cell in sheet.computed)
    return Plan(
        form=form.form,
        version=form.version,
        title=form.title,
        code=form.code,
        signatory=form.signatory,
        sheets=tuple(sheets),
        items=tuple(cell.item for sheet in sheets for cell in sheet.answers),
        computed_items=computed,
        formulas=tuple(formula_of(item, names) for item in computed),
    )

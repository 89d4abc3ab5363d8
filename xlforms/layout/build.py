"""Makes the Plan of a form."""

from __future__ import annotations

from xlforms.definitions.items import CHECK_SECTION, items_of
from xlforms.definitions.load import LoadedForm
from xlforms.definitions.names import Names
from xlforms.errors import GenerationError
from xlforms.layout.aside import Aside, asides
from xlforms.layout.check_cells import CheckCell, CheckSheet
from xlforms.layout.formulas import formula_of
from xlforms.layout.limits import SHEET_COLUMNS, SHEET_ROWS
from xlforms.layout.needs import with_needs
from xlforms.layout.number_runs import with_number_runs
from xlforms.layout.plan import Plan
from xlforms.layout.sheet import lay_out_section
from xlforms.layout.title_sheet import lay_out_title
from xlforms.layout.verdict_places import explanations_of, place_verdicts


def build_plan(loaded: LoadedForm) -> Plan:
    """Every cell of the form's workbook.

    Raises GenerationError when a section does not fit into a sheet that .xls can hold.
    """
    form = loaded.form
    title, *sections = [section for section in loaded.sections if section.id != CHECK_SECTION]
    beside = asides((title, *sections), loaded.rules)
    first = lay_out_title(
        title,
        sections,
        authority=form.authority,
        basis=form.basis,
        instructions=form.instructions,
        signatory=form.signatory,
        beside=beside.get(title.id, Aside()),
        needs=any(item.required_if for item in items_of(loaded.sections)),
        checked=bool(loaded.rules),
        numbers=any(item.nature in ("number", "date") and not item.computed for item in items_of(loaded.sections)),
    )
    sheets = (first, *(lay_out_section(section, beside.get(section.id, Aside())) for section in sections))
    checks: tuple[CheckCell, ...] = ()
    check_sheet: CheckSheet | None = None
    if loaded.rules:
        sheets, checks, check_sheet = place_verdicts(sheets, explanations_of(loaded.sections), loaded.rules, beside)
    names = Names(loaded.sections)
    sheets = tuple(with_number_runs(with_needs(sheet, names)) for sheet in sheets)
    for sheet in sheets:
        if len(sheet.heights) > SHEET_ROWS or len(sheet.widths) + len(sheet.aside_widths) > SHEET_COLUMNS:
            raise GenerationError("sheet-too-large", sheet=sheet.name, rows=SHEET_ROWS, columns=SHEET_COLUMNS)
    computed = tuple(cell.item for sheet in sheets for cell in sheet.computed)
    return Plan(
        form=form.form,
        version=form.version,
        title=form.title,
        code=form.code,
        signatory=form.signatory,
        sheets=sheets,
        items=tuple(cell.item for sheet in sheets for cell in sheet.answers),
        computed_items=computed,
        formulas=tuple(formula_of(item, names) for item in computed),
        checks=checks,
        check_sheet=check_sheet,
        measures=loaded.measures,
        indicators=loaded.indicators,
        key_figures=loaded.key_figures,
    )

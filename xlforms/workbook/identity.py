"""Which form, version, unit and round a workbook belongs to, said in every place that some office suite keeps.

The corner cells are what intake trusts; the hidden sheet `_xf`, the custom properties and the core description are
cross-checks. ASCII only: SheetJS garbles Cyrillic in properties.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from urllib.parse import quote

from xlforms.layout.anchors import Corner, print_corner
from xlforms.layout.digest import digest_of
from xlforms.layout.plan import KEY_COLUMN, KEY_ROW, SheetPlan
from xlforms.workbook.book import FormBook
from xlforms.workbook.contents import Contents
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept
from xlforms.workbook.protection import protect

SHEET = "_xf"
_UNDATED = datetime(2000, 1, 1)  # a workbook of no round: same input, same bytes


def write_anchors(worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats) -> None:
    """The corner cell, the row keys and the column keys of a sheet, hidden."""
    look = formats.key()
    plan = contents.plan
    corner = print_corner(Corner(plan.form, plan.version, contents.unit_code, sheet.section, sheet.checksum))
    accept(sheet.name, "", worksheet.write_string, KEY_ROW, KEY_COLUMN, corner, look)
    for column, key in sheet.column_keys:
        accept(sheet.name, "", worksheet.write_string, KEY_ROW, column, key, look)
    for row, key in sheet.row_keys:
        accept(sheet.name, "", worksheet.write_string, row, KEY_COLUMN, key, look)
    accept(sheet.name, "", worksheet.set_row, KEY_ROW, None, None, {"hidden": True})
    accept(sheet.name, "", worksheet.set_column, KEY_COLUMN, KEY_COLUMN, 2, None, {"hidden": True})


def identity_of(contents: Contents) -> dict[str, str]:
    """Form, version, unit, round, day of issue and fingerprint of the plan, as ASCII texts."""
    collection = contents.collection
    issued = collection.issued.isoformat() if collection is not None and collection.issued is not None else ""
    return {
        "xf_form": contents.plan.form,
        "xf_version": contents.plan.version,
        "xf_unit": quote(contents.unit_code, safe=""),
        "xf_collection": quote(collection.collection, safe="") if collection is not None else "",
        "xf_issued": issued,
        "xf_plan": digest_of(contents.plan),
    }


def write_properties(book: FormBook, contents: Contents) -> None:
    """Core and custom properties."""
    identity = identity_of(contents)
    issued = contents.collection.issued if contents.collection is not None else None
    created = datetime.combine(issued, time()) if issued is not None else _UNDATED
    form, version = contents.plan.form, contents.plan.version
    comments = "|".join(("#xf1", *identity.values()))
    book.set_properties({"title": f"{form} {version}", "comments": comments, "created": created})
    for name, value in identity.items():
        if value:
            accept(SHEET, "", book.set_custom_property, name, value, "text")


def write_identity_sheet(book: FormBook, contents: Contents, formats: Formats) -> None:
    """The hidden sheet `_xf`: the identity, and for every sheet its number of row keys and its checksum."""
    worksheet, look = book.add_sheet(SHEET), formats.key()
    rows = list(identity_of(contents).items())
    rows += [(f"sheet_{sheet.section}", f"{len(sheet.row_keys)} {sheet.checksum}") for sheet in contents.plan.sheets]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            accept(SHEET, "", worksheet.write_string, number, column, text, look)
    protect(worksheet)
    worksheet.very_hidden()

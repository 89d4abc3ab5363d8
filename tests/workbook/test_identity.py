"""Whose workbook it is, said in every place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.workbook.forms import SCHOOL, bytes_of, opened, part, plan_of
from xlforms.definitions.collection import Collection
from xlforms.definitions.units import Unit
from xlforms.layout.anchors import Corner, parse_corner
from xlforms.layout.digest import digest_of

ROUND = Collection(collection="spring", title="Весна", issued=date(2025, 9, 1))


def test_anchors_of_every_sheet(tmp_path: Path) -> None:
    """Corner, row keys and column keys stand where the plan says; their row and column are hidden."""
    plan = plan_of(tmp_path)
    book = opened(bytes_of(plan, SCHOOL))
    for sheet in plan.sheets:
        written = book[sheet.name]
        expected = Corner("trial", "1", "056-01", sheet.section, sheet.checksum)
        assert expected == parse_corner(written["A1"].value)
        assert list(sheet.row_keys) == [(row, written.cell(row + 1, 1).value) for row, _ in sheet.row_keys]
        columns = [(column, written.cell(1, column + 1).value) for column, _ in sheet.column_keys]
        assert list(sheet.column_keys) == columns
        assert (True, True) == (written.row_dimensions[1].hidden, written.column_dimensions["A"].hidden)


def test_blank_form_has_no_unit(tmp_path: Path) -> None:
    """The corner of a blank form leaves the unit open."""
    corner = parse_corner(opened(bytes_of(plan_of(tmp_path)))["Лист"]["A1"].value)
    assert corner is not None
    assert "" == corner.unit


def test_identity_sheet_and_properties(tmp_path: Path) -> None:
    """The hidden sheet and the custom properties repeat form, version, unit, round, day and fingerprint."""
    plan = plan_of(tmp_path)
    content = bytes_of(plan, SCHOOL, ROUND)
    expected = {
        "xf_form": "trial",
        "xf_version": "1",
        "xf_unit": "056-01",
        "xf_collection": "spring",
        "xf_issued": "2025-09-01",
        "xf_plan": digest_of(plan),
    }
    book = opened(content)
    assert expected == {entry.name: entry.value for entry in book.custom_doc_props.props}
    rows = dict(book["_xf"].iter_rows(values_only=True))
    sheets = {f"sheet_{sheet.section}": f"{len(sheet.row_keys)} {sheet.checksum}" for sheet in plan.sheets}
    assert expected | sheets == rows
    assert "#xf1|trial|1|056-01|spring|2025-09-01|" + digest_of(plan) == book.properties.description
    assert (date(2025, 9, 1), date(2025, 9, 1)) == (book.properties.created.date(), book.properties.modified.date())


def test_properties_are_ascii(tmp_path: Path) -> None:
    """Cyrillic in properties is garbled by some programs, so a unit's code is percent-encoded there."""
    content = bytes_of(plan_of(tmp_path), Unit("Ш-1", "Школа № 1", "Первый район"), ROUND)
    texts = [text for name in ("core", "custom") for text in part(content, f"docProps/{name}.xml").itertext()]
    assert [] == [text for text in texts if not text.isascii()]
    assert "%D0%A8-1" in texts

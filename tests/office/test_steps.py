"""Accidents that LibreOffice is made to commit: each does what it says, and what a person is refused is refused."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.office import steps
from tests.office.conftest import SHEET
from tests.office.libreoffice import Entry, LibreOffice, OfficeError, Typed

pytestmark = pytest.mark.office


def test_protected_sheet_refuses_inserted_rows(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """An inserted row needs the protection taken off first."""
    with pytest.raises(OfficeError, match="is protected: unprotect it first"):
        office.run(form, tmp_path / "out.xlsx", [steps.insert_rows(SHEET, before=3)], "xlsx")


def test_rows_and_columns_move(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """Inserted and deleted rows and columns shift the cells and the formulas follow."""
    mistreated = [
        steps.unprotect(SHEET),
        steps.set_cells([Entry(SHEET, "B2", 4)]),
        steps.insert_rows(SHEET, before=2, count=2),
        steps.delete_rows(SHEET, first=1),
        steps.insert_columns(SHEET, before="B"),
        steps.delete_columns(SHEET, first="A"),
        steps.rename_sheet(SHEET, "Лист1"),
        steps.move_sheet("Лист1", 2),
    ]
    office.run(form, tmp_path / "out.xlsx", mistreated, "xlsx")
    assert office.protection(tmp_path / "out.xlsx") == {"_lists": False, "Лист1": False}
    assert office.read(tmp_path / "out.xlsx")["Лист1"] == {"B3": 4.0, "C3": 5.0, "C4": 0.25}


def test_sort_orders_rows_by_the_key(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """Sorting moves whole rows of the range, downwards too."""
    mistreated = [
        steps.unprotect(),
        steps.sort("_lists", "A1:A3", "A"),
        steps.sort(SHEET, "A2:B4", "A", ascending=False),
    ]
    office.run(form, tmp_path / "out.ods", mistreated, "ods")
    answer = office.read(tmp_path / "out.ods", {"_lists": ["A1", "A2", "A3"], SHEET: ["A2", "A3", "A4"]})
    assert answer == {
        "_lists": {"A1": "да", "A2": "не знаю", "A3": "нет"},
        SHEET: {"A2": "Учителей", "A3": "Есть ли", "A4": "Дата"},
    }


def test_sheet_is_copied_to_a_new_book(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """The new book holds the one sheet, still protected."""
    office.run(form, tmp_path / "out.xlsx", [steps.copy_sheet_to_new_book(SHEET)], "xlsx")
    assert office.protection(tmp_path / "out.xlsx") == {SHEET: True}
    assert office.read(tmp_path / "out.xlsx", {SHEET: ["A2"]}) == {SHEET: {"A2": "Учителей"}}


def test_paste_of_everything_takes_the_rule_away(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """Pasting a cell over another brings its rule along; pasting values leaves the target's own rule."""
    for name, values_only, verdict in [("all", False, "accepted"), ("values", True, "refused-validation")]:
        target = tmp_path / f"{name}.xlsx"
        pasted = [steps.set_cells([Entry(SHEET, "B8", "—")]), steps.paste(SHEET, "B8", "B2", values_only=values_only)]
        office.run(form, target, pasted, "xlsx")
        assert office.read(target, {SHEET: ["B2"]}) == {SHEET: {"B2": "—"}}
        assert [verdict] == [
            outcome.verdict for outcome in office.type_in(target, [Entry(SHEET, "B2", Typed("много"))])
        ]


def test_paste_over_locked_cells_is_refused(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """A target with even one locked cell refuses."""
    with pytest.raises(OfficeError, match="locked cells cannot be pasted over"):
        office.run(form, tmp_path / "out.xlsx", [steps.paste(SHEET, "B2:C2", "B7")], "xlsx")


@pytest.mark.parametrize(("mistreated", "hidden"), [([], 1), ([steps.show_hidden_rows_columns()], 0)])
def test_hidden_rows_are_shown(
    office: LibreOffice, form: Path, tmp_path: Path, mistreated: list[steps.Step], hidden: int
) -> None:
    """The hidden key row stays hidden until it is shown."""
    office.run(form, tmp_path / "out.xlsx", mistreated, "xlsx")
    with ZipFile(tmp_path / "out.xlsx") as archive:
        rows = re.findall(r"<row [^>]*>", archive.read("xl/worksheets/sheet1.xml").decode())
    assert hidden == sum('hidden="true"' in row for row in rows)


def test_sheet_is_removed(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """A sheet can be deleted, and only that sheet goes."""
    office.run(form, tmp_path / "out.xlsx", [steps.remove_sheet("_lists")], "xlsx")
    assert office.protection(tmp_path / "out.xlsx") == {SHEET: True}


def test_unknown_names_are_named(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """A misspelt sheet or step is an error that lists what there is."""
    with pytest.raises(OfficeError, match="no sheet 'Кадр'; there are: Кадры, _lists"):
        office.run(form, tmp_path / "out.xlsx", [steps.remove_sheet("Кадр")], "xlsx")
    with pytest.raises(OfficeError, match="unknown step 'burn'"):
        office.run(form, tmp_path / "out.xlsx", [{"step": "burn"}], "xlsx")


def test_ranges_are_copied_to_a_new_book(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """Each range begins a sheet of its own, with nothing of the rest and without protection."""
    copied = steps.copy_ranges_to_new_book([(SHEET, "A2:A3"), (SHEET, "A3:A4")])
    shown = steps.set_cells([Entry(SHEET, "B2", 4)])
    office.run(form, tmp_path / "out.xlsx", [shown, steps.copy_sheet(SHEET, "Копия"), copied], "xlsx")
    found = office.read(tmp_path / "out.xlsx")
    assert [{"A1": "Учителей", "A2": "Есть ли"}, {"A1": "Есть ли", "A2": "Дата"}] == list(found.values())
    assert set(office.protection(tmp_path / "out.xlsx").values()) == {False}


def test_sheet_is_copied_within_its_book(office: LibreOffice, form: Path, tmp_path: Path) -> None:
    """The copy stands last and holds the same."""
    office.run(form, tmp_path / "out.xlsx", [steps.copy_sheet(SHEET, "Копия")], "xlsx")
    found = office.read(tmp_path / "out.xlsx")
    assert "Копия" == list(found)[-1]
    assert found[SHEET]["A2"] == found["Копия"]["A2"]

"""The indicator tables of a real programme, pasted over the form as they stand on paper: each fault is named.

On paper the column «Единица измерения» holds numbers, shares are roubles and people, and one value serves two years.
"""

from __future__ import annotations

import pytest

from tests.office.libreoffice import Entry, LibreOffice, Typed
from tests.office.steps import set_cells, unprotect
from xlforms.api import check_files
from xlforms.checks.finding import Finding
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import find_form
from xlforms.definitions.units import Unit
from xlforms.layout.build import build_plan
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

# what stands on paper in the column of units, in the first and in the second year
PAPER = {
    "finance.help_low_results": ("0", "0", "0"),
    "finance.help_disadvantaged": ("0", "0", "0"),
    "finance.facilities": ("70000", "70000", "80000"),
    "finance.training": ("8000", "15000", "20000"),
    "finance.information": ("17000", "17000", "20000"),
    "staff.teachers_trained": ("16", "89%", "92%"),
    "staff.heads_trained": ("1", "100%", "100%"),
    "staff.first_category": ("7", "39%", "19%"),
    "staff.highest_category": ("0", "0 %", "16%"),
    "staff.young_specialists": ("0", "0 %", "5 %"),
    "methods.mentors": ("1", "1", "2"),
    "methods.connections": ("100%", "100%", "100%"),
    "methods.pupils_network": ("227", "259", "264"),
    "process.full_day": ("1", "1", "1"),
    "process.network": ("1", "1", "1"),
    "process.new_positions": ("1", "1", "1"),
    "safety.prevention": ("100%", "", ""),
    "safety.accidents": ("100%", "", ""),
    "safety.buildings": ("100%", "", ""),
    "safety.health": ("100%", "", ""),
}
NO_SHARES = {  # items whose value on paper is more than the whole: roubles, people
    f"{row}.target_{year}"
    for row in ("finance.facilities", "finance.training", "finance.information", "methods.pupils_network")
    for year in (1, 2)
} | {"methods.mentors.target_2"}
ONE_VALUE = ("safety.prevention", "safety.accidents", "safety.buildings", "safety.health")


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The plan of the programme."""
    return build_plan(load_form(find_form("school20-programme@2020.1")))


@pytest.fixture(scope="module")
def findings(plan: Plan, office: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """What `check` says of the workbook with the paper pasted over its sheet of indicators."""
    folder = tmp_path_factory.mktemp("dirty")
    write_workbook(plan, folder / "form.xlsx", unit=Unit("020", "МБОУ СОШ № 20", "Краснодарский край"))
    entries = []
    for row, values in PAPER.items():
        sheet, first = plan.cells()[f"{row}.target_1"]
        second = plan.cells()[f"{row}.target_2"][1]
        (unit,) = [cell for cell in sheet.printed if cell.row == first.row]
        for column, text in zip((unit.column, first.column, second.column), values, strict=True):
            if text:
                entries.append(Entry(sheet.name, cell_name(first.row, column), Typed(text)))
    steps = [unprotect(), set_cells(entries)]
    office.run(folder / "form.xlsx", folder / "returned.xlsx", steps, "xlsx")
    (form,) = check_files([folder / "returned.xlsx"]).forms
    (version,) = form.versions
    return [finding for finding in version.findings if finding.item.rpartition(".")[0] in PAPER]


@pytest.mark.office
def test_a_number_in_place_of_the_unit(findings: list[Finding]) -> None:
    """Every unit of measure that was pasted over is named, with what stands there now; the row does not count."""
    named = {finding.item.rpartition(".")[0]: finding for finding in findings if finding.rule == "printed-text"}
    assert sorted(PAPER) == sorted(named)
    for row, finding in named.items():
        assert ("hard", "%") == (finding.severity, finding.parameters["before"])
        assert PAPER[row][0] == finding.parameters["now"]
        assert "единица измерения «%» заменена на «" in finding.message()


@pytest.mark.office
def test_roubles_and_people_in_a_share(findings: list[Finding]) -> None:
    """Every value above the whole is named with its place, as a hard finding, and does not count."""
    found = [finding for finding in findings if finding.rule == "range"]
    assert NO_SHARES == {finding.item for finding in found}
    assert {("hard", False, "Показатели")} == {(entry.severity, entry.counts, entry.sheet) for entry in found}
    facilities = next(entry for entry in found if entry.item == "finance.facilities.target_1")
    assert "Доля расходов на укрепление материально-технической базы школ" in facilities.message()
    assert "7000000" in facilities.message().replace(" ", "").replace("\u00a0", "")


@pytest.mark.office
def test_one_value_for_two_years(findings: list[Finding]) -> None:
    """Where one value stood for both years each year is asked for."""
    required = {finding.item for finding in findings if finding.rule == "required"}
    assert {f"{row}.target_{year}" for row in ONE_VALUE for year in (1, 2)} == required


@pytest.mark.office
def test_nothing_else(findings: list[Finding]) -> None:
    """Every finding on the tables is one of these faults: none is invented."""
    assert {"printed-text", "range", "required"} == {finding.rule for finding in findings}
    assert len(PAPER) + len(NO_SHARES) + 2 * len(ONE_VALUE) == len(findings)

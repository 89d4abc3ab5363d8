"""What the round and the unit add to the texts of a form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.workbook.forms import SCHOOL, bytes_of, opened, plan_of
from xlforms.definitions.collection import Collection
from xlforms.definitions.units import Unit
from xlforms.layout.plan import SheetPlan
from xlforms.workbook.slots import long_date

ROUND = Collection(
    collection="spring",
    title="Весна",
    period="2019/20 учебный год",
    deadline=date(2020, 6, 5),
    contact="Отдел общего образования",
)


def _slots(sheet: SheetPlan, content: bytes) -> dict[str, tuple[object, bool]]:
    """Slot → its text and whether its row is in sight."""
    written = opened(content)[sheet.name]
    return {
        cell.slot: (
            written.cell(cell.row + 1, cell.column + 1).value,
            not written.row_dimensions[cell.row + 1].hidden,
        )
        for cell in sheet.fixed
        if cell.slot
    }


def test_title_sheet_of_a_round(tmp_path: Path) -> None:
    """Period, deadline and where to send stand on the title sheet."""
    plan = plan_of(tmp_path)
    assert {
        "form_line": ("Форма П-1, версия 1", True),
        "period": ("2019/20 учебный год", True),
        "deadline": ("до 5 июня 2020 г.", True),
        "send_to": ("Отдел общего образования", True),
        "signatory": ("Руководитель организации", True),
    } == _slots(plan.sheets[0], bytes_of(plan, SCHOOL, ROUND))


def test_no_round_leaves_no_gap(tmp_path: Path) -> None:
    """Without a round the rows that would say nothing are hidden."""
    plan = plan_of(tmp_path)
    found = _slots(plan.sheets[0], bytes_of(plan))
    assert [(None, False)] * 3 == [found[slot] for slot in ("period", "deadline", "send_to")]


def test_code_line_of_a_section(tmp_path: Path) -> None:
    """Form and unit on each sheet; the number of a school is not torn from its sign."""
    plan = plan_of(tmp_path)
    lines = [_slots(plan.sheets[1], bytes_of(plan, unit))["code_line"][0] for unit in (None, SCHOOL)]
    assert ["Форма П-1, версия 1", "Форма П-1, версия 1 · 056-01 · Школа №\u00a01"] == lines


def test_long_names_get_the_height_they_need(tmp_path: Path) -> None:
    """Rows of a protected sheet do not grow by themselves."""
    plan = plan_of(tmp_path)
    _, cell = plan.cells()["unit.name"]
    name = "Муниципальное бюджетное общеобразовательное учреждение " * 4 + "«Школа № 1»"
    heights = [
        opened(bytes_of(plan, Unit("1", text, "Район")))["Титул"].row_dimensions[cell.row + 1].height
        for text in ("Школа № 1", name)
    ]
    assert [29.25, 67.5] == heights


def test_dates_in_words() -> None:
    """A day without a leading zero, the month in the genitive."""
    assert "1 мая 2026 г." == long_date(date(2026, 5, 1))

"""One cell beside a row that shows what fails of several hidden verdicts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.office.libreoffice import LibreOffice
from tests.workbook.roadmap_form import roadmap_plan, sheet_named
from xlforms.layout.check_cells import Gathered
from xlforms.layout.place import cell_name
from xlforms.workbook.gathered import gathered_formula
from xlforms.workbook.write import write_workbook

ANSWERS = {
    "contact.date": date(2020, 12, 1),
    "plan.m1.status": "выполнено",
    "plan.m2.status": "выполнено",
    "plan.m2.date_done": date(2020, 11, 1),
    "plan.m2.evidence": "приказ № 1",
    "plan.m3.status": "не выполнено",
}
NO_DATE = "✗ Мероприятие выполнено, а дата исполнения не указана. Укажите дату или исправьте статус."
NO_EVIDENCE = "✗ Мероприятие выполнено, а подтверждения нет. Укажите документ или ссылку."
NO_REASON = "✗ Мероприятие не выполнено, а причина не указана. Назовите причину."
SHOWN = {
    "plan.m1": f"{NO_DATE}\n{NO_EVIDENCE}",
    "plan.m2": "✓",
    "plan.m3": NO_REASON,
    "plan.m4_1": "",
}


def _cells() -> dict[str, str]:
    """The gathering cell of each row by its key."""
    sheet = sheet_named("План")
    keys = dict(sheet.row_keys)
    return {keys[cell.row]: cell_name(cell.row, cell.column) for cell in sheet.gathered}


def test_formula() -> None:
    """What is longer than a mark, each on a line of its own; else the mark of one that passed."""
    assert (
        '=IF(COUNTIF(F5:G5,"??*")=0,IF(COUNTIF(F5:G5,"✓")>0,"✓",""),'
        'MID(IF(LEN(F5)>1,CHAR(10)&F5,"")&IF(LEN(G5)>1,CHAR(10)&G5,""),2,32767))'
    ) == gathered_formula(Gathered(4, 4, 5, 6, ("a", "b")))


def test_stored_texts(tmp_path: Path) -> None:
    """A workbook opened without being calculated shows what its answers give."""
    path = tmp_path / "form.xlsx"
    write_workbook(roadmap_plan(), path, values=ANSWERS)
    sheet = load_workbook(path, data_only=True)["План"]
    assert SHOWN == {key: sheet[cell].value or "" for key, cell in _cells().items() if key in SHOWN}


def test_hidden_columns(tmp_path: Path) -> None:
    """A person sees the one column; the verdicts behind it are there for programs."""
    path = tmp_path / "form.xlsx"
    write_workbook(roadmap_plan(), path)
    sheet, planned = load_workbook(path)["План"], sheet_named("План")
    gathered = planned.gathered[0]
    letters = cell_name(0, gathered.column)[:-1], cell_name(0, gathered.first)[:-1]
    assert [False, True] == [sheet.column_dimensions[letter].hidden for letter in letters]


@pytest.mark.office
def test_live_texts(office: LibreOffice, tmp_path: Path) -> None:
    """LibreOffice computes the same."""
    path = tmp_path / "form.xlsx"
    write_workbook(roadmap_plan(), path, values=ANSWERS)
    cells = {key: cell for key, cell in _cells().items() if key in SHOWN}
    found = office.read(path, {"План": list(cells.values())})["План"]
    assert SHOWN == {key: found[cell] or "" for key, cell in cells.items()}

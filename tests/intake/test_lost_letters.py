"""Forms whose Russian letters came back as question marks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.intake.returned import Cells, answers, plan, raw_workbook, read, text
from xlforms.errors import IntakeRefusal
from xlforms.intake.raw import CellKind, RawWorkbook

_GIVEN = {"staff.all.total": 9, "staff.all.topic": "?"}


def _as_written(workbook: RawWorkbook, share: int) -> RawWorkbook:
    """The workbook with the Russian letters of the first cells of each sheet replaced, one in `share` of all."""

    def veiled(cells: Cells) -> Cells:
        letters = [place for place, cell in sorted(cells.items()) if cell[0] == CellKind.TEXT]
        lost = letters[: len(letters) // share]
        return cells | {place: text(re.sub(r"[^\x00-\x7f]", "?", str(cells[place][1]))) for place in lost}

    sheets = tuple(replace(sheet, cells=veiled(dict(sheet.cells))) for sheet in workbook.sheets)
    return replace(workbook, sheets=sheets)


def test_letters_lost() -> None:
    """A file without its letters is refused as damaged: neither texts nor choices can be read."""
    with pytest.raises(IntakeRefusal) as refused:
        read(_as_written(raw_workbook(_GIVEN), 1))
    assert ("damaged", "letters-lost") == (refused.value.reason, refused.value.code)
    assert {"form": plan().form, "version": plan().version} == refused.value.parameters


def test_question_marks_of_a_school() -> None:
    """An answer of question marks, or captions that somebody spoilt here and there, lose nothing."""
    assert _GIVEN == answers(read(raw_workbook(_GIVEN)))
    assert _GIVEN == answers(read(_as_written(raw_workbook(_GIVEN), 20)))

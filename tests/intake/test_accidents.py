"""What happens to forms at schools, done by LibreOffice: every answer comes back right or is named by a finding.

The large form goes through each accident in three formats; none of its answers may be wrong in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.all_forms import plan_named
from tests.effort import sampled
from tests.intake.mistreated import Account, account_for
from tests.intake.school_accidents import ACCIDENTS, FORM, Accident
from tests.office.libreoffice import FileFormat, LibreOffice
from tests.possible_answers import Answer
from tests.test_round_trip import fill_number
from xlforms.consolidation.receive import receive
from xlforms.definitions.units import Unit
from xlforms.intake.account import list_files
from xlforms.intake.read_file import read_file
from xlforms.intake.read_submission import prepare, read_submission
from xlforms.intake.read_workbook import read_workbook
from xlforms.intake.submission import Submission
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

pytestmark = pytest.mark.office

SCHOOL = Unit("007", "Школа № 7", "Первый район")
NO_LINE = ("only the table in a new book", "part of a table in a new book")  # the line with the unit is left out


@cache
def _answers() -> dict[str, Answer]:
    return fill_number(plan_named(FORM), 1) | {"staff.russian.total": 5}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The large form, issued to a school and filled in."""
    path = tmp_path_factory.mktemp("accidents") / "form.xlsx"
    write_workbook(plan_named(FORM), path, unit=SCHOOL, values=_answers())
    return path


def _returned(path: Path) -> Submission:
    plan = plan_named(FORM)
    return read_submission(read_workbook(path.read_bytes(), path.name), {(plan.form, plan.version): prepare(plan)})


def _given(plan: Plan) -> dict[str, Answer]:
    """The answers with those of the unit, as the form was issued."""
    unit = {"unit.code": SCHOOL.unit, "unit.name": SCHOOL.name, "unit.municipality": SCHOOL.municipality}
    return {item.name: (_answers() | unit)[item.name] for item in plan.items}


CASES: list[tuple[FileFormat, Accident]] = [
    *(("xlsx", accident) for accident in sampled(ACCIDENTS, 3)),
    *(("ods", accident) for accident in sampled(ACCIDENTS, 9, 1)),
    *(("xls", accident) for accident in sampled(ACCIDENTS, 9, 5)),
]
"""A sample; every accident in every format with XLFORMS_TEST_EVERYTHING=1."""


@pytest.mark.parametrize(("file_format", "accident"), CASES, ids=lambda case: getattr(case, "name", case))
def test_every_answer_is_right_or_named(
    accident: Accident, file_format: FileFormat, filled: Path, office: LibreOffice, tmp_path: Path
) -> None:
    """After an accident answers are as they were given, but for those that are known to be lost and named."""
    target = tmp_path / f"returned.{file_format}"
    office.run(filled, target, list(accident.steps), file_format)
    submission = _returned(target)
    plan = plan_named(FORM)
    given = _given(plan)
    account = account_for(plan, given, submission)
    lost = [name for name in given if accident.lost(name)]
    assert Account([name for name in given if name not in lost], lost, []) == account
    untold = {"protection-removed", "external-links"} if file_format == "xls" else set()
    assert accident.codes - untold == {note.code for note in submission.notes} - untold
    assert ("" if accident.name in NO_LINE else SCHOOL.unit) == submission.unit


def test_sheets_exported_to_csv(filled: Path, office: LibreOffice, tmp_path: Path) -> None:
    """All sheets as LibreOffice exports them, in one folder, are one submission with every answer as it was shown."""
    office.run(filled, tmp_path / "form.csv", [], "csv")
    plan = plan_named(FORM)
    keys = {(plan.form, plan.version): prepare(plan)}
    files = list_files([tmp_path])
    received = receive(files, [read_file(file.path, keys) for file in files])
    (first,) = [file for file in received if file.submission is not None]
    assert first.submission is not None
    pairs = zip(plan.items, first.submission.values, strict=True)
    assert _as_shown(_given(plan)) == _as_shown({item.name: value for item, value in pairs if value is not None})
    assert ({}, []) == (first.submission.invalid, first.submission.repairs)
    assert {"sheet-from-csv"} == {note.code for note in first.submission.notes}
    assert ["ignored", "ignored"] + ["accepted"] * 7 == [file.status for file in received]
    assert 6 == sum(bool(file.part_of) for file in received)


def _as_shown(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Answers with the three decimals that cells of the form show."""
    return {name: round(value, 3) if isinstance(value, float) else value for name, value in answers.items()}

"""What verdict cells of a returned workbook show, read for comparing only."""

from __future__ import annotations

import pytest

from tests.checks.consistent_school import questionnaire
from xlforms.intake.raw import CellKind, RawCell, RawSheet
from xlforms.intake.shown_verdicts import shown_verdict
from xlforms.layout.build import build_plan


@pytest.mark.parametrize(
    ("expected", "cell"),
    [
        ("", None),
        ("", (CellKind.TEXT, "", True)),
        ("", (CellKind.TEXT, "✓ пояснено", True)),
        ("✗", (CellKind.TEXT, "✗ указано 5, а всего 6", True)),
        ("?", (CellKind.TEXT, "? мало учителей", True)),
        ("!", (CellKind.TEXT, "хорошо", False)),
        ("!", (CellKind.ERROR, "#NAME?", True)),
        ("!", (CellKind.UNCALCULATED, None, True)),
        ("!", (CellKind.NUMBER, 0, True)),
    ],
)
def test_shown_verdict(expected: str, cell: RawCell | None) -> None:
    """Nothing to say, a failure, a question, or something that is no verdict."""
    check = build_plan(questionnaire()).checks[0]
    cells = {} if cell is None else {(check.row, check.column): cell}
    assert expected == shown_verdict(RawSheet(check.sheet, cells), check)

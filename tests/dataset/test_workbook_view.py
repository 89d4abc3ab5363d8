"""What formulas saw, beside what we count: every repair undone, every number that was no answer a number again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.edit_rules.truth import dataset_of, form_with
from xlforms.checks.rule_outcomes import evaluate_rules
from xlforms.dataset.dataset import Dataset
from xlforms.dataset.workbook_view import as_the_workbook_sees
from xlforms.expressions.semantics import Outcome, State
from xlforms.intake.raw import CellKind
from xlforms.intake.submission import InvalidAnswer, Repair
from xlforms.intake.values import ReadState, read_value


def _typed(folder: Path, rule: str, **cells: tuple[CellKind, object]) -> Dataset:
    """One school whose cells of the card hold this, read as intake reads them."""
    empty = dataset_of(form_with(rule, folder), {})
    submission = empty.submissions[0]
    for name, (kind, content) in cells.items():
        number = empty.positions[f"c.{name}"]
        reading = read_value(empty.items[f"c.{name}"], kind, content, is_formula=False)
        if reading.state is ReadState.INVALID:
            held = float(content) if isinstance(content, int | float) else None
            submission.invalid[number] = InvalidAnswer(reading.code, reading.raw, held)
        elif reading.code:
            submission.repairs.append(Repair(number, reading.code, reading.raw))
        submission.values[number] = reading.value
    return replace(empty, submissions=(submission,))


@pytest.mark.parametrize(
    ("name", "cell", "ours", "seen"),
    [
        ("a", (CellKind.NUMBER, 12), (State.VALUE, 12.0), (State.VALUE, 12.0)),
        ("a", (CellKind.TEXT, "12 "), (State.VALUE, 12.0), (State.INVALID, None)),
        ("a", (CellKind.TEXT, " "), (State.BLANK, None), (State.INVALID, None)),
        ("a", (CellKind.TEXT, "много"), (State.INVALID, None), (State.INVALID, None)),
        ("a", (CellKind.TEXT, "12,5"), (State.INVALID, None), (State.INVALID, None)),
        ("a", (CellKind.NUMBER, 12.5), (State.INVALID, None), (State.VALUE, 12.5)),
        ("a", (CellKind.DATE, 43963), (State.INVALID, None), (State.VALUE, 43963.0)),
        ("a", (CellKind.ERROR, "#Н/Д"), (State.INVALID, None), (State.INVALID, None)),
        ("d", (CellKind.DATE, 43987), (State.VALUE, date(2020, 6, 5)), (State.VALUE, date(2020, 6, 5))),
        ("d", (CellKind.TEXT, "05.06.2020"), (State.VALUE, date(2020, 6, 5)), (State.INVALID, None)),
        ("d", (CellKind.NUMBER, 43987), (State.VALUE, date(2020, 6, 5)), (State.VALUE, date(2020, 6, 5))),
        ("d", (CellKind.NUMBER, 73500), (State.INVALID, None), (State.VALUE, date(2101, 3, 26))),
        ("t", (CellKind.TEXT, " два  слова "), (State.VALUE, "два  слова"), (State.VALUE, " два  слова ")),
        ("t", (CellKind.TEXT, "  "), (State.BLANK, None), (State.BLANK, None)),
        ("t", (CellKind.TEXT, "\u00a0"), (State.BLANK, None), (State.VALUE, "\u00a0")),
        ("k", (CellKind.TEXT, "Да "), (State.VALUE, "да"), (State.VALUE, "Да ")),
        ("k", (CellKind.TEXT, "+"), (State.VALUE, "да"), (State.VALUE, "+")),
        ("k", (CellKind.TEXT, "есть"), (State.INVALID, None), (State.VALUE, "есть")),
        ("k", (CellKind.ERROR, "#REF!"), (State.INVALID, None), (State.INVALID, None)),
    ],
)
def test_two_views_of_one_cell(
    tmp_path: Path, name: str, cell: tuple[CellKind, object], ours: tuple[State, object], seen: tuple[State, object]
) -> None:
    """The state and the value that we count, and those that a formula works with."""
    dataset = _typed(tmp_path, "{rule: r, kind: range, item: c.a, low: 1}", **{name: cell})

    found = []
    for view in (dataset, as_the_workbook_sees(dataset)):
        operand = view.operand(view.items[f"c.{name}"])
        value = operand.values[0]
        if (
            isinstance(value, float)
            and dataset.items[f"c.{name}"].nature == "date"
            and operand.states[0] == State.VALUE
        ):
            value = date.fromordinal(int(value))
        found.append((State(operand.states[0]), value if operand.states[0] == State.VALUE else None))

    assert [ours, seen] == found


def test_verdicts_of_both_views(tmp_path: Path) -> None:
    """«6 » is counted as 6 and fails with us; the workbook could not check it."""
    dataset = _typed(
        tmp_path, "{rule: r, kind: share, part: c.a, whole: c.b}", a=(CellKind.TEXT, "6 "), b=(CellKind.NUMBER, 5)
    )

    assert [[[Outcome.FAILED]], [[Outcome.NOT_CHECKED]]] == [
        evaluate_rules(view).table.tolist() for view in (dataset, as_the_workbook_sees(dataset))
    ]
    assert [6, 5] == [dataset.submissions[0].values[dataset.positions[name]] for name in ("c.a", "c.b")]

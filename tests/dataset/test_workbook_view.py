"""What formulas saw, beside what we count: every repair undone, every number that was no answer a number again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.edit_rules.truth import dataset_of, form_with
from xlforms.checks.rule_outcomes import evaluate_rules
from xlforms.dataset.dataset import Dataset
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
        held = float(content) if isinstance(content, int | float) and not isinstance(content, bool) else None
        if reading.state is ReadState.INVALID:
            submission.invalid[number] = InvalidAnswer(reading.code, reading.raw, held)
        elif reading.code:
            submission.repairs.append(Repair(number, reading.code, reading.raw, held))
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
        ("a", (CellKind.BOOLEAN, True), (State.INVALID, None), (State.INVALID, None)),
        ("z", (CellKind.TEXT, " "), (State.VALUE, 0.0), (State.INVALID, None)),
        ("t", (CellKind.NUMBER, 2.5), (State.VALUE, "2.5"), (State.VALUE, "2,5")),
        ("t", (CellKind.DATE, 43987), (State.VALUE, "05.06.2020"), (State.VALUE, "43987")),
        ("k", (CellKind.BOOLEAN, True), (State.VALUE, "да"), (State.VALUE, "ИСТИНА")),
        ("k", (CellKind.NUMBER, 1), (State.INVALID, None), (State.VALUE, "1")),
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
    for view in (dataset, dataset.seen_by_formulas):
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


def test_rules_are_about_what_formulas_see(tmp_path: Path) -> None:
    """«6 » is counted as 6; the workbook could not check it, and neither do we."""
    dataset = _typed(
        tmp_path, "{rule: r, kind: share, part: c.a, whole: c.b}", a=(CellKind.TEXT, "6 "), b=(CellKind.NUMBER, 5)
    )

    assert [[Outcome.NOT_CHECKED]] == evaluate_rules(dataset).table.tolist()
    assert [6, 5] == [dataset.submissions[0].values[dataset.positions[name]] for name in ("c.a", "c.b")]


def test_a_time_of_day_is_part_of_a_date(tmp_path: Path) -> None:
    """We count the day; to a formula the morning comes after midnight, so the dates are not in order."""
    rule = "{rule: r, kind: order, items: [c.d, c.e]}"
    dataset = _typed(tmp_path, rule, d=(CellKind.DATE, 43987.25), e=(CellKind.DATE, 43987))

    assert [date(2020, 6, 5)] * 2 == [dataset.submissions[0].values[dataset.positions[f"c.{name}"]] for name in "de"]
    assert [[Outcome.FAILED]] == evaluate_rules(dataset).table.tolist()


def test_without_repairs_there_is_one_view(tmp_path: Path) -> None:
    """Nothing is copied, and the view of a view is the same."""
    plain = _typed(tmp_path, "{rule: r, kind: range, item: c.a, low: 1}", a=(CellKind.NUMBER, 5))
    changed = _typed(tmp_path, "{rule: r, kind: range, item: c.a, low: 1}", a=(CellKind.TEXT, "5"))

    assert plain is plain.seen_by_formulas
    once, twice = changed.seen_by_formulas, changed.seen_by_formulas.seen_by_formulas
    assert once.submissions == twice.submissions

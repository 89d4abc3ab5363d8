"""What a status obliges to: the built-in rules of measures, case by case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.definitions.forms import load_text, whole
from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Wrong, dataset_of
from xlforms.checks.rule_outcomes import evaluate_rules
from xlforms.checks.rules import check_rules
from xlforms.expressions.semantics import Outcome
from xlforms.intake.values import Value

PLAN = """
- measures: plan
  parts:
    - measures:
        - {measure: m, title: Провести семинар, due_end: 2020-10-31}
        - {measure: n, title: Вести сайт}
"""
START, DUE, FILLED = date(2020, 9, 1), date(2020, 10, 31), date(2020, 12, 1)
DONE, OPEN, NEW, FAILED_ONE, NONE = "выполнено", "в работе", "не начато", "не выполнено", "не применимо"

CASES: list[tuple[str, dict[str, Value | Wrong | None], Outcome]] = [
    ("done_date", {}, NOT_APPLICABLE),
    ("done_date", {"status": OPEN}, NOT_APPLICABLE),
    ("done_date", {"status": DONE}, FAILED),
    ("done_date", {"status": DONE, "date_done": DUE}, PASSED),
    ("done_date", {"status": DONE, "date_done": Wrong("осенью")}, PASSED),
    ("done_evidence", {"status": DONE}, FAILED),
    ("done_evidence", {"status": DONE, "evidence": "приказ № 1"}, PASSED),
    ("done_evidence", {"status": NONE}, NOT_APPLICABLE),
    ("not_done_reason", {"status": FAILED_ONE}, FAILED),
    ("not_done_reason", {"status": FAILED_ONE, "reason": "карантин"}, PASSED),
    ("not_done_reason", {"status": NEW}, NOT_APPLICABLE),
    ("late_reason", {"status": OPEN, "filled": DUE}, NOT_APPLICABLE),
    ("late_reason", {"status": OPEN, "filled": date(2020, 11, 1)}, FAILED),
    ("late_reason", {"status": NEW, "filled": date(2020, 11, 1)}, FAILED),
    ("late_reason", {"status": NEW, "filled": FILLED, "reason": "карантин"}, PASSED),
    ("late_reason", {"status": NEW}, NOT_APPLICABLE),
    ("late_reason", {"status": NONE, "filled": FILLED}, NOT_APPLICABLE),
    ("late_reason", {"status": DONE, "date_done": DUE, "filled": FILLED}, NOT_APPLICABLE),
    ("late_reason", {"status": DONE, "date_done": date(2020, 11, 1), "filled": FILLED}, FAILED),
    ("late_reason", {"status": DONE, "date_done": date(2020, 11, 1)}, FAILED),
    ("late_reason", {"status": DONE, "date_done": Wrong("осенью"), "filled": FILLED}, NOT_CHECKED),
    ("late_reason", {"filled": FILLED}, NOT_APPLICABLE),
    ("date_not_in_future", {"date_done": FILLED, "filled": FILLED}, PASSED),
    ("date_not_in_future", {"date_done": date(2020, 12, 2), "filled": FILLED}, FAILED),
    ("date_not_in_future", {"date_done": FILLED}, NOT_APPLICABLE),
    ("date_not_too_early", {"date_done": START}, PASSED),
    ("date_not_too_early", {"date_done": date(2020, 8, 31)}, FAILED),
    ("date_not_too_early", {}, NOT_APPLICABLE),
    ("date_without_done", {"date_done": DUE, "status": DONE}, PASSED),
    ("date_without_done", {"date_done": DUE, "status": OPEN}, FAILED),
    ("date_without_done", {"date_done": DUE}, FAILED),
    ("date_without_done", {"status": OPEN}, NOT_APPLICABLE),
]


def _answers(said: dict[str, Value | Wrong | None]) -> dict[str, Value | Wrong | None]:
    return {("contact.date" if name == "filled" else f"plan.m.{name}"): answer for name, answer in said.items()}


@pytest.mark.parametrize(("rule", "said", "expected"), CASES)
def test_what_a_status_obliges_to(
    rule: str, said: dict[str, Value | Wrong | None], expected: Outcome, tmp_path: Path
) -> None:
    """Blank, wrong, on the day and a day later: the outcome of each rule."""
    form = load_text(tmp_path, f"roadmap: {{start: {START}, end: 2021-08-31}}\n" + whole(PLAN))
    outcomes = evaluate_rules(dataset_of(form, _answers(said)))
    number = next(n for n, instance in enumerate(outcomes.instances) if instance.id == f"{rule}_m")

    assert expected == Outcome(outcomes.table[number, 0])


def test_the_words_of_a_failure(tmp_path: Path) -> None:
    """Both dates stand in the message, as people write them."""
    form = load_text(tmp_path, f"roadmap: {{start: {START}, end: 2021-08-31}}\n" + whole(PLAN))
    answers: dict[str, Value | Wrong | None] = {
        "plan.m.status": DONE,
        "plan.m.date_done": date(2020, 8, 31),
        "plan.m.evidence": "приказ",
    }

    assert [
        "дата исполнения 31.08.2020 раньше начала плана 01.09.2020. Проверьте дату.",
    ] == [finding.parameters["text"] for finding in check_rules(dataset_of(form, answers))]


def test_a_measure_without_a_deadline_is_never_late(tmp_path: Path) -> None:
    """The other rules hold for it, too."""
    form = load_text(tmp_path, f"roadmap: {{start: {START}, end: 2021-08-31}}\n" + whole(PLAN))

    assert [
        "done_date_n", "done_evidence_n", "not_done_reason_n", "date_not_in_future_n", "date_not_too_early_n",
        "date_without_done_n",
    ] == [rule.id for rule in form.rules if rule.id.endswith("_n")]  # fmt: skip

"""What verdict cells show for the answers already in a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.workbook.checked_form import checked_plan
from xlforms.workbook.answers import Answers
from xlforms.workbook.verdict_values import ShownVerdict, verdict_values

NOTHING, PASSED = ShownVerdict("", 0), ShownVerdict("✓", 0)
EXPLAINED = "explanations.full.text"


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("adds_all", {}, NOTHING),
        ("adds_all", {"staff.all.total": 3, "staff.all.young": 1, "staff.all.old": 2}, PASSED),
        (
            "adds_all",
            {"staff.all.total": 6, "staff.all.young": 5},
            ShownVerdict("✗ По стажу указано 5, а всего 6. Проверьте стаж.", 1),
        ),
        (
            "adds_all",
            {"staff.all.total": 1234567.891, "staff.all.young": 0.1 + 0.2},
            ShownVerdict("✗ По стажу указано 0,3, а всего 1234567,89. Проверьте стаж.", 1),
        ),
        ("adds_all", {"staff.all.total": 6, "staff.all.young": "пять"}, NOTHING),
        (
            "no_canteen",
            {"school.canteen": " Нет ", "school.seats": 40},
            ShownVerdict("✗ Столовая – «Нет», а мест 40. Уберите места.", 1),
        ),
        ("full", {"school.part": 0.9}, PASSED),
        ("full", {"school.part": 0.955}, ShownVerdict("? Занято 95,5\u00a0%. Объясните.", 2)),
        ("full", {"school.part": 1, EXPLAINED: "две смены"}, ShownVerdict("? Занято 100\u00a0%. Объясните.", 3)),
        ("full", {"school.part": 1, EXPLAINED: "  "}, ShownVerdict("? Занято 100\u00a0%. Объясните.", 2)),
        ("full", {"school.part": 0.5, EXPLAINED: "на всякий случай"}, PASSED),
        (
            "years",
            {"school.opened": date(2020, 6, 5), "school.repaired": date(1999, 12, 31)},
            ShownVerdict("✗ 05.06.2020 позже, чем 31.12.1999. Проверьте даты.", 1),
        ),
        ("load", {"staff.all.total": 100, "school.seats": 8}, ShownVerdict("? На место 12,5. Объясните.", 2)),
    ],
)
def test_texts_and_states(tmp_path: Path, name: str, values: dict[str, object], expected: ShownVerdict) -> None:
    """Both numbers and what to do; a question keeps its sign when it is explained, but waits for nothing more."""
    plan = checked_plan(tmp_path)
    assert expected == verdict_values(plan, Answers(plan, values), None)[name]
